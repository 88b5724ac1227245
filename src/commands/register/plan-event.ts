import { randomUUID } from 'node:crypto'
import { isInOrder } from '../../domain/register/event.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { newEventCode, newEventWord } from './events.ts'

export type EventPlan = {
  tier: string
  language: string
  starts: Temporal.Instant
  ends: Temporal.Instant
  online: boolean
  place: string
  audience: string
  capacity: number
}

/** An event of whoever plans it, on the version of the course that is taught today. */
export const planEvent = command<EventPlan, { event: string }, 'order' | 'tier' | 'taken'>({
  verb: 'plan-event',
  needs: { action: 'add', object: 'training-event' },
  about: async ({ viewer }) => ({ own: true, partner: viewer.partner }),
  // Two letters in a thousand million: the form is sent again.
  conflicts: { training_event_code_key: 'taken' },
  run: async ({ tx, viewer, parts }, plan) => {
    const { course } = parts.pack
    if (!course.tiers.some(({ id }) => id === plan.tier)) return { fault: 'tier' }
    if (!isInOrder(plan)) return { fault: 'order' }
    const { starts, ends, ...rest } = plan
    const event = randomUUID()
    await tx
      .insertInto('training_event')
      .values({
        ...{ ...rest, id: event, code: newEventCode(), word: newEventWord(), partner_id: viewer.partner, trainer_id: viewer.person },
        ...{ version: course.taught, starts_at: at(starts), ends_at: at(ends) },
      })
      .execute()
    return { done: { event }, entry: { object: 'training-event', id: event, owner: viewer.person } }
  },
})
