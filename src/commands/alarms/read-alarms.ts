import { command, ofPartnership } from '../command.ts'
import { instantOf } from '../instant.ts'

/** Somebody opened many things in a short time, and no coordinator has looked into it yet. */
export type Alarm = { id: string; person: string; name: string; count: number; at: Temporal.Instant }

export const readAlarms = command<object, readonly Alarm[]>({
  verb: 'read-alarms',
  needs: { action: 'read', object: 'alarm' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const rows = await tx
      .selectFrom('alarm')
      .innerJoin('profile', 'profile.person_id', 'alarm.person_id')
      .select(['alarm.id', 'alarm.person_id as person', 'profile.name', 'alarm.count', 'alarm.at'])
      .where('seen_at', 'is', null)
      .orderBy('alarm.at')
      .limit(50)
      .execute()
    return { done: rows.map(({ at, ...row }) => ({ ...row, at: instantOf(at) })), entry: null }
  },
})
