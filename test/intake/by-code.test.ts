import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote } from '../../src/commands/concerns/add-note.ts'
import { closeConcern } from '../../src/commands/concerns/close-concern.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import { sendReply } from '../../src/commands/concerns/send-reply.ts'
import { passToPartner } from '../../src/commands/concerns/sharing/pass-on.ts'
import { readConcernNeeds } from '../../src/commands/home/read-concern-needs.ts'
import { type Answer, ask, post, start } from '../http/support.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { replyTo } from '../support/replies.ts'
import { type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
let site: ReportSite
let ahead = Temporal.Duration.from({ seconds: 0 })
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
  site = await serveReports(intake, { clock: () => Temporal.Now.instant().add(ahead) })
}, 60_000)
afterAll(async () => {
  await site.stop()
  await intake.close()
  await desk.close()
})

const path = '/report/code'
const sealedIn = ({ text }: Answer): string => /name="so-far" value="([\w-]+)"/.exec(text)?.[1] ?? ''
const textOf = ({ text }: Answer): string => (/<main.*<\/main>/s.exec(text)?.[0] ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const onFrom = (page: Answer, fields: Record<string, string>): Promise<Answer> =>
  post(site.port, path, { 'so-far': sealedIn(page), ...fields })
const words = async (typed: string): Promise<Answer> => onFrom(await ask(site.port, path), { words: typed, do: 'open' })

/** Nothing of a code in any header, whatever the answer is: no cookie, no address. */
const kept = ({ headers }: Answer): unknown => [headers['set-cookie'], headers.location, headers['cache-control']]

test('the words open the newest reply; earlier ones stand behind a button; what was reported is never shown', async () => {
  const { id, code } = await raise(desk, intake, { report: someReport('The boss is Zebediah Quillfeather.') })
  const before = await words(code.join(' '))
  expect(before.status).toBe(200)
  expect(textOf(before)).toContain('No one has read your report yet')
  await desk.as(anna, readConcern, { concern: id })
  await replyTo(desk, id, 'First: thank you.', { goes: Temporal.Now.instant().subtract({ hours: 2 }) })
  const newest = await replyTo(desk, id, 'Second: is anyone there at night?\n\nDo not go <b>back</b>.')
  await replyTo(desk, id, 'Third: held for ten minutes.', { goes: Temporal.Now.instant().add({ minutes: 9 }) })
  const takenBack = await replyTo(desk, id, 'Fourth: taken back.')
  await desk.owner.updateTable('concern_reply').set({ taken_back_at: new Date() }).where('id', '=', takenBack).execute()
  // As people type: capitals, full stops, words cut short after four letters.
  const page = await words(
    code.map((word, place) => (place % 2 ? word.toUpperCase() : word.slice(0, Math.max(4, word.length - 2)))).join(', '),
  )
  expect(textOf(page)).toContain('There is a reply for you')
  expect(page.text).toContain('Do not go &lt;b&gt;back&lt;/b&gt;.')
  for (const not of ['First:', 'Third:', 'Fourth:', 'Quillfeather']) expect([not, page.text.includes(not)]).toEqual([not, false])
  const earlier = await onFrom(page, { do: 'earlier' })
  expect(textOf(earlier)).toContain('First: thank you.')
  for (const answer of [before, page, earlier]) {
    expect(kept(answer)).toEqual([undefined, undefined, 'no-store'])
    // One word of a code may be a word of the page; two in their order are not.
    expect(answer.text).not.toMatch(
      new RegExp(
        code
          .slice(1)
          .map((word, place) => `${code[place]}\\W+${word}`)
          .join('|'),
      ),
    )
    expect(/<title>([^<]*)/.exec(answer.text)?.[1]).toBe('Your page – Waymark')
  }
  const seen = await desk.owner.selectFrom('concern_reply').select(['id', 'seen_at']).where('concern_id', '=', id).execute()
  expect(seen.filter(({ seen_at }) => seen_at).map((reply) => reply.id)).toContain(newest)
  expect(seen.filter(({ seen_at }) => seen_at).length).toBe(2)
  const { code_seen_at } = await desk.owner.selectFrom('concern').select('code_seen_at').where('id', '=', id).executeTakeFirstOrThrow()
  expect(code_seen_at).toBeInstanceOf(Date)
})

test('an answer is kept once however often the page is sent, opens what was closed, and its words are sealed', async () => {
  const { id, code } = await raise(desk, intake)
  await desk.as(anna, readConcern, { concern: id })
  await desk.owner
    .updateTable('concern')
    .set({ state: 'closed', closed_at: new Date(), outcome: 'acted-on' })
    .where('id', '=', id)
    .execute()
  const page = await words(code.join(' '))
  expect(textOf(page)).toContain('Your report is closed')
  expect(textOf(page)).toContain('We acted on what you told us.')
  const text = 'At night there are two: Ignatius Thistlewood.'
  const answers = [await onFrom(page, { do: 'add', text }), await onFrom(page, { do: 'add', text })]
  for (const answer of answers) expect(textOf(answer)).toContain('We have your message')
  expect(answers[0]?.text).not.toContain('Thistlewood')
  expect(tellsOf(await dumpOf(desk.owner), 'Thistlewood')).toEqual([])
  const read = await desk.as(anna, readConcern, { concern: id })
  expect(read).toMatchObject({ done: { state: 'open', texts: [{ kind: 'report' }, { kind: 'added', added: { text } }] } })
  expect('done' in read && read.done.texts.length).toBe(2)
  // When they come back: that they added something, and not a word of it.
  const back = await words(code.join(' '))
  expect(textOf(back)).toMatch(/You added something at \d+:\d\d[ap]m on/)
  expect(back.text).not.toContain('Thistlewood')
  const empty = await onFrom(page, { do: 'add', text: ' \r\n ' })
  expect([empty.status, textOf(empty).includes('Write your message')]).toEqual([400, true])
  const long = await onFrom(page, { do: 'add', text: 'é'.repeat(20_001) })
  expect([long.status, textOf(long).includes('Your message is too long')]).toEqual([400, true])
})

test('whoever takes a report back is asked once more, told what cannot be undone and who has it; then nobody works on it', async () => {
  const { id, code } = await raise(desk, intake, { plain: { sharing: 'others' } })
  await desk.as(anna, readConcern, { concern: id })
  const shared = { concern_id: id, made_by: anna.person }
  const outside = { ...shared, way: 'telephone' as const }
  await desk.owner
    .insertInto('concern_share')
    .values({ ...shared, partner_id: 'watford' })
    .execute()
  await desk.owner
    .insertInto('concern_share')
    .values([
      { ...outside, outside: 'police' },
      { ...outside, outside: 'charity', tell_reporter: false },
    ])
    .execute()
  await desk.owner
    .insertInto('concern_offer')
    .values({ concern_id: id, from_person: anna.person, until: new Date(Date.now() + 1e6) })
    .execute()
  const name = (await desk.owner.selectFrom('partner').select('name').where('id', '=', 'watford').executeTakeFirstOrThrow()).name
  const asked = await onFrom(await words(code.join(' ')), { do: 'withdraw' })
  for (const said of ['Do you want to take your report back?', 'We cannot call back what has already been shared.', name, 'The police'])
    expect(textOf(asked)).toContain(said)
  // Where telling could put somebody in danger it is not told.
  expect(textOf(asked)).not.toContain('A charity')
  const untouched = await desk.owner.selectFrom('concern').select('state').where('id', '=', id).executeTakeFirstOrThrow()
  expect(untouched.state).toBe('open')
  const done = await onFrom(asked, { do: 'withdraw-yes' })
  expect(textOf(done)).toContain('You have taken your report back')
  const last = Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: 13 }).toPlainDate()
  const day = last.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  for (const page of [asked, done])
    expect(textOf(page)).toMatch(new RegExp(`after ${day}[.,].* Until then the coordinators can still open`))
  const again = await onFrom(asked, { do: 'withdraw-yes' })
  expect(textOf(again)).toContain('You have taken your report back')
  expect(await desk.owner.selectFrom('concern').select(['state', 'answer_by']).where('id', '=', id).execute()).toEqual([
    { state: 'withdrawn', answer_by: null },
  ])
  expect(await desk.owner.selectFrom('concern_offer').select('answer').where('concern_id', '=', id).execute()).toEqual([
    { answer: 'withdrawn' },
  ])
  expect(await desk.owner.selectFrom('listing').select('open').where('concern_id', '=', id).where('open', '=', true).execute()).toEqual([])
  const verbs = await desk.owner.selectFrom('audit').select('verb').where('object_id', '=', id).orderBy('seq').execute()
  expect(verbs.filter(({ verb }) => verb === 'withdraw-concern').length).toBe(1)
  const late = await onFrom(asked, { do: 'add', text: 'One more thing.' })
  expect([late.status, textOf(late).includes('this report has been taken back')]).toEqual([400, true])
})

