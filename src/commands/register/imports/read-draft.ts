import { command, ofMyself } from '../../command.ts'
import { at } from '../../instant.ts'
import { isUuid } from '../../uuid.ts'
import { openedDraft } from './draft-box.ts'

const life = Temporal.Duration.from({ hours: 1 })

/** The file of a ticket. `gone`: an hour is over, it is done, or another one was sent since. */
export const openDraft = command<{ ticket: string }, { file: Buffer }, 'gone'>({
  verb: 'read-draft',
  needs: { action: 'read', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, now }, { ticket }) => {
    const [id = '', key = ''] = ticket.split('.')
    if (!isUuid(id)) return { fault: 'gone' }
    const row = await tx
      .selectFrom('import_draft')
      .select('sealed')
      .where('id', '=', id)
      .where('made_at', '>', at(now.subtract(life)))
      .executeTakeFirst()
    const file = row ? await openedDraft(row.sealed, Buffer.from(key, 'base64url'), id) : null
    return file ? { done: { file }, entry: null } : { fault: 'gone' }
  },
})
