import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPartnerOut } from '../../src/commands/concerns/keep-apart.ts'
import { liftWall } from '../../src/commands/concerns/lift-wall.ts'
import { readByReference } from '../../src/commands/concerns/read-by-reference.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readErasure, readErasures } from '../../src/commands/erasing/read-erasures.ts'
import { readNewWalls } from '../../src/commands/home/read-new-walls.ts'
import { movePerson } from '../../src/commands/people/move-person.ts'
import { reference } from '../../src/domain/concerns/concern.ts'
import { asSignedIn } from '../../src/store/store.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { realPack } from '../support/real-pack.ts'
import { receiving } from '../support/report-site.ts'

/* Who is kept from a concern that is about them: put up by whoever deals with it, kept when they move, lifted by a second person alone. */

let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
beforeAll(async () => {
  desk = await serveTestDesk({ pack: receiving(realPack()) })
  ;({ anna, ben, intake } = await receivingDesk(desk))
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
    // Chosen, nothing is done yet: a page says who loses it and whose it is then.
    const checked = await as(who).post(`/desk/concerns/${id}/keep-out`, { partner: 'watford' })
    expect([checked.status, checked.text.includes('It stays with')]).toEqual([200, true])
    expect(await desk.owner.selectFrom('concern_apart').select('id').where('concern_id', '=', id).execute()).toEqual([])
    const sent = await as(who).post(`/desk/concerns/${id}/keep-out`, { ...checked.hidden, partner: 'watford', sure: 'yes' })
    expect(sent.to).toBe(`/desk/concerns/${id}?told=kept-out`)
    expect(await desk.owner.selectFrom('concern_apart').select('partner_id').where('concern_id', '=', id).execute()).toEqual([
      { partner_id: 'watford' },
    ])
  }
})

test('whoever works there is told before that they lose it and to whom it goes, and after it which it was and who has it', async () => {
  const inside = await desk.somebody(['coordinator'], { partner: 'watford', name: 'Ines Weir' })
  const { id, number } = await raise(desk, intake)
  await owns(id, inside)
  const checked = await as(inside).post(`/desk/concerns/${id}/keep-out`, { partner: 'watford' })
  expect(checked.text).toContain(`You work there. You lose ${reference(number)} now`)
  const [, next = ''] = checked.text.match(/It goes to ([^<]+) at once/) ?? []
  const sent = await as(inside).post(`/desk/concerns/${id}/keep-out`, { ...checked.hidden, partner: 'watford', sure: 'yes' })
  expect(sent.to).toBe('/desk?told=kept-out')
  const home = (await as(inside).get(sent.to ?? '')).text
  for (const said of [reference(number), 'Watford Borough Council', `owned by ${next}`]) expect(home).toContain(said)
  expect(await desk.as(inside, readConcern, { concern: id })).toEqual({ fault: 'not-found' })
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

test('a wall is lifted by a second coordinator alone, with a reason that is kept sealed; each new one is told to the others', async () => {
  const carla = await desk.somebody(['coordinator'])
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const lift = (who: Somebody, concern: string, wall: string) => desk.as(who, liftWall, { concern, wall, text: 'It was another Watford.' })
  const told = async (who: Somebody, concern: string) => {
    const walls = await desk.as(who, readNewWalls, null)
    return 'done' in walls && walls.done.some((one) => one.concern === concern)
  }
  const sees = async (concern: string) => 'done' in (await desk.as(inside, readConcern, { concern }))

  // Put up by ben: told to the owner and to carla, not to ben and not to whoever is kept out.
  const { id } = await raise(desk, intake)
  await owns(id, anna)
  expect(await desk.as(ben, keepPartnerOut, { concern: id, partner: 'watford' })).toEqual({ done: null })
  expect([await told(carla, id), await told(anna, id), await told(ben, id), await told(inside, id)]).toEqual([true, true, false, false])
  expect((await as(carla).get('/desk')).text).toContain(`/desk/concerns/${id}#walls`)
  const page = await as(carla).get(`/desk/concerns/${id}`)
  const wall = new RegExp(`/desk/concerns/${id}/lift-wall/([0-9a-f-]+)`).exec(page.text)?.[1] ?? ''
  expect(await told(carla, id)).toBe(false)
  // Neither whoever put it up, nor the owner, nor whoever is kept out; nor by taking the row away.
  expect([await lift(ben, id, wall), await lift(anna, id, wall), await lift(inside, id, wall)]).toEqual([
    { fault: 'not-second' },
    { fault: 'not-second' },
    { fault: 'not-found' },
  ])
  expect((await as(ben).get(`/desk/concerns/${id}/lift-wall/${wall}`)).status).toBe(409)
  const taken = asSignedIn(desk.parts.store, carla.signIn, (tx) => sql`delete from concern_apart`.execute(tx))
  await expect(taken).rejects.toThrow(/permission denied/)
  expect(await sees(id)).toBe(false)
  // Without a reason nothing happens.
  const form = await as(carla).get(`/desk/concerns/${id}/lift-wall/${wall}`)
  const post = (reason: string) => as(carla).post(`/desk/concerns/${id}/lift-wall/${wall}`, { ...form.hidden, reason })
  expect([(await post('')).to, await sees(id)]).toEqual([null, false])
  expect((await post('It was another Watford.')).to).toBe(`/desk/concerns/${id}?told=wall-lifted`)
  expect(await sees(id)).toBe(true)
  const read = await desk.as(anna, readConcern, { concern: id })
  expect('done' in read && [read.done.keptApart, read.done.notes[0]?.text, read.done.history.map(({ verb }) => verb)]).toEqual([
    false,
    'No longer kept out: Everyone who works for Watford Borough Council. It was another Watford.',
    expect.arrayContaining(['lift-wall', 'keep-partner-out']),
  ])

  // The reporter's own wall: not by whoever owns the concern.
  const theirs = await raise(desk, intake, { walled: ['watford'] })
  await owns(theirs.id, anna)
  const { id: reporters } = await desk.owner
    .selectFrom('concern_apart')
    .select('id')
    .where('concern_id', '=', theirs.id)
    .executeTakeFirstOrThrow()
  await desk.as(anna, readConcern, { concern: theirs.id })
  expect(await lift(anna, theirs.id, reporters)).toEqual({ fault: 'not-second' })
  expect(await lift(carla, theirs.id, reporters)).toEqual({ fault: 'not-second' })
})
