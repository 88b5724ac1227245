import { sql } from 'kysely'
import type { ArrivingRow, Came } from '../../domain/register/arriving.ts'
import type { Tx } from '../../store/store.ts'

/** Fifty thousand rows on a busy machine, or all people of a large trust, need longer than any other statement is given. It ends with the transaction. */
export const takeTime = async (tx: Tx): Promise<void> => {
  await sql`select set_config('statement_timeout', '110s', true)`.execute(tx)
}

/** Records the rows of an import that whoever is signed in has made; gives what came of each, in their order. The import's counts are set by it. */
export const recordRows = async (tx: Tx, id: string, rows: readonly ArrivingRow[]): Promise<Came[]> => {
  await takeTime(tx)
  const { rows: came } = await sql<{ came: Came }>`
    select came from record_attendances(${id}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  return came.map((row) => row.came)
}
