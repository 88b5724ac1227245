import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerEvent, linkIn, readLink } from '../../src/commands/attend/answer-event.ts'
import { checkCertificate } from '../../src/commands/attend/check-certificate.ts'
import { type Alone, countAlone, mostAlone } from '../../src/commands/attend/count-alone.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { readAttendEvent } from '../../src/commands/attend/read-event.ts'
import { stopMail, stopToken, whomIn } from '../../src/commands/attend/stop-mail.ts'
import { readDue, renewCertificate } from '../../src/commands/attend/update-certificate.ts'
import { copyLearner } from '../../src/commands/register/leaving/one-learner.ts'
import { stopTrainingMail } from '../../src/commands/register/people/change-person.ts'
import { readPerson } from '../../src/commands/register/people/read-person.ts'
import type { Pack } from '../../src/content/pack.ts'
import { openMailer } from '../../src/jobs/mail/mailer.ts'
import { sendMail } from '../../src/jobs/mail/send-mail.ts'
import { training } from '../../src/jobs/mail/training.ts'
import { queueTrainingMails, wantTrainingMails } from '../../src/jobs/register/training-mails.ts'
import type { CertificateData } from '../../src/press/kinds/certificate/data.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { deskOfMail, openTestQueue } from '../support/jobs.ts'
import { mailServer, textOf } from '../support/mail-server.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { certified, issues, openTestAttend } from '../support/register.ts'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
let part: string
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  part = desk.parts.pack.course.tiers.find(({ id }) => id === 'everyone')?.parts[1] ?? ''
})
afterAll(async () => {
  await attend.close()
  await desk.close()
})

const newest = '111111111111'
/** The same course, after a change. `learn`: of these parts there is something to learn. */
const changed = (learn: readonly string[], taught = newest, date = '2026-01-01'): Pack => {
  const { pack } = desk.parts
  const news = { taught, date, changes: ['A change.'], learn: learn.map((id) => ({ part: id, text: `New in ${id}.` })) }
  return { ...pack, course: { ...pack.course, taught, releases: [news, ...pack.course.releases] } }
}
const after = (learn: readonly string[]): AttendParts => ({ ...attend, pack: () => changed(learn) })
const worthIn = async (parts: AttendParts, code: string) => {
  const found = await checkCertificate(parts, { code, name: '' })
  return 'fault' in found ? found.fault : found.worth.worth
}
const was = () => desk.parts.pack.course.taught

test('one change of what is taught makes a certificate need the update; the lesson holds just that; its end renews it, once', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Abi Lychgate' }])
  const { code, ends_on } = of('Abi Lychgate')
  const parts = after([part])
  expect(await worthIn(parts, code)).toBe('needs-update')
  const due = await readDue(parts, { code, name: 'abi lych-gate' })
  if (!('due' in due) || due.due !== 'lesson') throw new Error(JSON.stringify(due))
  expect(due.lesson.parts.map((own) => [own.part.id, own.learn.map(({ text }) => text)])).toEqual([[part, [`New in ${part}.`]]])
  const learned = { entry: randomUUID(), code, name: 'Abi Lychgate', from: was(), to: newest }
  const renewed = await renewCertificate(parts, learned)
  const fresh = 'done' in renewed ? (renewed.done.code ?? '') : ''
  expect(fresh).toMatch(/^[0-9A-Z]{16}$/)
  // The same page sent again, and the job of the desk.
  expect(await renewCertificate(parts, learned)).toEqual(renewed)
  await issues(desk)
  expect([await worthIn(parts, code), await worthIn(parts, fresh)]).toEqual(['current', 'current'])
  expect(await readDue(parts, { code, name: 'Abi Lychgate' })).toMatchObject({ due: 'nothing', tier: 'everyone' })
  expect(await readDue(parts, { code: fresh, name: 'Abi Lychgate' })).toMatchObject({
    due: 'nothing',
    tier: 'everyone',
    until: Temporal.PlainDate.from(ends_on ?? ''),
  })
  const held = await desk.owner.selectFrom('certificate').selectAll().where('learner_id', '=', of('Abi Lychgate').learner_id).execute()
  expect(held.map((one) => one.ends_on)).toEqual([ends_on, ends_on])
  const standing = await desk.owner
    .selectFrom('standing')
    .selectAll()
    .where('learner_id', '=', of('Abi Lychgate').learner_id ?? '')
    .execute()
  // Learned and updated on one day: the update came later.
  expect(standing.map(({ version, whole_on, on_date }) => [version, whole_on === on_date])).toEqual([[newest, true]])
})

