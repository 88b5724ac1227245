import { sql } from 'kysely'
import { command } from '../../command.ts'
import { takeTime } from '../record-rows.ts'

/** Takes an import back: its attendances, and people whom nothing else knows. Certificates that were made of it say that they were taken back. */
export const undoImport = command<{ id: string }, { gone: number }, 'undone'>({
  verb: 'undo-import',
  needs: { action: 'change', object: 'register-import' },
  about: async ({ tx, viewer }, { id }) => {
    const row = await tx.selectFrom('register_import').select(['made_by', 'partner_id']).where('id', '=', id).executeTakeFirst()
    return row ? { own: row.made_by === viewer.person, ...(row.partner_id === null ? {} : { partner: row.partner_id }) } : null
  },
  run: async ({ tx }, { id }) => {
    await takeTime(tx)
    const { rows } = await sql<{ gone: number | null }>`select undo_import(${id}::uuid) as gone`.execute(tx)
    const gone = rows[0]?.gone ?? null
    return gone === null ? { fault: 'undone' } : { done: { gone }, entry: { object: 'register-import', id } }
  },
})
