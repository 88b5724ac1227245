import { z } from 'zod'
import { fact, id, partialDate, sure, unknown } from '../fact.ts'

const sourced = { ...fact, source_date: z.union([partialDate, unknown]), sure }

/** How a network counts the length of a post: see the head of networks.yaml. */
const counting = z.enum(['weighted', 'graphemes', 'units', 'bytes'])

/** A network on which messages are posted, and how long a post may be there. */
export const networkSchema = z
  .strictObject({
    id,
    name: z.string().min(1),
    limit: z.int().min(1),
    counts: counting,
    /** What every link counts, however long it is. */
    link: z.int().min(1).optional(),
    links: z.boolean(),
    says_source: z.boolean(),
    /** Ids of the pictures that suit it, the best first. */
    pictures: z.array(id).min(1),
    ...sourced,
  })
  .refine(({ counts, link }) => (counts === 'weighted') === (link !== undefined), {
    path: ['link'],
    message: 'the number of characters that a link counts as, if `counts` is `weighted`, and only then',
  })
export type Network = z.infer<typeof networkSchema>

const pixels = z.int().min(0).max(4096)

/** A size of picture. All lengths in pixels. */
export const pictureSchema = z
  .strictObject({
    id,
    name: z.string().min(1),
    width: pixels.min(600),
    height: pixels.min(600),
    /** Which pictures there are in this size: one for the day and for each message, or one for the day alone. */
    of: z.enum(['messages', 'day']),
    /** Rows without words, for the network lays its own over them. */
    clear_top: pixels.optional(),
    clear_bottom: pixels.optional(),
    ...sourced,
  })
  .refine(({ height, clear_top = 0, clear_bottom = 0 }) => height - clear_top - clear_bottom >= 600, {
    path: ['height'],
    message: 'a height of at least 600 pixels more than the space that is kept clear',
  })
export type Picture = z.infer<typeof pictureSchema>
