import type { Client } from 'pg'
import { makeToken } from '../../src/commands/token.ts'
import { termsOf } from '../../src/jobs/register/count.ts'
import { attached, withOwner } from '../../src/store/attach.ts'
import { realPack } from '../support/real-pack.ts'
import { deskToStart, views } from './desk-to-start.ts'
import { fillLookers, type Looker, lookers } from './lists-fill.ts'
import { fillRegister } from './register-fill.ts'

/** How long each page of the register takes for whoever sees all people, a third, a few or none, by how many attendances there are. In ms. */
export type RegisterFigures = {
  rows: { path: string; who: Looker; small: number; large: number; median: number }[]
  /** To count all of them. */
  count: number
}

export const [few, many] = [10_000, 1_000_000] as const

/** Views of each page. */
const rounds = 20

const list = '/desk/register'
const paths: readonly string[] = [
  list,
  ...[
    'tier=everyone',
    'state=needs-update',
    'state=ended',
    'tier=first-responder&state=ended',
    'state=new',
    'tier=public-facing&state=new',
  ].map((query) => `${list}?${query}`),
  ...['q=john', 'q=marl', 'q=john+marl', 'q=ab', 'q=john&state=ended', 'q=nobodyatall'].map((query) => `${list}?${query}`),
  ...['/same', '/head-count'].map((page) => list + page),
]
const ofAll: readonly string[] = [
  ...['', '?period=all', '?tier=everyone&sector=business'].map((query) => `${list}/county${query}`),
  ...['', '?q=org+7'].map((query) => `${list}/organisations${query}`),
  `${list}?partner=watford`,
]

export const registerFigures = async (command: string): Promise<RegisterFigures> => {
  const { data, at, began, stop, remove } = await deskToStart(command)
  try {
    const { child } = await began()
    const owner = <Done>(use: (client: Client) => Promise<Done>): Promise<Done> =>
      attached({ data, tell: () => {} }, (connect) => withOwner(connect, use))
    const tokens = Object.fromEntries(lookers.map((looker) => [looker, makeToken()])) as Record<Looker, ReturnType<typeof makeToken>>
    const hashes = Object.fromEntries(lookers.map((looker) => [looker, tokens[looker].hash])) as Record<Looker, Buffer>
    await owner((client) => fillLookers(client, hashes))
    // Of whom the people are is a SPOC's to see.
    await owner((client) =>
      client.query(`update role_grant g set role = 'spoc', partner_id = case p.name when 'few' then 'dacorum' else g.partner_id end
        from profile p where p.person_id = g.person_id and p.name in ('few', 'none')`),
    )
    await owner((client) =>
      client.query("update person set partner_id = 'dacorum' where id = (select person_id from profile where name = 'few')"),
    )
    const times = new Map<string, { p95: number; median: number }>()
    let count = 0
    for (const size of [few, many]) {
      await owner((client) => fillRegister(client, size))
      const since = performance.now()
      await owner(async (client) => {
        await client.query("set statement_timeout = '10min'")
        await client.query('select count_register($1::jsonb, current_date, $2)', [
          JSON.stringify(termsOf(realPack())),
          realPack().partnership.timezone,
        ])
        await client.query('vacuum analyze')
      })
      count = performance.now() - since
      for (const who of lookers) {
        const cookie = `waymark-desk=${tokens[who].token}`
        for (const path of who === 'all' ? [...paths, ...ofAll] : paths) {
          const first = await views(at + path, cookie, rounds)
          times.set(`${size} ${who} ${path}`, first)
          const next = /href="([^"]+[?&;]after=[^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&')
          if (path === list && next) times.set(`${size} ${who} ${path}, next page`, await views(at + next, cookie, rounds))
          const person = /href="(\/desk\/register\/people\/[^"]+)"/.exec(first.text)?.[1]
          if (path === list && person) times.set(`${size} ${who} ${path}, a person`, await views(at + person, cookie, rounds))
        }
      }
    }
    const figure = (size: number, who: Looker, path: string) => times.get(`${size} ${who} ${path}`)
    const rows = [...paths, ...ofAll, `${list}, next page`, `${list}, a person`].flatMap((path) =>
      lookers.flatMap((who) => {
        const [before, after] = [figure(few, who, path), figure(many, who, path)]
        return after ? [{ path, who, small: before?.p95 ?? Number.NaN, large: after.p95, median: after.median }] : []
      }),
    )
    await stop(child)
    return { rows, count }
  } finally {
    await remove()
  }
}
