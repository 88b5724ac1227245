import { typedCertificateCode } from '../../domain/register/codes.ts'
import { type AttendParts, registerHash } from './parts.ts'
import { readAttendEvent } from './read-event.ts'

/**
 * `answer`: a random UUID of the page: sent twice, it is one answer. `before` and `since`: steps of the course's scale, from 0. `link`: what the mail
 * brought that asks half a year on; null: they came by the event's code.
 */
export type EventFeedback = {
  answer: string
  code: string
  before: number | null
  since: number
  differently: string | null
  more: string | null
  link: string | null
}

/** `link`: half a year on only by the link of the mail, once. `nobody`: the list has no name yet. */
export type AnswerFault = 'closed' | 'full' | 'link' | 'nobody' | 'gone'

/** What somebody says of an event: without a name, and without a time. Nothing leads from it to them, to the list, or to the link that they came by. */
export const answerEvent = async (
  parts: AttendParts,
  { answer, code, before, since, differently, more, link }: EventFeedback,
): Promise<{ done: true } | { fault: AnswerFault }> => {
  const event = await readAttendEvent(parts, code)
  if ('fault' in event) return { fault: event.fault === 'gone' ? 'gone' : 'closed' }
  if (!event.asking) return { fault: 'closed' }
  const asked = await parts
    .door()
    ?.attend<{ came: 'kept' | Exclude<AnswerFault, 'gone'> }>('select attend_answer($1, $2, $3, $4, $5, $6, $7, $8) as came', [
      ...[answer, code, event.asking, before, since, differently, more],
      link === null ? null : linkHash(parts.pepper, link),
    ])
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const came = asked.rows[0]?.came ?? 'gone'
  return came === 'kept' ? { done: true } : { fault: came }
}

/** As the database knows what is in a link. */
export const linkHash = (pepper: Uint8Array, link: string): Buffer => registerHash(pepper, 'link', link)

/** What stands in the link of a mail, as it was drawn for it. Null: it is of no such form, so it may be the code of an event. */
export const linkIn = (typed: string): string | null => typedCertificateCode(typed)

/** The code of the event that a link is of. `link`: it was used, or there is none. */
export const readLink = async ({ door, pepper }: AttendParts, link: string): Promise<{ code: string } | { fault: 'link' | 'gone' }> => {
  const found = await door()?.attend<{ code: string | null }>('select attend_link($1) as code', [linkHash(pepper, link)])
  if (!found || 'fault' in found) return { fault: 'gone' }
  const code = found.rows[0]?.code ?? null
  return code === null ? { fault: 'link' } : { code }
}