test('whoever was shown a certificate and renews it takes nothing from its holder, whose code stays good until one is made for another reason', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Ada Tollgate' }])
  const { code, id } = of('Ada Tollgate')
  const parts = after([part])
  const renew = (by: string, from: string, to: string, on: AttendParts) =>
    renewCertificate(on, { entry: randomUUID(), code: by, name: 'Ada Tollgate', from, to })
  const [renewed, again] = await Promise.all([renew(code, was(), newest, parts), renew(code, was(), newest, parts)])
  const fresh = [renewed, again].flatMap((one) => ('done' in one ? [one.done.code ?? ''] : []))
  expect(fresh, 'twice at once is once').toHaveLength(1)
  const day = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
  const checked = await checkCertificate(parts, { code, name: 'Ada Tollgate' })
  expect(checked).toMatchObject({ named: true, taught: was(), renewed: day, worth: { worth: 'current' } })
  expect(JSON.stringify(checked)).not.toContain(fresh[0])
  // The new one says that it is of the short update, and when and with whom the whole course was taken; so does the next, and one made again.
  const before = { on: Temporal.PlainDate.from(of('Ada Tollgate').learnt_on), gave: 'Watford Borough Council' }
  expect(checked).toMatchObject({ update: null })
  expect(await checkCertificate(parts, { code: fresh[0] ?? '', name: '' })).toMatchObject({ learnt: day, gave: null, update: before })
  // The course changes again: the first code needs that update too, and renews by it.
  const { pack } = desk.parts
  const second = { taught: '333333333333', date: '2026-02-01', changes: ['B.'], learn: [{ part, text: 'Newer.' }] }
  const later = changed([part])
  const twice: AttendParts = {
    ...attend,
    pack: () => ({ ...pack, course: { ...pack.course, taught: second.taught, releases: [second, ...later.course.releases] } }),
  }
  expect(await worthIn(twice, code)).toBe('needs-update')
  expect(await renew(code, newest, second.taught, twice)).toHaveProperty('done')
  expect([await worthIn(twice, code), await worthIn(twice, fresh[0] ?? '')]).toEqual(['current', 'current'])
  const rows = () => desk.owner.selectFrom('certificate').selectAll().where('learner_id', '=', of('Ada Tollgate').learner_id)
  // The desk, and the copy of what is kept, say of each what the check page says of it.
  const coordinator = await desk.somebody(['coordinator'])
  const learner = of('Ada Tollgate').learner_id ?? ''
  const said = async (sought: string) => {
    const [person, copy] = [
      await desk.as(coordinator, readPerson, { person: learner }),
      await desk.as(coordinator, copyLearner, { learner }),
    ]
    if ('fault' in person || 'fault' in copy) throw new Error('not read')
    const { replaced, renewed } = person.done.certificates.find((one) => one.code === sought) ?? {}
    const { replacedBy, renewedBy } = copy.done.certificates.find((one) => one.code === sought) ?? {}
    return { replaced, renewed, replacedBy, renewedBy }
  }
  const last = (await rows().execute()).find(({ version }) => version === second.taught)?.code
  expect(await checkCertificate(twice, { code: last ?? '', name: '' })).toMatchObject({ update: before })
  expect([await said(code), await said(last ?? '')]).toEqual([
    { replaced: false, renewed: true, replacedBy: null, renewedBy: last },
    { replaced: false, renewed: false, replacedBy: null, renewedBy: null },
  ])
  // Taken back: what it renewed is worth what it was before, and can be renewed again.
  await desk.owner
    .updateTable('certificate')
    .set({ withdrawn_at: new Date() })
    .where('learner_id', '=', of('Ada Tollgate').learner_id)
    .where('id', '!=', id)
    .execute()
  expect(await checkCertificate(twice, { code, name: '' })).toMatchObject({ renewed: null, worth: { worth: 'needs-update' } })
  expect(await said(code)).toEqual({ replaced: false, renewed: false, replacedBy: null, renewedBy: null })
  expect(await renew(code, was(), second.taught, twice)).toHaveProperty('done')
  expect(await worthIn(twice, code)).toBe('current')
  await desk.owner.updateTable('certificate').set({ renewed: false }).where('id', '=', id).execute()
  expect(await worthIn(twice, code), 'for another name or employer').toBe('replaced')
  expect(await said(code)).toMatchObject({ replaced: true, renewed: false, replacedBy: expect.stringMatching(/^[0-9A-Z]{16}$/) })
  expect((await rows().execute()).length).toBe(4)
})

