import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import { openByCode } from '../../src/commands/intake/by-code.ts'
import { readCode } from '../../src/commands/intake/code.ts'
import type { LogFields } from '../../src/web/http/log.ts'
import { faultsOf } from '../http/fair.ts'
import { ask, post } from '../http/support.ts'
import { receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { coverFor, type FormPage, pageFrom, type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
let anna: Somebody
let shift: string
let reachable = true
const lines: string[] = []
const line = (fields: LogFields, text: string): void => void lines.push(JSON.stringify([fields, text]))
const log = { info: line, warn: line, error: line, fatal: line }

beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
  shift = await coverFor(desk, anna)
  site = await serveReports({ ...intake, door: () => (reachable ? intake.door() : null) }, { served: { log } })
}, 90_000)
afterAll(async () => {
  await site?.stop()
  await intake.close()
  await desk.close()
})
beforeEach(() => site.watch.look())

const send = async (fields: Record<string, string> | [string, string][], from?: FormPage): Promise<FormPage> => {
  const list = Array.isArray(fields) ? fields : Object.entries(fields)
  const answer = await post(site.port, '/report', [...(from?.carried ? [['so-far', from.carried] as [string, string]] : []), ...list])
  expect(answer.headers['cache-control']).toBe('no-store')
  return pageFrom(answer.status, answer.text)
}
const first = () => ask(site.port, '/report')
const count = async (): Promise<number> => (await desk.owner.selectFrom('concern').select('id').execute()).length
const newest = async () => desk.owner.selectFrom('concern').selectAll().orderBy('received_at', 'desc').limit(1).executeTakeFirstOrThrow()
const codeIn = ({ text }: FormPage): readonly string[] => {
  const code = readCode(/report-line[^>]*>([^<]+)</.exec(text)?.[1] ?? '')
  if (!code) throw new Error('the page shows no code')
  return code
}
const secret = 'Zebediah Quillfeather locks them in at night.'

test('the first page says when it is read, by whom, and what cannot be kept back; no browser keeps it', async () => {
  const { status, text, headers } = await first()
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  for (const said of ['999', 'will have read it by', 'Hertfordshire County Council', 'a court orders it', '/report/code', '/privacy'])
    expect(text).toContain(said)
  expect(text).not.toMatch(/<textarea|<input/)
  expect(headers['set-cookie']).toBeUndefined()
})

test('from the first page to the code: each answer in its place, the words sealed, and sent twice it is one', async () => {
  let page = await send({ start: 'yes' })
  expect(page.text).toContain('name="what"')
  page = await send({ at: 'what', what: secret }, page)
  page = await send({ at: 'where', 'where-town': 'watford', where: 'Car wash, Mill Lane', when: 'Sunday' }, page)
  page = await send(
    [
      ['at', 'signs'],
      ['sector', 'car-wash'],
    ],
    page,
  )
  page = await send({ at: 'urgency', urgency: 'danger', child: 'not-sure' }, page)
  expect(page.text).toContain('tel:999')
  page = await send({ at: 'you', self: 'no', 'under-18': 'yes' }, page)
  expect(page.text).toContain('Childline')
  page = await send(
    [
      ['at', 'who'],
      ['who-may-read', 'partners'],
      ['works-for', 'watford'],
    ],
    page,
  )
  const check = await send({ at: 'answer', 'answer-by': 'contact', contact: '01632 960001', 'safe-times': 'mornings' }, page)
  expect([check.status, check.text.includes('Nothing has been sent yet')]).toEqual([200, true])
  const before = await count()
  const done = await send({ send: 'yes' }, check)
  expect(done.status).toBe(200)
  const code = codeIn(done)
  expect(codeIn(await send({ send: 'yes' }, check))).toEqual(code)
  expect(await count()).toBe(before + 1)
  const row = await newest()
  expect(row).toMatchObject({ danger: true, child: true, young: true, urgency: 'now', town: 'watford', sector: 'car-wash' })
  expect(row).toMatchObject({ sharing: 'partners', self: false, contact: true, kept_apart: true })
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  expect(await openByCode(intake, code)).toMatchObject({ state: 'new' })
  const read = await desk.as(anna, readConcern, { concern: row.id })
  expect(JSON.stringify(read)).toContain(secret)
  expect(read).toMatchObject({ done: { texts: [{ report: { contact: { way: '01632 960001', safe: 'mornings' } } }] } })
})

