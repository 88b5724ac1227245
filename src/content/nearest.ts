/** Levenshtein distance, in letters. */
export const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] ?? 0
}

/** The known name nearest to `name`, at most `most` letters away and one in `share` of its letters, or null. */
export const nearest = (name: string, known: Iterable<string>, most = 3, share = 3): string | null => {
  const reach = Math.min(most, Math.max(1, Math.floor(name.length / share)))
  const [first] = [...known]
    .filter((k) => Math.abs(k.length - name.length) <= reach)
    .map((k) => [k, distance(name, k)] as const)
    .filter(([, d]) => d <= reach)
    .sort((a, b) => a[1] - b[1])
  return first?.[0] ?? null
}

/** ` (did you mean "…"?)` where a known name is near. */
export const didYouMean = (name: string, known: Iterable<string>): string => {
  const near = nearest(name, known)
  return near ? ` (did you mean "${near}"?)` : ''
}