test('a change of wording alone asks nothing of anybody', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Ben Packhorse' }])
  const { code } = of('Ben Packhorse')
  expect(await worthIn(after([]), code)).toBe('current')
  expect(await readDue(after([]), { code, name: 'Ben Packhorse' })).toMatchObject({ due: 'nothing', tier: 'everyone' })
})

test('nobody renews by a code without the name, one that ended or was withdrawn, or another version than it is of', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Cass Ford' }])
  const { code, id } = of('Cass Ford')
  const parts = after([part])
  const learned = { entry: randomUUID(), code, name: 'Cass Ford', from: was(), to: newest }
  const refused = { fault: 'not-found' }
  expect(await readDue(parts, { code, name: 'Dee Stile' })).toEqual(refused)
  expect(await renewCertificate(parts, { ...learned, name: 'Dee Stile' })).toEqual(refused)
  expect(await renewCertificate(parts, { ...learned, from: '222222222222' })).toEqual(refused)
  await desk.owner.updateTable('certificate').set({ ends_on: '2020-01-01' }).where('id', '=', id).execute()
  expect(await readDue(parts, { code, name: 'Cass Ford' })).toEqual({ due: 'whole', because: 'ended' })
  expect(await renewCertificate(parts, learned)).toEqual(refused)
  await desk.owner.updateTable('certificate').set({ withdrawn_at: new Date(), ends_on: null }).where('id', '=', id).execute()
  expect(await readDue(parts, { code, name: 'Cass Ford' })).toEqual({ due: 'withdrawn' })
  expect(await renewCertificate(parts, learned)).toEqual(refused)
})

test('whoever is called otherwise by now renews with either name, and the new certificate is of the new one', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Eve Turnpike' }])
  const { code, learner_id } = of('Eve Turnpike')
  const named = { name: 'Eve Milestone', name_key: 'eve milestone' }
  await desk.owner
    .updateTable('learner')
    .set(named)
    .where('id', '=', learner_id ?? '')
    .execute()
  const parts = after([part])
  const renewed = await renewCertificate(parts, { entry: randomUUID(), code, name: 'Eve Turnpike', from: was(), to: newest })
  expect(renewed, 'a job makes it').toEqual({ done: { code: null } })
  await issues(desk, { pack: changed([part]) })
  const fresh = await desk.owner
    .selectFrom('certificate')
    .select('code')
    .where('learner_id', '=', learner_id)
    .where('replaced_by', 'is', null)
    .executeTakeFirstOrThrow()
  expect(await checkCertificate(parts, { code: fresh.code, name: 'Eve Milestone' })).toMatchObject({
    named: true,
    worth: { worth: 'current' },
  })
})

const alone = (more: Partial<Alone> = {}): Alone => ({
  ...{ entry: randomUUID(), tier: 'everyone', version: was(), name: 'Fay Towpath', group: null, email: null },
  workplace: { name: 'Hatfield Car Wash Ltd', sector: 'business' },
  ...more,
})
const learnersNamed = (name: string) => desk.owner.selectFrom('learner').selectAll().where('name', '=', name).execute()

test('whoever learned alone is counted once by one proof, and has a certificate that can be checked at once', async () => {
  const one = alone()
  const counted = await countAlone(attend, one)
  const code = 'done' in counted ? (counted.done.code ?? '') : ''
  expect(await checkCertificate(attend, { code, name: 'Fay Towpath' })).toMatchObject({
    named: true,
    gave: null,
    worth: { worth: 'current' },
  })
  expect(await countAlone(attend, one)).toEqual(counted)
  // The same proof, passed on: one more is not counted, and is not told whose certificate there is.
  expect(await countAlone(attend, { ...one, name: 'Gus Lock' })).toEqual({ done: { code: null } })
  const ways = await desk.owner.selectFrom('attendance').select(['way', 'version']).where('id', '=', one.entry).execute()
  expect([ways, await learnersNamed('Gus Lock')]).toEqual([[{ way: 'alone', version: was() }], []])
  await issues(desk)
  expect(await learnersNamed('Fay Towpath')).toHaveLength(1)
})

