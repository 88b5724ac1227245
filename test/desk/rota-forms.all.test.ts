import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerShift } from '../../src/commands/rota/answer-shift.ts'
import { askShift } from '../../src/commands/rota/ask-shift.ts'
import { listOnCall } from '../../src/commands/rota/list-on-call.ts'
import { shiftOn } from '../../src/domain/rota/nights.ts'
import type { Span } from '../../src/domain/rota/shift.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { giveWay } from '../support/jobs.ts'

let desk: ServedDesk
let coordinator: Somebody
let asha: Somebody
let shift: string
const today = Temporal.Now.plainDateISO('Europe/London')
const times = [shiftOn(today.add({ days: 9 }), new Temporal.PlainTime(17, 30), new Temporal.PlainTime(8), 'Europe/London') as Span]

beforeAll(async () => {
  desk = await serveTestDesk()
  coordinator = await desk.somebody(['coordinator'], { name: 'Ruth Milestone' })
  asha = await desk.somebody(['practitioner'], { name: 'Asha Stile' })
  await desk.as(coordinator, listOnCall, { person: asha.person })
  const outcome = await desk.as(coordinator, askShift, { person: asha.person, rung: 1, times, instead: [] })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  shift = outcome.done.shifts[0] as string
})
afterAll(() => desk.stop())

