/** The first rung of the ladder is called first, the second when the first does not answer. */
export const rungs = [1, 2] as const
export type RungNumber = (typeof rungs)[number]

export type Span = { starts: Temporal.Instant; ends: Temporal.Instant }

/** One person on one rung, from `starts` up to, not including, `ends`. `answer`: null until the person who was asked has said. */
export type Shift = Span & { id: string; person: string; rung: RungNumber; answer: 'agreed' | 'refused' | null }

const before = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

export const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (before(a, b) ? a : b)
export const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant => (before(a, b) ? b : a)

export const overlap = (a: Span, b: Span): boolean => before(a.starts, b.ends) && before(b.starts, a.ends)
export const covers = ({ starts, ends }: Span, at: Temporal.Instant): boolean => !before(at, starts) && before(at, ends)
export const isOver = ({ ends }: Pick<Span, 'ends'>, now: Temporal.Instant): boolean => !before(now, ends)
export const isEmpty = ({ starts, ends }: Span): boolean => !before(starts, ends)
