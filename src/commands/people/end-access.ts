import { sql } from 'kysely'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutPerson } from './about-person.ts'

/**
 * Someone leaves: every sign-in of theirs ends at once, with each role, the open invitation and each shift that is still to come. What they
 * wrote and read stays in the record under their name.
 */
export const endAccess = command<{ person: string }, { shifts: number; signIns: number }, 'last-administrator' | 'ended-already'>({
  verb: 'end-access',
  needs: { action: 'change', object: 'person' },
  about: aboutPerson,
  run: async ({ tx, now }, { person }) => {
    const ended = { ended_at: at(now) }
    const others = await tx
      .selectFrom('role_grant')
      .innerJoin('person', 'person.id', 'role_grant.person_id')
      .select('role_grant.id')
      .where('role', '=', 'administrator')
      .where('role_grant.ended_at', 'is', null)
      .where('person.state', '=', 'active')
      .where('person.id', '<>', person)
      .execute()
    const theirs = await tx
      .selectFrom('role_grant')
      .select('id')
      .where('person_id', '=', person)
      .where('role', '=', 'administrator')
      .where('ended_at', 'is', null)
      .execute()
    if (theirs.length && !others.length) return { fault: 'last-administrator' }
    const left = await tx
      .updateTable('person')
      .set({ ...ended, state: 'ended', version: sql`version + 1` })
      .where('id', '=', person)
      .where('state', '<>', 'ended')
      .executeTakeFirst()
    if (!left.numUpdatedRows) return { fault: 'ended-already' }
    const signIns = await tx
      .updateTable('sign_in')
      .set(ended)
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    await tx
      .updateTable('invitation')
      .set(ended)
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .where('used_at', 'is', null)
      .execute()
    await tx.updateTable('role_grant').set(ended).where('person_id', '=', person).where('ended_at', 'is', null).execute()
    const { rows } = await sql<{ shifts: number }>`select leave_rota(${person}) as shifts`.execute(tx)
    return {
      done: { shifts: rows[0]?.shifts ?? 0, signIns: Number(signIns.numUpdatedRows) },
      entry: { object: 'person', id: person, owner: person },
    }
  },
})
