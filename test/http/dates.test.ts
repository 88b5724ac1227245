import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { faultsOf } from './fair.ts'
import { attribute, elementsOf, textOf } from './html.ts'
import { type Answer, ask, post, publicPaths, start, withServer } from './support.ts'

const running = withServer({ at: '2026-11-28T21:10:00Z' })
type Fields = [string, string][]

const send = (fields: Fields, port = running().port): Promise<Answer> => post(port, '/pathway/dates', fields)
const sealedOf = ({ text }: Answer): string => /name="so-far"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? ''
const date = (event: string, day: string, month: string, year: string): Fields => [
  [`${event}-day`, day],
  [`${event}-month`, month],
  [`${event}-year`, year],
]
const begin = (nation: string, events: readonly string[], port?: number): Promise<Answer> =>
  send([['nation', nation], ...events.map((event): [string, string] => ['event', event])], port)

/** A case of which all has been entered; `go` is the button that was pressed. */
const result = async (nation: string, dates: Readonly<Record<string, [string, string, string]>>, go = 'dates'): Promise<Answer> => {
  const step = await begin(nation, Object.keys(dates))
  return send([['so-far', sealedOf(step)], ...Object.entries(dates).flatMap(([event, d]) => date(event, ...d)), ['go', go]])
}
const mainText = ({ text }: Answer): string => {
  const main = elementsOf(text).find((e) => e.tagName === 'main')
  return main ? textOf(main).replace(/\s+/g, ' ') : ''
}
const overChristmas = { referral: ['20', '11', '2026'], 'positive-first-decision': ['26', '11', '2026'] } as Record<
  string,
  [string, string, string]
>

test('says what is late, what is due, and how each day was counted', async () => {
  const late = mainText(await result('england', { referral: ['18', '11', '2026'] }))
  expect(late).toContain('3 days late')
  expect(late).toContain('Last day: Wednesday 25 November 2026')
  expect(late).toContain(
    '5 working days. The next working day after that, Thursday 19 November 2026, is day 1. Day 5 is Wednesday 25 November 2026. Left out: 2 weekend days.',
  )
  expect(late).toContain('A target, not law.')
  const lasts = mainText(await result('england', overChristmas))
  expect(lasts).toContain('Until at least Friday 25 December 2026. It continues until the next decision.')
  expect(lasts).toContain('The day itself, Thursday 26 November 2026, is day 1.')
  expect(mainText(await result('england', { 'data-asked-for': ['25', '11', '2026'] }))).toContain(
    'Friday 25 December 2026 is not a working day, so the next working day counts: Tuesday 29 December 2026.',
  )
})

test('counts the working days of the nation that was chosen', async () => {
  const of = async (nation: string) => mainText(await result(nation, { referral: ['26', '11', '2026'] }))
  expect(await of('england')).toContain('Last day: Thursday 3 December 2026')
  // Monday 30 November 2026 is St Andrew's Day.
  expect(await of('scotland')).toContain('Last day: Friday 4 December 2026')
  expect(await of('scotland')).toContain('30 November 2026 (St Andrew')
})

test('a limit for reconsideration is not known for an old decision, and nobody is late with it', async () => {
  const old = mainText(await result('england', { 'negative-second-decision': ['10', '5', '2023'] }))
  expect(old).toContain('Reconsideration of the final decisionNo time limit known')
  expect(old).toContain('We do not know of any time limit for a decision made on this date.')
  const passed = mainText(await result('england', { 'negative-second-decision': ['1', '10', '2026'] }))
  expect(passed).toContain('Reconsideration of the final decisionTime limit passed 28 days ago')
  for (const text of [old, passed]) expect(text).not.toMatch(/\d days? late/)
})

test('what changes how a date is read stands right under it, and in the title of the calendar', async () => {
  const dates = { 'negative-second-decision': ['20', '11', '2026'] } as typeof overChristmas
  const main = mainText(await result('england', dates))
  expect(main).toContain('Last day: Sunday 20 December 2026To be safe, ask at least a day earlier.')
  expect((await result('england', dates, 'calendar')).text.replaceAll('\r\n ', '')).toContain(
    'December 2026. To be safe\\, ask at least a day earlier.',
  )
  const passed = mainText(await result('england', { 'negative-second-decision': ['1', '7', '2026'] }))
  expect(passed).toContain('Last day: Thursday 1 October 2026A court can allow more time, but rarely. Ask a solicitor.')
  expect(passed).not.toContain('To be safe')
})

