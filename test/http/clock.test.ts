import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, ask, post, publicPaths, type Running, start } from './support.ts'

/** On either side of what changes: an opening, a closing, a doubt that begins, midnight, a bank holiday, a campaign day, the night of the clocks. */
const instants = [
  '2019-08-03T16:59:40+01:00',
  '2019-08-03T17:00:00+01:00',
  '2022-12-31T23:59:48Z',
  '2023-01-01T00:00:12Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-24T07:30:00Z',
  '2026-11-24T09:00:00Z',
  '2026-11-24T09:00:31Z',
  '2026-11-24T23:59:30Z',
  '2026-12-24T12:00:00Z',
  '2026-12-25T12:00:00Z',
  '2027-07-30T12:00:00Z',
  '2027-07-31T12:00:00Z',
]

type Asking = { name: string; ask: (running: Running) => Promise<Answer> }
const get = (path: string): Asking => ({ name: path, ask: ({ port }) => ask(port, path, { timeout: 20_000 }) })
const form = (path: string, fields: Record<string, string>): Asking => ({
  name: `${path} ${JSON.stringify(fields)}`,
  ask: ({ port }) => post(port, path, fields),
})
/** Besides pages: what is made when it is asked for, and what is kept between readers of forms and errors. */
const others = [
  ...['/campaigns.ics', '/sitemap.xml', '/services.json', '/openreferral/services', '/nowhere'].map(get),
  ...[2026, 2027, 2028].map((year) => get(`/resources/campaign-anti-slavery-day-${year}.zip`)),
  form('/search', { q: 'help me' }),
  form('/search', { q: 'beacon' }),
  form('/pathway', { at: 'danger', danger: 'yes' }),
  form('/signs/check', { place: 'car-wash' }),
  form('/pathway/dates', { nation: 'scotland', event: 'referral' }),
]

let now = Temporal.Instant.from('2026-11-24T08:00:00Z')
let running: Running
const fresh = new Map<string, Promise<Running>>()
beforeAll(async () => {
  running = await start({ clock: () => now })
}, 60_000)
afterAll(async () => {
  await Promise.all([running, ...(await Promise.all(fresh.values()))].map((one) => one.stop()))
})

/** What a reader is told, without what is sealed, which is never twice the same. */
const told = ({ status, headers, text }: Answer) => ({
  status,
  location: headers.location,
  text: text.replace(/(name="so-far" value=")[^"]*/g, '$1'),
})
const kept = ({ headers }: Answer): number => Number(/max-age=(\d+)/.exec(headers['cache-control'] ?? '')?.[1] ?? 0)

const known = new Map<string, Promise<Answer>>()
/** The answer of a server that began at this instant and was asked nothing before. */
const madeFresh = (at: string, asking: Asking): Promise<Answer> => {
  const server = fresh.get(at) ?? start({ at })
  fresh.set(at, server)
  const key = `${at} ${asking.name}`
  const answer =
    known.get(key) ??
    server.then(async (one) => {
      await one.locale.site.resources.learn(one.locale.site.clock())
      return asking.ask(one)
    })
  known.set(key, answer)
  return answer
}

test('whatever its clock does, what the site says is what one says that begins at that instant, and is kept no longer', async () => {
  const all = [...publicPaths(running).map(get), ...others]
  // Pages with lines and forms are asked more often than others.
  const asked = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...all) },
    { weight: 1, arbitrary: fc.constantFrom(get('/'), get('/get-help'), ...others) },
  )
  const steps = fc.tuple(
    fc.uniqueArray(asked, { minLength: 1, maxLength: 3 }),
    fc.array(fc.constantFrom(...instants), { minLength: 2, maxLength: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(steps, async ([askings, clock]) => {
      for (const at of clock) {
        now = Temporal.Instant.from(at)
        await running.locale.site.resources.learn(now)
        for (const asking of askings) {
          const [answer, expected] = [await asking.ask(running), await madeFresh(at, asking)]
          expect(told(answer), `${asking.name} at ${at}`).toEqual(told(expected))
          expect(kept(answer)).toBeLessThanOrEqual(kept(expected))
        }
      }
    }),
    { numRuns: process.env.WAYMARK_ALL ? 300 : 5 },
  )
}, 240_000)
