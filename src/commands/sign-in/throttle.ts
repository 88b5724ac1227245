import { sql } from 'kysely'
import { lowerEmail } from '../email.ts'
import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'

/**
 * How often something may be tried and fail, by whom it is tried of. After `free` failures each further one makes the next wait: `first`
 * seconds, then twice as long, up to a quarter of an hour. All is forgotten after so many hours without a failure. OWASP ASVS 5.0, 6.3.1; a
 * person's password can so be tried about a hundred times a day by the whole world. A network may be a hospital.
 */
const limits = {
  person: { free: 5, first: 15, hours: 12 },
  network: { free: 100, first: 15, hours: 1 },
} as const
const longest = 900

export type Tried = { what: 'password' | 'code' | 'recovery-code' | 'passphrase'; person: string; network: string | null }

/** Seconds until it may be tried again; or which try of this person it is, and what to call where it was right, so that it does not count. */
export type Try = { wait: number } | { count: number; right(): Promise<void> }

/**
 * Counts a try as failed before it is made: of many at once no more pass than of one after the other. It asks and tells nothing of whether
 * there is such a person. A network is asked first: what it may not try cannot make a person wait.
 */
export const takeTry = async (parts: Parts, { what, person, network }: Tried): Promise<Try> => {
  const keyOf = (kind: keyof typeof limits, who: string): Buffer => parts.keyed('throttle', JSON.stringify([what, kind, who]))
  const ofPerson = keyOf('person', lowerEmail(person))
  const ofNetwork = network === null ? null : keyOf('network', network)
  const fromThere = ofNetwork && (await count(parts, ofNetwork, 'network'))
  if (fromThere && 'wait' in fromThere) return fromThere
  const counted = await count(parts, ofPerson, 'person')
  if ('wait' in counted) return counted
  const { app } = parts.store
  return {
    count: counted.failures,
    right: async () => {
      await app.deleteFrom('throttle').where('key', '=', ofPerson).execute()
      if (ofNetwork)
        await app
          .updateTable('throttle')
          .set({ failures: sql`greatest(failures - 1, 0)`, until: at(parts.now()) })
          .where('key', '=', ofNetwork)
          .execute()
    },
  }
}

const count = async (
  { store: { app }, now }: Parts,
  key: Buffer,
  kind: keyof typeof limits,
): Promise<{ wait: number } | { failures: number }> => {
  const { free, first, hours } = limits[kind]
  const instant = at(now())
  const forgotten = new Date(instant.getTime() - hours * 3_600_000)
  // Longer than any wait: the clock was ahead, and has been set back since.
  const furthest = new Date(instant.getTime() + longest * 1000)
  // In one statement: of two at once the second sees what the first has counted.
  const { rows } = await sql<{ failures: number }>`
    insert into throttle as t (key, failures, until) values (${key}, 1, ${instant})
    on conflict (key) do update set
      failures = case when t.until < ${forgotten} then 1 else least(t.failures + 1, 10000) end,
      until = ${instant}::timestamptz + case
        when t.until < ${forgotten} or t.failures < ${free} then interval '0'
        else least(${first} * power(2, least(t.failures - ${free}, 20)), ${longest}) * interval '1 second' end
    where t.failures <= ${free} or t.until <= ${instant} or t.until > ${furthest}
    returning failures`.execute(app)
  const [row] = rows
  if (row) {
    if (row.failures === 1) await forget(app, instant)
    return { failures: row.failures }
  }
  const kept = await app.selectFrom('throttle').select('until').where('key', '=', key).executeTakeFirst()
  return { wait: Math.max(1, Math.ceil(((kept?.until.getTime() ?? 0) - instant.getTime()) / 1000)) }
}

/** Whoever tries from many places leaves many rows: each new one takes old ones away. */
const forget = (app: Parts['store']['app'], instant: Date) =>
  app
    .deleteFrom('throttle')
    .where('until', '<', new Date(instant.getTime() - limits.person.hours * 3_600_000))
    .execute()
