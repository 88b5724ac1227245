import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readEarlierKeys } from '../../src/commands/key-life/read-earlier-keys.ts'
import { keyNeeds, sweepKeys } from '../../src/commands/key-life/sweep-keys.ts'
import { closeKey } from '../../src/commands/keys/close-key.ts'
import { openKey } from '../../src/commands/keys/open-key.ts'
import { opensDays, receivesDays } from '../../src/domain/concerns/key-life.ts'
import { isFault } from '../../src/store/keys/fault.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { phrases } from '../support/key-holders.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let ahead = 0
const now = () => Temporal.Now.instant().add({ hours: 24 * ahead })
beforeAll(async () => {
  desk = await openTestDesk({ now })
  ;({ anna, intake } = await receivingDesk(desk))
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

const sweep = () => sweepKeys({ db: desk.jobsRole, parts: desk.parts })
const textOf = (id: string) =>
  desk.owner.selectFrom('concern_text').select(['id', 'under', 'sealed']).where('concern_id', '=', id).executeTakeFirstOrThrow()
const keyIds = (): string[] => {
  const state = desk.parts.keys.ring.state()
  return isFault(state) ? [] : state.keys.map(({ id }) => id)
}
const later = async (days: number) => {
  ahead += days
  // It closes after twelve hours.
  await desk.as(anna, openKey, { passphrase: phrases.first })
}

test('while the key is closed nothing is touched; once it is open, what came is sealed anew without anybody having read it', async () => {
  const { id } = await raise(desk, intake, { report: someReport('A van comes at night.') })
  await desk.as(anna, closeKey, {})
  expect(await sweep()).toBe(null)
  expect((await textOf(id)).under).toBe('receiving')
  await desk.as(anna, openKey, { passphrase: phrases.first })
  expect(await sweep()).toMatchObject({ resealed: 1, renewed: false, destroyed: 0 })
  expect((await textOf(id)).under).toBe('own')
  expect(await desk.owner.selectFrom('concern').select(['state', 'read_at']).where('id', '=', id).execute()).toEqual([
    { state: 'new', read_at: null },
  ])
  expect(await sweep()).toMatchObject({ resealed: 0, rewrapped: 0 })
  expect(await desk.as(anna, readConcern, { concern: id })).toMatchObject({
    done: { texts: [{ kind: 'report', report: someReport('A van comes at night.') }] },
  })
})

test('a key receives for a month and opens for two weeks more; what an old backup has under it then opens for nobody', async () => {
  const { id } = await raise(desk, intake, { report: someReport('Quillfeather') })
  const old = await textOf(id)
  const [first = ''] = keyIds()
  await sweep()
  await later(receivesDays)
  expect(await sweep()).toMatchObject({ renewed: true, destroyed: 0 })
  expect(keyIds()).toHaveLength(2)
  expect(await desk.as(anna, readEarlierKeys, null)).toMatchObject({ done: [{ id: first, needs: null }] })
  expect((await desk.owner.selectFrom('receiving_key').select('id').orderBy('seq').execute()).map((row) => row.id)).toEqual(keyIds())
  // Keys of concerns went over to the new one with it.
  expect((await keyNeeds(desk.jobsRole, desk.parts)).get(first)).toBe(undefined)
  await later(opensDays)
  expect(await sweep()).toMatchObject({ renewed: false, destroyed: 0 })
  // Put back from an old backup: while something needs it, it stays.
  await desk.owner.updateTable('concern_text').set({ under: 'receiving', sealed: old.sealed }).where('id', '=', old.id).execute()
  await later(1)
  expect((await keyNeeds(desk.jobsRole, desk.parts)).get(first)).toBe(1)
  expect(await desk.as(anna, readEarlierKeys, null)).toMatchObject({ done: [{ id: first, needs: true }] })
  expect(await sweep()).toMatchObject({ resealed: 1, destroyed: 1 })
  expect(keyIds()).not.toContain(first)
  expect(await desk.owner.selectFrom('receiving_key').select('destroyed_on').where('id', '=', first).executeTakeFirst()).toMatchObject({
    destroyed_on: now().toZonedDateTimeISO('Europe/London').toPlainDate().toString(),
  })
  expect(await desk.parts.keys.opened(now())?.open(old.sealed, { kind: 'concern', id: old.id })).toEqual({ fault: 'no-key' })
  expect(await desk.as(anna, readConcern, { concern: id })).toMatchObject({ done: { texts: [{ kind: 'report' }] } })
  const verbs = (await desk.owner.selectFrom('audit').select('verb').where('object', '=', 'key').execute()).map(({ verb }) => verb)
  expect(verbs).toEqual(expect.arrayContaining(['reseal', 'renew-key', 'destroy-key']))
})

test('what cannot be sealed anew keeps its key, whatever the day; a key that is not ours in the database stops it all', async () => {
  const { id } = await raise(desk, intake)
  const row = await textOf(id)
  const spoiled = Buffer.from(row.sealed)
  spoiled[spoiled.length - 1] = (spoiled.at(-1) ?? 0) ^ 1
  await desk.owner.updateTable('concern_text').set({ sealed: spoiled }).where('id', '=', row.id).execute()
  const [held = ''] = keyIds()
  await later(receivesDays)
  expect(await sweep()).toMatchObject({ renewed: true })
  await later(opensDays + 1)
  expect(await sweep()).toMatchObject({ resealed: 0, destroyed: 0 })
  expect(keyIds()).toContain(held)
  await desk.owner
    .insertInto('receiving_key')
    .values({ seq: 99, id: 'ab'.repeat(8), public: Buffer.alloc(32, 1), destroyed_on: null })
    .execute()
  expect(await sweep()).toBe(null)
})