test('whoever has written one answer can send it from any page; nothing chosen is the narrowest', async () => {
  const start = await send({ start: 'yes' })
  const nothing = await send({ at: 'what', what: ' ', leave: 'what' }, start)
  expect([nothing.status, nothing.text.includes('href="#what"')]).toEqual([400, true])
  const check = await send({ at: 'what', what: 'A van at night.', leave: 'what' }, start)
  expect(check.text).toContain('name="send"')
  await send({ send: 'yes' }, check)
  expect(await newest()).toMatchObject({ sharing: 'coordinators', danger: false, child: false, young: false, contact: false, signs: [] })
})

test('a child who sends from page 1 is told of Childline and 999 before and after, and asked once more; who has answered is not', async () => {
  const check = await send({ at: 'what', what: 'Me.', leave: 'what' }, await send({ start: 'yes' }))
  const done = await send({ send: 'yes' }, check)
  for (const { text } of [check, done]) {
    expect(text).toMatch(/If you are under 18: Childline .*tel:08001111/)
    expect(text).toMatch(/If someone is in immediate danger: .*tel:999/)
  }
  expect(check.text).toMatch(/Is it about you\? Are you under 18\?<\/span><button class="link" type="submit" name="change" value="you"/)
  expect(check.text).toMatch(/Is anyone involved under 18\?<\/span><button class="link" type="submit" name="change" value="urgency"/)
  const page4 = await send({ change: 'urgency' }, check)
  const page5 = await send({ at: 'urgency', urgency: 'soon', child: 'no' }, page4)
  const said = await send({ at: 'you', self: 'no', 'under-18': 'no', leave: 'you' }, page5)
  const half = await send({ at: 'you', self: 'no', leave: 'you' }, page5)
  expect(half.text).toMatch(/<span>Are you under 18\?<\/span>/)
  expect(half.text).not.toContain('Is it about you?</span>')
  for (const { text } of [said, await send({ send: 'yes' }, said)])
    expect(text).not.toMatch(/If you are under 18:|in immediate danger: |have not told us/)
})

test('whoever is under 18 is told who hears of it, before and after and where they choose who may read it, and nothing that we cannot keep', async () => {
  const told =
    /Because you are under 18, we must pass your report on to children’s services[^<]* They may tell the police\. People who read reports may work for the police\./
  const page1 = await send({ at: 'what', what: 'They make me carry bags.', leave: 'what' }, await send({ start: 'yes' }))
  const page6 = await send({ at: 'you', self: 'yes', 'under-18': 'yes' }, await send({ change: 'you' }, page1))
  const page7 = await send({ at: 'who' }, page6)
  const check = await send({ at: 'answer' }, page7)
  const done = await send({ send: 'yes' }, check)
  for (const { text } of [page6, check, done]) {
    expect(text).toMatch(told)
    for (const said of ['not be safe for your parents', 'the law may protect you, but not for every crime', 'what they can keep private'])
      expect(text).toContain(said)
    expect(text).toMatch(/A call may show up on your phone and your phone bill\. [^<]*<a href="\/your-safety"/)
    expect(text).not.toMatch(/not in trouble|(may|might) (still )?have to/)
  }
  // Open on the page after it was said, and where choices are made; later one line, so that the question comes first.
  const folded = /report-alarms[^>]*><details(?! open)/
  expect([page6, page7, check].map(({ text }) => folded.test(text))).toEqual([false, true, false])
  expect(done.text).toContain('Do not tell the people doing this that you wrote to us. If you can, tell an adult you trust.')
  expect((await send({ change: 'who' }, page7)).text).toMatch(told)
  // What must be known stands before the first Send, and nobody is told that coordinators alone read it.
  for (const said of ['report-alarms', 'children’s services will get it too'])
    expect(check.text.indexOf(said)).toBeLessThan(check.text.indexOf('name="send"'))
  for (const { text } of [page6, check]) {
    expect(text).toContain(
      'The coordinators and the person on call read it. Because you are under 18, children’s services will get it too.',
    )
    expect(text).not.toMatch(/[Oo]nly the (partnership’s )?coordinators may read it/)
  }
  // Of those who are kept out, no more is promised than that: children's services may tell them all the same.
  const police = ['hertfordshire-constabulary', 'ersou', 'british-transport-police']
  const kept = police.map((partner): [string, string] => ['works-for', partner])
  const walled = await send([['at', 'who'], ['leave', 'who'], ...kept], page6)
  expect(walled.text).toContain('out of your report here. If we must pass it on')
  expect(walled.text).toContain('children’s services may tell the police.')
  expect(walled.text).not.toMatch(/No one who works for|eople who read reports (may )?work for the police/)
  expect(page7.text).toContain('Anyone who uses your phone or your email can read our message.')
  expect(done.text).toContain('Do not keep them in this phone if other people look at it.')
})

