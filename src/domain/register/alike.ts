import { organisationKey } from './names.ts'

/** Runs of three letters of each word, with its beginning and its end, as pg_trgm takes them. */
const trigrams = (key: string): ReadonlySet<string> =>
  new Set(
    key.split(' ').flatMap((word) => {
      const padded = `  ${word} `
      return Array.from({ length: padded.length - 2 }, (_, n) => padded.slice(n, n + 3))
    }),
  )

/** Of two neighbouring towns the councils are alike by half: more than that is asked for. */
const alikeFrom = 0.65

/** The known organisation that a name is most like, where it is none of them: it may be mistyped, and whoever typed it is asked. */
export const alikeOf = (typed: string, known: readonly string[]): string | null => {
  const own = trigrams(organisationKey(typed))
  let best: { name: string; share: number } | null = null
  for (const name of known) {
    const other = trigrams(organisationKey(name))
    const both = own.intersection(other).size
    const share = both / (own.size + other.size - both)
    if (share >= alikeFrom && share > (best?.share ?? 0)) best = { name, share }
  }
  return best?.name ?? null
}

/** What is chosen in place of a kind by whoever meant the known one. */
export const meantKnown = 'meant'
