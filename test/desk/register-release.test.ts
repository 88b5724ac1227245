import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReleased } from '../../src/commands/attend/read-released.ts'
import { drawUp } from '../../src/commands/register/release/draw-up.ts'
import { readCounted } from '../../src/commands/register/release/read-counted.ts'
import { readRelease, readReleases } from '../../src/commands/register/release/read-releases.ts'
import { releaseFigures } from '../../src/commands/register/release/release-figures.ts'
import { readingOf } from '../../src/domain/register/disclosure/release.ts'
import { attended } from '../support/attended.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { openTestAttend } from '../support/register.ts'

let desk: TestDesk
let coordinator: Somebody
let today = '2026-07-10T09:00:00Z'
beforeAll(async () => {
  desk = await openTestDesk({ now: () => Temporal.Instant.from(today) })
  coordinator = await desk.somebody(['coordinator'])
})
afterAll(() => desk.close())

const drawn = async () => {
  const counted = await desk.as(coordinator, readCounted, {})
  if ('fault' in counted || !counted.done) throw new Error('nothing to release')
  return { counted: counted.done, ...(await drawUp(desk.parts, counted.done)) }
}
const release = async () => {
  const { counted, figures } = await drawn()
  return desk.as(coordinator, releaseFigures, { hash: counted.hash, figures })
}
const newest = async (who = coordinator) => {
  const read = await desk.as(who, readRelease, { until: null })
  if ('fault' in read) throw new Error(read.fault)
  return readingOf(read.done)
}
const year = { from: '2026-01', to: '2026-06' }

test('each person counts once, in the month in which they came to be known; people who were joined are one, and so are those who may be one', async () => {
  await attended(desk.owner, { people: 40, known: '2026-02-10' })
  const [first, second, third, fourth] = await attended(desk.owner, { people: 13, known: '2026-05-02', sector: 'business', partner: null })
  // Again, later: nobody new. And another tier: no new person.
  await attended(desk.owner, { learners: [first, second] as string[], known: '2026-06-01', sector: 'business', partner: null })
  await attended(desk.owner, {
    learners: [first] as string[],
    known: '2026-06-02',
    tier: 'public-facing',
    sector: 'business',
    partner: null,
  })
  await desk.owner
    .updateTable('learner')
    .set({ joined_into: first as string })
    .where('id', '=', second as string)
    .execute()
  // Two of whom nobody has said whether they are one: the real number can only be higher.
  const [one_id, other_id] = [third as string, fourth as string].sort() as [string, string]
  await desk.owner.insertInto('learner_alike').values({ one_id, other_id, similarity: 1 }).execute()
  const { counted } = await drawn()
  const sum = (of: typeof counted.cells) => of.reduce((all, { people }) => all + people, 0)
  expect(sum(counted.cells.filter(({ first }) => first))).toBe(51)
  expect(sum(counted.cells.filter(({ tier }) => tier === 'public-facing'))).toBe(1)
  expect(counted.cells.filter(({ first }) => !first).map(({ month, tier }) => [month, tier])).toEqual([['2026-06', 'public-facing']])
})

test('what is released is shown to an analyst and to everybody, and to no other role; the figure of one person is hidden', async () => {
  expect(await release()).toEqual({ done: { until: '2026-06' } })
  const analyst = await desk.somebody(['analyst'])
  const reading = await newest(analyst)
  expect(reading.figure(year)).toBe(51)
  expect(reading.figure(reading.all, { sector: 'councils' })).toBe(40)
  expect(reading.figure(year, { tier: 'public-facing' })).toBe(null)
  expect(reading.figure({ from: '2026-03', to: '2026-03' })).toBe(0)
  for (const role of ['trainer', 'spoc', 'practitioner', 'administrator'] as const) {
    const other = await desk.somebody([role])
    expect(await desk.as(other, readReleases, {})).toEqual({ fault: 'not-allowed' })
    expect(await desk.as(other, readCounted, {})).toEqual({ fault: 'not-allowed' })
  }
  expect(await desk.as(analyst, readCounted, {})).toEqual({ fault: 'not-allowed' })
  const attend = openTestAttend(desk)
  const everybody = await readReleased(attend)
  await attend.close()
  expect(everybody && everybody !== 'none' && readingOf(everybody).figure(year)).toBe(51)
})

test('whoever comes to be known late counts then: nothing that was released changes', async () => {
  await attended(desk.owner, { people: 30, known: '2026-06-30' })
  await attended(desk.owner, { people: 25, known: '2026-08-03' })
  today = '2026-10-02T09:00:00Z'
  expect(await release()).toEqual({ done: { until: '2026-09' } })
  const reading = await newest()
  expect(reading.figure({ from: '2026-06', to: '2026-06' })).toBe(0)
  expect(reading.figure({ from: '2026-08', to: '2026-08' })).toBe(25)
  expect(reading.figure({ from: null, to: '2026-09' })).toBe(76)
  // There are thirty who came to be known within a quarter that was released before they stood here: the clock of the register is the database's.
  expect((await desk.as(coordinator, readReleases, {})) as { done: unknown[] }).toMatchObject({
    done: [{ until: '2026-09' }, { until: '2026-06' }],
  })
  expect(await desk.as(coordinator, readCounted, {})).toEqual({ done: null })
})

test('nobody can change what was released, not even the owner of the tables, and nobody can add to it', async () => {
  const { id } = await desk.owner.selectFrom('register_release').select('id').orderBy('until').limit(1).executeTakeFirstOrThrow()
  const frozen = { code: 'WM023' }
  await expect(desk.owner.updateTable('release_figure').set({ people: 1 }).where('release_id', '=', id).execute()).rejects.toMatchObject(
    frozen,
  )
  await expect(desk.owner.deleteFrom('release_figure').where('release_id', '=', id).execute()).rejects.toMatchObject(frozen)
  await expect(desk.owner.updateTable('register_release').set({ until: '2026-12' }).where('id', '=', id).execute()).rejects.toMatchObject(
    frozen,
  )
  await expect(sql`truncate release_cell`.execute(desk.owner)).rejects.toMatchObject(frozen)
  await expect(
    desk.parts.store.desk.transaction().execute(async (tx) => {
      await sql`select set_config('waymark.sign_in', ${coordinator.signIn}, true)`.execute(tx)
      await sql`select keep_release(${id}::uuid, '[{"place":9999,"to_month":"2026-06","people":3}]', '[]')`.execute(tx)
    }),
  ).rejects.toMatchObject({ code: '42501' })
})

test('figures that were drawn up from what is not counted any more are not released', async () => {
  today = '2027-01-04T09:00:00Z'
  const { counted, figures } = await drawn()
  await attended(desk.owner, { people: 6, known: '2026-11-20' })
  expect(await desk.as(coordinator, releaseFigures, { hash: counted.hash, figures })).toEqual({ fault: 'changed' })
  expect(await release()).toEqual({ done: { until: '2026-12' } })
  expect(await desk.owner.selectFrom('audit').select('verb').where('verb', '=', 'release-figures').execute()).toHaveLength(3)
})
