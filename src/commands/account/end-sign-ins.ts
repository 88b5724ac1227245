import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'
import { at } from '../instant.ts'

/** Ends one sign-in, as of a telephone that was lost. */
export const endSignIn = command<{ signIn: string }, null>({
  verb: 'end-sign-in',
  needs: { action: 'change', object: 'sign-in' },
  about: async ({ tx, viewer }, { signIn }) => {
    const found = await tx.selectFrom('sign_in').select('person_id').where('id', '=', signIn).executeTakeFirst()
    return found ? { own: found.person_id === viewer.person } : null
  },
  run: async ({ tx, viewer, now }, { signIn }) => {
    await tx
      .updateTable('sign_in')
      .set({ ended_at: at(now) })
      .where('id', '=', signIn)
      .where('ended_at', 'is', null)
      .execute()
    return { done: null, entry: { object: 'sign-in', id: signIn, owner: viewer.person } }
  },
})

/** Ends all of one's own but the one that asks. */
export const endOtherSignIns = command<Record<never, never>, { ended: number }>({
  verb: 'end-other-sign-ins',
  needs: { action: 'change', object: 'sign-in' },
  about: ofMyself,
  run: async ({ tx, viewer, now }) => {
    const ended = await tx
      .updateTable('sign_in')
      .set({ ended_at: at(now) })
      .where('person_id', '=', viewer.person)
      .where('ended_at', 'is', null)
      .where(sql<boolean>`id::text <> current_setting('waymark.sign_in', true)`)
      .executeTakeFirst()
    return { done: { ended: Number(ended.numUpdatedRows) }, entry: { object: 'sign-in', id: viewer.person, owner: viewer.person } }
  },
})
