import { sql } from 'kysely'
import type { Facts } from '../../domain/access/table.ts'
import type { Work } from '../command.ts'

/** What a person is to whoever asks; null: nobody whom they may know of. */
export const aboutPerson = async ({ tx, viewer }: Work, { person }: { person: string }): Promise<Facts | null> => {
  const { rows } = await sql<{ partner_id: string; listed: boolean }>`
    select partner_id, id = any((select directory())::uuid[]) as listed from person where id = ${person}::uuid`.execute(tx)
  const [row] = rows
  return row ? { own: person === viewer.person, partner: row.partner_id, listed: row.listed } : null
}
