import { sql } from 'kysely'
import { type Facts, may } from '../../domain/access/table.ts'
import type { Work } from '../command.ts'
import { isUuid } from '../uuid.ts'

/** What a person is to whoever asks; null: nobody whom they may know of. */
export const aboutPerson = async ({ tx, viewer }: Work, { person }: { person: string }): Promise<Facts | null> => {
  if (!isUuid(person)) return null
  const { rows } = await sql<{ partner_id: string; listed: boolean }>`
    select partner_id, id = any((select directory())::uuid[]) as listed from person where id = ${person}::uuid`.execute(tx)
  const [row] = rows
  return row ? { own: person === viewer.person, partner: row.partner_id, listed: row.listed } : null
}

/**
 * The same for what the directory does not say of somebody. Whoever is listed there is known to all members; the rest of them is answered
 * for by few, and to the others it is as if they were not there.
 */
export const aboutPersonInFull = async (work: Work, input: { person: string }): Promise<Facts | null> => {
  const facts = await aboutPerson(work, input)
  const full = facts && { ...facts, listed: false }
  return full && may(work.viewer, 'read', 'person', full) ? full : null
}
