import { afterAll, beforeAll, expect, test } from 'vitest'
import { readByReference } from '../../src/commands/concerns/read-by-reference.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { movePerson } from '../../src/commands/people/move-person.ts'
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