test('whoever learned alone is nobody whom the register knows, whatever name and email they type, until a person says so', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Hal Spinney', email: 'hal@example.org' }])
  const { code, learner_id } = of('Hal Spinney')
  const before = await learnersNamed('Hal Spinney')
  const typed = { email: 'HAL@example.org' }
  const counted = await countAlone(attend, alone({ name: 'Hal Spinney', ...typed }))
  const theirs = 'done' in counted ? (counted.done.code ?? '') : ''
  await countAlone(attend, alone({ name: 'Mallory Weir', ...typed }))
  const [mallory] = await learnersNamed('Mallory Weir')
  expect(mallory?.email_key).toBeNull()
  const both = await learnersNamed('Hal Spinney')
  expect(both.find(({ id }) => id === learner_id)).toEqual(before[0])
  const other = both.find(({ id }) => id !== learner_id)
  expect(other).toMatchObject({ email_key: null, joined_into: null })
  const states = async () => [await worthIn(attend, code), await worthIn(attend, theirs)]
  expect(await states()).toEqual(['current', 'current'])
  // Joined, by a person: what was learned alone replaces nothing of the other's.
  await desk.owner
    .updateTable('learner')
    .set({ joined_into: learner_id })
    .where('id', '=', other?.id ?? '')
    .execute()
  await sql`select settle_all(${learner_id}::uuid)`.execute(desk.owner)
  expect(await states()).toEqual(['current', 'current'])
})

