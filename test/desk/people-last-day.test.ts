import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endDueAccess } from '../../src/commands/people/end-due-access.ts'
import { findSignIn } from '../../src/commands/sign-in/session.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

/* Access that ends by itself: at the end of the last day on the clocks of the partnership, in summer and in winter. */

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  await desk.owner.updateTable('person').set({ state: 'ended', leaves_on: null }).execute()
  await desk.somebody(['administrator'])
})

const at = (instant: string) => endDueAccess(desk.jobsRole, { now: Temporal.Instant.from(instant), timezone: 'Europe/London' })
const leaving = async (leaves_on: string, roles: Parameters<TestDesk['somebody']>[0] = ['practitioner']) => {
  const { person } = await desk.somebody(roles)
  await desk.owner.updateTable('person').set({ leaves_on }).where('id', '=', person).execute()
  return person
}
const nothing = { ended: [], kept: [] }

test.each([
  ['in summer, an hour before midnight in Greenwich', '2026-06-30', '2026-06-30T22:59:59Z', '2026-06-30T23:00:00Z'],
  ['in winter', '2026-12-31', '2026-12-31T23:59:59Z', '2027-01-01T00:00:00Z'],
  ['on the day of 25 hours', '2026-10-25', '2026-10-25T23:59:59Z', '2026-10-26T00:00:00Z'],
  ['on the day of 23 hours', '2027-03-28', '2027-03-28T22:59:59Z', '2027-03-28T23:00:00Z'],
])('at midnight %s, and not a second before; once', async (_, day, before, after) => {
  const person = await leaving(day)
  expect(await at(before)).toEqual(nothing)
  expect(await at(after)).toEqual({ ended: [person], kept: [] })
  expect(await at(after)).toEqual(nothing)
  const open = await desk.owner.selectFrom('sign_in').select('id').where('person_id', '=', person).where('ended_at', 'is', null).execute()
  expect(open).toEqual([])
  const entries = await desk.owner.selectFrom('audit').select(['verb', 'person']).where('owner', '=', person).execute()
  expect(entries).toEqual([{ verb: 'end-due-access', person: null }])
})

test('a job that did not run for days ends all that were due, and keeps the only administrator and the only coordinator', async () => {
  await desk.owner.updateTable('person').set({ state: 'ended' }).execute()
  const only = await leaving('2026-06-01', ['administrator'])
  const others = [await leaving('2026-06-02'), await leaving('2026-06-03', ['trainer'])]
  const coordinator = await leaving('2026-06-04', ['coordinator'])
  const { ended, kept } = await at('2026-06-20T12:00:00Z')
  expect([ended.toSorted(), kept.toSorted()]).toEqual([others.toSorted(), [only, coordinator].toSorted()])
  await desk.somebody(['coordinator'])
  expect(await at('2026-06-20T12:00:00Z')).toEqual({ ended: [coordinator], kept: [only] })
})

test('after the last day nobody is signed in, whether or not the job has run', async () => {
  const { person, token } = await desk.somebody(['practitioner'])
  const today = desk.parts.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  const isSignedIn = async (last: Temporal.PlainDate): Promise<boolean> => {
    await desk.owner.updateTable('person').set({ leaves_on: last.toString() }).where('id', '=', person).execute()
    return (await findSignIn(desk.parts, token)) !== null
  }
  expect([await isSignedIn(today), await isSignedIn(today.subtract({ days: 1 }))]).toEqual([true, false])
})

test('the role of jobs can do this with people and nothing else', async () => {
  for (const statement of [
    "update person set state = 'active'",
    'select * from profile',
    'select end_person(null)',
    'select leave_rota(null)',
  ])
    await expect(sql.raw(statement).execute(desk.jobsRole), statement).rejects.toMatchObject({ code: '42501' })
})