test.each([
  [
    'young',
    { young: true, child: true, self: true },
    'Because you are under 18, a coordinator must still read this and tell children’s services. We stop everything else.',
  ],
  ['danger', { danger: true }, 'Because someone may be in danger, a coordinator must still read this'],
] as const)(
  '%s: taken back, it stays before every coordinator until one has read it and recorded what was done',
  async (_who, plain, must) => {
    const { id, code } = await raise(desk, intake, { plain: { ...plain, sharing: 'others' } })
    const asked = await onFrom(await words(code.join(' ')), { do: 'withdraw' })
    const done = await onFrom(asked, { do: 'withdraw-yes' })
    for (const page of [asked, done]) {
      expect(textOf(page)).toContain(must)
      expect(page.text).toContain('href="tel:999"')
      if ('young' in plain) expect(page.text).toContain('href="tel:08001111"')
    }
    expect(textOf(done)).toContain('You have taken your report back')
    expect(textOf(done)).not.toMatch(/No one is working on it|We erase it after/)
    expect(textOf(await onFrom(asked, { do: 'add', text: 'More.' }))).toContain('this report has been taken back')
    const states = async () => {
      const home = await desk.as(ben, readConcernNeeds, null)
      const inbox = await desk.as(ben, readInbox, null)
      return [home, inbox].map((read) => JSON.stringify(read).includes(id))
    }
    expect(await states()).toEqual([true, true])
    const close = () => desk.as(anna, closeConcern, { concern: id, outcome: 'not-enough', words: '' })
    expect(await close()).toEqual({ fault: 'not-read' })
    await desk.as(anna, readConcern, { concern: id })
    expect(await states()).toEqual([true, true])
    expect(await close()).toEqual({ fault: 'no-why' })
    // Their choice allows nothing any more.
    expect(
      await desk.as(anna, passToPartner, {
        concern: id,
        to: { partner: 'watford', person: null },
        shared: { version: 1, to: null, what: 'x', asked: null },
      }),
    ).toEqual({ fault: 'closed' })
    expect(await desk.as(anna, sendReply, { concern: id, text: 'Hello.', answerBy: null, atOnce: false })).toEqual({ fault: 'withdrawn' })
    await desk.as(anna, addNote, { concern: id, text: 'Told children’s services.' })
    expect(await close()).toEqual({ done: null })
    expect(await states()).toEqual([false, false])
    const { state } = await desk.owner.selectFrom('concern').select('state').where('id', '=', id).executeTakeFirstOrThrow()
    expect(state).toBe('withdrawn')
    expect(textOf(await words(code.join(' ')))).toMatch(/No one is working on it any more\. We erase it after/)
  },
)

