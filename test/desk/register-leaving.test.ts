import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCertificate } from '../../src/commands/attend/check-certificate.ts'
import { type AttendParts, registerHash } from '../../src/commands/attend/parts.ts'
import type { LearnerCopy } from '../../src/commands/register/leaving/copies.ts'
import { eraseDueLearners, finishErasingLearners, keepingIn } from '../../src/commands/register/leaving/erase-due.ts'
import { copyLearner, eraseLearner } from '../../src/commands/register/leaving/one-learner.ts'
import { copyPartner, erasePartner } from '../../src/commands/register/leaving/partner.ts'
import { readPartnerPeople } from '../../src/commands/register/leaving/read-partner-people.ts'
import { bringPartners } from '../../src/processes/bring-partners.ts'
import { backUp, putBack } from '../../src/store/backups.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { tablesOf } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { anEvent, certified, issues, openTestAttend } from '../support/register.ts'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
let spoc: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'], { partner: 'hertfordshire-county-council' })
})
afterAll(async () => {
  await attend.close()
  await desk.close()
})

const organisationOf = async (partner: string): Promise<string> =>
  (await desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', partner).executeTakeFirstOrThrow()).id
const learnerCalled = async (name: string) =>
  (await desk.owner.selectFrom('learner').select(['id', 'email_key']).where('name', '=', name).executeTakeFirst()) ?? null
const idOf = async (name: string): Promise<string> => (await learnerCalled(name))?.id ?? ''

/** People of a partner who were at an event, gave their email, and hold a certificate. */
const taught = async (partner: string, names: readonly string[]) => {
  const workplace = { id: await organisationOf(partner) }
  return certified(
    desk,
    attend,
    trainer,
    names.map((name) => ({ name, workplace, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` })),
  )
}
const today = Temporal.Now.plainDateISO('UTC').toString()
const counts = async () => {
  const { rows } = await sql<{ sector: string; tier: string; month: string; n: number; who: number }>`
    select sector, tier, to_char(on_date, 'YYYY-MM') as month, count(*)::int as n, count(distinct who)::int as who from attendance group by 1, 2, 3 order by 1, 2, 3`.execute(
    desk.owner,
  )
  return rows
}
const night = (days = 0) =>
  eraseDueLearners({
    ...{ db: desk.jobsRole, erasedLearners: desk.parts.erasedLearners, lengths: keepingIn(desk.parts) },
    ...{ now: Temporal.Now.instant().add({ hours: 24 * days }), timezone: 'Europe/London' },
  })
const copied = async (partner: string) => {
  const outcome = await desk.as(coordinator, copyPartner, { partner })
  if ('fault' in outcome) throw new Error(outcome.fault)
  return outcome.done
}
const checked = (code: string, name = '') => checkCertificate(attend, { code, name })

test('whoever is erased is found nowhere in the database; what they did still counts, and nobody is counted by it', async () => {
  const { of } = await taught('watford', ['Abi Lychgate', 'Ben Packhorse'])
  const { code } = of('Abi Lychgate')
  const learner = await idOf('Abi Lychgate')
  const hash = registerHash(attend.pepper, 'email', 'abi.lychgate@example.org')
  const secrets: [string, string | Buffer][] = [
    ['name', 'Lychgate'],
    ['folded name', 'lychgate'],
    ['email', 'abi.lychgate@'],
    ['hash of the email', hash],
    ['hash of the name', registerHash(attend.pepper, 'holder', `${code}abi lychgate`)],
    ['code', code],
  ]
  const found = async () => {
    const dump = await dumpOf(desk.owner)
    return secrets.filter(([, secret]) => tellsOf(dump, secret).length).map(([what]) => what)
  }
  // Each of them is in the database: what finds nothing afterwards would have found it.
  expect(await found()).toEqual(secrets.map(([what]) => what))
  const before = await counts()
  expect(await desk.as(spoc, eraseLearner, { learner })).toEqual({ done: { people: 1 } })
  expect(await found()).toEqual([])
  expect(await counts()).toEqual(before)
  expect(await checked(code)).toEqual({ fault: 'unknown' })
  expect(await desk.as(spoc, eraseLearner, { learner })).toEqual({ fault: 'not-found' })
  // Nothing leads from what is left to an event, a trainer or an employer's list.
  const left = await desk.owner.selectFrom('attendance').selectAll().where('learner_id', 'is', null).execute()
  expect(left.length).toBe(1)
  for (const { event_id, organisation_id, trainer_id, import_id, role_group, who } of left) {
    expect([event_id, organisation_id, trainer_id, import_id, role_group]).toEqual([null, null, null, null, null])
    expect(who).not.toBe(learner)
  }
  // Whoever was in the same room stays as they were.
  expect(await checked(of('Ben Packhorse').code, 'Ben Packhorse')).toMatchObject({ named: true })
  expect(await desk.owner.selectFrom('event_entry').select('name').execute()).toEqual([{ name: 'Ben Packhorse' }])
})

test('somebody of another partner can be copied and erased by their own SPOC and by coordinators alone', async () => {
  await taught('stevenage', ['Cass Ford'])
  const learner = await idOf('Cass Ford')
  for (const who of [spoc, trainer, await desk.somebody(['analyst', 'administrator'], { partner: 'stevenage' })])
    for (const outcome of [await desk.as(who, copyLearner, { learner }), await desk.as(who, eraseLearner, { learner })])
      expect('fault' in outcome && outcome.fault).toMatch(/^not-(found|allowed)$/)
  const theirs = await desk.somebody(['spoc'], { partner: 'stevenage' })
  // Joined with an entry elsewhere, they are not one partner's to erase.
  await taught('watford', ['Cassandra Ford'])
  await desk.owner
    .updateTable('learner')
    .set({ joined_into: learner })
    .where('id', '=', await idOf('Cassandra Ford'))
    .execute()
  expect(await desk.as(theirs, eraseLearner, { learner })).toEqual({ fault: 'elsewhere' })
  expect(await desk.as(theirs, copyLearner, { learner })).toEqual({ fault: 'elsewhere' })
  expect(desk.parts.erasedLearners.all().has(learner)).toBe(false)
  expect(await desk.as(coordinator, eraseLearner, { learner: await idOf('Cassandra Ford') })).toEqual({ done: { people: 2 } })
  expect(await learnerCalled('Cassandra Ford')).toBe(null)
})

test('a copy has all that is kept about one person, and nothing of anybody else; who made it stands in the audit', async () => {
  const { of } = await taught('watford', ['Dee Stile', 'Eli Turnpike'])
  const learner = await idOf('Dee Stile')
  const read = await desk.as(spoc, copyLearner, { learner })
  if ('fault' in read) throw new Error(read.fault)
  const { person, taught: attended, certificates, lists } = read.done
  expect(person).toMatchObject([{ name: 'Dee Stile', email: 'dee.stile@example.org', knownByEmail: true, mailStopped: false }])
  expect(attended).toMatchObject([{ tier: 'everyone', way: 'event', place: 'Council offices, Watford' }])
  expect(certificates).toMatchObject([{ code: of('Dee Stile').code, badge: expect.any(String) }])
  expect(lists).toMatchObject([{ name: 'Dee Stile', state: 'confirmed' }])
  expect(JSON.stringify(read.done)).not.toMatch(/Turnpike/)
  // That a list named them elsewhere, and that another entry may be them: of that one, nothing.
  const [one_id = '', other_id = ''] = [learner, await idOf('Eli Turnpike')].sort()
  await desk.owner.insertInto('learner_alike').values({ one_id, other_id, partner_id: 'watford', similarity: 0.7 }).execute()
  const named = { name: 'D. Stile', on_date: '2026-11-02', partner_id: 'stevenage', organisation_id: await organisationOf('stevenage') }
  await desk.owner
    .insertInto('learner_move')
    .values({ learner_id: learner, ...named })
    .execute()
  const again = await desk.as(spoc, copyLearner, { learner })
  if ('fault' in again) throw new Error(again.fault)
  expect(again.done.moves).toEqual([{ name: 'D. Stile', organisation: expect.any(String), on: '2026-11-02', asked: today, state: 'open' }])
  expect(again.done.alike).toEqual([{ likeness: 0.7, state: 'open', decided: null }])
  expect(JSON.stringify(again.done)).not.toMatch(new RegExp(`Turnpike|${await idOf('Eli Turnpike')}`))
  const entries = await desk.owner
    .selectFrom('audit')
    .select('person')
    .where('verb', '=', 'copy-learner')
    .where('object_id', '=', learner)
    .execute()
  expect(entries).toEqual([{ person: spoc.person }, { person: spoc.person }])
})

test('each column of the database that leads to somebody who was trained is in the copy, or says why not', async () => {
  /** Where it is in the copy; what repeats something that is there, or is a job's mark of something to do, is not said again. */
  const columns: Readonly<Record<string, keyof LearnerCopy | 'repeats' | 'to do'>> = {
    'attendance.learner_id': 'taught',
    'certificate.learner_id': 'certificates',
    'event_entry.learner_id': 'lists',
    'learner.joined_into': 'person',
    'learner_alike.one_id': 'alike',
    'learner_alike.other_id': 'alike',
    'learner_due.learner_id': 'to do',
    'learner_move.learner_id': 'moves',
    'learner_word.learner_id': 'repeats',
    'standing.learner_id': 'repeats',
    'training_mail.learner_id': 'mails',
  }
  const { rows } = await sql<{ column: string }>`
    select distinct c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (a.attname = 'learner_id'
        or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'learner'::regclass and a.attnum = any (k.conkey))
        or exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'refers_added'
          and position('\\000' || a.attname || '\\000learner\\000' in '\\000' || encode(t.tgargs, 'escape')) > 0))
      order by 1`.execute(desk.owner)
  expect(rows.map(({ column }) => column)).toEqual(Object.keys(columns).sort())
  await taught('watford', ['Ida Towpath'])
  const read = await desk.as(spoc, copyLearner, { learner: await idOf('Ida Towpath') })
  const said = new Set(Object.values(columns).filter((where) => where !== 'repeats' && where !== 'to do'))
  expect('done' in read && Object.keys(read.done).sort()).toEqual([...said].sort())
})

test('by night a name goes when its time is over, and the list of an event 90 days after it; until then nothing does', async () => {
  const { event } = await taught('watford', ['Fay Bridleway'])
  const before = await counts()
  const people = (await desk.owner.selectFrom('learner').select('id').execute()).length
  for (const days of [0, 80]) expect(await night(days)).toEqual({ people: 0, entries: 0, evaluations: 0 })
  expect((await night(95)).entries).toBeGreaterThan(0)
  expect(await desk.owner.selectFrom('event_entry').select('id').where('event_id', '=', event).execute()).toEqual([])
  // Three years for the certificate and two more: not a week before.
  expect((await night(5 * 365 - 7)).people).toBe(0)
  expect((await night(5 * 365 + 5)).people).toBe(people)
  expect(await desk.owner.selectFrom('learner').select('id').execute()).toEqual([])
  expect(await counts()).toEqual(before)
  expect(await sql<{ n: number }>`select count(*)::int as n from standing`.execute(desk.owner)).toMatchObject({ rows: [{ n: 0 }] })
})

test('what people said of an event goes three years after it, all at once, and what was said of later ones stays', async () => {
  const old = await anEvent(desk, trainer)
  const newer = await anEvent(desk, trainer)
  const zoned = Temporal.Now.zonedDateTimeISO('Europe/London')
  const ended = (event: string, at: Temporal.ZonedDateTime) =>
    desk.owner
      .updateTable('training_event')
      .set({ starts_at: new Date(at.subtract({ hours: 1 }).epochMilliseconds), ends_at: new Date(at.epochMilliseconds) })
      .where('id', '=', event)
      .execute()
  await ended(old.event, zoned.subtract({ years: 3, days: 1 }))
  await ended(newer.event, zoned.subtract({ years: 3 }).add({ days: 1 }))
  const said = (event: string) => ({
    id: randomUUID(),
    event_id: event,
    moment: 'after' as const,
    before: 1,
    since: 2,
    differently: 'Ask.',
  })
  await desk.owner
    .insertInto('evaluation')
    .values([said(old.event), said(old.event), said(newer.event)])
    .execute()
  const left = async () =>
    (await desk.owner.selectFrom('evaluation').select('event_id').where('event_id', 'in', [old.event, newer.event]).execute()).map(
      ({ event_id }) => event_id,
    )
  expect(await night()).toMatchObject({ evaluations: 2 })
  expect(await left()).toEqual([newer.event])
  // Without the rule nothing goes.
  const rules = desk.parts.pack.registerRules.map((rule) => (rule.id === 'evaluations-kept' ? { id: rule.id, reason: rule.reason } : rule))
  const lengths = keepingIn({ pack: { ...desk.parts.pack, registerRules: rules } })
  const much = Temporal.Now.instant().add({ hours: 24 * 30 })
  const { erasedLearners } = desk.parts
  expect(await eraseDueLearners({ db: desk.jobsRole, erasedLearners, lengths, now: much, timezone: 'Europe/London' })).toMatchObject({
    evaluations: 0,
  })
  expect(await night(2)).toMatchObject({ evaluations: 1 })
})

test('whoever is erased gives up their place at an event to come, and whoever waited has it', async () => {
  const starts = Temporal.Now.instant().add({ hours: 48 })
  const { event } = await anEvent(desk, trainer, { starts, ends: starts.add({ hours: 1 }), capacity: 1 })
  await taught('watford', ['Ash Footbridge'])
  const { id, email_key } = (await learnerCalled('Ash Footbridge')) ?? { id: '', email_key: null }
  const booking = { event_id: event, trainer_id: trainer.person, organisation_id: await organisationOf('watford'), way: 'booked' as const }
  const waits = randomUUID()
  await desk.owner
    .insertInto('event_entry')
    .values([
      { ...booking, id: randomUUID(), name: 'A. Footbridge', name_key: 'a footbridge', email_key, state: 'booked' },
      { ...booking, id: waits, name: 'Bo Gateway', name_key: 'bo gateway', state: 'waiting' },
    ])
    .execute()
  await desk.as(coordinator, eraseLearner, { learner: id })
  expect(await desk.owner.selectFrom('event_entry').select(['id', 'state']).where('event_id', '=', event).execute()).toEqual([
    { id: waits, state: 'booked' },
  ])
})

test('a partner that leaves takes its people’s records along, and they go; their codes still say what a certificate is worth, and no name', async () => {
  const { of } = await taught('stevenage', ['Gil Tollhouse', 'Hana Millrace'])
  await taught('watford', ['Ivo Sluice'])
  const { code } = of('Gil Tollhouse')
  for (const who of [spoc, await desk.somebody(['spoc'], { partner: 'stevenage' })])
    expect(await desk.as(who, copyPartner, { partner: 'stevenage' })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(coordinator, readPartnerPeople, { partner: 'stevenage' })).toMatchObject({
    done: [{ id: 'stevenage', people: 2, attendances: 2, certificates: 2 }],
  })
  // Nobody knows the code of a file who has none: also where one was made, and never came.
  expect(await desk.as(coordinator, erasePartner, { partner: 'stevenage', code: '' })).toEqual({ fault: 'code' })
  const early = await copied('stevenage')
  expect(early.people.map(({ person }) => person[0]?.name)).toEqual(['Gil Tollhouse', 'Hana Millrace'])
  expect(early.code).toMatch(/^[1-9]\d{5}$/)
  expect(await desk.as(coordinator, erasePartner, { partner: 'stevenage', code: String(Number(early.code) + 1) })).toEqual({
    fault: 'code',
  })
  expect(await desk.as(coordinator, erasePartner, { partner: 'stevenage', code: (await copied('watford')).code })).toEqual({
    fault: 'code',
  })
  // A file from before they learned more is not of all that goes.
  await desk.owner
    .insertInto('attendance')
    .columns(['id', 'who', 'learner_id', 'sector', 'tier', 'on_date', 'way'])
    .expression((eb) =>
      eb
        .selectFrom('learner')
        .select((more) => [more.val(randomUUID()).as('id'), 'learner.id as who', 'learner.id', more.val('council').as('sector')])
        .select((more) => [more.val('everyone').as('tier'), sql<string>`current_date`.as('on_date'), sql<'alone'>`'alone'`.as('way')])
        .where('name', '=', 'Hana Millrace'),
    )
    .execute()
  expect(await desk.as(coordinator, erasePartner, { partner: 'stevenage', code: early.code })).toEqual({ fault: 'code' })
  expect(await checked(code, 'Gil Tollhouse')).toMatchObject({ named: true })
  const late = await copied('stevenage')
  expect((await copied('stevenage')).code).toBe(late.code)
  expect(await desk.as(coordinator, erasePartner, { partner: 'stevenage', code: late.code })).toEqual({ done: { people: 2 } })
  const dump = await dumpOf(desk.owner)
  expect(['Tollhouse', 'Millrace', 'gil.tollhouse@', 'Sluice'].map((name) => tellsOf(dump, name).length > 0)).toEqual([
    false,
    false,
    false,
    true,
  ])
  expect(await checked(code)).toMatchObject({ worth: { worth: 'current' }, gave: expect.any(String), named: null })
  expect(await checked(code, 'Gil Tollhouse')).toMatchObject({ named: 'gone' })
})

test('a backup from before brings nobody back for long: what it has of them is erased again before anybody is served', async () => {
  await taught('watford', ['Jo Waywarden', 'Kit Hedgerow'])
  const learner = await idOf('Jo Waywarden')
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-test-leaving-')), 'before.backup')
  await backUp(desk.database.connect, file)
  await desk.as(coordinator, eraseLearner, { learner })
  const fresh = await freshDatabase('restored register', async ({ url, folder }) => {
    const database = await openDatabase({ folder, url, tell: () => {} })
    await migrate(tablesOf(database.owner), database.passwordOf)
    await bringPartners(tablesOf(database.owner), desk.parts.pack)
    await database.close()
  })
  const restored = await openDatabase({ folder: fresh.folder, url: fresh.url, tell: () => {} })
  const owner = tablesOf(restored.owner)
  await putBack(restored.connect, file)
  expect(tellsOf(await dumpOf(owner), 'Waywarden')).not.toEqual([])
  expect(await finishErasingLearners({ db: owner, erasedLearners: desk.parts.erasedLearners })).toBe(1)
  const dump = await dumpOf(owner)
  expect([tellsOf(dump, 'Waywarden'), tellsOf(dump, 'Hedgerow').length > 0]).toEqual([[], true])
  await restored.close()
  await fresh.drop()
  await issues(desk)
})
