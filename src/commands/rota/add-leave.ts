import { timeOfLeave } from '../../domain/rota/clashes.ts'
import { command } from '../command.ts'
import { shiftsDuring } from '../on-call-now.ts'
import { aboutPerson } from '../people/about-person.ts'
import { oneAtATime, timezoneOf, todayOf } from './rota.ts'

/** The longest leave, in days after its first. */
export const longestLeave = 366

type Input = { person: string; first: Temporal.PlainDate; last: Temporal.PlainDate }

/** Days on which someone cannot be on call. Shifts that they have then stay theirs until someone else takes them: gives which. */
export const addLeave = command<Input, { leave: string; swap: readonly string[] }, 'order' | 'past' | 'long'>({
  verb: 'add-leave',
  needs: { action: 'add', object: 'leave' },
  about: aboutPerson,
  run: async (work, { person, first, last }) => {
    const { tx, viewer } = work
    await oneAtATime(tx)
    if (Temporal.PlainDate.compare(last, first) < 0) return { fault: 'order' }
    if (Temporal.PlainDate.compare(last, todayOf(work)) < 0) return { fault: 'past' }
    if (first.until(last, { largestUnit: 'day' }).days > longestLeave) return { fault: 'long' }
    const { id: leave } = await tx
      .insertInto('leave')
      .values({ person_id: person, first_day: String(first), last_day: String(last), added_by: viewer.person })
      .returning('id')
      .executeTakeFirstOrThrow()
    const shifts = await shiftsDuring(tx, timeOfLeave({ first, last }, timezoneOf(work)))
    const swap = shifts.filter((shift) => shift.person === person && shift.answer !== 'refused').map(({ id }) => id)
    return { done: { leave, swap }, entry: { object: 'leave', id: leave, owner: person } }
  },
})