test('what a reply promised stands until the next reply, whatever they add; nothing is promised before one is out', async () => {
  const { id, code } = await raise(desk, intake, { plain: { self: true } })
  await desk.as(anna, readConcern, { concern: id })
  const soon = Temporal.Now.instant().add({ hours: 48 })
  const promised = /We plan to write here again by/
  await desk.owner
    .updateTable('concern')
    .set({ answer_by: new Date(soon.epochMilliseconds) })
    .where('id', '=', id)
    .execute()
  const before = await words(code.join(' '))
  expect(textOf(before)).not.toMatch(promised)
  expect(before.text).toContain('href="tel:08000121700"')
  const reply = await replyTo(desk, id, 'Thank you.')
  await desk.owner
    .updateTable('concern_reply')
    .set({ answer_by: new Date(soon.epochMilliseconds) })
    .where('id', '=', reply)
    .execute()
  const added = await onFrom(await words(code.join(' ')), { do: 'add', text: 'More.' })
  expect(textOf(added)).toMatch(promised)
  expect(textOf(added)).toMatch(/plan to read it by \d+(:\d\d)?[ap]m on/)
  await desk.owner
    .updateTable('concern_reply')
    .set({ answer_by: new Date(Date.now() - 3_600_000) })
    .where('id', '=', reply)
    .execute()
  expect(textOf(await words(code.join(' ')))).toMatch(/We planned to write here again by .* That has not happened yet/)
})

