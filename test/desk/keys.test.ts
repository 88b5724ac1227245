import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addKeyFile } from '../../src/commands/keys/add-key-file.ts'
import { addKeyHolder } from '../../src/commands/keys/add-key-holder.ts'
import { allowKeyHolder } from '../../src/commands/keys/allow-key-holder.ts'
import { changePassphrase } from '../../src/commands/keys/change-passphrase.ts'
import { closeEnded } from '../../src/commands/keys/close-ended.ts'
import { closeKey } from '../../src/commands/keys/close-key.ts'
import { makeKey } from '../../src/commands/keys/make-key.ts'
import { openByFile } from '../../src/commands/keys/open-by-file.ts'
import { openKey } from '../../src/commands/keys/open-key.ts'
import { readKeys } from '../../src/commands/keys/read-keys.ts'
import { removeKeyHolder } from '../../src/commands/keys/remove-key-holder.ts'
import { renewKey } from '../../src/commands/keys/renew-key.ts'
import { endAccess } from '../../src/commands/people/end-access.ts'
import { type Role, roles } from '../../src/domain/access/roles.ts'
import { stretch } from '../../src/store/crypto/argon2.ts'
import { deskKeys } from '../../src/store/keys/desk-keys.ts'
import type { Parts as KeyParts } from '../../src/store/keys/opened-keys.ts'
import { seal } from '../../src/store/seal/seal.ts'
import { publicKey } from '../../src/store/seal/suite.ts'
import { cheapKeys, openTestDesk, type TestDesk } from '../support/desk.ts'
import { dumpOf, keyOfTwo, phrases, tellsOf } from '../support/key-holders.ts'

const { first, second, wrong } = phrases
const start = Temporal.Now.instant()
let now = start
let runs = 0
let busy = false
const counting: KeyParts = {
  stretch: async (...typed) => {
    runs += 1
    return busy ? 'busy' : stretch(...typed)
  },
}
const folder = mkdtempSync(join(tmpdir(), 'waymark-key-file-'))
const seed = randomBytes(32)
const keyFile = join(folder, 'seed')

let desk: TestDesk
let keyFolder: string
let rings = 0
beforeAll(async () => {
  desk = await openTestDesk({ now: () => now })
})
/** Each test has a key of its own, or none; the database and its people stay. */
beforeEach(async () => {
  now = start
  busy = false
  desk.told.length = 0
  writeFileSync(keyFile, seed, { mode: 0o600 })
  keyFolder = join(folder, `ring-${rings++}`)
  desk.parts.keys = deskKeys(keyFolder, null, { ...cheapKeys, ...counting })
  for (const table of ['receiving_key', 'audit', 'throttle'] as const) await desk.owner.deleteFrom(table).execute()
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true })
})

const isOpen = (): boolean => desk.parts.keys.opened(now) !== null
const verbs = async (): Promise<string[]> =>
  (await desk.owner.selectFrom('audit').select('verb').orderBy('seq').execute()).map(({ verb }) => verb)
const about = { kind: 'concern', id: '0196f1' }
const sealed = async (): Promise<Uint8Array> => {
  const [row] = await desk.owner.selectFrom('receiving_key').selectAll().orderBy('seq', 'desc').limit(1).execute()
  const bytes = await seal(Buffer.from('He is locked in.'), publicKey(row?.public ?? Buffer.alloc(32)), about)
  if (bytes === 'too-large') throw new Error(bytes)
  return bytes
}
const reads = async (bytes: Uint8Array, keys = desk.parts.keys): Promise<string> => {
  const read = await keys.opened(now)?.open(bytes, about)
  return read === undefined ? 'closed' : 'fault' in read ? read.fault : Buffer.from(read.content).toString()
}

