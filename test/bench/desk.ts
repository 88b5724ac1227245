import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { packNamed } from '../../src/processes/read-pack.ts'
import { attached, withOwner } from '../../src/store/attach.ts'
import { deskToStart, views } from './desk-to-start.ts'

/** What the desk takes: its starts, its memory, its lists with many people in them, and signing in. In ms and bytes. */
export type DeskFigures = {
  first: number
  later: number
  memory: Record<'site' | 'desk' | 'database', number>
  /** Of a hundred views one after the other, for whoever sees all of 2,000 people with 2,000 checks of facts. */
  lists: { path: string; median: number; p95: number }[]
  /** A wrong password by itself, and the last of sixteen that come at once. */
  password: { alone: number; sixteenth: number }
}

const people = 2000

export const deskFigures = async (command: string): Promise<DeskFigures> => {
  const { data, at, said, began, stop, remove } = await deskToStart(command)
  try {
    const first = await began()
    await stop(first.child)
    const later = await began()
    const link = [...said().matchAll(/\/desk\/first\/([\w-]{43})/g)].at(-1)?.[1]
    await pause(4000)
    const memory = memoryOf(later.child.pid ?? 0)
    const cookie = await come(`${at}/desk/first/${link}`)
    await fill(data)
    const lists = []
    for (const path of ['/desk', '/desk/people', '/desk/directory', '/desk/rota', '/desk/facts'])
      lists.push({ path, ...(await views(at + path, cookie, 100)) })
    const password = {
      alone: await wrongPassword(at),
      sixteenth: Math.max(...(await Promise.all(Array.from({ length: 16 }, () => wrongPassword(at))))),
    }
    await stop(later.child)
    return { first: first.ms, later: later.ms, memory, lists, password }
  } finally {
    await remove()
  }
}

const come = async (link: string): Promise<string> => {
  const body = new URLSearchParams({ name: 'Mina Footbridge', email: 'mina@example.org', partner: 'watford' })
  const answer = await fetch(link, { method: 'POST', body, redirect: 'manual' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** People over all partners, and what they found out, put there by the owner: it is read here, not written. */
const fill = (data: string): Promise<unknown> =>
  attached({ data, tell: () => {} }, (connect) =>
    withOwner(connect, async (client) => {
      await client.query(`create temp table made as select gen_random_uuid() as id, n,
        (select array_agg(id order by id) from partner)[1 + n % (select count(*)::int from partner)] as partner_id from generate_series(1, ${people}) n`)
      await client.query("insert into person (id, partner_id, state) select id, partner_id, 'active' from made")
      await client.query(
        "insert into profile (person_id, partner_id, name, email) select id, partner_id, 'Person ' || n, n || '@example.org' from made",
      )
      await client.query(
        "insert into role_grant (person_id, partner_id, role) select id, partner_id, case when n % 40 = 0 then 'spoc' else 'practitioner' end from made",
      )
      await client.query(
        `insert into role_grant (person_id, partner_id, role) select id, partner_id, 'coordinator' from person where id not in (select id from made) on conflict do nothing`,
      )
      const facts = ((await packNamed('hertfordshire'))?.facts ?? []).map(({ list, id }) => `${list} ${id}`)
      await client.query(
        `insert into fact_check (list, fact, checked_on, way, asked, said, holds, made_by, partner_id)
          select split_part(one, ' ', 1), split_part(one, ' ', 2), current_date, 'telephone', 'a call handler', 'Yes.', 'yes', id, partner_id
          from made, lateral (select ($1::text[])[1 + n % cardinality($1)] as one) facts`,
        [facts],
      )
      await client.query('analyze')
    }),
  )

const wrongPassword = async (at: string): Promise<number> => {
  const since = performance.now()
  const body = new URLSearchParams({ email: `${randomUUID()}@example.org`, password: 'not the password of anybody' })
  await (await fetch(`${at}/desk/sign-in/password`, { method: 'POST', body, redirect: 'manual' })).arrayBuffer()
  return performance.now() - since
}

/** Proportional memory, so that what processes share counts once. */
const memoryOf = (site: number): Record<'site' | 'desk' | 'database', number> => {
  const pss = (pid: number): number => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
  const [desk = 0] = childrenOf(site)
  const servers = childrenOf(desk).flatMap((shell) => [shell, ...childrenOf(shell).flatMap((server) => [server, ...childrenOf(server)])])
  return { site: pss(site), desk: pss(desk), database: servers.map(pss).reduce((all, one) => all + one, 0) }
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const childrenOf = (parent: number): number[] =>
  readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) && Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]) === parent ? [Number(name)] : [],
  )
