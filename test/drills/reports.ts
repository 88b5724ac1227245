import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { keysOf, readCode } from '../../src/commands/intake/code.ts'
import { secretIn } from '../../src/store/embedded/secret-file.ts'
import { privateKey } from '../../src/store/pairs/private-key.ts'

/*
 * Reports through HTTP to a whole Waymark of the made-up county, as a browser without script sends them.
 */

export const reportEnv = { WAYMARK_PACK: 'fallowshire' }

/** Makes the database of a desk take reports in: a coordinator who is on call and has just opened the inbox, and a key to seal to. */
export const takeReports = async (client: pg.Client): Promise<void> => {
  const { public: key } = await privateKey(randomBytes(32))
  const { rows } = await client.query<{ id: string }>(
    "insert into person (partner_id, state) select min(id), 'active' from partner returning id",
  )
  const person = rows[0]?.id
  await client.query(
    "insert into role_grant (person_id, partner_id, role) select id, partner_id, 'coordinator' from person where id = $1",
    [person],
  )
  await client.query(
    "insert into profile (person_id, partner_id, name, email) select id, partner_id, 'Ada Footbridge', 'ada@example.org' from person where id = $1",
    [person],
  )
  await client.query(
    `with turn as (insert into shift (person_id, starts_at, ends_at, rung) values ($1, now() - interval '1 hour', now() + interval '10 days', 1) returning id)
      insert into shift_answer (shift_id, person_id, answer) select id, $1, 'agreed' from turn`,
    [person],
  )
  await client.query('insert into receiving_key (seq, id, public) values (1, $1, $2)', [key.id, Buffer.from(key.bytes)])
  await client.query('update intake set read_at = now(), read_by = $1, key_ready = true', [person])
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const sealedIn = (page: string): string | undefined => /name="so-far" value="([\w-]+)"/.exec(page)?.[1]
const codeIn = (page: string): readonly string[] | null => readCode(/report-line[^>]*>([^<]+)</.exec(page)?.[1] ?? '')

/** The page from which a report is sent, with all that was written sealed in it: as much as it can be sent twice. */
export const checkPage = async (at: string, text: string, headers: Record<string, string> = {}): Promise<string | null> => {
  const post = async (fields: Record<string, string>): Promise<string | null> => {
    const body = new URLSearchParams(fields)
    const answer = await fetch(`${at}/report`, {
      method: 'POST',
      body: body.toString(),
      headers: { ...form, ...headers },
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null)
    const page = await answer?.text().catch(() => null)
    return answer?.status === 200 ? (page ?? null) : null
  }
  const first = sealedIn((await post({ start: 'yes' })) ?? '')
  const check = first && (await post({ 'so-far': first, at: 'what', what: text, leave: 'what' }))
  return (check && sealedIn(check)) || null
}

/** Sends it once. Null: no answer, or one that asks to send it again. */
export const sendOnce = async (at: string, sealed: string, headers: Record<string, string> = {}): Promise<readonly string[] | null> => {
  const answer = await fetch(`${at}/report`, {
    method: 'POST',
    body: new URLSearchParams({ 'so-far': sealed, send: 'yes' }).toString(),
    headers: { ...form, ...headers },
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null)
  const page = await answer?.text().catch(() => null)
  return answer?.status === 200 && page ? codeIn(page) : null
}

/** The same report from the same page, until a code is shown. */
export const reportUntilAnswered = async (at: readonly string[]): Promise<string> => {
  const text = `Four men sleep behind the car wash. ${randomUUID()}`
  let sealed: string | null = null
  for (let tries = 0, began = performance.now(); performance.now() - began < 60_000; tries++, await pause(30)) {
    const one = at[tries % at.length] ?? ''
    sealed ??= await checkPage(one, text)
    const code = sealed && (await sendOnce(one, sealed))
    if (code) return code.join(' ')
  }
  throw new Error('a report was not answered within a minute')
}

/** Which codes have no concern, and how many concerns there are besides those of the codes. */
export const countReports = async (
  client: pg.Client,
  codes: readonly string[],
  data: string,
): Promise<{ lost: number; doubled: number; verb: string }> => {
  const pepper = Buffer.from(await secretIn(join(data, 'intake/pepper')), 'base64url')
  const { rows } = await client.query<{ hash: string }>(
    "select encode(code_hash, 'hex') as hash from concern c where exists (select from concern_text t where t.concern_id = c.id)",
  )
  const there = new Set(rows.map(({ hash }) => hash))
  let lost = 0
  for (const code of codes) {
    const { hash } = await keysOf(code.split(' '), pepper)
    if (!there.has(createHash('sha256').update(hash).digest('hex'))) lost += 1
  }
  return { lost, doubled: rows.length - (codes.length - lost), verb: 'raise-concern' }
}
