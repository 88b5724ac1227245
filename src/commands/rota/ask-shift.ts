import { clashes, taken } from '../../domain/rota/clashes.ts'
import { mostNights } from '../../domain/rota/nights.ts'
import { isOver, overlap, type RungNumber, type Span } from '../../domain/rota/shift.ts'
import { command, ofPartnership } from '../command.ts'
import { at } from '../instant.ts'
import { shiftsDuring } from '../on-call-now.ts'
import { around, isListed, leavesFrom, oneAtATime, timezoneOf, todayOf } from './rota.ts'

type Input = {
  person: string
  rung: RungNumber
  times: readonly Span[]
  /** Shifts of others that end for this: those that whoever asks has seen, and no other. */
  instead: readonly string[]
}

/**
 * Asks someone on the list for some nights. `clash`: they are on leave or on another shift; `taken`: someone else has the night, or was asked
 * for it. Which, the domain says from the rota (clashes, taken). What was refused makes way.
 */
export const askShift = command<Input, { shifts: readonly string[] }, 'no-night' | 'over' | 'not-listed' | 'clash' | 'taken'>({
  verb: 'ask-shift',
  needs: { action: 'add', object: 'shift' },
  about: ofPartnership,
  run: async (work, { person, rung, times, instead }) => {
    const { tx, viewer, now, parts } = work
    await oneAtATime(tx)
    if (!times.length || times.length > mostNights) return { fault: 'no-night' }
    if (times.some((time) => isOver(time, now))) return { fault: 'over' }
    if (!(await isListed(tx, person))) return { fault: 'not-listed' }
    const there = await shiftsDuring(tx, around(times))
    const ending = there.filter((shift) => instead.includes(shift.id))
    const shifts = there.filter((shift) => !ending.includes(shift))
    const leaves = await leavesFrom(tx, todayOf(work), person)
    if (clashes(person, times, { shifts, leaves, timeZone: timezoneOf(work) }).length) return { fault: 'clash' }
    if (taken(rung, times, shifts).length) return { fault: 'taken' }
    const refused = shifts.filter(
      (shift) => shift.answer === 'refused' && shift.rung === rung && times.some((time) => overlap(time, shift)),
    )
    const over = [...taken(rung, times, ending), ...refused]
    if (over.length)
      await tx
        .updateTable('shift')
        .set({ ended_at: at(now) })
        .where(
          'id',
          'in',
          over.map(({ id }) => id),
        )
        .execute()
    const fresh = await tx
      .insertInto('shift')
      .values(
        times.map(({ starts, ends }) => ({ starts_at: at(starts), ends_at: at(ends), rung, person_id: person, asked_by: viewer.person })),
      )
      .returning('id')
      .execute()
    const asked = fresh.map(({ id }) => id)
    // One mail for all nights of one question.
    if (asked[0] !== undefined) await parts.queue(tx, { name: 'mail', mail: 'shift-asked', shift: asked[0] })
    return {
      done: { shifts: asked },
      entry: [
        ...over.map(({ id, person }) => ({ object: 'shift' as const, id, owner: person })),
        ...asked.map((id) => ({ object: 'shift' as const, id, owner: person })),
      ],
    }
  },
})
