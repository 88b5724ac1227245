import type { Course } from '../training/course.ts'
import type { Item, Part } from '../training/part.ts'

/** First answers to a question of a version of the course in a quarter, as `2026-Q4`, and how many of them were not right. */
export type QuestionSum = { version: string; question: string; quarter: string; asked: number; wrong: number }

type Sum = { asked: number; wrong: number }
export type QuestionWrong = Sum & { item: Item; version: string }
export type PartWrong = Sum & { part: Part; questions: readonly QuestionWrong[] }

/**
 * Which parts of the course people get wrong, those with the greatest share first; of a part its questions likewise. A question that was asked in two
 * versions of the course has two rows, for its words may have changed; one that the course asks no more is left out. `tier` and `year`: null is all.
 */
export const wrongByPart = (
  { parts, tiers }: Pick<Course, 'parts' | 'tiers'>,
  sums: readonly QuestionSum[],
  { tier, year }: { tier: string | null; year: string | null },
): PartWrong[] => {
  const within = tier === null ? null : new Set(tiers.find(({ id }) => id === tier)?.parts)
  const asked = sums.filter(({ quarter }) => year === null || quarter.startsWith(`${year}-`))
  return parts
    .filter(({ id }) => within === null || within.has(id))
    .flatMap((part): PartWrong[] => {
      const questions = (part.check ?? []).flatMap((item) =>
        [
          ...Map.groupBy(
            asked.filter(({ question }) => question === item.id),
            ({ version }) => version,
          ),
        ].map(([version, rows]): QuestionWrong => ({ item, version, ...total(rows) })),
      )
      return questions.length ? [{ part, ...total(questions), questions: questions.toSorted(mostWrong) }] : []
    })
    .toSorted(mostWrong)
}

const total = (rows: readonly Sum[]): Sum => ({
  asked: rows.reduce((sum, { asked }) => sum + asked, 0),
  wrong: rows.reduce((sum, { wrong }) => sum + wrong, 0),
})

/** By share, then by how many. */
const mostWrong = (a: Sum, b: Sum): number => b.wrong * a.asked - a.wrong * b.asked || b.wrong - a.wrong