test('a worker is reminded for whom coordinators work, and of their rights, where they choose and before Send', async () => {
  const page5 = await send(
    { change: 'you' },
    await send({ at: 'what', what: 'They keep my pay.', leave: 'what' }, await send({ start: 'yes' })),
  )
  const page6 = await send({ at: 'you', self: 'yes', 'under-18': 'no' }, page5)
  const who = await send({ change: 'who' }, page6)
  const check = await send({ at: 'who', leave: 'who' }, who)
  for (const { text } of [who, check]) {
    expect(text).toMatch(/Coordinators work for Hertfordshire County Council[^<]*\. You can keep one of them out below\./)
    expect(text).toContain('href="/your-rights#immigration"')
  }
  const other = await send({ at: 'you', self: 'no', leave: 'you' }, page5)
  expect(other.text).not.toContain('Coordinators work for')
})

test('what is missing to contact someone safely is said before and after; a safe time without a number is kept', async () => {
  const page1 = await send({ at: 'what', what: 'A van.', leave: 'what' }, await send({ start: 'yes' }))
  const page7 = await send({ change: 'answer' }, page1)
  const number = await send({ at: 'answer', 'answer-by': 'contact', contact: '01632 960001', leave: 'answer' }, page7)
  expect(number.text).toContain('You gave a number or email but no safe time.')
  const done = await send({ send: 'yes' }, number)
  expect(done.text).toContain('You did not say when it is safe to contact you. Add it with your code.')
  expect(done.text).not.toContain('keep to the times')
  const time = await send({ at: 'answer', 'answer-by': 'contact', 'safe-times': 'Sundays only', leave: 'answer' }, page7)
  expect(time.text).toContain('A number or email. Without it we cannot contact you.')
  expect(time.text).toContain('Sundays only')
  await send({ send: 'yes' }, time)
  const { id } = await newest()
  expect(await desk.as(anna, readConcern, { concern: id })).toMatchObject({
    done: {
      texts: [
        {
          report: { contact: null, said: expect.arrayContaining([expect.objectContaining({ id: 'safe-times', answer: 'Sundays only' })]) },
        },
      ],
    },
  })
})

test('the form’s Back keeps what is right on the page; no page is skipped; what is changed from the check leads back to it', async () => {
  const where = await send({ at: 'what', what: 'A van at night.' }, await send({ start: 'yes' }))
  const signs = await send({ at: 'where', where: 'Mill Lane' }, where)
  const urgency = await send([['at', 'signs']], signs)
  const you = await send({ at: 'urgency', urgency: 'soon' }, urgency)
  const again = await send({ at: 'you', self: 'no', back: 'you' }, you)
  expect(again.text).toContain('How urgent is it?')
  const before = await send({ at: 'urgency', urgency: 'not-urgent', back: 'urgency' }, again)
  const first = await send({ at: 'signs', back: 'signs' }, before)
  const back = await send({ at: 'where', where: 'x'.repeat(301), when: 'On Sundays', back: 'where' }, first)
  expect(back.text).toContain('A van at night.')
  // Each page again, though all of it is answered.
  const answered = await send({ at: 'what', what: 'Two vans.' }, back)
  expect([answered.text.includes('Mill Lane'), answered.text.includes('On Sundays')]).toEqual([true, true])
  const third = await send({ at: 'where', where: 'Mill Lane', when: 'On Sundays' }, answered)
  expect(third.text).toContain('Signs you noticed')
  expect((await send([['at', 'signs']], third)).text).toContain('How urgent is it?')
  const check = await send({ at: 'signs', leave: 'signs' }, third)
  expect(check.text).toContain('Is anyone involved under 18?</span><button')
  const change = await send({ change: 'urgency' }, check)
  const changed = await send({ at: 'urgency', child: 'no', ...(change.text.includes('name="returns"') ? { returns: 'yes' } : {}) }, change)
  expect(changed.text).toContain('Nothing has been sent yet')
  expect(changed.text).not.toContain('Is anyone involved under 18?</span><button')
})

