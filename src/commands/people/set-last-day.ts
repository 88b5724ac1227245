import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { isOnlyHolder } from './holders.ts'

/** A last day further away than this, in years, is a mistake in typing. */
export const furthestYears = 2

/** The day at the end of which someone's access ends by itself; null: none is known. `day`: ISO, by the clocks of the partnership. */
export const setLastDay = command<
  { person: string; day: string | null },
  null,
  'day-past' | 'day-far' | 'last-administrator' | 'ended-already'
>({
  verb: 'set-last-day',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  run: async ({ tx, now, parts }, { person, day }) => {
    if (day !== null) {
      const today = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate()
      const last = Temporal.PlainDate.from(day)
      if (Temporal.PlainDate.compare(last, today) < 0) return { fault: 'day-past' }
      if (Temporal.PlainDate.compare(last, today.add({ years: furthestYears })) > 0) return { fault: 'day-far' }
      // Their access could not end by itself: nobody could let anyone in any more.
      if (await isOnlyHolder(tx, person, 'administrator')) return { fault: 'last-administrator' }
    }
    const set = await tx
      .updateTable('person')
      .set({ leaves_on: day, version: sql`version + 1` })
      .where('id', '=', person)
      .where('state', '<>', 'ended')
      .executeTakeFirst()
    if (!set.numUpdatedRows) return { fault: 'ended-already' }
    return { done: null, entry: { object: 'person', id: person, owner: person } }
  },
})
