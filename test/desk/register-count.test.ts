import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSignedIn } from '../../src/store/store.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { counts, trained } from '../support/trained.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const today = () => desk.parts.now().toZonedDateTimeISO('Europe/London').toPlainDate()

const figure = async (of: string, measure: string, tier = '', period = '') => {
  const row = await desk.owner
    .selectFrom('register_count')
    .select(['least', 'most'])
    .where('kind', '=', of ? 'partner' : 'county')
    .where('of', '=', of)
    .where('tier', '=', tier)
    .where('period', '=', period)
    .where('measure', '=', measure as 'people')
    .executeTakeFirst()
  return row ? [row.least, row.most] : null
}

test('people are counted once, by what they hold; two who may be one are between a and b until somebody says', async () => {
  await trained(desk, 'Abi Lychgate', 'watford', [{ days: 3 }, { tier: 'public-facing', days: 2 }])
  await trained(desk, 'Ben Packhorse', 'watford', [{ days: 10, version: null }])
  await trained(desk, 'Cass Ford', 'watford', [{ days: 5 * 365 }])
  await trained(desk, 'Dee Stile', 'watford', [{ days: 1 }], { email_key: Buffer.alloc(32, 1) })
  await trained(desk, 'DEE STILE', 'watford', [{ days: 400 }])
  await trained(desk, 'Dee Stiles', 'watford', [{ days: 4 }])
  await trained(desk, 'Dee Stile', 'stevenage', [{ days: 4 }])
  await counts(desk)
  expect(await figure('watford', 'people')).toEqual([4, 6])
  expect(await figure('', 'people')).toEqual([5, 7])
  expect(await figure('stevenage', 'people')).toEqual([1, 1])
  expect(await figure('watford', 'current')).toEqual([2, 4])
  expect(await figure('watford', 'current', 'public-facing')).toEqual([1, 1])
  expect(await figure('watford', 'needs-update')).toEqual([1, 1])
  expect(await figure('watford', 'ended')).toEqual([1, 1])
  const month = today().subtract({ days: 400 }).toString().slice(0, 7)
  expect(await figure('watford', 'people', '', month)).toEqual([1, 1])
})

test('a partner sees its own figures and people alone', async () => {
  const spoc = await desk.somebody(['spoc'], { partner: 'stevenage' })
  const seen = await asSignedIn(desk.parts.store, spoc.signIn, async (tx) => [
    await tx.selectFrom('register_count').select('of').distinct().execute(),
    await tx.selectFrom('learner_alike').select('id').execute(),
    await tx.selectFrom('standing').select('name_key').execute(),
  ])
  const { id } = await desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', 'stevenage').executeTakeFirstOrThrow()
  expect(seen[0]?.map((row) => ('of' in row ? row.of : '')).sort()).toEqual([id, 'stevenage'].sort())
  expect(seen.slice(1)).toEqual([[], [{ name_key: 'dee stile' }]])
})
