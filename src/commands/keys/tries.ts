import { sql } from 'kysely'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'

/** So many passphrases may be wrong at once; after that each wrong one makes the next wait, twice as long each time. In seconds. */
const limits = { free: 5, first: 15, longest: 900, hours: 12 }
/** From the third wrong one on it stands in the audit. */
export const noted = 3

/** Seconds to wait; or which try this is, and what to call where it was right. It is counted before it is tried: of many at once no more pass. */
export type Try = { wait: number } | { count: number; right(): Promise<void> }

/** On a connection of its own: it counts whether or not the work is undone. */
export const takeTry = async ({ store: { app }, keyed, now }: Parts, person: string): Promise<Try> => {
  const key = keyed('throttle', JSON.stringify(['passphrase', person]))
  const instant = at(now())
  const { free, first, longest, hours } = limits
  const forgotten = new Date(instant.getTime() - hours * 3_600_000)
  const { rows } = await sql<{ failures: number }>`
    insert into throttle as t (key, failures, until) values (${key}, 1, ${instant})
    on conflict (key) do update set
      failures = case when t.until < ${forgotten} then 1 else least(t.failures + 1, 10000) end,
      until = ${instant}::timestamptz + case
        when t.until < ${forgotten} or t.failures < ${free} then interval '0'
        else least(${first} * power(2, least(t.failures - ${free}, 20)), ${longest}) * interval '1 second' end
    where t.until <= ${instant}
    returning failures`.execute(app)
  const [row] = rows
  if (row) return { count: row.failures, right: async () => void (await app.deleteFrom('throttle').where('key', '=', key).execute()) }
  const kept = await app.selectFrom('throttle').select('until').where('key', '=', key).executeTakeFirst()
  return { wait: Math.max(1, Math.ceil(((kept?.until.getTime() ?? 0) - instant.getTime()) / 1000)) }
}
