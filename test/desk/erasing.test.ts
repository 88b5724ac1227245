import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askToErase, stopErasing } from '../../src/commands/concerns/ask-to-erase.ts'
import { holdConcern, liftHold } from '../../src/commands/concerns/hold-concern.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readToErase } from '../../src/commands/concerns/read-to-erase.ts'
import { reopenConcern } from '../../src/commands/concerns/reopen-concern.ts'
import { eraseDue, finishErasing, retentionIn } from '../../src/commands/erasing/erase.ts'
import { readErasureRequests } from '../../src/commands/erasing/read-erasure-requests.ts'
import { readErasure } from '../../src/commands/erasing/read-erasures.ts'
import { backUp, putBack } from '../../src/store/backups.ts'
import { openDatabase } from '../../src/store/database.ts'
import { backUpKeys, putKeysBack } from '../../src/store/key-backups.ts'
import { dataKeys } from '../../src/store/keys/data-keys.ts'
import { migrate } from '../../src/store/migrate.ts'
import { tablesOf } from '../../src/store/store.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { freshDatabase } from '../support/database.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
const work = mkdtempSync(join(tmpdir(), 'waymark-erasing-'))
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
})
afterAll(async () => {
  await intake.close()
  await desk.close()
  rmSync(work, { recursive: true })
})

const ended = async (how: { state: 'closed' | 'withdrawn'; outcome?: string; daysAgo: number }) => {
  const { id } = await raise(desk, intake, { report: someReport('The man is called Quillfeather.') })
  await desk.as(anna, readConcern, { concern: id })
  const closed_at = new Date(Date.now() - how.daysAgo * 24 * 3_600_000)
  await desk.owner
    .updateTable('concern')
    .set({ state: how.state, outcome: how.outcome ?? null, closed_at })
    .where('id', '=', id)
    .execute()
  return id
}
const there = async (id: string) => (await desk.owner.selectFrom('concern').select('id').where('id', '=', id).execute()).length === 1
const keyThere = (id: string) => desk.parts.dataKeys.sealedTo(id) !== null
const night = (days = 0) =>
  eraseDue({
    db: desk.jobsRole,
    dataKeys: desk.parts.dataKeys,
    retention: retentionIn(desk.parts),
    now: desk.parts.now().add({ hours: 24 * days }),
    timezone: 'Europe/London',
  })

test('each night takes what its rule says: the key first, then every row; an entry, a certificate and a count stay', async () => {
  const due = [await ended({ state: 'closed', outcome: 'not-enough', daysAgo: 91 }), await ended({ state: 'withdrawn', daysAgo: 15 })]
  const stays = [
    await ended({ state: 'closed', outcome: 'not-enough', daysAgo: 88 }),
    // How long these are kept, nobody has decided in this pack.
    await ended({ state: 'closed', outcome: 'acted-on', daysAgo: 900 }),
    await ended({ state: 'withdrawn', daysAgo: 12 }),
  ]
  expect(await night()).toBe(2)
  expect(await night()).toBe(0)
  for (const id of due) expect([await there(id), keyThere(id)]).toEqual([false, false])
  for (const id of stays) expect([await there(id), keyThere(id)]).toEqual([true, true])
  const rows = await desk.owner.selectFrom('erasure').select(['id', 'rule', 'erased_by', 'last_key', 'replies']).execute()
  expect(rows.toSorted((a, b) => a.rule.localeCompare(b.rule))).toEqual(
    [
      { id: due[1], rule: 'withdrawn', erased_by: null, last_key: 1, replies: false },
      { id: due[0], rule: 'without-action', erased_by: null, last_key: 1, replies: false },
    ].toSorted((a, b) => a.rule.localeCompare(b.rule)),
  )
  const entries = await desk.owner.selectFrom('audit').select(['object_id', 'person']).where('verb', '=', 'erase-concern').execute()
  expect(entries.map(({ object_id }) => object_id).toSorted()).toEqual(due.toSorted())
  expect((await desk.owner.selectFrom('concern_count').select('erased').execute()).reduce((all, { erased }) => all + erased, 0)).toBe(2)
  expect(await desk.as(anna, readConcern, { concern: due[0] ?? '' })).toEqual({ fault: 'not-found' })
})