test('so many in a day, an hour or an organisation are no people: no more are counted, and nothing is kept', async () => {
  const tries = [{ day: 1 }, { hour: 1 }, { organisation: 1 }]
  const there = {
    id: (await desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', 'watford').executeTakeFirstOrThrow()).id,
  }
  await countAlone(attend, alone({ name: 'Fay Towpath', workplace: there }))
  for (const few of tries)
    expect(await countAlone(attend, alone({ name: 'Ivy Copse', workplace: there }), { ...mostAlone, ...few })).toEqual({ fault: 'busy' })
  expect(await learnersNamed('Ivy Copse')).toEqual([])
})

test('nobody has another mailed on and on by learning alone: one address is kept once a day, none where mail was stopped, and no mail says the name', async () => {
  const emails = async (name: string) => (await learnersNamed(name)).map(({ email }) => email)
  const ids = async (name: string) => (await learnersNamed(name)).map(({ id }) => id)
  await countAlone(attend, alone({ name: 'You Won', email: 'abe@example.org' }))
  await countAlone(attend, alone({ name: 'You Won Again', email: 'ABE@example.org' }))
  expect([await emails('You Won'), await emails('You Won Again')]).toEqual([['abe@example.org'], [null]])
  const mail = await desk.owner
    .selectFrom('training_mail')
    .select('id')
    .where('learner_id', 'in', await ids('You Won'))
    .executeTakeFirstOrThrow()
  const written = await training(deskOfMail(desk, desk.jobsRole), mail.id)
  expect(written?.letter.to).toBe('abe@example.org')
  expect(written?.letter.text).toMatch(/^Hello,\n/)
  expect(written?.letter.text).not.toContain('You Won')
  await desk.owner.updateTable('learner').set({ mail_stopped_at: new Date() }).where('name', '=', 'You Won').execute()
  await desk.owner.updateTable('attendance').set({ known_on: '2020-01-01' }).where('way', '=', 'alone').execute()
  await countAlone(attend, alone({ name: 'You Won Thrice', email: 'abe@example.org' }))
  expect(await emails('You Won Thrice')).toEqual([null])
})

test('a holder who gave an email hears of their certificate, of an update once and once again, and that it ends; one press stops it', async () => {
  const server = await mailServer()
  const queue = await openTestQueue(desk)
  try {
    const { of } = await certified(desk, attend, trainer, [{ name: 'Jo Footbridge', email: 'jo@example.org' }, { name: 'Kit Hedgerow' }])
    const { id, code, learner_id } = of('Jo Footbridge')
    const rows = () => desk.owner.selectFrom('training_mail').selectAll().where('certificate_id', '=', id).orderBy('made_at').execute()
    const kinds = async () => (await rows()).map(({ kind }) => kind)
    expect(await kinds()).toEqual(['certificate'])
    const wants = (pack: Pack) => wantTrainingMails({ db: queue.db, parts: { ...desk.parts, pack } })()
    await wants(changed([]))
    expect(await kinds(), 'wording alone').toEqual(['certificate'])
    await Promise.all([wants(changed([part])), wants(changed([part]))])
    await wants(changed([part]))
    expect(await kinds()).toEqual(['certificate', 'update-first'])
    await queueTrainingMails(queue.db, queue)()
    await sql`update training_mail set queued_at = now() - interval '31 days' where certificate_id = ${id}::uuid`.execute(desk.owner)
    await wants(changed([part]))
    await wants(changed([part]))
    await desk.owner
      .updateTable('certificate')
      .set({ ends_on: Temporal.Now.plainDateISO().add({ days: 30 }).toString() })
      .where('id', '=', id)
      .execute()
    await wants(changed([part]))
    await wants(changed([part]))
    expect(await kinds()).toEqual(['certificate', 'update-first', 'update-again', 'ends-soon'])
    expect(
      (await desk.owner.selectFrom('training_mail').selectAll().where('learner_id', '=', of('Kit Hedgerow').learner_id).execute()).length,
    ).toBe(0)

    const mailer = openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' })
    const send = sendMail(deskOfMail({ parts: { ...desk.parts, pack: changed([part]) } } as never, queue.db), mailer)
    for (const row of await rows()) expect(await send('training', row.id)).toEqual({ code: 'sent' })
    const texts = server.mails.map(textOf)
    const { course, partnership } = desk.parts.pack
    for (const text of texts) {
      expect(text).toContain(course.title)
      expect(text).toContain(partnership.name)
      expect(text).toContain('https://waymark.example.org/training/certificate')
      expect(text).toContain(`https://waymark.example.org/training/stop?t=${stopToken(attend.pepper, learner_id ?? '')}`)
    }
    expect(texts[1]).toContain(`https://waymark.example.org/training/update?c=${code}`)
    expect(texts[1]).toMatch(/It takes about \d+ minutes?, and your certificate is renewed/)

    const whom = whomIn(attend.pepper, stopToken(attend.pepper, learner_id ?? ''))
    expect(whom).toBe(learner_id)
    const forged = `${randomUUID().replaceAll('-', '')}${stopToken(attend.pepper, learner_id ?? '').slice(32)}`
    expect([whomIn(attend.pepper, forged), whomIn(attend.pepper, '')]).toEqual([null, null])
    expect(await stopMail(attend, whom ?? '')).toEqual({ done: true })
    const [first] = await rows()
    expect(await send('training', first?.id ?? '')).toEqual({ code: 'nothing-to-say' })
  } finally {
    await queue.close()
    await server.close()
  }
})

test.for([
  ['a link in a mail', 'public'],
  ['their SPOC', 'desk'],
] as const)(
  '%s stops mail to all of one person: entries that were joined, and wherever else the address stands; once, under one verb',
  async ([, by]) => {
    const spoc = await desk.somebody(['spoc'], { partner: 'watford' })
    const [watford, stevenage] = await Promise.all(
      ['watford', 'stevenage'].map((partner) =>
        desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', partner).executeTakeFirstOrThrow(),
      ),
    )
    const [one, joined, elsewhere, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    const learner = (id: string, email: string, partner: 'watford' | 'stevenage', joined_into: string | null = null) => ({
      ...{ id, name: 'Sal Drift', name_key: 'sal drift', email, partner_id: partner, joined_into },
      organisation_id: ((partner === 'watford' ? watford : stevenage) ?? { id: '' }).id,
    })
    await desk.owner
      .insertInto('learner')
      .values([
        learner(one, `Sal-${by}@example.org`, 'watford'),
        learner(joined, `sal.drift-${by}@example.org`, 'watford', one),
        learner(elsewhere, `sal-${by}@example.org`, 'stevenage'),
        learner(other, `sal.other-${by}@example.org`, 'watford'),
      ])
      .execute()
    for (let times = 0; times < 2; times++)
      expect(await (by === 'public' ? stopMail(attend, one) : desk.as(spoc, stopTrainingMail, { person: one }))).toEqual({
        done: by === 'public' ? true : null,
      })
    const stopped = await desk.owner
      .selectFrom('learner')
      .select(['id', 'mail_stopped_at'])
      .where('id', 'in', [one, joined, elsewhere, other])
      .execute()
    expect(new Map(stopped.map(({ id, mail_stopped_at }) => [id, mail_stopped_at !== null]))).toEqual(
      new Map([
        [one, true],
        [joined, true],
        [elsewhere, true],
        [other, false],
      ]),
    )
    const entries = await desk.owner.selectFrom('audit').select(['verb', 'person']).where('object_id', '=', one).execute()
    expect(entries).toEqual([{ verb: 'stop-training-mail', person: by === 'public' ? null : spoc.person }])
    if (by === 'desk') expect(await desk.as(spoc, stopTrainingMail, { person: elsewhere })).toEqual({ fault: 'not-found' })
  },
)

test('the mail that gives a certificate brings it as a PDF, which names what the certificate says; without one it goes all the same', async () => {
  const server = await mailServer()
  const queue = await openTestQueue(desk)
  try {
    const { of } = await certified(desk, attend, trainer, [{ name: 'Ray Stile', email: 'ray@example.org' }])
    const { id, code, learner_id } = of('Ray Stile')
    const mail = await desk.owner.selectFrom('training_mail').select('id').where('certificate_id', '=', id).executeTakeFirstOrThrow()
    const drawn: Output[] = []
    const mailer = openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' })
    const send = (draw: ((output: Output) => Promise<Uint8Array>) | null) =>
      sendMail({ ...deskOfMail(desk, queue.db), draw }, mailer)('training', mail.id)
    const draws = async (output: Output) => {
      drawn.push(output)
      return Buffer.from('%PDF-1.7 made up')
    }
    expect(await send(draws)).toEqual({ code: 'sent' })
    const grouped = code.replace(/(.{4})(?=.)/g, '$1-')
    expect(server.mails[0]).toContain(`filename=certificate-${grouped}.pdf`)
    expect(server.mails[0]).toContain(Buffer.from('%PDF-1.7 made up').toString('base64'))
    const [sheet] = (drawn[0] as Output<CertificateData>).data.sheets
    expect(sheet).toMatchObject({ name: 'Ray Stile', code: grouped })
    expect(JSON.stringify(drawn)).not.toContain('ray@example.org')
    // It cannot be drawn, or they are called something else by now, so that it would not match.
    expect(await send(() => Promise.reject(new Error('no room')))).toEqual({ code: 'sent' })
    await desk.owner
      .updateTable('learner')
      .set({ name: 'Ray Gate', name_key: 'ray gate' })
      .where('id', '=', learner_id ?? '')
      .execute()
    expect(await send(draws)).toEqual({ code: 'sent' })
    expect([drawn.length, server.mails.slice(1).some((one) => /application\/pdf/.test(one))]).toEqual([1, false])
  } finally {
    await queue.close()
    await server.close()
  }
})

test('half a year after an event whoever gave an email is asked once, by an address that says nothing of them; nobody else is', async () => {
  const server = await mailServer()
  const queue = await openTestQueue(desk)
  try {
    const people = [{ name: 'Ned Causey', email: 'ned@example.org' }, { name: 'Oz Kerb' }, { name: 'Pat Verge', email: 'pat@example.org' }]
    const { event, of } = await certified(desk, attend, trainer, people)
    await stopMail(attend, of('Pat Verge').learner_id ?? '')
    const mails = () => desk.owner.selectFrom('training_mail').selectAll().where('kind', '=', 'half-year').execute()
    const wants = () => wantTrainingMails({ db: queue.db, parts: desk.parts })()
    const ago = (days: number) =>
      sql`with e as (update training_event set starts_at = now() - make_interval(days => ${days}, hours => 2), ends_at = now() - make_interval(days => ${days}) where id = ${event}::uuid returning id)
        update certificate c set learnt_on = current_date - ${days}::int from attendance a where a.id = c.attendance_id and a.event_id = ${event}::uuid`.execute(
        desk.owner,
      )
    for (const days of [1, 100, 170, 300]) {
      await ago(days)
      await wants()
      expect(await mails(), `${days} days`).toEqual([])
    }
    await ago(190)
    await wants()
    await wants()
    const [mail, ...more] = await mails()
    expect([mail?.learner_id, more]).toEqual([of('Ned Causey').learner_id, []])
    const send = sendMail(deskOfMail(desk, queue.db), openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' }))
    expect(await send('training', mail?.id ?? '')).toEqual({ code: 'sent' })
    const { code } = await desk.owner.selectFrom('training_event').select('code').where('id', '=', event).executeTakeFirstOrThrow()
    const [text = ''] = server.mails.map(textOf)
    const [, link = ''] = /https:\/\/waymark\.example\.org\/in\/feedback\?e=(\S+)\s/.exec(text) ?? []
    expect(link).not.toContain(code)
    expect(await readLink(attend, linkIn(link) ?? '')).toEqual({ code })
    // Nothing that is kept says whose it is.
    const links = await desk.owner.selectFrom('evaluation_link').selectAll().execute()
    expect(Object.keys(links[0] ?? {}).sort()).toEqual(['event_id', 'hash'])
    expect(await readAttendEvent(attend, code)).toMatchObject({ asking: 'half-year' })
    const answer = { answer: randomUUID(), code, before: null, since: 2, differently: 'Who to call.', more: null, link: linkIn(link) }
    expect(await answerEvent(attend, { ...answer, link: null })).toEqual({ fault: 'link' })
    // The page sent twice is one answer; the link opens no second one.
    for (let n = 0; n < 2; n++) expect(await answerEvent(attend, answer)).toEqual({ done: true })
    expect(await answerEvent(attend, { ...answer, answer: randomUUID() })).toEqual({ fault: 'link' })
    expect(await readLink(attend, linkIn(link) ?? '')).toEqual({ fault: 'link' })
    const [kept] = await desk.owner.selectFrom('evaluation').select(['moment', 'since']).where('event_id', '=', event).execute()
    expect(kept).toEqual({ moment: 'half-year', since: 2 })
  } finally {
    await queue.close()
    await server.close()
  }
})

test('a pack that asks after ten months has its mails sent and its answers taken then, and not before', async () => {
  const queue = await openTestQueue(desk)
  try {
    const registerRules = desk.parts.pack.registerRules.map((rule) =>
      rule.id === 'evaluation-half-year' ? { ...rule, length: '10 months' } : rule,
    )
    const pack = { ...desk.parts.pack, registerRules }
    const { event } = await certified(desk, attend, trainer, [{ name: 'Uma Setts', email: 'uma@example.org' }])
    const { code } = await desk.owner.selectFrom('training_event').select('code').where('id', '=', event).executeTakeFirstOrThrow()
    const after = async (days: number) => {
      const ends = new Date(Date.now() - days * 86_400_000)
      await desk.owner
        .updateTable('training_event')
        .set({ starts_at: new Date(+ends - 3_600_000), ends_at: ends })
        .where('id', '=', event)
        .execute()
      await wantTrainingMails({ db: queue.db, parts: { ...desk.parts, pack } })()
      const mails = await desk.owner.selectFrom('training_mail').select('id').where('about', '=', code).execute()
      const read = await readAttendEvent({ ...attend, pack: () => pack }, code)
      return ['asking' in read && read.asking, mails.length]
    }
    expect(await after(190)).toEqual([null, 0])
    expect(await after(310)).toEqual(['half-year', 1])
  } finally {
    await queue.close()
  }
})

test('a SPOC hears once a month of counts of their own partner, without a name, and can stop it', async () => {
  const server = await mailServer()
  const queue = await openTestQueue(desk)
  try {
    const spoc = await desk.somebody(['spoc'], { partner: 'stevenage' })
    const organisation = await desk.owner
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('partner_id', '=', 'stevenage')
      .executeTakeFirstOrThrow()
    await certified(
      desk,
      attend,
      trainer,
      ['Lil Sluice', 'Moss Culvert'].map((name) => ({ name, workplace: { id: organisation.id } })),
    )
    const wants = () => wantTrainingMails({ db: queue.db, parts: desk.parts })()
    await wants()
    await wants()
    const mails = await desk.owner.selectFrom('training_mail').selectAll().where('person_id', '=', spoc.person).execute()
    expect(mails).toHaveLength(1)
    const send = sendMail(deskOfMail(desk, queue.db), openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' }))
    expect(await send('training', mails[0]?.id ?? '')).toEqual({ code: 'sent' })
    const [text = ''] = server.mails.map(textOf)
    expect(text).toContain('2 people are current, 0 need the short update')
    expect(text).not.toMatch(/Sluice|Culvert/)
    await stopMail(attend, whomIn(attend.pepper, stopToken(attend.pepper, spoc.person)) ?? '')
    expect(await send('training', mails[0]?.id ?? '')).toEqual({ code: 'nothing-to-say' })
  } finally {
    await queue.close()
    await server.close()
  }
})
