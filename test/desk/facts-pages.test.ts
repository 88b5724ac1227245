import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, ways } from '../../src/domain/facts/checks.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

let desk: ServedDesk
let member: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  member = await desk.somebody(['practitioner'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
})
afterAll(() => desk.stop())

const get = (who: Somebody | null, path: string) =>
  fetch(`${desk.at}/desk/facts${path}`, { redirect: 'manual', headers: who ? { cookie: who.cookie } : {} })
const post = (who: Somebody, path: string, fields: Record<string, string>) =>
  fetch(`${desk.at}/desk/facts${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: who.cookie, origin: desk.at, 'sec-fetch-site': 'same-origin', connection: 'close' },
    body: new URLSearchParams(fields),
  })

const today = () => Temporal.Now.plainDateISO('Europe/London')
const filled = () => {
  const { day, month, year } = today()
  return {
    'on-day': String(day),
    'on-month': String(month),
    'on-year': String(year),
    way: 'telephone',
    asked: 'the duty manager',
    said: 'All as before.',
    holds: 'yes',
  }
}

test('who is not signed in is sent to sign in; what is not there is 404; exports are a coordinator’s', async () => {
  const inside = ['', '/services/beacon', '/export', '/export/1/patch']
  for (const path of inside) {
    const answer = await get(null, path)
    expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 303, expect.stringMatching(/^\/desk\/sign-in/)])
  }
  const id = '0b9c8a52-5d5f-4a4e-9d0e-5b6a3f1c2d3e'
  const nowhere = [
    '/services/nowhere',
    '/nothing/beacon',
    `/services/beacon/${id}`,
    '/services/beacon/x',
    `/services/beacon/${id}/withdraw`,
  ]
  for (const path of nowhere) expect([path, (await get(member, path)).status]).toEqual([path, 404])
  for (const path of nowhere) expect([path, (await post(coordinator, path, filled())).status]).toEqual([path, 404])
  for (const path of ['/export', '/export/1', '/export/1/zip']) expect([path, (await get(member, path)).status]).toEqual([path, 403])
  expect((await post(member, '/export', {})).status).toBe(403)
  for (const path of ['/export/1', '/export/1/zip', '/export/x']) expect([path, (await get(coordinator, path)).status]).toEqual([path, 404])
})

test('every view, filter and page of the list is answered, whatever the address says', async () => {
  const views = ['all', 'overdue', 'due', 'doubtful', 'unsure', 'later', 'recorded', 'exported', 'zzz']
  for (const view of views) expect((await get(member, `?view=${view}&list=x&owner=%00&q=${'q'.repeat(300)}&from=-1`)).status).toBe(200)
  expect(await (await get(member, '?q=beacon')).text()).toContain('href="/desk/facts/services/beacon"')
  const last = Math.floor((desk.parts.pack.facts.length - 1) / 50) * 50
  expect(await (await get(member, `?from=${last}`)).text()).toContain(`${last + 1} to ${desk.parts.pack.facts.length} of`)
  expect((await get(member, '?from=99950')).status).toBe(200)
})

test('a check is recorded once; what is wrong is said at its field, and what was typed stays', async () => {
  const key = '9c1d8a52-5d5f-4a4e-9d0e-5b6a3f1c2d3e'
  for (let again = 0; again < 2; again += 1) {
    const answer = await post(member, '/services/beacon', { ...filled(), key })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/facts/services/beacon?told=recorded'])
  }
  expect(await desk.owner.selectFrom('fact_check').select('holds').execute()).toEqual([{ holds: 'yes' }])
  const tomorrow = today().add({ days: 1 })
  const wrong: [Record<string, string>, string][] = [
    [
      { 'on-day': String(tomorrow.day), 'on-month': String(tomorrow.month), 'on-year': String(tomorrow.year) },
      'Enter a day from the last 12 months',
    ],
    [{ 'on-day': '31', 'on-month': '2' }, 'Enter a real date'],
    [{ asked: '' }, 'Enter the role of the person you asked.'],
    [{ asked: 'Desk, 01632 960 001' }, 'Write the role in letters only'],
    [{ said: ' \u202e \n' }, 'Write down what was said.'],
    [{ said: 'x'.repeat(2001) }, 'Use up to 2,000 characters.'],
    [{ holds: 'maybe' }, 'Choose whether it is still right.'],
    [{ way: '' }, 'Choose how you checked it.'],
  ]
  for (const [fields, says] of wrong) {
    const answer = await post(member, '/services/beacon', { ...filled(), said: '<b>typed</b>', ...fields })
    const text = await answer.text()
    expect([says, answer.status, text.includes(says)]).toEqual([says, 400, true])
    if (!('said' in fields)) expect(text).toContain('&lt;b&gt;typed&lt;/b&gt;')
  }
})

test('whatever is sent is kept, or refused with a sentence', { timeout: 30_000 }, async () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('\0', '\u202e', '---', '1e9', '9'.repeat(30), '{{', "';--"),
  )
  const field = (good: string) => fc.oneof({ weight: 3, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: odd })
  const good = filled()
  const form = fc.record(
    {
      'on-day': field(good['on-day']),
      'on-month': field(good['on-month']),
      'on-year': field(good['on-year']),
      way: field(fc.sample(fc.constantFrom(...ways), 1)[0] ?? 'email'),
      asked: field('the manager'),
      said: field('As before.'),
      holds: field(fc.sample(fc.constantFrom(...answers), 1)[0] ?? 'yes'),
      key: odd,
      version: odd,
      keep: odd,
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(form, fc.constantFrom('/services/childline', '/partners/watford'), async (fields, path) => {
      const answer = await post(member, path, fields as Record<string, string>)
      expect([303, 400]).toContain(answer.status)
    }),
    { numRuns: process.env.WAYMARK_ALL ? 25 : 5 },
  )
})
