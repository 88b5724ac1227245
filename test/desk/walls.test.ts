import { afterAll, beforeAll, expect, test } from 'vitest'
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
    const sent = await as(who).post(`/desk/concerns/${id}/keep-out`, { ...page.hidden, partner: 'watford' })
    expect(sent.to).toBe(`/desk/concerns/${id}?told=kept-out`)
    expect(await desk.owner.selectFrom('concern_apart').select('partner_id').where('concern_id', '=', id).execute()).toEqual([
      { partner_id: 'watford' },
    ])
  }
})
