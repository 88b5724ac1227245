import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutPerson } from '../people/about-person.ts'
import { isListed } from './rota.ts'

/** Takes someone off the list: their shifts to come end, the one they are in too, and what they asked or were asked is withdrawn. */
export const unlistOnCall = command<{ person: string }, { shifts: number }, 'not-listed' | 'needs-coordinator'>({
  verb: 'unlist-on-call',
  needs: { action: 'remove', object: 'on-call' },
  about: aboutPerson,
  run: async ({ tx }, { person }) => {
    if (!(await isListed(tx, person))) return { fault: 'not-listed' }
    const { rows } = await sql<{ shifts: number }>`select leave_rota(${person}) as shifts`.execute(tx)
    return { done: { shifts: rows[0]?.shifts ?? 0 }, entry: { object: 'on-call', id: person, owner: person } }
  },
  conflicts: { WM012: 'needs-coordinator' },
})
