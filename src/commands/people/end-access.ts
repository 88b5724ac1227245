import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutPerson } from './about-person.ts'
import { isLastCoordinator, isOnlyHolder } from './holders.ts'

/**
 * Someone leaves: every sign-in of theirs ends at once, with each role, the open invitation and each shift that is still to come. What they
 * wrote and read stays in the record under their id. The last coordinator is refused in the same words as whoever owns what nobody else may read:
 * one refusal does not tell of the other.
 */
export const endAccess = command<
  { person: string },
  { shifts: number; signIns: number },
  'last-administrator' | 'needs-coordinator' | 'ended-already'
>({
  verb: 'end-access',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  run: async ({ tx }, { person }) => {
    if (await isOnlyHolder(tx, person, 'administrator')) return { fault: 'last-administrator' }
    if (await isLastCoordinator(tx, person)) return { fault: 'needs-coordinator' }
    const { rows } = await sql<{ shifts: number | null; sign_ins: number | null }>`
      select shifts, sign_ins from end_access(${person}::uuid)`.execute(tx)
    const [ended] = rows
    if (ended?.sign_ins == null) return { fault: 'ended-already' }
    return {
      done: { shifts: ended.shifts ?? 0, signIns: ended.sign_ins },
      entry: { object: 'person', id: person, owner: person },
    }
  },
  conflicts: { WM012: 'needs-coordinator' },
})
