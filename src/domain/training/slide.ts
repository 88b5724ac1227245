import { z } from 'zod'
import { id } from '../fact.ts'
import { wordsIn } from './time.ts'

/** A text of at most so many words. `what` begins with an article: it is the sentence that the editor of the file reads. */
const words = (what: string, most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => wordsIn(text) <= most, { message: `${what} is ${most} words at most` })

/** Minutes in which a room thinks and two people answer: a trainer who tried it took no less. */
const leastTalk = 0.75
/** Minutes for a case: two for the talk of pairs, then two answers. */
const leastCase = 3

/** What the trainer says and does while the slide is shown. */
const notes = z
  .strictObject({
    /** Spoken as it stands. */
    say: words('a speech on one slide', 330),
    /** A question to the room. */
    ask: words('a question to the room', 50).optional(),
    /** What a trainer listens for in the answers, and says where nobody does. */
    expect: z.array(words('an expected answer', 50)).min(1).optional(),
    /** What the trainer does: hand out, wait, write down. Not spoken. */
    do: words('a direction', 60).optional(),
    /** Minutes for what is not said by the trainer: talk in pairs, answers, writing, a pause. */
    minutes: z.number().min(0.25).max(15).optional(),
    /** What the trainer gets ready before the day. Not spoken, and no time of the course. */
    prepare: z.array(words('a thing to prepare', 50)).min(1).optional(),
    /** What the trainer does if something happens: someone weeps, tells, leaves. Not spoken to the room. */
    care: z.array(words('what to do if something happens', 60)).min(1).optional(),
  })
  .superRefine((note, context) => {
    const lacks = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message, input: undefined })
    if (note.ask && !note.expect) lacks('expect', 'the answers to listen for')
    if (note.ask && !note.minutes) lacks('minutes', 'how many minutes the room may talk')
    if (note.ask && note.minutes && note.minutes < leastTalk)
      context.addIssue({
        code: 'custom',
        path: ['minutes'],
        message: `a question to the room takes ${leastTalk} minutes at least`,
        input: note.minutes,
      })
    if (note.expect && !note.ask) lacks('ask', 'the question that is answered')
  })

const common = {
  id,
  /** Says the point. Alone among the titles of the course. */
  title: words('a title', 12),
  notes,
  /** The same for someone who reads: Markdown, in the handbook and on the web page. */
  handbook: words('a handbook text of one slide', 400).optional(),
  /** Outcomes that this slide teaches. */
  teaches: z.array(id).optional(),
}

const point = words('a point', 18)
const column = z.strictObject({ title: words('a title', 8), points: z.array(point).min(1).max(5) })
const drawn = { drawing: id, alt: words('a description', 40) }

const shapes = {
  title: z.strictObject({ type: z.literal('title'), ...common, lead: words('a lead', 25), ...drawn }),
  points: z.strictObject({
    type: z.literal('points'),
    ...common,
    points: z.array(point).min(2).max(5),
  }),
  columns: z.strictObject({ type: z.literal('columns'), ...common, left: column, right: column }),
  /** Kinds of exploitation by id: name and summary. */
  kinds: z.strictObject({ type: z.literal('kinds'), ...common, kinds: z.array(id).min(1).max(6) }),
  /** Signs by id. */
  signs: z.strictObject({ type: z.literal('signs'), ...common, signs: z.array(id).min(1).max(6) }),
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
    facts: words('the facts of a case', 40),
    questions: z
      .array(z.strictObject({ ask: words('a question to the room', 30), expect: z.array(words('an expected answer', 50)).min(1) }))
      .min(1)
      .max(4),
    ...drawn,
    /** Outcomes that the talk about it shows. */
    checks: z.array(id).min(1),
    notes: notes.refine(({ minutes }) => minutes !== undefined && minutes >= leastCase, {
      path: ['minutes'],
      message: `the talk about a case takes ${leastCase} minutes at least`,
    }),
  }),
  /** A question of the check, by its id. */
  question: z.strictObject({ type: z.literal('question'), ...common, item: id }),
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
          /** Steps of that outcome by id; the flow orders them. */
          steps: z
            .array(z.union([id, z.strictObject({ id, when: words('what a step hangs on', 8) })]))
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
    services: z.array(id).min(1).max(3),
    labels: z.record(id, words('a label', 6)).optional(),
  }),
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
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? `a type is ${Object.keys(shapes).join(', ')}` : undefined) },
)
export type Slide = z.infer<typeof slideSchema>
