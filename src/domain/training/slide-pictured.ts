import { z } from 'zod'
import { id } from '../fact.ts'
import { common, drawn, words } from './slide-fields.ts'

/** A place in a drawing, in hundredths of its width and height from the upper left corner. */
const place = { x: z.number().min(0).max(100), y: z.number().min(0).max(100) }

/** What a picture shows at a glance, where its signs are, and what is done about them. */
const scene = {
  lead: words('a lead', 20),
  spots: z
    .array(z.strictObject({ ...place, text: words('an answer', 10) }))
    .min(2)
    .max(5),
  act: words('what to do', 20),
}
export const sceneSchema = z.strictObject(scene)

/** Slides that a picture, a board or a shape carries, and few words. */
export const pictured = {
  /** Opens a part: the parts of the tier as boards of a sign post. */
  part: z.strictObject({
    type: z.literal('part'),
    ...common,
    lead: words('a lead', 20),
    /** On the board, where the title of the part is too long for one. */
    board: words('a board', 5).optional(),
  }),
  /** The sentence to remember, on a whole picture. */
  idea: z.strictObject({ type: z.literal('idea'), ...common, lead: words('a lead', 20), ...drawn }),
  /** Things of one kind side by side, each with its picture: three stand on one ground. A kind of exploitation has its name from the pack. */
  tiles: z.strictObject({
    type: z.literal('tiles'),
    ...common,
    tiles: z
      .array(
        z
          .strictObject({ kind: id.optional(), name: words('a name', 5).optional(), line: words('a line', 16), ...drawn })
          .refine(({ kind, name }) => (kind === undefined) !== (name === undefined), { message: 'either a `kind` or a `name`, not both' }),
      )
      .min(3)
      .max(5),
    below: words('a line', 16).optional(),
  }),
  /** A picture in which the room looks for what does not fit; then the same picture with the answers. */
  spot: z.strictObject({
    type: z.literal('spot'),
    ...common,
    ...drawn,
    ...scene,
    task: words('a task', 16),
    /** Title of the answers. */
    answer: words('a title', 8),
  }),
  /** Things around one figure: in drawings and words, half of them at each side. */
  diagram: z.strictObject({
    type: z.literal('diagram'),
    ...common,
    ...drawn,
    things: z
      .array(z.strictObject({ drawing: id, text: words('a label', 8) }))
      .min(4)
      .max(6),
    below: words('a line', 14),
  }),
  /** One number of a figure as one says it: `3 in 4`. */
  number: z.strictObject({
    type: z.literal('number'),
    ...common,
    ...drawn,
    number: words('a number', 4),
    figure: id,
    lines: z.array(words('a line', 14)).min(1).max(2),
  }),
  /** The line for danger on the one yellow board, and when to call it. */
  danger: z.strictObject({
    type: z.literal('danger'),
    ...common,
    service: id,
    text: words('a text', 24),
    points: z.array(words('a point', 9)).min(2).max(4),
    note: words('a note', 16).optional(),
  }),
  /** What to do, each with its sign, and what not to do. */
  rules: z.strictObject({
    type: z.literal('rules'),
    ...common,
    do: z
      .array(z.strictObject({ drawing: id, text: words('a rule', 10) }))
      .min(2)
      .max(4),
    dont: z.array(words('a rule', 10)).min(2).max(5),
  }),
  /** What comes first, second, third; then a bar with what must not happen. */
  steps: z.strictObject({
    type: z.literal('steps'),
    ...common,
    ...drawn,
    steps: z
      .array(z.strictObject({ title: words('a title', 6), text: words('a step', 12) }))
      .min(2)
      .max(3),
    bar: words('a bar', 30),
  }),
  /** Words that can be said, in bubbles whose tails end at the speaker. */
  talk: z.strictObject({
    type: z.literal('talk'),
    ...common,
    ...drawn,
    bubbles: z
      .array(z.strictObject({ when: words('an occasion', 6), text: words('what is said', 12), ...place }))
      .min(1)
      .max(3),
  }),
} as const
