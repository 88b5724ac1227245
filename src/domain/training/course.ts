import { z } from 'zod'
import { fact, id, isoDate, partialDate, sure, unknown } from '../fact.ts'
import type { Outcome, OutcomeSource, Tier, Topic } from './outcomes.ts'
import type { Item, Part } from './part.ts'

const text = z.string().min(1)

/** One length of the course: for whom, how long, and its parts in the order in which they are given. */
const courseTier = z.strictObject({
  /** A tier of outcomes.yaml. */
  id,
  name: text,
  /** One sentence: who needs it. */
  for: text,
  minutes: z.int().min(5).max(240),
  parts: z.array(id).min(1),
})
export type CourseTier = z.infer<typeof courseTier>

/** What someone who learned an older version must learn of this one. */
const lesson = z.strictObject({
  part: id,
  text,
  /** Slides of the part that show it, by their ids: the short update holds them too. */
  slides: z.array(id).min(1).optional(),
  /** Questions of the part that ask it: the short update asks these, and those that ask nothing but what its slides teach. */
  asks: z.array(id).min(1).optional(),
})
export type Learn = z.infer<typeof lesson>

/** A version of what is taught, newest first in the file. */
const release = z.strictObject({
  /** First twelve figures of the hash of what is taught. */
  taught: z.string().regex(/^[0-9a-f]{12}$/, 'a version of twelve characters from 0 to 9 and a to f, like "0123456789ab"'),
  date: isoDate,
  changes: z.array(text).min(1),
  /** Empty where nothing that is known has become wrong. */
  learn: z.array(lesson),
})
export type Release = z.infer<typeof release>

/** Something that happened, on a date that its source gives. */
const past = z.strictObject({
  when: partialDate,
  /** Where it lasted: the last year or day. */
  until: partialDate.optional(),
  what: text,
  source: text,
  source_date: z.union([partialDate, unknown]),
  sure,
})

/** The head of a course. A local pack may lay its own values over it: the history above all. */
export const courseSchema = z.strictObject({
  version: z.literal(1),
  title: text,
  lead: text,
  description: text,
  tiers: z.array(courseTier).min(1),
  /** The same question before and after, so that a partnership can count its gain. */
  confidence: z.strictObject({ question: text, scale: z.array(text).min(3).max(7) }),
  /** Per cent of the check that must be right where a learning system records it. Our own choice: no source sets one. */
  pass: z.int().min(1).max(100),
  history: z.array(past),
  releases: z.array(release).min(1),
  ...fact,
})
export type CourseHead = z.infer<typeof courseSchema>

/** A course, read and checked. */
export type Course = Omit<CourseHead, 'version'> & {
  id: string
  /** Every part once, in the order of the longest tier. */
  parts: readonly Part[]
  /** Hash of what is taught: domain/training/taught.ts. */
  taught: string
  outcomes: readonly Outcome[]
  outcomeTiers: readonly Tier[]
  topics: readonly Topic[]
  outcomeSources: readonly OutcomeSource[]
}

/** The parts of a tier in its own order. */
export const partsOf = (course: Pick<Course, 'parts'>, tier: Pick<CourseTier, 'parts'>): Part[] =>
  tier.parts.flatMap((id) => course.parts.find((part) => part.id === id) ?? [])

/** Every question of the check by its id. */
export const itemsById = ({ parts }: Pick<Course, 'parts'>): Map<string, Item> =>
  new Map(parts.flatMap(({ check }) => (check ?? []).map((item) => [item.id, item] as const)))

/** The questions that the slides of a part ask, in their order: they may belong to other parts. */
export const askedIn = ({ parts }: Pick<Course, 'parts'>, part: Pick<Part, 'slides'>): Item[] => {
  const items = parts.flatMap(({ check }) => check ?? [])
  return part.slides.flatMap((slide) => (slide.type === 'question' ? items.filter((item) => item.id === slide.item) : []))
}

/** The tier that ends with the check of a part: nothing is asked after it. */
export const tierEndingWith = (course: Pick<Course, 'parts' | 'tiers'>, part: Pick<Part, 'id'>): CourseTier | undefined =>
  course.tiers.find((tier) => partsOf(course, tier).findLast((each) => askedIn(course, each).length)?.id === part.id)
