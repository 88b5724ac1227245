import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCertificate } from '../../src/commands/attend/check-certificate.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import type { Pack } from '../../src/content/pack.ts'
import { bringPartners } from '../../src/processes/bring-partners.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { anEvent, certified, confirmsAll, enters, issues, openTestAttend } from '../support/register.ts'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
})
afterAll(async () => {
  await attend.close()
  await desk.close()
})

/** The same course, after a change. `learn`: of these parts there is something to learn. */
const changed = (pack: Pack, taught: string, learn: readonly string[]): Pack => ({
  ...pack,
  course: {
    ...pack.course,
    taught,
    releases: [
      { taught, date: '2027-01-01', changes: ['A change.'], learn: learn.map((part) => ({ part, text: `New in ${part}.` })) },
      ...pack.course.releases,
    ],
  },
})
const worth = async (code: string, more: { pack?: Pack; now?: Temporal.Instant; name?: string } = {}) => {
  const { pack = desk.parts.pack, now = Temporal.Now.instant(), name = '' } = more
  const found = await checkCertificate({ ...attend, pack: () => pack, now: () => now }, { code, name })
  if ('fault' in found) throw new Error(found.fault)
  return found
}

test('whoever was there gets one certificate, once, which holds no name and says whether a name is its holder’s', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Abi Lychgate' }, { name: 'محمّد الأحمد' }])
  await issues(desk)
  const [abi, mohammed] = [of('Abi Lychgate'), of('محمّد الأحمد')]
  expect([abi.given_by, abi.demonstration, abi.tier, abi.version]).toEqual(['watford', false, 'everyone', desk.parts.pack.course.taught])
  const { rows } = await sql<{
    whole: string
  }>`select row_to_json(c)::text as whole from (select c.*, null as credential from certificate c) c`.execute(desk.owner)
  expect(rows.length).toBe(2)
  expect(rows.some(({ whole }) => /Lychgate/i.test(whole))).toBe(false)
  expect((await worth(abi.code)).named).toBeNull()
  expect((await worth(abi.code, { name: '  ABI  Lych-gate ' })).named).toBe(true)
  expect((await worth(abi.code, { name: 'Ben Packhorse' })).named).toBe(false)
  // Of the same name, as others write it: without the vowel mark and the hamza.
  expect((await worth(mohammed.code, { name: 'محمد الاحمد' })).named).toBe(true)
  expect(await checkCertificate(attend, { code: '0'.repeat(16), name: 'Abi Lychgate' })).toEqual({ fault: 'unknown' })
})

test('a change of what is taught turns the certificates of those who are taught that part; a change of wording turns none', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Cass Ford' }])
  const { code, tier } = of('Cass Ford')
  const own = desk.parts.pack.course.tiers.find(({ id }) => id === tier)?.parts ?? []
  const [taught, elsewhere] = [own[1] ?? '', desk.parts.pack.course.parts.find(({ id }) => !own.includes(id))?.id ?? '']
  expect((await worth(code)).worth.worth).toBe('current')
  expect((await worth(code, { pack: changed(desk.parts.pack, '111111111111', []) })).worth.worth).toBe('current')
  expect((await worth(code, { pack: changed(desk.parts.pack, '111111111111', [elsewhere]) })).worth.worth).toBe('current')
  expect((await worth(code, { pack: changed(desk.parts.pack, '111111111111', [taught]) })).worth).toMatchObject({
    worth: 'needs-update',
    delta: { learn: [{ part: taught, text: `New in ${taught}.` }] },
  })
})