test('who may do what with the key, by role: a coordinator makes it, and neither an administrator nor anyone else', async () => {
  const tried = async (role: Role, work: (who: Awaited<ReturnType<TestDesk['somebody']>>) => Promise<object>): Promise<string> => {
    const outcome = await work(await desk.somebody([role]))
    return 'fault' in outcome ? String(outcome.fault) : 'done'
  }
  const all = async (work: Parameters<typeof tried>[1]) =>
    Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await tried(role, work)] as const)))
  const denied = { practitioner: 'not-allowed', spoc: 'not-allowed', trainer: 'not-allowed', analyst: 'not-allowed' }
  expect(await all((who) => desk.as(who, readKeys, {}))).toEqual(Object.fromEntries(roles.map((role) => [role, 'done'])))
  expect(await all((who) => desk.as(who, makeKey, { passphrase: first }))).toEqual({
    ...denied,
    administrator: 'not-allowed',
    coordinator: 'done',
  })
  const opened = await all((who) => desk.as(who, openKey, { passphrase: first }))
  expect(opened).toEqual({ ...denied, administrator: 'not-allowed', coordinator: 'done' })
  expect(await all((who) => desk.as(who, addKeyHolder, { passphrase: second }))).toEqual({
    ...denied,
    administrator: 'not-allowed',
    coordinator: 'not-allowed-yet',
  })
  expect(await all((who) => desk.as(who, removeKeyHolder, { holder: 'nobody' }))).toEqual({
    ...denied,
    administrator: 'no-holder',
    coordinator: 'no-holder',
  })
  expect(await all((who) => desk.as(who, renewKey, {}))).toMatchObject({ ...denied, administrator: 'not-allowed' })
})

test('someone who can be on call joins with a passphrase of their own, which nobody else ever sees', async () => {
  const anna = await desk.somebody(['coordinator'])
  const [nurse, other] = [await desk.somebody(['practitioner']), await desk.somebody(['practitioner'])]
  await desk.as(anna, makeKey, { passphrase: first })
  expect(await desk.as(anna, allowKeyHolder, { person: nurse.person })).toEqual({ fault: 'may-not-hold' })
  await desk.owner.insertInto('on_call').values({ person_id: nurse.person, added_by: null }).execute()
  expect(await desk.as(nurse, addKeyHolder, { passphrase: second })).toEqual({ fault: 'not-allowed-yet' })
  expect(await desk.as(anna, allowKeyHolder, { person: nurse.person })).toEqual({ done: null })
  // What is allowed is for one person, and ends when the key closes.
  expect(await desk.as(other, addKeyHolder, { passphrase: second })).toEqual({ fault: 'not-allowed' })
  await desk.as(anna, closeKey, {})
  await desk.as(anna, openKey, { passphrase: first })
  expect(await desk.as(nurse, addKeyHolder, { passphrase: second })).toEqual({ fault: 'not-allowed-yet' })
  await desk.as(anna, allowKeyHolder, { person: nurse.person })
  expect(await desk.as(nurse, addKeyHolder, { passphrase: 'too short' })).toEqual({ fault: 'passphrase-short' })
  expect(await desk.as(nurse, addKeyHolder, { passphrase: second })).toEqual({ done: null })
  await desk.as(anna, closeKey, {})
  expect(isOpen()).toBe(false)
  expect(await desk.as(nurse, openKey, { passphrase: second })).toEqual({ done: { opened: true } })
  expect(await reads(await sealed())).toBe('He is locked in.')
})

test('of two holders one is removed: a new key, in the database and in another process; what came before still opens for the other', async () => {
  const { anna, ben } = await keyOfTwo(desk)
  await desk.as(ben, openKey, { passphrase: second })
  const elsewhere = deskKeys(keyFolder, null, cheapKeys)
  const there = await elsewhere.ring.open(ben.person, second)
  if ('fault' in there) throw new Error(there.fault)
  elsewhere.keep(there, { holder: ben.person, signIn: ben.signIn }, now)
  const before = await sealed()
  expect(await reads(before, elsewhere)).toBe('He is locked in.')

  expect(await desk.as(anna, removeKeyHolder, { holder: ben.person })).toEqual({ done: null })
  const after = await sealed()
  expect([await reads(before), await reads(after)]).toEqual(Array(2).fill('He is locked in.'))
  expect(await reads(before, elsewhere)).toBe('no-holder')
  await closeEnded({ ...desk.parts, keys: elsewhere })
  expect(elsewhere.opened(now)).toBeNull()
  expect(await desk.as(ben, openKey, { passphrase: second })).toEqual({ done: { wrong: true } })
  const keys = await desk.as(anna, readKeys, {})
  expect(keys).toMatchObject({ done: { standing: { holders: 'one', receiving: 'same' } } })
  expect(await desk.as(anna, removeKeyHolder, { holder: anna.person })).toEqual({ fault: 'last-holder' })
  expect(await desk.owner.selectFrom('receiving_key').select('seq').execute()).toHaveLength(2)
})

test('a new key made in one process is what another opens with, and seals to', async () => {
  const { anna, ben } = await keyOfTwo(desk)
  const elsewhere = { ...desk.parts, keys: deskKeys(keyFolder, null, cheapKeys) }
  const there = await elsewhere.keys.ring.open(ben.person, second)
  if ('fault' in there) throw new Error(there.fault)
  elsewhere.keys.keep(there, { holder: ben.person, signIn: ben.signIn }, now)
  await desk.as(anna, renewKey, {})
  expect(await reads(await sealed(), elsewhere.keys)).toBe('He is locked in.')
})