test('a decision from which nothing is counted says what is not, and who knows', async () => {
  const decided = { 'positive-second-decision': ['20', '11', '2026'] } as typeof overChristmas
  for (const as of ['dates', 'words']) {
    const { text } = await result('england', decided, as)
    expect(text).toContain('We do not work out when support ends after this decision. Ask the support worker for that date.')
  }
})

test('of the weeks in which nobody knows which rule held both answers are shown', async () => {
  const main = mainText(await result('wales', { 'positive-first-decision': ['20', '12', '2022'] }))
  for (const [rule, last, other] of [
    ['45 days', 'Thursday 2 February 2023', '30 days'],
    ['30 days', 'Wednesday 18 January 2023', '45 days'],
  ]) {
    expect(main).toContain(`Recovery period: ${rule}, not certain`)
    expect(main).toContain(`Until at least ${last}.`)
    expect(main).toContain(`We do not know which rule applied on that date. The other rule: ${other}. Until at least`)
  }
  const ended = mainText(
    await result('wales', { 'positive-first-decision': ['20', '12', '2022'], 'negative-second-decision': ['10', '5', '2023'] }),
  )
  expect(ended).toContain('The other rule: 30 days. Here it gives the same last day.')
  expect(ended).toContain('Ended: 10 May 2023')
})

test('a decision that is planned is shown with "if", on the page and in the calendar', async () => {
  const planned = { referral: ['20', '11', '2026'], 'positive-first-decision': ['4', '1', '2027'] } as typeof overChristmas
  const main = mainText(await result('england', planned))
  expect(main).toContain('Recovery periodIf it happens')
  expect(main).toContain('It would last until at least Tuesday 2 February 2027, and then until the next decision')
  expect(main).toContain('Positive reasonable grounds decision (the first decision) (planned)')
  expect(main).toContain('1 day late')
  const events = (await result('england', planned, 'calendar')).text.replaceAll('\r\n ', '')
  expect(events).toContain('SUMMARY:If it happens: Recovery period. It would last until at least Tuesday 2 February 2027')
})

test('what nobody has checked says so beside its state, and the day somebody turns 18 what changes then', async () => {
  const main = mainText(await result('england', { 'strategy-discussion': ['20', '11', '2026'], born: ['12', '3', '2009'] }))
  expect(main).toContain('Initial child protection conferenceDue in 13 days Not checked')
  expect(main).toContain("The person's 18th birthdayIn 104 days")
  expect(main).toContain('To stay in the NRM they must now agree to it')
})

test('the calendar file holds each last day that is still open, as a whole day, and reads back', async () => {
  const answer = await result('england', { ...overChristmas, 'data-asked-for': ['25', '11', '2026'] }, 'calendar')
  expect([answer.status, answer.headers['content-type'], answer.headers['content-disposition'], answer.headers['cache-control']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'attachment; filename="dates.ics"',
    'no-store',
  ])
  const events = new ICAL.Component(ICAL.parse(answer.text)).getAllSubcomponents('vevent').map((e) => new ICAL.Event(e))
  expect(events.map((e) => [e.summary, e.startDate.toString(), e.startDate.isDate])).toEqual([
    ['Answer to a request for data. Last day: Tuesday 29 December 2026', '2026-12-29', true],
    ['Recovery period. Until at least Friday 25 December 2026. It continues until the next decision.', '2026-12-25', true],
  ])
  const again = await result('england', overChristmas, 'calendar')
  expect(answer.text).toContain('UID:')
  expect(events.some((e) => again.text.includes(e.uid))).toBe(false)
})

test('the text holds the same words as the page', async () => {
  const [page, words] = [await result('england', overChristmas), await result('england', overChristmas, 'words')]
  expect([words.headers['content-type'], words.headers['content-disposition']]).toEqual([
    'text/plain; charset=utf-8',
    'attachment; filename="dates.txt"',
  ])
  const main = mainText(page)
  const lines = words.text.split('\n').filter(Boolean)
  expect(lines.length).toBeGreaterThan(20)
  for (const line of lines) for (const part of line.split(/^([^:.]+): /).filter(Boolean)) expect(main).toContain(part.replace(/\s+/g, ' '))
})

