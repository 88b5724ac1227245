import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readByReference } from '../../src/commands/concerns/read-by-reference.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readErasure, readErasures } from '../../src/commands/erasing/read-erasures.ts'
import { movePerson } from '../../src/commands/people/move-person.ts'
import { asSignedIn } from '../../src/store/store.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { realPack } from '../support/real-pack.ts'
import { receiving } from '../support/report-site.ts'

/* Who is kept from a concern that is about them: put up by whoever deals with it, kept when they move, lifted by a second person alone. */

let desk: ServedDesk
let intake: TestIntake
let ben: Somebody
beforeAll(async () => {
  desk = await serveTestDesk({ pack: receiving(realPack()) })
  ;({ ben, intake } = await receivingDesk(desk))
})
afterAll(async () => {
  await intake.close()
  await desk.stop()
})

const as = (who: Somebody) => deskVisitor(desk.at, who.cookie)
const owns = (concern: string, { person }: Somebody) =>
  desk.owner.updateTable('concern').set({ owner_id: person }).where('id', '=', concern).execute()

test('a coordinator who is nothing else, and a practitioner who owns it, say on its page that it is about somebody of a partner', async () => {
  const owner = await desk.somebody(['practitioner'], { partner: 'stevenage' })
  await desk.owner.insertInto('on_call').values({ person_id: owner.person }).execute()
  for (const who of [ben, owner]) {
    const { id } = await raise(desk, intake)
    await owns(id, who)
    const page = await as(who).get(`/desk/concerns/${id}/keep-out`)
    expect([page.status, page.text.includes('<option value="watford"')]).toEqual([200, true])
    const sent = await as(who).post(`/desk/concerns/${id}/keep-out`, { ...page.hidden, partner: 'watford' })
    expect(sent.to).toBe(`/desk/concerns/${id}?told=kept-out`)
    expect(await desk.owner.selectFrom('concern_apart').select('partner_id').where('concern_id', '=', id).execute()).toEqual([
      { partner_id: 'watford' },
    ])
  }
})

test('a wall stays about whoever moves to another partner', async () => {
  const admin = await desk.somebody(['administrator'])
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const { id, number } = await raise(desk, intake, { walled: ['watford'] })
  const tries = async () => [
    await desk.as(inside, readConcern, { concern: id }),
    await desk.as(inside, readByReference, { reference: `C-${number}` }),
  ]
  const kept = [{ fault: 'not-found' }, { done: null }]
  expect(await tries()).toEqual(kept)
  expect(await desk.as(admin, movePerson, { person: inside.person, partner: 'stevenage', roles: [] })).toEqual({ done: null })
  expect(await tries()).toEqual(kept)
  const walls = desk.owner.selectFrom('concern_apart').select(['partner_id', 'person_id', 'made_by']).where('concern_id', '=', id)
  expect(await walls.orderBy('at').execute()).toEqual([
    { partner_id: 'watford', person_id: null, made_by: null },
    { partner_id: null, person_id: inside.person, made_by: admin.person },
  ])
  // There and back again puts nothing up twice.
  for (const partner of ['watford', 'stevenage'])
    expect(await desk.as(admin, movePerson, { person: inside.person, partner, roles: [] })).toEqual({ done: null })
  expect(await walls.execute()).toHaveLength(2)
})

test('a reference tells nothing of what came before it or when: it is drawn, and used once', async () => {
  const numbers: number[] = []
  for (let at = 0; at < 6; at++) numbers.push((await raise(desk, intake)).number)
  for (const number of numbers) expect(number).toBeGreaterThanOrEqual(10_000)
  for (const number of numbers) expect(number).toBeLessThan(100_000)
  expect(numbers.some((number, at) => at > 0 && Math.abs(number - (numbers[at - 1] ?? 0)) > 10)).toBe(true)
  const drawn = await asSignedIn(
    desk.parts.store,
    ben.signIn,
    async (tx) => (await sql<{ n: number }>`select new_reference() as n`.execute(tx)).rows[0]?.n,
  )
  expect(numbers).not.toContain(drawn)
})

test('what was erased stands in no list of whoever was kept out of it, also after they moved', async () => {
  const admin = await desk.somebody(['administrator'])
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const { id } = await raise(desk, intake, { walled: ['watford'] })
  await desk.owner.updateTable('concern').set({ state: 'closed', closed_at: new Date() }).where('id', '=', id).execute()
  await sql`select remove_concern(${id}::uuid, 'asked', null)`.execute(desk.owner)
  const sees = async (who: Somebody) => {
    const [list, one] = [await desk.as(who, readErasures, {}), await desk.as(who, readErasure, { id })]
    return ['done' in list && list.done.some((erased) => erased.id === id), 'done' in one]
  }
  expect([await sees(ben), await sees(inside)]).toEqual([
    [true, true],
    [false, false],
  ])
  expect(await desk.as(admin, movePerson, { person: inside.person, partner: 'stevenage', roles: [] })).toEqual({ done: null })
  expect(await sees(inside)).toEqual([false, false])
})