test('what is too long is given back whole, on whichever button', async () => {
  const long = 'x'.repeat(4001)
  const page = await send({ at: 'what', what: long, leave: 'what' }, await send({ start: 'yes' }))
  expect([page.status, page.text.includes(long)]).toEqual([400, true])
})

test('where keeping a partner out would leave nobody, it is said on the first page, and nothing is sent', async () => {
  const council = 'hertfordshire-county-council'
  expect((await first()).text).toContain('everyone who could read it works there')
  const who = await send({ at: 'what', what: 'It is my manager.', leave: 'what' }, await send({ start: 'yes' }))
  const page = await send({ change: 'who' }, who)
  const check = await send(
    [
      ['at', 'who'],
      ['works-for', council],
      ['leave', 'who'],
    ],
    page,
  )
  expect(check.text).toContain('We cannot take this report')
  expect(check.text).toContain('You told us that it is about someone who works for Hertfordshire County Council. Everyone who could read')
  // Nothing was pressed, nobody will read it, and the first to call is independent.
  expect(check.text).not.toMatch(/name="send"|Nothing was sent|will have read it by|may read it|could not send/)
  expect(/href="tel:(\d+)" aria-label/.exec(check.text)?.[1]).toBe('08000121700')
  const before = await count()
  expect((await send({ send: 'yes' }, check)).status).toBe(400)
  expect(await count()).toBe(before)
})

describe('closed, there is no field, and what was written is not lost', () => {
  const closings: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    [
      'by the desk',
      () => desk.owner.updateTable('intake').set({ closed_at: new Date() }).execute(),
      () => desk.owner.updateTable('intake').set({ closed_at: null }).execute(),
    ],
    [
      'because nobody opened the inbox for 24 hours',
      () =>
        desk.owner
          .updateTable('intake')
          .set({ read_at: new Date(Date.now() - 25 * 3_600_000) })
          .execute(),
      () => desk.as(anna, readInbox, null),
    ],
    [
      'because the key could not be opened again',
      () => desk.owner.updateTable('intake').set({ key_ready: false }).execute(),
      () => desk.as(anna, readInbox, null),
    ],
    [
      'because nobody agreed to be on call',
      () => desk.owner.updateTable('shift').set({ ended_at: new Date() }).where('id', '=', shift).execute(),
      () => desk.owner.updateTable('shift').set({ ended_at: null }).where('id', '=', shift).execute(),
    ],
  ]
  test.each(closings)('%s', async (_why, close, open) => {
    const check = await send({ at: 'what', what: 'Kept on the page.', leave: 'what' }, await send({ start: 'yes' }))
    const before = await count()
    await close()
    try {
      await site.watch.look()
      const closed = await send({ start: 'yes' })
      expect([closed.status, closed.text.includes('tel:101'), /<textarea|<form/.test(closed.text.split('<main')[1] ?? '')]).toEqual([
        503,
        true,
        false,
      ])
      const refused = await send({ send: 'yes' }, check)
      expect([refused.status, refused.text.includes('Kept on the page.'), refused.text.includes('tel:')]).toEqual([503, true, true])
      expect(refused.carried).not.toBeNull()
      expect(await count()).toBe(before)
    } finally {
      await open()
      await site.watch.look()
    }
    // The same page, sent again.
    expect((await send({ send: 'yes' }, check)).status).toBe(200)
  })
})

test('the database gone, at once or found out in between: told, with everything kept and numbers to call; sent again when it is back', async () => {
  const check = await send({ at: 'what', what: 'Still on the page.', leave: 'what' }, await send({ start: 'yes' }))
  const before = await count()
  reachable = false
  try {
    for (const look of [() => undefined, () => site.watch.look()]) {
      await look()
      const refused = await send({ send: 'yes' }, check)
      expect([refused.status, refused.text.includes('Still on the page.'), refused.text.includes('tel:')]).toEqual([503, true, true])
    }
    const step = await send({ at: 'where', where: 'By the river' }, await send({ change: 'where' }, check))
    expect([step.status, step.carried !== null]).toEqual([503, true])
  } finally {
    reachable = true
    await site.watch.look()
  }
  expect(await count()).toBe(before)
  expect((await send({ send: 'yes' }, check)).status).toBe(200)
})