test('on hold it stays, whatever the night and whoever asks, until somebody lifts it; what is open is closed first', async () => {
  const id = await ended({ state: 'closed', outcome: 'not-enough', daysAgo: 200 })
  expect(await desk.as(anna, holdConcern, { concern: id, reason: 'The police asked us to keep it: Quillfeather.' })).toHaveProperty('done')
  expect(await desk.as(ben, holdConcern, { concern: id, reason: 'Again.' })).toEqual({ fault: 'held-already' })
  expect(tellsOf(await dumpOf(desk.owner), 'Quillfeather')).toEqual([])
  await night()
  expect(await desk.as(ben, askToErase, { concern: id, reason: 'person' })).toEqual({ fault: 'held' })
  expect([await there(id), keyThere(id)]).toEqual([true, true])
  const practitioner = await desk.somebody(['practitioner'])
  expect(await desk.as(practitioner, liftHold, { concern: id })).toEqual({ fault: 'not-found' })
  expect(await desk.as(ben, liftHold, { concern: id })).toHaveProperty('done')
  expect(await desk.owner.selectFrom('concern_hold').select('ended_by').where('concern_id', '=', id).execute()).toEqual([
    { ended_by: ben.person },
  ])
  await night()
  expect([await there(id), keyThere(id)]).toEqual([false, false])
  const open = await raise(desk, intake)
  expect(await desk.as(anna, askToErase, { concern: open.id, reason: 'person' })).toEqual({ fault: 'open' })
})

test('nobody erases at once: who asks says why, a week of nights leaves it, then one takes it, and the certificate says who, when and why', async () => {
  const id = await ended({ state: 'closed', outcome: 'acted-on', daysAgo: 1 })
  expect(await desk.as(anna, readToErase, { concern: id })).toMatchObject({ done: { ended: true, against: ['fresh', 'unanswered'] } })
  expect(await desk.as(anna, askToErase, { concern: id, reason: 'because' })).toEqual({ fault: 'no-reason' })
  expect(await desk.as(anna, askToErase, { concern: id, reason: 'ordered' })).toHaveProperty('done')
  expect(await desk.as(ben, askToErase, { concern: id, reason: 'person' })).toEqual({ fault: 'asked-already' })
  for (const days of [0, 1, 7]) await night(days)
  expect([await there(id), keyThere(id)]).toEqual([true, true])
  expect(await desk.as(ben, readErasureRequests, null)).toMatchObject({ done: [{ id, by: { id: anna.person }, reason: 'ordered' }] })
  expect(await night(8)).toBe(1)
  expect([await there(id), keyThere(id)]).toEqual([false, false])
  expect(desk.parts.dataKeys.erased().get(id)).toMatchObject({ rule: 'asked', by: anna.person })
  expect(await desk.as(ben, readErasure, { id })).toMatchObject({ done: { rule: 'asked', by: expect.any(String), reason: 'ordered' } })
  expect(await desk.as(ben, readErasureRequests, null)).toMatchObject({ done: [] })
  // Not even past the desk is a day put down that has come already.
  const other = await ended({ state: 'withdrawn', daysAgo: 1 })
  const today = desk.parts.now().toString().slice(0, 10)
  const atOnce = { id: randomUUID(), concern_id: other, made_by: anna.person, reason: 'person', erases_on: today }
  await expect(desk.owner.insertInto('erasure_request').values(atOnce).execute()).rejects.toThrow(/erasure_request/)
})

test('until then another coordinator stops it, a hold does, and so does opening it again: nothing asked before counts later', async () => {
  const stops = {
    stopped: async (id: string) => void (await desk.as(ben, stopErasing, { concern: id })),
    held: async (id: string) => {
      await desk.as(ben, holdConcern, { concern: id, reason: 'The police asked.' })
      await desk.as(ben, liftHold, { concern: id })
    },
    reopened: async (id: string) => {
      await desk.as(ben, reopenConcern, { concern: id })
      await desk.owner
        .updateTable('concern')
        .set({ state: 'closed', outcome: 'acted-on', closed_at: new Date() })
        .where('id', '=', id)
        .execute()
    },
  }
  for (const stop of Object.values(stops)) {
    const id = await ended({ state: 'closed', outcome: 'acted-on', daysAgo: 30 })
    expect(await desk.as(anna, askToErase, { concern: id, reason: 'mistake' })).toHaveProperty('done')
    await stop(id)
    await night(9)
    expect([await there(id), keyThere(id)]).toEqual([true, true])
    expect(await desk.as(ben, stopErasing, { concern: id })).toEqual({ fault: 'not-asked' })
    // Asked anew it counts anew.
    expect(await desk.as(anna, askToErase, { concern: id, reason: 'mistake' })).toHaveProperty('done')
    expect(await night(9)).toBe(1)
  }
})

