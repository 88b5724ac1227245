import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutPerson } from './about-person.ts'

/** Ends sign-ins of somebody, all of them or one: their browsers are asked to sign in again. */
export const endSignIns = command<{ person: string; signIn: string | null }, number>({
  verb: 'end-sign-ins',
  needs: { action: 'change', object: 'sign-in' },
  about: aboutPerson,
  run: async ({ tx, now }, { person, signIn }) => {
    const open = tx
      .updateTable('sign_in')
      .set({ ended_at: at(now) })
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
    const { numUpdatedRows } = await (signIn === null ? open : open.where('id', '=', signIn)).executeTakeFirst()
    return { done: Number(numUpdatedRows), entry: { object: 'person', id: person, owner: person } }
  },
})
