import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ArrivingRow, Came } from '../../../domain/register/arriving.ts'
import { type Mapping, remembered } from '../../../domain/register/sheet/mapping.ts'
import { command } from '../../command.ts'
import { at } from '../../instant.ts'
import { recordRows } from '../record-rows.ts'
import { aboutTarget, type ImportTarget } from './target.ts'

type Input = ImportTarget & {
  /** The file that is done with. */
  draft: string
  /** SHA-256 of the file, and of the names of its columns. */
  hash: Buffer
  headers: Buffer
  mapping: Mapping
  rows: readonly ArrivingRow[]
  /** Rows that could not be read. */
  bad: number
  /** Rows that say somebody did not do it. */
  others: number
}

/** Records the rows of a file, all in one transaction, and remembers how its columns were matched. */
export const keepImport = command<Input, { id: string; kept: number }, 'none'>({
  verb: 'import-register',
  needs: { action: 'add', object: 'register-import' },
  about: aboutTarget,
  run: async ({ tx, viewer, now }, { draft, partner, event, hash, headers, mapping, rows, bad, others }) => {
    if (!rows.length) return { fault: 'none' }
    const id = randomUUID()
    await tx
      .insertInto('register_import')
      .values({ id, made_by: viewer.person, partner_id: event === null ? partner : viewer.partner, kind: 'file', hash, event_id: event })
      .execute()
    const came = event === null ? await recordRows(tx, id, rows) : await keepNames(tx, id, rows)
    if (bad || others)
      await tx
        .updateTable('register_import')
        .set((of) => ({ rows: of('rows', '+', bad + others), refused: of('refused', '+', bad), others }))
        .where('id', '=', id)
        .execute()
    const kept = JSON.stringify(remembered(mapping))
    await tx
      .insertInto('import_mapping')
      .values({ partner_id: partner ?? viewer.partner, headers, mapping: kept, made_at: at(now) })
      .onConflict((on) => on.columns(['partner_id', 'headers']).doUpdateSet({ mapping: kept }))
      .execute()
    await tx.deleteFrom('import_draft').where('id', '=', draft).execute()
    return { done: { id, kept: came.filter((one) => one === 'kept').length }, entry: { object: 'register-import', id } }
  },
})

const keepNames = async (tx: Parameters<typeof recordRows>[0], id: string, rows: readonly ArrivingRow[]): Promise<Came[]> => {
  const { rows: came } = await sql<{ came: Came }>`
    select came from list_names(${id}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  return came.map((row) => row.came)
}