test('it ends by the rule; the short update renews it, and does not make it end later; the older one stays good', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Dee Stile', email: 'dee@example.org' }])
  const first = of('Dee Stile')
  await desk.owner.updateTable('attendance').set({ on_date: '2025-03-01' }).where('id', '=', first.attendance_id).execute()
  await desk.owner
    .updateTable('certificate')
    .set({ learnt_on: '2025-03-01', ends_on: '2028-03-01', version: '0123456789ab' })
    .where('id', '=', first.id)
    .execute()
  expect((await worth(first.code, { now: Temporal.Instant.from('2028-03-02T00:30:00Z') })).worth).toMatchObject({ worth: 'ended' })
  expect((await worth(first.code)).worth.worth, 'a version that nobody knows').toBe('needs-update')
  await sql`insert into attendance (id, who, learner_id, organisation_id, sector, tier, version, on_date, way)
    select gen_random_uuid(), l.id, l.id, l.organisation_id, 'business', 'everyone', ${desk.parts.pack.course.taught}, '2026-06-01', 'update'
    from learner l where l.id = ${first.learner_id}`.execute(desk.owner)
  await issues(desk)
  expect((await worth(first.code)).worth.worth).toBe('current')
  const second = await desk.owner
    .selectFrom('certificate')
    .selectAll()
    .where('learner_id', '=', first.learner_id)
    .where('replaced_by', 'is', null)
    .executeTakeFirstOrThrow()
  expect([second.learnt_on, second.ends_on]).toEqual(['2026-06-01', '2028-03-01'])
  expect((await worth(second.code)).worth.worth).toBe('current')
  const standing = await desk.owner
    .selectFrom('standing')
    .selectAll()
    .where('learner_id', '=', first.learner_id ?? '')
    .executeTakeFirstOrThrow()
  expect([standing.on_date, standing.whole_on]).toEqual(['2026-06-01', '2025-03-01'])
})

test('one whose attendance was taken back is withdrawn; one whose partner has ended, or whose holder was erased, can still be checked', async () => {
  const { of } = await certified(desk, attend, trainer, [{ name: 'Eli Wharf' }, { name: 'Fay Towpath' }, { name: 'Gus Lock' }])
  const [eli, fay, gus] = [of('Eli Wharf'), of('Fay Towpath'), of('Gus Lock')]
  await desk.owner.deleteFrom('attendance').where('id', '=', eli.attendance_id).execute()
  expect((await worth(eli.code)).worth.worth).toBe('withdrawn')
  await bringPartners(desk.owner, { ...desk.parts.pack, partners: desk.parts.pack.partners.filter(({ id }) => id !== 'watford') })
  expect(await worth(fay.code, { name: 'Fay Towpath' })).toMatchObject({ worth: { worth: 'current' }, named: true })
  await bringPartners(desk.owner, desk.parts.pack)
  expect(gus.credential).not.toBeNull()
  await desk.owner.updateTable('attendance').set({ learner_id: null, organisation_id: null }).where('id', '=', gus.attendance_id).execute()
  await desk.owner.updateTable('event_entry').set({ learner_id: null }).where('learner_id', '=', gus.learner_id).execute()
  await desk.owner
    .deleteFrom('learner')
    .where('id', '=', gus.learner_id ?? '')
    .execute()
  expect((await worth(gus.code)).worth.worth).toBe('current')
  const left = await desk.owner
    .selectFrom('certificate')
    .select(['learner_id', 'credential'])
    .where('id', '=', gus.id)
    .executeTakeFirstOrThrow()
  expect(left).toEqual({ learner_id: null, credential: null })
})

test('until the partnership has adopted the pack it is a demonstration, says so for good, and is never signed', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event, { name: 'Hal Spinney' })
  await confirmsAll(desk, trainer, event.event)
  await issues(desk, { pack: realPack() })
  await issues(desk)
  const hal = await desk.owner
    .selectFrom('certificate as c')
    .innerJoin('learner as l', 'l.id', 'c.learner_id')
    .selectAll('c')
    .where('l.name', '=', 'Hal Spinney')
    .executeTakeFirstOrThrow()
  expect([hal.demonstration, hal.credential, hal.status_index]).toEqual([true, null, null])
  expect((await worth(hal.code)).demonstration).toBe(true)
})

test('no badge where the site is at no https address', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event, { name: 'Ivy Copse' })
  await confirmsAll(desk, trainer, event.event)
  await issues(desk, { origin: 'http://localhost:8080' })
  const ivy = () =>
    desk.owner
      .selectFrom('certificate as c')
      .innerJoin('learner as l', 'l.id', 'c.learner_id')
      .selectAll('c')
      .where('l.name', '=', 'Ivy Copse')
      .executeTakeFirstOrThrow()
  expect((await ivy()).credential).toBeNull()
  await issues(desk)
  expect((await ivy()).credential).not.toBeNull()
})
