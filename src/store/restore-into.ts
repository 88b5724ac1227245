import type { ClientBase } from 'pg'

/** Tables that the program itself makes and fills: no part of a backup. */
export const apart: readonly string[] = ['kysely_migration', 'kysely_migration_lock', 'first_link']

/** A start fills in partners from the pack, and a link for the first person: while nobody has come, they are not in the way of a backup. */
export const emptyOfPeople = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query('select from person limit 1')
  if (!rows.length) await client.query('delete from first_link; delete from partner where not exists (select from person)')
}