test('right, wrong, no holder: each is one stretching, and a wait is none; the third wrong one is in the audit', async () => {
  const { anna, ben } = await keyOfTwo(desk)
  const cara = await desk.somebody(['coordinator'])
  const cost = async (who: typeof anna, passphrase: string) => {
    const before = runs
    const outcome = await desk.as(who, openKey, { passphrase })
    return [runs - before, 'done' in outcome ? outcome.done : outcome.fault]
  }
  expect(await cost(anna, first)).toEqual([1, { opened: true }])
  expect(await cost(cara, first)).toEqual([1, { wrong: true }])
  for (const _ of [1, 2]) expect(await cost(ben, wrong)).toEqual([1, { wrong: true }])
  expect(await verbs()).not.toContain('open-key-refused')
  // Counted by person: a right one in between begins anew.
  expect(await cost(ben, second)).toEqual([1, { opened: true }])
  for (const _ of [1, 2, 3, 4, 5, 6]) expect((await cost(ben, wrong))[0]).toBe(1)
  expect(await cost(ben, second)).toEqual([0, { wait: 15 }])
  expect((await verbs()).filter((verb) => verb === 'open-key-refused')).toHaveLength(4)
  expect(await cost(anna, first)).toEqual([1, { opened: true }])
  now = now.add({ seconds: 16 })
  expect(await cost(ben, second)).toEqual([1, { opened: true }])
})

test('where too many stretch something, it says so and counts nothing', async () => {
  const { anna } = await keyOfTwo(desk)
  busy = true
  for (let tries = 0; tries < 8; tries++) expect(await desk.as(anna, openKey, { passphrase: first })).toEqual({ fault: 'busy' })
  busy = false
  expect(await desk.as(anna, openKey, { passphrase: first })).toEqual({ done: { opened: true } })
})

test('it closes when whoever opened it last signs out or leaves, after twelve hours, and on request; not when they are idle', async () => {
  const { anna, ben } = await keyOfTwo(desk)
  await desk.as(ben, openKey, { passphrase: second })
  const signOut = (who: typeof anna) =>
    desk.owner.updateTable('sign_in').set({ ended_at: new Date() }).where('id', '=', who.signIn).execute()
  await desk.owner
    .updateTable('sign_in')
    .set({ idle_ends_at: new Date(0) })
    .where('id', '=', anna.signIn)
    .execute()
  await closeEnded(desk.parts)
  expect(desk.parts.keys.openings(now)).toHaveLength(2)
  await signOut(anna)
  await closeEnded(desk.parts)
  expect(desk.parts.keys.openings(now).map(({ holder }) => holder)).toEqual([ben.person])
  await desk.as(await desk.somebody(['administrator']), endAccess, { person: ben.person })
  await closeEnded(desk.parts)
  expect(isOpen()).toBe(false)

  const cara = await desk.somebody(['coordinator'])
  const open = await desk.parts.keys.ring.open(anna.person, first)
  if ('fault' in open) throw new Error(open.fault)
  desk.parts.keys.keep(open, { holder: anna.person, signIn: cara.signIn }, now)
  const bytes = await sealed()
  now = now.add({ hours: 12 }).subtract({ seconds: 1 })
  expect(await reads(bytes)).toBe('He is locked in.')
  now = now.add({ seconds: 1 })
  expect(await reads(bytes)).toBe('closed')
  // Not only forgotten: whoever kept it cannot use it.
  expect(await open.open(bytes, about)).toEqual({ fault: 'no-key' })
})

test('the file makes the first key, or is let in by a coordinator; one that others can read is refused, in a sentence', async () => {
  desk.parts.keys = deskKeys(keyFolder, keyFile, cheapKeys)
  chmodSync(keyFile, 0o644)
  await openByFile(desk.parts, desk.owner)
  expect([isOpen(), desk.told]).toEqual([false, [expect.stringMatching(/^WAYMARK_KEY_FILE does not open the key\. Others can read it\./)]])
  chmodSync(keyFile, 0o600)
  await openByFile(desk.parts, desk.owner)
  expect([isOpen(), await verbs()]).toEqual([true, ['make-key']])
  expect(await reads(await sealed())).toBe('He is locked in.')
  const anna = await desk.somebody(['coordinator'])
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { holders: 'enough', receiving: 'same' }, file: 'opens' } })
  await desk.as(anna, closeKey, {})
  expect(isOpen()).toBe(true)

  const ring = join(folder, 'another')
  desk.parts.keys = deskKeys(ring, keyFile, cheapKeys)
  await desk.owner.deleteFrom('receiving_key').execute()
  await desk.as(anna, makeKey, { passphrase: first })
  await openByFile(desk.parts, desk.owner)
  expect(desk.told.at(-1)).toMatch(/It does not open this key yet/)
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { holders: 'one' }, file: { fault: 'no-holder' } } })
  expect(await desk.as(anna, addKeyFile, {})).toEqual({ done: null })
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { holders: 'enough' }, file: 'opens' } })
  expect(tellsOf(`${await dumpOf(desk.owner)} ${desk.told}`, seed)).toEqual([])
})