test('somebody who is kept out of a concern cannot erase it or hold it', async () => {
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const { id } = await raise(desk, intake, { walled: ['watford'] })
  await desk.owner.updateTable('concern').set({ state: 'closed', closed_at: new Date() }).where('id', '=', id).execute()
  for (const command of [stopErasing, liftHold]) expect(await desk.as(inside, command, { concern: id })).toEqual({ fault: 'not-found' })
  expect(await desk.as(inside, askToErase, { concern: id, reason: 'person' })).toEqual({ fault: 'not-found' })
  await desk.as(anna, askToErase, { concern: id, reason: 'person' })
  expect(await desk.as(inside, readErasureRequests, null)).toEqual({ done: [] })
  await desk.as(anna, stopErasing, { concern: id })
  expect([await there(id), desk.parts.dataKeys.erased().has(id)]).toEqual([true, false])
})

test('a power cut after the key was destroyed leaves nothing half: the next start or night does the rest, for whoever began it', async () => {
  const id = await ended({ state: 'closed', outcome: 'acted-on', daysAgo: 1 })
  const list = join(desk.data, 'keys/concerns/erased')
  // A line that was cut short before it.
  writeFileSync(list, `${readFileSync(list, 'utf8')}${id.slice(0, 20)}`)
  await desk.parts.dataKeys.destroy(id, { on: '2027-01-01', rule: 'asked', by: anna.person })
  expect(await desk.as(anna, readConcern, { concern: id })).toEqual({ fault: 'erased' })
  expect(await finishErasing({ db: desk.jobsRole, dataKeys: desk.parts.dataKeys })).toBe(1)
  expect(await there(id)).toBe(false)
  const entry = await desk.owner
    .selectFrom('audit')
    .select('person')
    .where('verb', '=', 'erase-concern')
    .where('object_id', '=', id)
    .execute()
  expect(entry).toEqual([{ person: anna.person }])
})

test('a backup of the database from before brings nothing back, and a copy of the keys neither: the erased is erased again before anybody is served', async () => {
  const id = await ended({ state: 'closed', outcome: 'not-enough', daysAgo: 91 })
  const kept = await ended({ state: 'closed', outcome: 'acted-on', daysAgo: 1 })
  const [base, keys] = [join(work, 'base.backup'), join(work, 'keys.backup')]
  await backUp(desk.database.connect, base)
  const today = Temporal.Now.plainDateISO('UTC')
  await backUpKeys(desk.data, keys, { made: Temporal.Now.instant(), until: today.add({ days: 30 }) })
  expect(statSync(keys).mode & 0o777).toBe(0o600)
  // The keys are in the one and not in the other, and no word is in either.
  const texts = [base, keys].map((file) => gunzipSync(readFileSync(file)).toString('latin1'))
  expect(texts.map((text) => tellsOf(text, 'Quillfeather'))).toEqual([[], []])
  const key = readFileSync(join(desk.data, 'keys/concerns', id.slice(0, 2), id))
  expect(texts.map((text) => text.includes(key.toString('latin1')))).toEqual([false, true])
  await night()
  expect(await there(id)).toBe(false)

  const fresh = await freshDatabase()
  const database = await openDatabase({ folder: fresh.folder, url: fresh.url, tell: () => {} })
  const owner = tablesOf(database.owner)
  await migrate(owner, database.passwordOf)
  await putBack(database.connect, base)
  const ids = async () => (await owner.selectFrom('concern').select('id').where('id', 'in', [id, kept]).execute()).map((row) => row.id)
  expect((await ids()).length).toBe(2)
  expect(await finishErasing({ db: owner, dataKeys: desk.parts.dataKeys })).toBeGreaterThan(0)
  expect(await ids()).toEqual([kept])
  await database.close()
  await fresh.drop()

  // On a machine that lost its list the database knows it, and destroys what the old copy of the keys brought back.
  const data = join(work, 'new')
  expect(await putKeysBack(data, keys, today)).toMatchObject({ erased: 0 })
  const back = dataKeys(join(data, 'keys/concerns'))
  expect(back.sealedTo(id)).not.toBe(null)
  await finishErasing({ db: desk.owner, dataKeys: back })
  expect([back.sealedTo(id), back.sealedTo(kept) !== null]).toEqual([null, true])
  // With the list there, the key is not even written; and the same file again is no harm.
  expect((await putKeysBack(data, keys, today)).erased).toBeGreaterThan(0)
  expect(back.sealedTo(id)).toBe(null)
  await expect(putKeysBack(join(work, 'late'), keys, today.add({ days: 31 }))).rejects.toMatchObject({ code: 'expired' })
  expect(existsSync(join(work, 'late'))).toBe(false)
  const bytes = readFileSync(keys)
  writeFileSync(join(work, 'cut'), bytes.subarray(0, -40), { mode: 0o600 })
  await expect(putKeysBack(join(work, 'late'), join(work, 'cut'), today)).rejects.toMatchObject({
    code: expect.stringMatching(/cut|damaged/),
  })
  expect(existsSync(join(work, 'late'))).toBe(false)
})
