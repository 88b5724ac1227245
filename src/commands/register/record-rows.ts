import { sql } from 'kysely'
import type { ArrivingRow, Came } from '../../domain/register/arriving.ts'
import type { Tx } from '../../store/store.ts'

/** Records the rows of an import that whoever is signed in has made; gives what came of each, in their order. The import's counts are set by it. */
export const recordRows = async (tx: Tx, id: string, rows: readonly ArrivingRow[]): Promise<Came[]> => {
  const { rows: came } = await sql<{ came: Came }>`
    select came from record_attendances(${id}::uuid, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  return came.map((row) => row.came)
}
