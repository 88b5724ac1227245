import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArrivingRow } from '../../src/domain/register/arriving.ts'
import { nameKey, organisationKey } from '../../src/domain/register/names.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { importsRows } from '../support/register.ts'

let desk: TestDesk
let spoc: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
})
afterAll(() => desk.close())

const imports = (who: Somebody, rows: readonly ArrivingRow[], partner: string | null = 'watford', id = randomUUID()) =>
  importsRows(desk, who, { id, partner, rows })

const row = (name: string, more: Partial<ArrivingRow> = {}): ArrivingRow => ({
  ...{ name, name_key: nameKey(name), tier: 'everyone', version: '0123456789ab', on_date: '2026-10-01', way: 'file', ...more },
})
const keyOf = (email: string) => ({ email_key: createHash('sha256').update(email).digest('hex') })
const learnersOf = (name: string) => desk.owner.selectFrom('learner').selectAll().where('name', '=', name).orderBy('id').execute()
const placeOf = async (partner: string) =>
  (await desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', partner).executeTakeFirstOrThrow()).id

test('rows with an email are one person, however often they come; those without are as many as the file has', async () => {
  const rows = [
    row('Abi Lychgate', keyOf('abi')),
    row('Abi Lychgate', { ...keyOf('abi'), tier: 'public-facing' }),
    row('A. Lychgate', keyOf('abi')),
    row('Ben Ford'),
    row('Ben Ford'),
  ]
  const id = randomUUID()
  expect(await imports(spoc, rows, 'watford', id)).toEqual(['kept', 'kept', 'known', 'kept', 'kept'])
  const counts = await desk.owner.selectFrom('register_import').select(['rows', 'kept', 'refused']).where('id', '=', id).execute()
  expect(counts).toEqual([{ rows: 5, kept: 4, refused: 0 }])
  expect(await learnersOf('Abi Lychgate')).toHaveLength(1)
  // The same file, and one that grew: what stood there is not counted again.
  expect(await imports(spoc, rows)).toEqual(['known', 'known', 'known', 'known', 'known'])
  expect(await imports(spoc, [...rows, row('Ben Ford')])).toEqual(['known', 'known', 'known', 'known', 'known', 'kept'])
  expect(await learnersOf('Ben Ford')).toHaveLength(3)
  const abi = (await learnersOf('Abi Lychgate'))[0]?.id ?? ''
  const held = await desk.owner.selectFrom('standing').select('tier').where('learner_id', '=', abi).orderBy('tier').execute()
  expect(held.map(({ tier }) => tier)).toEqual(['everyone', 'public-facing'])
})

test('a SPOC records nobody of another organisation; a coordinator does, and what was typed twice is one organisation', async () => {
  const typed = { organisation: 'Hatfield Car Wash Ltd', organisation_key: organisationKey('Hatfield Car Wash Ltd'), sector: 'business' }
  const rows = [row('Cass Stile', typed), row('Dee Stile', typed), row('Eve Stile', { organisation_id: await placeOf('stevenage') })]
  expect(await imports(spoc, rows)).toEqual(['elsewhere', 'elsewhere', 'elsewhere'])
  expect(await desk.owner.selectFrom('organisation').select('id').where('name', '=', 'Hatfield Car Wash Ltd').execute()).toEqual([])
  expect(await imports(coordinator, [...rows, row('Fay Stile')], null)).toEqual(['kept', 'kept', 'kept', 'unplaced'])
  const made = await desk.owner.selectFrom('organisation').select('id').where('name', '=', 'Hatfield Car Wash Ltd').execute()
  expect(made).toHaveLength(1)
  const other = await desk.somebody(['trainer'], { partner: 'watford' })
  await expect(imports(other, [row('Gus Stile')])).rejects.toThrow('not-allowed')
})

test('whoever changes workplace within one partner, or outside all, moves with the newest row; an old list moves nobody back', async () => {
  const placeNamed = async (name: string) =>
    (
      await desk.owner
        .insertInto('organisation')
        .values({ name, name_key: name.toLowerCase(), sector: 'business' })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const [here, there] = [await placeNamed('Hal Gate and Sons'), await placeNamed('Hal Gate Haulage')]
  const at = async () => (await learnersOf('Hal Gate'))[0]?.organisation_id
  await imports(coordinator, [row('Hal Gate', { ...keyOf('hal'), organisation_id: here })], null)
  await imports(coordinator, [row('Hal Gate', { ...keyOf('hal'), organisation_id: there, on_date: '2026-11-01' })], null)
  expect(await at()).toBe(there)
  await imports(coordinator, [row('Hal Gate', { ...keyOf('hal'), organisation_id: here, on_date: '2025-01-01' })], null)
  expect(await at()).toBe(there)
  const standing = await desk.owner
    .selectFrom('standing')
    .select(['organisation_id', 'on_date'])
    .where('name_key', '=', 'hal gate')
    .execute()
  expect(standing).toEqual([{ organisation_id: there, on_date: '2026-11-01' }])
})

test('10,000 rows are recorded at once, and again they are known', async () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => row(`Person ${n % 8000}`, n % 5 ? keyOf(`p${n % 8000}`) : {}))
  expect((await imports(coordinator, rows)).filter((came) => came === 'kept')).toHaveLength(8400)
  expect(new Set(await imports(coordinator, rows))).toEqual(new Set(['known']))
}, 180_000)