test('a page stops after 15 minutes and gives back what was written; one that was closed opens nothing, sent again or not', async () => {
  const { code } = await raise(desk, intake)
  const first = await ask(site.port, path)
  const sent = { words: code.join(' '), do: 'open' }
  const page = await onFrom(first, sent)
  ahead = Temporal.Duration.from({ minutes: 14 })
  expect((await onFrom(page, { do: 'earlier' })).status).toBe(200)
  ahead = Temporal.Duration.from({ minutes: 16 })
  const late = await onFrom(page, { do: 'add', text: 'A long message.' })
  expect([late.status, textOf(late).includes('has not been sent'), late.text.includes('>A long message.</textarea>')]).toEqual([
    400,
    true,
    true,
  ])
  const opened = await onFrom(late, { ...sent, text: 'A long message.' })
  expect(opened.text).toContain('>A long message.</textarea>')
  ahead = Temporal.Duration.from({ seconds: 0 })
  const again = await onFrom(first, sent)
  expect(again.status).toBe(200)
  const ended = await onFrom(again, { do: 'end' })
  expect(textOf(ended)).toContain('This report is closed on this device')
  expect(sealedIn(ended)).toBe('')
  for (const tried of [await onFrom(again, { do: 'earlier' }), await onFrom(first, sent), await onFrom(page, { do: 'open' })]) {
    expect(tried.status).toBe(400)
    expect(textOf(tried)).toContain('This page was closed. Enter your seven words again.')
  }
})

test('words that are none are told without asking the database; an unknown code and a lost database say what to do', async () => {
  const asked: string[] = []
  const door = intake.door()
  if (!door) throw new Error('no door')
  const lost = { value: false }
  const counting = {
    ...intake,
    door: () => ({
      ...door,
      reporter: <Row extends object>(text: string, values: readonly unknown[]) => {
        asked.push(text)
        return lost.value ? Promise.resolve({ fault: 'gone' as const }) : door.reporter<Row>(text, values)
      },
    }),
  }
  const other = await serveReports(counting)
  try {
    const say = async (typed: string): Promise<[number, string]> => {
      const page = await ask(other.port, path)
      const answer = await post(other.port, path, { 'so-far': sealedIn(page), words: typed, do: 'open' })
      return [answer.status, textOf(answer)]
    }
    expect(await say('')).toEqual([400, expect.stringContaining('Enter your seven words')])
    expect(await say('abandon ability able')).toEqual([400, expect.stringContaining('You have entered 3 words')])
    expect(await say('abandon ability able about above absent tabel')).toEqual([
      400,
      expect.stringContaining('Check the spelling of “tabel”. We do not use this word. For “tabel”, do you mean “label” or “table”?'),
    ])
    expect(await say('abandonabilityablequite')).toEqual([400, expect.stringContaining('Put a space between the words.')])
    expect(asked).toEqual([])
    const { code } = await raise(desk, intake)
    expect(await say('abandon ability able about above absent brocoli')).toEqual([
      400,
      expect.stringContaining('We read “brocoli” as “broccoli”.'),
    ])
    asked.splice(0)
    const none = 'abandon ability able about above absent absorb'
    expect(await say(none)).toEqual([400, expect.stringContaining('We did not find a report with these words')])
    const wrong = asked.splice(0)
    expect((await say(code.join(' ')))[0]).toBe(200)
    asked.splice(0)
    expect((await say('craftheroloyaltableofferbrainterm'))[1]).toContain('Similar words may have been mixed up.')
    asked.splice(0)
    expect((await say(code.join(' ')))[0]).toBe(200)
    // The same statements for a right code and a wrong one: the time before the answer is the same work.
    expect(asked.splice(0)).toEqual(wrong)
    expect(wrong.length).toBe(4)
    lost.value = true
    expect(await say(code.join(' '))).toEqual([503, expect.stringContaining('Nothing was sent or changed')])
  } finally {
    await other.stop()
  }
})

test('/code leads there, and nothing of it is there on a site that takes no reports', async () => {
  const short = await ask(site.port, '/code')
  expect([short.status, short.headers.location]).toEqual([303, path])
  const without = await start()
  try {
    for (const address of ['/code', path]) expect((await ask(without.port, address)).status).toBe(404)
  } finally {
    await without.stop()
  }
})