test('closed meanwhile, before the site has noticed: the database refuses, and the page says so', async () => {
  const check = await send({ at: 'what', what: 'Sent too late.', leave: 'what' }, await send({ start: 'yes' }))
  await desk.owner.updateTable('intake').set({ closed_at: new Date() }).execute()
  const refused = await send({ send: 'yes' }, check)
  await desk.owner.updateTable('intake').set({ closed_at: null }).execute()
  expect([refused.status, refused.text.includes('Sent too late.')]).toEqual([503, true])
})

/** From elsewhere on the site one comes to the first page, and starts there. */
const begunFrom = async (fields: Record<string, string>): Promise<FormPage> => {
  const start = await send(fields)
  expect(start.text).toMatch(/will be added|could not be added/)
  expect(start.text).toContain('will have read it by')
  expect(start.text).not.toContain('name="what"')
  return send({ start: 'yes' }, start)
}

test('what was chosen in the check of signs, or answered on the pathway, is taken along where somebody chooses so', async () => {
  const where = pageFrom(200, (await post(site.port, '/signs/check', { place: 'car-wash' })).text)
  const [sign = ''] = /name="sign" type="checkbox" value="([^"]+)"/.exec(where.text)?.slice(1) ?? []
  const answer = await post(site.port, '/signs/check', { 'so-far': where.carried ?? '', sign })
  const handed = /name="from-signs" value="([^"]+)"/.exec(answer.text)?.[1] ?? ''
  const check = await send({ at: 'what', what: 'As chosen.', leave: 'what' }, await begunFrom({ 'from-signs': handed }))
  await send({ send: 'yes' }, check)
  expect(await newest()).toMatchObject({ sector: 'car-wash', signs: [sign] })

  let way = pageFrom(200, (await post(site.port, '/pathway', { at: 'danger', danger: 'no' })).text)
  for (const fields of [
    { at: 'organisation', organisation: 'no-organisation' },
    { at: 'under-18', 'under-18': 'no' },
  ])
    way = pageFrom(200, (await post(site.port, '/pathway', { 'so-far': way.carried ?? '', ...fields } as Record<string, string>)).text)
  const took = /name="from-pathway" value="([^"]+)"/.exec(way.text)?.[1] ?? ''
  const all = await send({ at: 'what', what: 'From my work.', leave: 'what' }, await begunFrom({ 'from-pathway': took }))
  expect(all.text).toContain('Your answers on the pathway')
  const without = await send({ 'without-pathway': 'yes' }, all)
  expect(without.text).not.toContain('Your answers on the pathway')
  await send({ send: 'yes' }, all)
  const read = await desk.as(anna, readConcern, { concern: (await newest()).id })
  expect(JSON.stringify(read)).toMatch(/"pathway":\[\{"id":"danger"/)
  // A field that is none, or that of another form, is an empty start.
  for (const field of [handed, 'x', '']) expect((await begunFrom({ 'from-pathway': field })).text).toContain('name="what"')
})

const fromPathway = async (...steps: Record<string, string>[]): Promise<FormPage> => {
  let way: FormPage | undefined
  for (const fields of steps)
    way = pageFrom(200, (await post(site.port, '/pathway', { ...(way ? { 'so-far': way.carried ?? '' } : {}), ...fields })).text)
  return begunFrom({ 'from-pathway': /name="from-pathway" value="([^"]+)"/.exec(way?.text ?? '')?.[1] ?? '' })
}

test.each(['yes', 'not-sure'])(
  'a child on the pathway (%s) is a child of the report: said on page 4, in the box and to the desk, and no later answer hides it',
  async (age) => {
    const start = await fromPathway(
      { at: 'danger', danger: 'no' },
      { at: 'organisation', organisation: 'hospital' },
      { at: 'under-18', 'under-18': age },
      { at: 'situation' },
    )
    expect(start.text).toContain('Do not wait for us')
    const check = await send({ at: 'what', what: 'On the ward.', leave: 'what' }, start)
    expect(check.text).toContain('Do not wait for us')
    const page4 = await send({ change: 'urgency' }, check)
    expect(page4.text).toMatch(new RegExp(`name="child"[^>]*value="${age}"[^>]*checked`))
    const contradicted = await send({ at: 'urgency', child: 'no', leave: 'urgency' }, page4)
    expect(contradicted.text).toContain('Do not wait for us')
    const page6 = await send({ change: 'who' }, contradicted)
    expect(page6.text.split('</details>')[1]).toContain('If a child may be at risk, we must pass your report on to children’s services')
    // Nothing that was answered there is lost: the contact with the person, and where both are.
    for (const said of ['Where the person is', 'Where you are making the report']) expect(contradicted.text).toContain(said)
    await send({ send: 'yes' }, contradicted)
    expect(await newest()).toMatchObject({ child: true, danger: false, young: false })
  },
)