const send = (who: Somebody, path: string, fields: readonly (readonly [string, string])[]): Promise<Response> =>
  fetch(`${desk.at}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: who.cookie, 'content-type': 'application/x-www-form-urlencoded', origin: desk.at },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
  })
const show = async (who: Somebody, path: string) => {
  const response = await fetch(`${desk.at}${path}`, { redirect: 'manual', headers: { cookie: who.cookie } })
  return { status: response.status, text: await response.text() }
}

const forms = ['', '/answer-swap', '/ask', '/leave', '/people', '/swap/none', '/shift/none', '/people/none'].map(
  (path) => `/desk/rota${path}`,
)
const names = [
  ...['key', 'shifts', 'answer', 'swap', 'person', 'rung', 'from', 'to', 'day', 'first', 'seen', 'keep', 'remove', 'withdraw'],
  ...['first-day', 'first-month', 'first-year', 'last-day', 'last-month', 'last-year'],
]

test('whatever is sent to a form of the rota, the answer is a page that says so, and nothing is asked, answered or taken off', async () => {
  const known = () => [
    asha.person,
    '00000000-0000-4000-8000-000000000000',
    shift,
    'agreed',
    'taken',
    'mine',
    '1',
    '31',
    '2',
    '2027',
    String(today),
    '5:30pm',
    '0000-00-00',
  ]
  const before = await desk.owner
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirst()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...forms),
      fc.boolean(),
      fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.nat(40), fc.string({ unit: 'binary', maxLength: 60 }))), { maxLength: 8 }),
      async (path, coordinates, fields) => {
        const values = known()
        // Never `rung` with a day and a person: that would be no fuzz but a question.
        const sent = fields.map(
          ([name, value]) => [name, typeof value === 'number' ? (values[value] ?? `${value}`) : value.toWellFormed()] as const,
        )
        if (new Set(sent.map(([name]) => name)).isSupersetOf(new Set(['rung', 'day', 'person']))) return
        if (sent.some(([name, value]) => name === 'answer' && value === 'agreed') && sent.some(([name]) => name === 'shifts')) return
        const response = await send(coordinates ? coordinator : asha, path, sent)
        const text = await response.text()
        expect([400, 403, 404, 409]).toContain(response.status)
        expect(text).toMatch(/<h1[^>]*>[^<]{3,}/)
      },
    ),
    { numRuns: 80 },
  )
  const after = await desk.owner
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll().as('n'))
    .executeTakeFirst()
  expect(after).toEqual(before)
})

test('whatever an address asks for, there is a page', async () => {
  const odd = ['?from=2026-13-40', '?from=9999-12-31', '?from=-1', '?told=constructor', '?told=<b>', '/ask?day=2030-02-30', '/ask?from=x']
  for (const path of odd) expect((await show(coordinator, `/desk/rota${path}`)).status).toBe(200)
  for (const path of ['/swap/none', '/people/none']) expect((await show(coordinator, `/desk/rota${path}`)).status).toBe(404)
  expect((await show(asha, `/desk/rota/shift/${shift}`)).status).toBe(403)
  expect((await show(asha, `/desk/rota/swap/${shift}`)).status).toBe(200)
  expect((await show(coordinator, `/desk/rota/swap/${shift}`)).status).toBe(404)
  for (const id of ['\0', 'none', '\ud83d\ude00']) expect((await send(asha, '/desk/rota/leave', [['remove', id]])).status).toBe(404)
  const { text } = await show(asha, '/desk/rota?told=%3Cscript%3E')
  expect(text).not.toContain('<script')
})

test('two coordinators ask for one night: the second sees both, and what they choose is done', async () => {
  const second = await desk.somebody(['coordinator'], { name: 'Dev Bridleway' })
  const nell = await desk.somebody(['practitioner'], { name: 'Nell Byway' })
  await desk.as(coordinator, listOnCall, { person: nell.person })
  const asked = [
    ['person', nell.person],
    ['rung', '1'],
    ['from', '5:30pm'],
    ['to', '8am'],
    ['day', String(today.add({ days: 9 }))],
  ] as const
  const response = await send(second, '/desk/rota/ask', asked)
  expect(response.status).toBe(409)
  const page = await response.text()
  expect(page).toContain('Asha Stile: not agreed yet')
  expect(page).toContain('Ask Nell Byway instead')
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
  expect(seen).toBe(shift)
  const theirs = await send(second, '/desk/rota/ask', [...asked, ['seen', seen], ['keep', 'theirs']])
  expect(theirs.headers.get('location')).toBe('/desk/rota?told=kept')
  const mine = await send(second, '/desk/rota/ask', [...asked, ['seen', seen], ['keep', 'mine']])
  expect(mine.headers.get('location')).toBe(`/desk/rota?told=asked&who=${nell.person}`)
  // The one whose night it was is told that it is not theirs any more.
  const late = await send(asha, '/desk/rota', [
    ['shifts', shift],
    ['answer', 'agreed'],
  ])
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('has been taken off, has passed')])
})

test('where the desk sends no email, who asks is told so before and after, with the number to call', async () => {
  const told = `/desk/rota?told=asked&who=${asha.person}`
  await desk.owner.updateTable('profile').set({ phone: '07700 900123' }).where('person_id', '=', asha.person).execute()
  expect((await show(coordinator, '/desk/rota/ask')).text).toContain('They get an email')
  expect((await show(coordinator, told)).text).not.toContain('cannot send email')
  desk.desk.parts.mails = false
  const before = (await show(coordinator, '/desk/rota/ask')).text
  expect(before).toContain('This desk cannot send email.')
  expect(before).not.toContain('They get an email')
  for (const address of [told, told.replace('asked', 'swap-asked')]) {
    const after = (await show(coordinator, address)).text
    expect(after).toContain('Call Asha Stile: <a href="tel:07700900123">07700 900123</a>.')
    expect(after).not.toContain('sending them an email')
  }
  await desk.owner.updateTable('profile').set({ phone: null }).where('person_id', '=', asha.person).execute()
  expect((await show(coordinator, told)).text).toContain('Please tell them yourself')
  desk.desk.parts.mails = true
})

test('a form that is sent twice is done once, and two forms of one page are two', async () => {
  const nights = [11, 12].map(
    (days) => shiftOn(today.add({ days }), new Temporal.PlainTime(20), new Temporal.PlainTime(8), 'Europe/London') as Span,
  )
  await desk.as(coordinator, askShift, { person: asha.person, rung: 1, times: nights, instead: [] })
  const { text } = await show(asha, '/desk/rota')
  const sent = [...text.matchAll(/name="key" value="([^"]+)"\/?><input type="hidden" name="shifts" value="([^",]+)"/g)].map(
    ([, key = '', shifts = '']) => [key, shifts] as const,
  )
  const [one, other] = [...new Map(sent.map(([key, shifts]) => [shifts, key]))]
  const answer = (of: typeof one, said: string) =>
    send(asha, '/desk/rota', [
      ['key', of?.[1] ?? ''],
      ['shifts', of?.[0] ?? ''],
      ['answer', said],
    ])
  for (const said of ['agreed', 'agreed']) expect((await answer(one, said)).headers.get('location')).toBe('/desk/rota?told=agreed')
  expect((await answer(other, 'refused')).headers.get('location')).toBe('/desk/rota?told=refused')
})

test('a time that the spring change takes away is refused with a sentence', async () => {
  const spring = Temporal.PlainDate.from({ year: today.year + (today.month > 3 ? 1 : 0), month: 3, day: 31 })
  const change = spring.subtract({ days: spring.dayOfWeek % 7 })
  const response = await send(coordinator, '/desk/rota/ask', [
    ['person', asha.person],
    ['rung', '1'],
    ['from', '1am'],
    ['to', '2am'],
    ['day', String(change)],
  ])
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('because the clocks change')
})

test('whoever is on call now is told so first of all on the home page, with who is called if they cannot answer', async () => {
  const [nell, dev] = [
    await desk.somebody(['practitioner'], { name: 'Nora Culvert' }),
    await desk.somebody(['spoc'], { name: 'Dora Lychgate' }),
  ]
  await desk.owner.updateTable('profile').set({ phone: '07700 900124' }).where('person_id', '=', dev.person).execute()
  const now = Temporal.Now.instant()
  await giveWay(desk.owner, nell.person)
  const running = [{ starts: now.subtract({ hours: 1 }), ends: now.add({ hours: 3 }) }]
  await desk.as(coordinator, listOnCall, { person: nell.person })
  expect((await show(nell, '/desk')).text).toContain('You are not on call now')
  for (const [who, rung] of [
    [nell, 1],
    [dev, 2],
  ] as const) {
    await desk.as(coordinator, listOnCall, { person: who.person })
    const asked = await desk.as(coordinator, askShift, { person: who.person, rung, times: running, instead: [] })
    const shifts = 'done' in asked ? asked.done.shifts : []
    await desk.as(who, answerShift, { shifts, answer: 'agreed' })
  }
  const first = (await show(nell, '/desk')).text
  expect(first).toMatch(/You are on call, first, until.*Dora Lychgate is called: <a href="tel:07700900124">07700 900124<\/a>/s)
  expect(first).toMatch(/You, until/)
  expect(first).toContain('Nothing else needs you')
  expect((await show(dev, '/desk')).text).toMatch(/You are on call, second, until.*You are called if Nora Culvert does not answer/s)
  const other = (await show(coordinator, '/desk')).text
  expect(other).toContain('Nora Culvert, until')
  expect(other).not.toContain('You are not on call now')
})
