import { expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { warm } from '../../src/processes/warm.ts'
import { quickCobrandedPress } from '../support/cobranded-press.ts'
import { fakePress } from '../support/fake-press.ts'
import { recordedLog } from '../support/recorded-log.ts'
import { ask, post, start } from './support.ts'

/** Stands in all that a reader sends. */
const planted = 'zwiebelkuchen'
const headers = {
  'x-forwarded-for': '203.0.113.77',
  forwarded: 'for=203.0.113.77',
  'user-agent': planted,
  referer: `https://${planted}.example/`,
  cookie: `a=${planted}`,
  'x-request-id': planted,
  'accept-language': planted,
}
const clean = (written: string): void => expect(written).not.toMatch(/zwiebelkuchen|203\.0\.113\.77|127\.0\.0\.1/)

/** A line that cannot be shown, and whose fault has the planted word in its message. */
const withBrokenLine = (pack: Pack): Pack => ({
  ...pack,
  getHelp: { yourself: ['emergency-999'], someone_else: ['emergency-999'] },
  services: pack.services.map((s) => (s.id === 'childrens-services' ? { ...s, review: planted } : s)),
})

test('a page that cannot be made leaves one line, with its address and none of what was sent', async () => {
  const { log, lines, written } = recordedLog()
  const broken = await start({ pack: withBrokenLine, served: { log } })
  const { status, headers: given } = await ask(broken.port, `/report?q=${planted}#${planted}`, { headers })
  await broken.stop()
  expect(status).toBe(500)
  expect(lines()).toMatchObject([{ level: 'error', method: 'GET', route: '/report', status: 500 }])
  expect(lines()[0]).toMatchObject({ err: { class: 'RangeError', stack: expect.stringMatching(/^at /) } })
  expect(lines()[0]).toMatchObject({ request: given['x-request-id'], time: expect.stringMatching(/^\d{4}-.*Z$/) })
  clean(written())
})

test('an address for other systems leaves one line with its pattern', async () => {
  const { log, lines, written } = recordedLog()
  const broken = await start({ pack: withBrokenLine, served: { log } })
  const { status } = await ask(broken.port, `/openreferral/services/${planted}?full=${planted}`, { headers })
  await broken.stop()
  expect(status).toBe(500)
  expect(lines()).toMatchObject([{ level: 'error', method: 'GET', route: '/openreferral/services/:id', status: 500 }])
  clean(written())
})

test('a form that cannot be answered leaves one line', async () => {
  const { log, lines, written } = recordedLog()
  const broken = await start({ pack: withBrokenLine, served: { log } })
  const { status, headers: given } = await post(broken.port, '/search', { q: `${planted} children's services` }, headers)
  await broken.stop()
  expect(status).toBe(500)
  expect(lines()).toMatchObject([{ level: 'error', method: 'POST', route: '/search', status: 500, request: given['x-request-id'] }])
  clean(written())
})

test('a job that fails leaves one line: a pack of an organisation, and what is made beforehand', async () => {
  const { log, lines, written } = recordedLog()
  const fail = () => Promise.reject(new Error(`${planted}\n    at ${planted} (a:1:1)`))
  const broken = await start({ cobrandedPress: quickCobrandedPress(fail), served: { log } })
  const words = { name: planted, lead: `Ann ${planted}`, number: '01632 960 001' }
  expect((await post(broken.port, '/resources/your-pack', words, headers)).status).toBe(503)
  await broken.stop()
  expect(lines()).toMatchObject([{ job: 'cobranded-pack', method: 'POST', route: '/resources/your-pack', status: 503 }])
  clean(written())
  const failing = await start({
    press: (pack) => ({ ...fakePress(pack), sizeOf: () => null, ensure: () => Promise.reject(new TypeError('a letter is missing')) }),
  })
  const { resources, clock } = failing.locale.site
  await warm(resources, clock(), () => false, log)
  const count = (await resources.learn(clock())).length
  await failing.stop()
  const jobs = lines().slice(1)
  expect(jobs).toHaveLength(count)
  expect(jobs[0]).toMatchObject({ level: 'error', job: 'downloads', why: 'a letter is missing', err: { class: 'TypeError' } })
})

test('what is refused leaves none', async () => {
  const { log, written } = recordedLog()
  const running = await start({ served: { log } })
  await ask(running.port, `/${planted}`, { headers })
  await ask(running.port, `/services.json?at=${planted}`, { headers })
  await post(running.port, '/search', {}, headers)
  await post(running.port, '/signs/check', { place: planted }, headers)
  await running.stop()
  expect(written()).toBe('')
})
