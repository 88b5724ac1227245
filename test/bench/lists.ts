import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { makeToken } from '../../src/commands/token.ts'
import { attached, withOwner } from '../../src/store/attach.ts'
import { deskToStart, views } from './desk-to-start.ts'
import { fillConcerns, fillLookers, type Looker, lookers } from './lists-fill.ts'

/** How long each list takes for whoever sees all, a third, a few or none, by how many concerns there are. In ms. */
export type ListFigures = {
  rows: { path: string; who: Looker; small: number; large: number; median: number }[]
  /** To put one concern into the database, with its lists and without. */
  intake: { with: number; without: number }
}

export const [small, large] = [2_000, 200_000] as const

/** Views of each list. */
const rounds = 30

const inbox = '/desk/concerns'
const paths: readonly string[] = [
  '/desk',
  inbox,
  ...['mine', 'offered', 'late', 'closed'].map((view) => `${inbox}?view=${view}`),
  `${inbox}?sort=due`,
  `${inbox}?sort=received-down`,
  ...[
    '',
    'ref=C-1187',
    'town=town-7',
    'town=town-7&sector=sector-3',
    'sector=sector-3&state=withdrawn',
    'sign=sign-9',
    'town=town-7&sign=sign-9',
  ].map((query) => `${inbox}/find?${query}`),
  ...[
    'sign=sign-9&state=withdrawn',
    'state=closed',
    'state=new',
    'owner=OWNER',
    'owner=OWNER&state=open&town=town-7',
    'from=DAY',
    'to=DAY&sort=received',
    'town=nowhere',
  ].map((query) => `${inbox}/find?${query}`),
]

export const listFigures = async (command: string): Promise<ListFigures> => {
  const { data, at, began, stop, remove } = await deskToStart(command)
  try {
    const { child } = await began()
    const owner = <Done>(use: (client: Client) => Promise<Done>): Promise<Done> =>
      attached({ data, tell: () => {} }, (connect) => withOwner(connect, use))
    const tokens = Object.fromEntries(lookers.map((looker) => [looker, makeToken()])) as Record<Looker, ReturnType<typeof makeToken>>
    const hashes = Object.fromEntries(lookers.map((looker) => [looker, tokens[looker].hash])) as Record<Looker, Buffer>
    await owner((client) => fillLookers(client, hashes))
    const times = new Map<string, { p95: number; median: number }>()
    for (const size of [small, large]) {
      await owner((client) => fillConcerns(client, size))
      const { rows } = await owner((client) =>
        client.query("select person_id as id from role_grant where role = 'coordinator' order by person_id limit 1"),
      )
      const day = new Date(Date.now() - (size / 2) * 60_000).toISOString().slice(0, 10)
      for (const who of lookers) {
        const cookie = `waymark-desk=${tokens[who].token}`
        for (const path of paths) {
          const asked = at + path.replace('OWNER', rows[0].id).replace('DAY', day)
          const first = await views(asked, cookie, rounds)
          times.set(`${size} ${who} ${path}`, first)
          const next = /href="([^"]+[?&;]after=[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&')
          if (path === inbox && next) times.set(`${size} ${who} ${path}, next page`, await views(at + next, cookie, rounds))
        }
      }
    }
    const figure = (size: number, who: Looker, path: string) => times.get(`${size} ${who} ${path}`)
    const rows = [...paths, `${inbox}, next page`].flatMap((path) =>
      lookers.flatMap((who) => {
        const [before, after] = [figure(small, who, path), figure(large, who, path)]
        return after ? [{ path, who, small: before?.p95 ?? Number.NaN, large: after.p95, median: after.median }] : []
      }),
    )
    const intake = await owner(intakeCost)
    await stop(child)
    return { rows, intake }
  } finally {
    await remove()
  }
}

/** One concern after the other into a table of 200,000, as raise_concern does; undone at the end. */
const intakeCost = async (client: Client): Promise<{ with: number; without: number }> => {
  const many = 500
  const cost = async (): Promise<number> => {
    await client.query('begin')
    await client.query('set constraints all deferred')
    const since = performance.now()
    for (let n = 0; n < many; n++)
      await client.query(
        "insert into concern (id, read_by, owner_id, town, sector, signs) select $1, now(), person_id, 'town-7', 'sector-3', '{sign-1,sign-2,sign-3}' from role_grant where role = 'coordinator' limit 1",
        [randomUUID()],
      )
    const taken = (performance.now() - since) / many
    await client.query('rollback')
    return taken
  }
  await cost()
  const withLists = await cost()
  await client.query('alter table concern disable trigger relist')
  const without = await cost()
  await client.query('alter table concern enable trigger relist')
  return { with: withLists, without }
}
