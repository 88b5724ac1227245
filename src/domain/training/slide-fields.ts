import { z } from 'zod'
import { id } from '../fact.ts'
import { wordsIn } from './time.ts'

/** A text of at most so many words. `what` begins with an article: it is the sentence that the editor of the file reads. */
export const words = (what: string, most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => wordsIn(text) <= most, { message: `${what} of up to ${most} words` })

/** Minutes in which a room thinks and two people answer: a trainer who tried it took no less. */
const leastTalk = 0.75

/** What the trainer says and does while the slide is shown. */
export const notes = z
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
    care: z.array(words('advice on what to do if something happens', 60)).min(1).optional(),
  })
  .superRefine((note, context) => {
    const lacks = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message, input: undefined })
    if (note.ask && !note.expect) lacks('expect', 'the answers to listen for')
    if (note.ask && !note.minutes) lacks('minutes', 'how many minutes to allow for discussion')
    if (note.ask && note.minutes && note.minutes < leastTalk)
      context.addIssue({
        code: 'custom',
        path: ['minutes'],
        message: `at least ${leastTalk} minutes for a question to the room`,
        input: note.minutes,
      })
    if (note.expect && !note.ask) lacks('ask', 'the question that these answers are for')
  })

export const common = {
  id,
  /** Says the point. Alone among the titles of the course. */
  title: words('a title', 12),
  notes,
  /** The same for someone who reads: Markdown, in the handbook and on the web page. */
  handbook: words('a handbook text of one slide', 400).optional(),
  /** Outcomes that this slide teaches. */
  teaches: z.array(id).optional(),
}

export const point = words('a point', 18)
export const drawn = { drawing: id, alt: words('a description', 40) }

/** A picture that a slide may also do without: both or none. */
export const maybeDrawn = { drawing: id.optional(), alt: words('a description', 40).optional() }
