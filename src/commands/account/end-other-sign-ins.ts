import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'
import { at } from '../instant.ts'

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
