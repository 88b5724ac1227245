import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameKey } from '../../src/domain/register/names.ts'
import { countRegister } from '../../src/jobs/register/count.ts'
import { asSignedIn } from '../../src/store/store.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const today = () => desk.parts.now().toZonedDateTimeISO('Europe/London').toPlainDate()

/** Somebody of a partner, who was taught something. */
const taught = async (
  name: string,
  partner: string,
  attended: readonly { tier?: string; version?: string | null; days: number }[],
  more: { email_key?: Buffer } = {},
): Promise<string> => {
  const organisation = await desk.owner.selectFrom('organisation').selectAll().where('partner_id', '=', partner).executeTakeFirstOrThrow()
  const id = randomUUID()
  await desk.owner
    .insertInto('learner')
    .values({ id, organisation_id: organisation.id, partner_id: partner, name, name_key: nameKey(name), ...more })
    .execute()
  for (const { tier = 'everyone', version = desk.parts.pack.course.taught, days } of attended)
    await desk.owner
      .insertInto('attendance')
      .values({
        ...{
          id: randomUUID(),
          who: id,
          learner_id: id,
          organisation_id: organisation.id,
          partner_id: partner,
          sector: organisation.sector,
        },
        ...{ tier, version, on_date: today().subtract({ days }).toString(), way: 'file' },
      })
      .execute()
  return id
}

const counts = async (): Promise<void> => {
  await desk.owner
    .updateTable('register_counted')
    .set({ asked_at: new Date(Date.now() + 60_000), counted_at: new Date(0) })
    .execute()
  expect(await countRegister({ db: desk.jobsRole, parts: desk.parts })()).toEqual({ code: 'done' })
}

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
  await taught('Abi Lychgate', 'watford', [{ days: 3 }, { tier: 'public-facing', days: 2 }])
  await taught('Ben Packhorse', 'watford', [{ days: 10, version: null }])
  await taught('Cass Ford', 'watford', [{ days: 5 * 365 }])
  await taught('Dee Stile', 'watford', [{ days: 1 }], { email_key: Buffer.alloc(32, 1) })
  await taught('DEE STILE', 'watford', [{ days: 400 }])
  await taught('Dee Stiles', 'watford', [{ days: 4 }])
  await taught('Dee Stile', 'stevenage', [{ days: 4 }])
  await counts()
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