test('a professional starts at the first page, told what goes along and what does not go in; every answer does', async () => {
  let way: FormPage | undefined
  for (const fields of [
    { at: 'danger', danger: 'no' },
    { at: 'organisation', organisation: 'hospital' },
    { at: 'under-18', 'under-18': 'no' },
    { at: 'contact', contact: 'not-explained' },
    { at: 'situation' },
  ] as Record<string, string>[])
    way = pageFrom(200, (await post(site.port, '/pathway', { ...(way ? { 'so-far': way.carried ?? '' } : {}), ...fields })).text)
  const start = await send({ 'from-pathway': /name="from-pathway" value="([^"]+)"/.exec(way?.text ?? '')?.[1] ?? '' })
  for (const said of ['Your answers from the pathway will be added', 'Leave out the person’s name unless', 'does not replace the calls'])
    expect(start.text).toContain(said)
  const check = await send({ at: 'what', what: 'On the ward.', leave: 'what' }, await send({ start: 'yes' }, start))
  expect(check.text).toMatch(/What contact have you had with the person\? <b>I have spoken to them/)
  // They hear what happened: asked at work, told by when, on the page after it and by the code.
  const page7 = await send({ change: 'answer' }, check)
  for (const said of ['Do you want to hear what happened?', 'Your work phone number or email address', 'within 10 days'])
    expect(page7.text).toContain(said)
  const done = await send({ send: 'yes' }, check)
  expect(done.text).toMatch(/We plan to tell you what happened by <b>\w+ \d+ \w+<\/b>\. We will write it here/)
  expect(done.text).toContain('Carry on with your list.')
  const code = codeIn(done)
  expect(await openByCode(intake, code)).toMatchObject({ feedbackBy: null })
  await desk.as(anna, readConcern, { concern: (await newest()).id })
  expect(await openByCode(intake, code)).toMatchObject({ feedbackBy: expect.anything() })
})

test('danger on the pathway is danger in the report', async () => {
  const start = await fromPathway({ at: 'danger', danger: 'yes' })
  const check = await send({ at: 'what', what: 'Now.', leave: 'what' }, start)
  await send({ send: 'yes' }, check)
  expect(await newest()).toMatchObject({ danger: true, urgency: 'now' })
})

test('whatever is sent, a page answers and nothing is raised', async () => {
  const before = await count()
  const check = await send({ at: 'what', what: 'Not this one.', leave: 'what' }, await send({ start: 'yes' }))
  const sealed = check.carried ?? ''
  const names = [
    'so-far',
    'at',
    'what',
    'send',
    'leave',
    'back',
    'change',
    'signs',
    'works-for',
    'from-signs',
    'from-pathway',
    '__proto__',
    'where-town',
  ]
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('what', 'where', 'who', 'yes', 'watford', 'constructor'),
  )
  const carried = fc.oneof(
    fc.constant(''),
    fc.nat(sealed.length - 1).map((at) => sealed.slice(0, at)),
    fc.nat(sealed.length - 2).map((at) => `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`),
  )
  await fc.assert(
    fc.asyncProperty(carried, fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }), async (field, fields) => {
      const list = fields.map(([name, text]): [string, string] => [name, text.toWellFormed()])
      const answer = await post(site.port, '/report', [['so-far', field], ...list])
      expect(
        faultsOf(site.locale, { status: answer.status, header: (name) => answer.headers[name]?.toString(), body: answer.text }),
      ).toEqual([])
    }),
    { numRuns: process.env.WAYMARK_ALL ? 80 : 10 },
  )
  expect(await count()).toBe(before)
})

test('no line of the log tells of a report, or of where it came from', () => {
  expect(lines.filter((one) => /127\.0\.0\.1|Quillfeather|Mill Lane|960001/.test(one))).toEqual([])
})
