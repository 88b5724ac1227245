import type { LanguageState } from '../content/check/index.ts'

/** The languages of a pack, a line each, then what in them is to be done. */
export const printLanguages = (languages: readonly LanguageState[], print: (line: string) => void): void => {
  if (!languages.length) return
  const width = Math.max(...languages.map(({ english }) => english.length))
  print(`\nLanguages:${' '.repeat(width)}  reviewed  draft  needs review  untranslated`)
  for (const { id, english, reviewed, drafted, needsReview, untranslated } of languages) {
    const columns = [String(reviewed).padStart(8), String(drafted).padStart(7), String(needsReview.length).padStart(14)]
    print(`  ${id.padEnd(8)}${english.padEnd(width)}${columns.join('')}${String(untranslated.length).padStart(14)}`)
  }
  const stale = languages.flatMap(({ needsReview }) => needsReview)
  if (stale.length) print('\nThe English has changed since these were translated:')
  for (const { id, file, line } of stale) print(`  ${file}:${line}  ${id}`)
  const missing = new Map<string, string[]>()
  for (const { id, untranslated } of languages) for (const text of untranslated) missing.set(text, [...(missing.get(text) ?? []), id])
  if (missing.size) print('\nNot translated yet, so shown in English:')
  for (const [text, where] of missing) print(`  ${text}  in ${where.length === languages.length ? 'every language' : where.join(', ')}`)
}
