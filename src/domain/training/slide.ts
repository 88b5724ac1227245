import { z } from 'zod'
import { id } from '../fact.ts'
import { common, drawn, maybeDrawn, notes, point, words } from './slide-fields.ts'
import { pictured, sceneSchema } from './slide-pictured.ts'

/** Minutes for a case: two for the talk of pairs, then two answers. */
const leastCase = 3
const column = z.strictObject({ title: words('a title', 8), points: z.array(point).min(1).max(5) })

const shapes = {
  title: z.strictObject({ type: z.literal('title'), ...common, lead: words('a lead', 25), ...drawn }),
  points: z.strictObject({
    type: z.literal('points'),
    ...common,
    points: z.array(point).min(2).max(5),
    /** Beside the points, then short paragraphs of which the first sentence is heavier. */
    ...maybeDrawn,
  }),
  columns: z.strictObject({ type: z.literal('columns'), ...common, left: column, right: column }),
  /** Kinds of exploitation by id: name and summary. */
  kinds: z.strictObject({ type: z.literal('kinds'), ...common, kinds: z.array(id).min(1).max(6) }),
  /** Signs by id. `labels` say one in a few words, by its id: beside a picture there is room for no more. */
  signs: z.strictObject({
    type: z.literal('signs'),
    ...common,
    signs: z.array(id).min(1).max(6),
    labels: z.record(id, words('a label', 9)).optional(),
    ...maybeDrawn,
  }),
  /** Services by id: name, number. `labels` say in a few words for what each is, where its name does not. */
  numbers: z.strictObject({
    type: z.literal('numbers'),
    ...common,
    services: z.array(id).min(1).max(6),
    labels: z.record(id, words('a label', 8)).optional(),
  }),
  /**
   * People of the learner's own organisation, to be written in: whom `rows` name has a blank for a name and one for a number. The first row
   * is the lead: `lead` fills it in the pack of one organisation, never in a file.
   */
  contacts: z.strictObject({
    type: z.literal('contacts'),
    ...common,
    points: z.array(point).min(1).max(2),
    rows: z.array(words('a label', 8)).min(1).max(4),
    lead: z.strictObject({ name: z.string(), number: z.string() }).optional(),
  }),
  /** A made-up case, and what the room is asked about it. */
  scenario: z.strictObject({
    type: z.literal('scenario'),
    ...common,
    text: words('a scenario', 110),
    /** The id of the case just before it in its part, in whose place a trainer may give this one: it is hidden in the deck. */
    instead: id.optional(),
    /** The signs of the case in short, to look at while the room talks. */
    facts: words('a list of facts', 40),
    questions: z
      .array(z.strictObject({ ask: words('a question to the room', 30), expect: z.array(words('an expected answer', 50)).min(1) }))
      .min(1)
      .max(4),
    ...drawn,
    /** The story in three pictures, each with what then helps: the deck shows them, and the text is read aloud. */
    pictures: z
      .array(z.strictObject({ ...drawn, text: words('a caption', 14), helps: words('what helps', 16) }))
      .length(3)
      .optional(),
    /** Of `pictures`: at the foot of what helps. */
    act: words('what to do', 20).optional(),
    /** Or the story in its one drawing, with the signs numbered in it. */
    scene: sceneSchema.optional(),
    /** Outcomes that the talk about it shows. */
    checks: z.array(id).min(1),
    notes: notes.refine(({ minutes }) => minutes !== undefined && minutes >= leastCase, {
      path: ['minutes'],
      message: `at least ${leastCase} minutes for discussing a case`,
    }),
  }),
  /** A question of the check, by its id. */
  question: z.strictObject({ type: z.literal('question'), ...common, item: id, ...maybeDrawn }),
  confidence: z.strictObject({ type: z.literal('confidence'), ...common, when: z.enum(['before', 'after']) }),
  picture: z.strictObject({ type: z.literal('picture'), ...common, ...drawn, caption: words('a caption', 25) }),
  /** Published figures by id. `note` says how to read them. */
  figures: z.strictObject({
    type: z.literal('figures'),
    ...common,
    show: z.enum(['table', 'chart']),
    rows: z
      .array(z.strictObject({ label: words('a label', 12), figure: id }))
      .min(1)
      .max(6),
    note: words('a note', 40),
    /** What each column of a chart counts: one unit, named. */
    unit: words('a unit', 12).optional(),
  }),
  /** Ways of the pathway side by side: domain/flow/picture.ts. */
  pathway: z.strictObject({
    type: z.literal('pathway'),
    ...common,
    alt: words('a description', 90),
    /** Outcomes of the pathway. */
    first: z.array(id).min(1).max(3),
    lanes: z
      .array(
        z.strictObject({
          outcome: id,
          /** Beside its name on the road: on what it hangs. */
          note: words('a note', 8).optional(),
          /** Steps of that outcome by id; the flow orders them. */
          steps: z
            .array(
              z.union([
                id,
                z.strictObject({
                  id,
                  when: words('a condition of a step', 8).optional(),
                  /** The stop on the road of the slide; without one the step is left out there. */
                  stop: words('a stop', 7).optional(),
                }),
              ]),
            )
            .min(2)
            .max(6),
        }),
      )
      .min(1)
      .max(3),
  }),
  /** What someone takes along, with the numbers that must not be forgotten. */
  end: z.strictObject({
    type: z.literal('end'),
    ...common,
    points: z.array(point).min(1).max(4),
    services: z.array(id).max(3),
    labels: z.record(id, words('a label', 6)).optional(),
    ...maybeDrawn,
  }),
  ...pictured,
} as const

export const slideSchema = z.discriminatedUnion(
  'type',
  [
    shapes.title,
    shapes.points,
    shapes.columns,
    shapes.kinds,
    shapes.signs,
    shapes.numbers,
    shapes.contacts,
    shapes.scenario,
    shapes.question,
    shapes.confidence,
    shapes.picture,
    shapes.figures,
    shapes.pathway,
    shapes.end,
    pictured.part,
    pictured.idea,
    pictured.tiles,
    pictured.spot,
    pictured.diagram,
    pictured.number,
    pictured.danger,
    pictured.rules,
    pictured.steps,
    pictured.talk,
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? `one of these types: ${Object.keys(shapes).join(', ')}` : undefined) },
)
export type Slide = z.infer<typeof slideSchema>
