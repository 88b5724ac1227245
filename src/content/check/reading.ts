import type { Audience } from '../../domain/page.ts'
import type { Finding } from '../finding.ts'
import type { Whole } from '../load.ts'
import { proseOfPages } from './page-prose.ts'
import { easyNames, hardest, makeCounter, readingAge, type Sentence } from './prose.ts'

/** The highest reading age for a page, by whom it is written for (QUALITY.md). */
export const bars: Record<Audience, number> = { victim: 10, public: 12, practitioner: 14, 'easy-read': 10 }

/** A reader, as a message says it. */
const reader: Record<Audience, string> = {
  victim: 'victims',
  public: 'the public',
  practitioner: 'practitioners',
  'easy-read': 'people who use Easy Read',
}

/** A page as a reader meets it, and how it reads. */
export type PageAge = { page: string; audience: Audience; age: number; bar: number; sentences: Sentence[] }

export const readingFindings = (ages: readonly PageAge[]): Finding[] =>
  ages
    .filter(({ age, bar }) => age > bar)
    .flatMap(({ page, audience, age, bar, sentences }): Finding[] => {
      const worst = hardest(sentences)
      if (!worst) return []
      const shown = worst.text.length > 160 ? `${worst.text.slice(0, 157)}...` : worst.text
      return [
        {
          severity: 'error',
          rule: 'reading',
          file: worst.file,
          line: worst.line,
          found: `${page} has a reading age of ${age.toFixed(1)}, and the limit for ${reader[audience]} is ${bar}. Its hardest sentence has a reading age of ${worst.age.toFixed(1)}: "${shown}"`,
          instead:
            'Split it into two sentences, or use shorter words. If you need a name, add it to glossary.yaml, and it will count as one easy word.',
        },
      ]
    })

/** Every English page with its reading age. Imported news is someone else's text and is not measured. */
export const readingAges = (loaded: Whole): PageAge[] => {
  const sentencesOf = makeCounter(
    easyNames([
      ...loaded.pack.services.map((s) => s.name),
      ...[...loaded.pack.serviceWords.values()].map((w) => w.name),
      ...loaded.pack.glossary.flatMap((t) => [t.term, ...(t.also ?? [])]),
    ]),
  )
  return proseOfPages(loaded).flatMap(({ page, audience, prose }) => {
    const sentences = prose.flatMap(sentencesOf)
    return sentences.length ? [{ page, audience, age: readingAge(sentences), bar: bars[audience], sentences }] : []
  })
}
