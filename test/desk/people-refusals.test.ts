import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../src/domain/access/roles.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk, testPartners } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'

/* What an administrator is refused says nothing of what is reported: neither that there is anything, nor about whom. */

const [council, watford, stevenage] = testPartners
let desk: ServedDesk
let intake: TestIntake
let first: Somebody
let admin: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  const receiving = await receivingDesk(desk)
  intake = receiving.intake
  first = receiving.anna
  admin = await desk.somebody(['administrator'])
})
afterAll(async () => {
  await intake.close()
  await desk.stop()
})
// One coordinator is left, of the council, who opens the inbox.
beforeEach(async () => {
  await desk.owner.updateTable('concern').set({ state: 'closed' }).execute()
  await desk.owner.updateTable('person').set({ state: 'ended' }).where('id', 'not in', [first.person, admin.person]).execute()
})

const coordinator = (partner: string, more: readonly Role[] = []) => desk.somebody(['coordinator', ...more], { partner })
const owned = async (by: Somebody, walled: readonly string[]) => {
  const { id } = await raise(desk, intake, { walled })
  await desk.owner.updateTable('concern').set({ owner_id: by.person }).where('id', '=', id).execute()
  return id
}
const ownerOf = async (id: string) =>
  (await desk.owner.selectFrom('concern').select('owner_id').where('id', '=', id).executeTakeFirst())?.owner_id

/** What the page says after the button: status, where it leads, its faults, and no sentence but ours. */
const press = async (part: string, who: Somebody, fields: Record<string, string>) => {
  const visitor = deskVisitor(desk.at, admin.cookie)
  const { status, to, text } = await visitor.post(`/desk/people/${who.person}/${part}`, fields)
  return {
    status,
    to,
    faults: [...text.matchAll(/This cannot be done now[^<]*/g)].map(([said]) => said),
    tells: /concern that|own(?:s)? (?:a )?concern/.test(text),
  }
}
const refused = {
  status: 400,
  to: null,
  faults: expect.arrayContaining([
    'This cannot be done now. Make someone from another organisation a coordinator first, wait until they have signed in, and try again.',
  ]),
  tells: false,
}

test('whoever moves to where all other coordinators work is refused, whether they own what is about it or nothing at all', async () => {
  const to = { partner: council, roles: 'practitioner' }
  const mover = await coordinator(watford)
  const without = await press('move', mover, to)
  expect(without).toEqual(refused)
  const about = await owned(mover, [council])
  const withOne = await press('move', mover, to)
  expect(withOne).toEqual(without)
  // With one who works elsewhere both go, and what is about the new partner is theirs.
  const other = await coordinator(stevenage)
  expect(await press('move', mover, to)).toMatchObject({ to: `/desk/people/${mover.person}?told=moved` })
  expect(await ownerOf(about)).toBe(other.person)
})

test('of an end of access or of a role, the last coordinator is refused in the same words as whoever owns what nobody else may read', async () => {
  const [last, reader] = [first, await coordinator(watford, ['practitioner'])]
  // All who are left work for the council, which it is about.
  const about = await owned(reader, [council])
  const forConcern = [await press('end', reader, {}), await press('end-role', reader, { role: 'coordinator' })]
  expect(forConcern).toEqual([refused, refused])
  await desk.owner.updateTable('concern').set({ state: 'closed' }).where('id', '=', about).execute()
  await desk.owner.updateTable('person').set({ state: 'ended' }).where('id', '=', reader.person).execute()
  await desk.owner
    .insertInto('role_grant')
    .values({ person_id: last.person, partner_id: council, role: 'practitioner', granted_by: null })
    .execute()
  expect([await press('end', last, {}), await press('end-role', last, { role: 'coordinator' })]).toEqual(forConcern)
})