test('nothing of a case is in an address, and no answer, file or refusal may be kept', async () => {
  const step = await begin('scotland', ['referral'])
  const answers = [
    step,
    await begin('nowhere', []),
    await send([['so-far', 'x']]),
    await send([
      ['so-far', sealedOf(step)],
      ['go', 'dates'],
    ]),
    await send([
      ['so-far', sealedOf(step)],
      ['go', 'change-events'],
    ]),
    await result('scotland', { referral: ['18', '11', '2026'] }),
    await result('scotland', { referral: ['18', '11', '2026'] }, 'words'),
    await result('england', {
      referral: ['1', '9', '2026'],
      'positive-first-decision': ['2', '9', '2026'],
      'data-asked-for': ['1', '10', '2026'],
    }),
    await ask(running().port, '/pathway/dates', { method: 'POST', body: 'x' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 400, 400, 200, 200, 200, 200, 415])
  // Addresses that are the same for everybody.
  const pages = publicPaths(running())
  for (const { headers, text } of answers) {
    expect(headers['cache-control']).toBe('no-store')
    for (const element of elementsOf(text)) {
      const address = attribute(element, 'href') ?? attribute(element, 'action') ?? ''
      if (address.startsWith('/pathway')) expect(pages).toContain(address)
      if (attribute(element, 'action') !== undefined && element.tagName === 'form') expect(address).toBe('/pathway/dates')
      if (address.startsWith('#')) expect(address).not.toMatch(/referral|decision|asked/)
    }
    for (const form of elementsOf(text).filter((e) => e.tagName === 'form')) expect(attribute(form, 'method')).toBe('post')
  }
})

test('going back and changing keeps what was typed, even what was wrong', async () => {
  const step = await begin('scotland', ['referral'])
  const back = await send([['so-far', sealedOf(step)], ...date('referral', '31', '2', '20x6'), ['go', 'change-events']])
  const checked = elementsOf(back.text).filter((e) => typeof attribute(e, 'checked') === 'string')
  expect(checked.map((e) => attribute(e, 'value'))).toEqual(['scotland', 'referral'])
  const again = await send([
    ['so-far', sealedOf(back)],
    ['nation', 'scotland'],
    ['event', 'referral'],
    ['event', 'data-asked-for'],
    ['go', 'events'],
  ])
  const typed = elementsOf(again.text).filter((e) => attribute(e, 'class')?.includes('govuk-date-input__input'))
  expect(typed.map((e) => attribute(e, 'value'))).toEqual(['31', '2', '20x6', '', '', ''])
})

test('each fault has a sentence that leads to the first wrong field', async () => {
  const step = await begin('scotland', ['referral', 'positive-first-decision'])
  const answer = await send([
    ['so-far', sealedOf(step)],
    ...date('referral', '10', '3', '2026'),
    ...date('positive-first-decision', '9', '3', '2026'),
    ['go', 'dates'],
  ])
  expect(answer.status).toBe(400)
  const links = elementsOf(answer.text).filter((e) => attribute(e, 'href')?.startsWith('#date'))
  expect(links.map((e) => [attribute(e, 'href'), textOf(e)])).toEqual([
    [
      '#date-2-day',
      'The date for “Positive reasonable grounds decision (the first decision)” must be the same as or after the one for “NRM referral sent”',
    ],
  ])
})

test('any fields: a page, never a fault of the server, and nothing of them in it but as text', async () => {
  const sealed = sealedOf(await begin('scotland', ['referral', 'data-asked-for']))
  const name = fc.constantFrom('so-far', 'nation', 'event', 'go', 'referral-day', 'referral-month', 'referral-year', 'data-asked-for-day')
  const value = fc.oneof(
    fc.constantFrom(sealed, 'dates', 'words', 'calendar', 'change-dates', '__proto__', '<script>x</script>', '31', '2', '2026'),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 8 }), async (fields) => {
      const answer = await send([['so-far', sealed], ...fields.map(([n, v]): [string, string] => [n, v.toWellFormed()])])
      const { status, headers, text } = answer
      expect(faultsOf(running().locale, { status, header: (header) => headers[header]?.toString(), body: text })).toEqual([])
      expect(text).not.toContain('<script>x')
    }),
    { numRuns: process.env.WAYMARK_ALL ? 100 : 25 },
  )
})

test('a field of another server, cut short or changed, is refused with a sentence', async () => {
  const sealed = sealedOf(await begin('scotland', ['referral']))
  const other = await start({ at: '2026-11-28T21:10:00Z' })
  const strange = sealedOf(await begin('scotland', ['referral'], other.port))
  await other.stop()
  for (const field of [strange, sealed.slice(0, -3), `${sealed.slice(0, 40)}A${sealed.slice(41)}`.replace(sealed, 'x'), '']) {
    const answer = await send([['so-far', field]])
    expect([answer.status, answer.text.includes(running().locale.t('check.lost'))]).toEqual([400, true])
  }
})
