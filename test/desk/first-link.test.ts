import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const someone = { name: 'Ida Towpath', email: 'ida@example.org', partner: 'watford', roles: ['spoc'] } as const

test('an administrator invites someone, once however often the form is sent; others may not', async () => {
  const administrator = await desk.somebody(['administrator'])
  const key = '0b9c8a52-5d5f-4a4e-9d0e-5b6a3f1c2d3e'
  const [one, two] = await Promise.all([
    desk.as(administrator, invitePerson, someone, key),
    desk.as(administrator, invitePerson, someone, key),
  ])
  expect(one).toEqual(two)
  expect(one).toHaveProperty('done')
  expect(desk.jobs).toHaveLength(1)
  expect(await desk.as(administrator, invitePerson, someone)).toEqual({ fault: 'email-taken' })
  const coordinator = await desk.somebody(['coordinator'])
  expect(await desk.as(coordinator, invitePerson, { ...someone, email: 'b@example.org' })).toEqual({ fault: 'not-allowed' })
  expect(await desk.owner.selectFrom('audit').select(['seq', 'verb']).execute()).toEqual([{ seq: '1', verb: 'invite-person' }])
})
