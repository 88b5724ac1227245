import type { AttendParts } from './parts.ts'
import { readAttendEvent } from './read-event.ts'

/** `answer`: a random UUID of the page: sent twice, it is one answer. `before` and `since`: steps of the course's scale, from 0. */
export type EventFeedback = {
  answer: string
  code: string
  before: number | null
  since: number
  differently: string | null
  more: string | null
}

/** What somebody says of an event: without a name, and without a time. Nothing leads from it to them, or to the list. */
export const answerEvent = async (
  parts: AttendParts,
  { answer, code, before, since, differently, more }: EventFeedback,
): Promise<{ done: true } | { fault: 'closed' | 'full' | 'gone' }> => {
  const event = await readAttendEvent(parts, code)
  if ('fault' in event) return { fault: event.fault === 'gone' ? 'gone' : 'closed' }
  if (!event.asking) return { fault: 'closed' }
  const asked = await parts
    .door()
    ?.attend<{ came: 'kept' | 'closed' | 'full' }>('select attend_answer($1, $2, $3, $4, $5, $6, $7) as came', [
      ...[answer, code, event.asking, before, since, differently, more],
    ])
  if (!asked || 'fault' in asked) return { fault: 'gone' }
  const came = asked.rows[0]?.came ?? 'gone'
  return came === 'kept' ? { done: true } : { fault: came }
}
