import type { ClientBase } from 'pg'
import type { Entry } from '../../domain/audit/chain.ts'

/** Entries that are asked for at a time. */
const page = 5000

/** Every entry in its order, as one moment has them. */
export async function* entriesOf(client: ClientBase): AsyncGenerator<Entry> {
  let after = 0
  for (;;) {
    const { rows } = await client.query<Omit<Entry, 'seq'> & { seq: string }>(
      `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, person, verb, object, object_id as "objectId", owner,
        encode(before, 'hex') as before, encode(hash, 'hex') as hash from audit where seq > $1 order by seq limit ${page}`,
      [after],
    )
    for (const row of rows) yield { ...row, seq: Number(row.seq) }
    if (rows.length < page) return
    after = Number(rows.at(-1)?.seq)
  }
}
