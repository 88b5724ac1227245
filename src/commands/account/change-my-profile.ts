import { sql } from 'kysely'
import { command, ofMyself } from '../command.ts'

/** One's own name and telephone number. `version`: of what was read; where someone else has changed it since, nothing is lost of either. */
export const changeMyProfile = command<{ name: string; phone: string | null; version: number }, null, 'changed-meanwhile'>({
  verb: 'change-my-profile',
  needs: { action: 'change', object: 'profile' },
  about: ofMyself,
  run: async ({ tx, viewer: { person } }, { name, phone, version }) => {
    const changed = await tx
      .updateTable('profile')
      .set({ name, phone, version: sql`version + 1` })
      .where('person_id', '=', person)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!changed.numUpdatedRows) return { fault: 'changed-meanwhile' }
    return { done: null, entry: { object: 'profile', id: person, owner: person } }
  },
})
