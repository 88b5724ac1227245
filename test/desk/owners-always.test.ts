import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptOffer, refuseOffer, takeOver, withdrawOffer } from '../../src/commands/concerns/answer-offer.ts'
import { handOver } from '../../src/commands/concerns/hand-over.ts'
import { keepPartnerOut, stepOut } from '../../src/commands/concerns/keep-apart.ts'
import { markings } from '../../src/commands/concerns/mark-urgent.ts'
import { endAccess } from '../../src/commands/people/end-access.ts'
import { endRole } from '../../src/commands/people/end-role.ts'
import { giveRole } from '../../src/commands/people/give-role.ts'
import { movePerson } from '../../src/commands/people/move-person.ts'
import { unlistOnCall } from '../../src/commands/rota/unlist-on-call.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk, testPartners } from '../support/desk.ts'
import { climbNow, onCall, unowned } from '../support/owners.ts'

/* Whatever anybody does, in whatever order: every open concern has an owner who is active, may read it and is not kept apart. */

let desk: TestDesk
let intake: TestIntake
let admin: Somebody
let people: Somebody[]
let moved = 0

beforeAll(async () => {
  desk = await openTestDesk({ now: () => Temporal.Now.instant().add({ minutes: moved }) })
  ;({ intake } = await receivingDesk(desk))
  admin = await desk.somebody(['administrator'])
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

/** Three coordinators and two practitioners on call, of three partners. Those of the round before leave the rota to them. */
const crew = async (): Promise<Somebody[]> => {
  await sql`update shift set ended_at = now() where ended_at is null`.execute(desk.owner)
  const made = await Promise.all(
    ([0, 1, 2, 1, 2] as const).map((partner, at) =>
      desk.somebody(at < 3 ? ['coordinator', 'practitioner'] : ['practitioner'], { partner: testPartners[partner] }),
    ),
  )
  const [first, , , third, fourth] = made as [Somebody, Somebody, Somebody, Somebody, Somebody]
  await onCall(desk, third, 1)
  await onCall(desk, fourth, 2)
  await desk.owner.insertInto('on_call').values({ person_id: first.person }).execute()
  return made
}

const who = fc.nat({ max: 4 })
const concern = fc.nat({ max: 1 })
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('hand' as const), who, to: who, concern }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constantFrom('accept' as const, 'refuse' as const, 'back' as const), who, concern }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), minutes: fc.constantFrom(5, 16, 61, 600) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('take' as const, 'step-out' as const, 'danger' as const, 'close' as const, 'reopen' as const),
      who,
      concern,
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('wall' as const), who, concern, partner: fc.constantFrom(...testPartners) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constantFrom('leave' as const, 'unlist' as const, 'lose-role' as const, 'administrate' as const),
      who,
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('move' as const), who, partner: fc.constantFrom(...testPartners) }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

const openOffer = async (id: string): Promise<string> =>
  (await desk.owner.selectFrom('concern_offer').select('id').where('concern_id', '=', id).where('answer', 'is', null).executeTakeFirst())
    ?.id ?? crypto.randomUUID()

const doIt = async (one: Deed, ids: readonly string[]): Promise<unknown> => {
  const at = (index: number): Somebody => people[index] as Somebody
  if (one.what === 'wait') {
    moved += one.minutes
    return Promise.all([climbNow(desk), climbNow(desk)])
  }
  if (one.what === 'leave') return desk.as(admin, endAccess, { person: at(one.who).person })
  if (one.what === 'unlist') return desk.as(admin, unlistOnCall, { person: at(one.who).person })
  if (one.what === 'lose-role') return desk.as(admin, endRole, { person: at(one.who).person, role: 'coordinator' })
  if (one.what === 'administrate') return desk.as(admin, giveRole, { person: at(one.who).person, role: 'administrator' })
  if (one.what === 'move') return desk.as(admin, movePerson, { person: at(one.who).person, partner: one.partner, roles: ['practitioner'] })
  if (!('concern' in one)) throw new Error(one.what)
  const id = ids[one.concern] ?? ''
  const about = { concern: id }
  if (one.what === 'hand') return desk.as(at(one.who), handOver, { ...about, to: at(one.to).person, summary: 'Can you?' })
  if (one.what === 'take') return desk.as(at(one.who), takeOver, about)
  if (one.what === 'step-out') return desk.as(at(one.who), stepOut, about)
  if (one.what === 'danger') return desk.as(at(one.who), markings.danger.mark, about)
  if (one.what === 'wall') return desk.as(at(one.who), keepPartnerOut, { ...about, partner: one.partner })
  if (one.what === 'close' || one.what === 'reopen')
    return desk.owner
      .updateTable('concern')
      .set({ state: one.what === 'close' ? 'closed' : 'open' })
      .where('id', '=', id)
      .execute()
  const offer = await openOffer(id)
  if (one.what === 'accept') return desk.as(at(one.who), acceptOffer, { ...about, offer })
  if (one.what === 'back') return desk.as(at(one.who), withdrawOffer, { ...about, offer })
  return desk.as(at(one.who), refuseOffer, { ...about, offer, reason: 'No.' })
}

test('whatever is handed over, accepted, refused, climbs, ends, steps out or is walled off: no open concern lacks an owner who may see it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 14 }), async (deeds) => {
      moved = 0
      people = await crew()
      const ids = [(await raise(desk, intake)).id, (await raise(desk, intake, { plain: { danger: true } })).id]
      for (const one of deeds) {
        await doIt(one, ids)
        expect(await unowned(desk), JSON.stringify(one)).toEqual([])
      }
      // One open offer a concern.
      const { rows } = await sql<{ open: number }>`select count(*)::int as open from concern_offer where answer is null group by concern_id
        having count(*) > 1`.execute(desk.owner)
      expect(rows).toEqual([])
    }),
    { numRuns: process.env.WAYMARK_ALL ? 25 : 5, endOnFailure: true },
  )
}, 120_000)

test('whoever takes, leaves and climbs at the same moment: one after the other, and an owner is there', async () => {
  for (let round = 0; round < 12; round += 1) {
    moved = 0
    people = await crew()
    const { id } = await raise(desk, intake, { plain: { danger: true } })
    const [first, second, third] = people as [Somebody, Somebody, Somebody]
    await desk.as(first, takeOver, { concern: id })
    await desk.as(first, handOver, { concern: id, to: second.person, summary: 'Can you?' })
    const offer = await openOffer(id)
    moved = 100
    const done = await Promise.allSettled([
      desk.as(second, acceptOffer, { concern: id, offer }),
      desk.as(admin, endAccess, { person: second.person }),
      desk.as(third, takeOver, { concern: id }),
      climbNow(desk),
      desk.as(first, stepOut, { concern: id }),
    ])
    expect(done.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([])
    expect(await unowned(desk)).toEqual([])
  }
}, 60_000)
