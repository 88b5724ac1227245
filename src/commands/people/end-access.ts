import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { isOnlyHolder } from './holders.ts'

/**
 * Someone leaves: every sign-in of theirs ends at once, with each role, the open invitation and each shift that is still to come. What they
 * wrote and read stays in the record under their id. `knowing`: whoever asks has been told that no coordinator will be left.
 */
export const endAccess = command<
  { person: string; knowing?: boolean },
  { shifts: number; signIns: number },
  'last-administrator' | 'last-coordinator' | 'last-reader' | 'ended-already'
>({
  verb: 'end-access',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  run: async ({ tx }, { person, knowing = false }) => {
    if (await isOnlyHolder(tx, person, 'administrator')) return { fault: 'last-administrator' }
    if (!knowing && (await isOnlyHolder(tx, person, 'coordinator'))) return { fault: 'last-coordinator' }
    const { rows } = await sql<{ shifts: number | null; sign_ins: number | null }>`
      select shifts, sign_ins from end_access(${person}::uuid)`.execute(tx)
    const [ended] = rows
    if (ended?.sign_ins == null) return { fault: 'ended-already' }
    return {
      done: { shifts: ended.shifts ?? 0, signIns: ended.sign_ins },
      entry: { object: 'person', id: person, owner: person },
    }
  },
  conflicts: { WM012: 'last-reader' },
})