test('a public key in the database that is not ours is seen by the page, by the next who opens it and in the log; a new key mends it', async () => {
  const { anna } = await keyOfTwo(desk)
  const theirs = publicKey(randomBytes(32))
  await desk.owner
    .insertInto('receiving_key')
    .values({ seq: 3, id: theirs.id, public: Buffer.from(theirs.bytes) })
    .execute()
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { receiving: 'other' } } })
  expect(desk.told).toEqual([])
  await desk.as(anna, openKey, { passphrase: first })
  expect(desk.told).toEqual([expect.stringMatching(/^The public key in the database is not one of the partnership’s own/)])
  // The same id with other bytes is not ours either.
  const [ours] = await desk.owner.selectFrom('receiving_key').selectAll().orderBy('seq').execute()
  await desk.owner
    .insertInto('receiving_key')
    .values({ seq: 4, id: ours?.id ?? '', public: randomBytes(32) })
    .execute()
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { receiving: 'other' } } })
  await desk.as(anna, renewKey, {})
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { receiving: 'same' } } })
})

test('a key whose public half did not get into the database is put there by the next coordinator who opens it', async () => {
  const { anna } = await keyOfTwo(desk)
  await desk.owner.deleteFrom('receiving_key').execute()
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { receiving: 'none' } } })
  await desk.as(anna, openKey, { passphrase: first })
  expect(await desk.as(anna, readKeys, {})).toMatchObject({ done: { standing: { receiving: 'same' } } })
})

test('a sign-in of sixteen minutes ago opens the key and changes nothing of it', async () => {
  const { anna, ben } = await keyOfTwo(desk)
  now = now.add({ minutes: 16 })
  expect(await desk.as(anna, openKey, { passphrase: first })).toEqual({ done: { opened: true } })
  const stale = { fault: 'not-fresh' }
  expect(await desk.as(anna, removeKeyHolder, { holder: ben.person })).toEqual(stale)
  expect(await desk.as(anna, changePassphrase, { before: first, after: wrong })).toEqual(stale)
  expect(await desk.as(anna, allowKeyHolder, { person: ben.person })).toEqual(stale)
  expect(await desk.as(anna, renewKey, {})).toEqual(stale)
})

test('each change stands in the audit with the id of the key, and no passphrase anywhere', async () => {
  const { anna, ben } = await keyOfTwo(desk)
  await desk.as(ben, openKey, { passphrase: second })
  await desk.as(ben, changePassphrase, { before: second, after: wrong }, 'b5c1f9ce-8a1f-4e2e-9b1b-0f8f6a8a9c11')
  expect(await desk.as(ben, openKey, { passphrase: second })).toEqual({ done: { wrong: true } })
  await desk.as(anna, removeKeyHolder, { holder: ben.person })
  await desk.as(anna, closeKey, {})
  const entries = await desk.owner.selectFrom('audit').select(['verb', 'object', 'object_id', 'owner']).orderBy('seq').execute()
  expect(entries.map(({ verb }) => verb)).toEqual([
    'make-key',
    'allow-key-holder',
    'add-key-holder',
    'open-key',
    'change-passphrase',
    'remove-key-holder',
    'close-key',
  ])
  expect(new Set(entries.map(({ object }) => object))).toEqual(new Set(['key']))
  const ids = (await desk.owner.selectFrom('receiving_key').select('id').orderBy('seq').execute()).map(({ id }) => id)
  expect([...new Set(entries.map(({ object_id }) => object_id))]).toEqual(ids)
  const dump = await dumpOf(desk.owner)
  for (const secret of Object.values(phrases)) expect(tellsOf(`${dump} ${desk.told}`, secret)).toEqual([])
  expect(tellsOf(await dumpOf(desk.owner), anna.person)).toEqual(['plain'])
})
