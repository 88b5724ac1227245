import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { takeFirstLink } from '../../src/commands/sign-in/first-link.ts'
import type { Role } from '../../src/domain/access/roles.ts'
import { makeFirstLink } from '../../src/processes/first-link.ts'
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

test('whoever took the first link and left before they had a way to sign in takes the next one as who they were', async () => {
  const fresh = await openTestDesk()
  try {
    const now = Temporal.Now.instant()
    const me = { name: 'Mina Footbridge', email: 'Mina@example.org', partner: 'watford', device: '' }
    const take = async (token: string | null, email = me.email) => takeFirstLink(fresh.parts, { ...me, email, token: token ?? '' })
    expect(await take(await makeFirstLink(fresh.owner, now))).toHaveProperty('done')
    // They are signed in: nobody else is let in.
    expect(await makeFirstLink(fresh.owner, now)).toBeNull()
    await fresh.owner.updateTable('sign_in').set({ ended_at: new Date() }).where('ended_at', 'is', null).execute()
    const again = await makeFirstLink(fresh.owner, now)
    expect(again).not.toBeNull()
    expect(await take(again, 'mina@EXAMPLE.org')).toHaveProperty('done')
    const people = await fresh.owner.selectFrom('person').select('id').execute()
    expect(people).toHaveLength(1)
    await fresh.owner
      .insertInto('passkey')
      .values({
        person_id: people[0]?.id ?? '',
        credential_id: 'mine',
        public_key: Buffer.alloc(8),
        counter: 0,
        name: 'Phone',
      })
      .execute()
    await fresh.owner.updateTable('sign_in').set({ ended_at: new Date() }).where('ended_at', 'is', null).execute()
    expect(await makeFirstLink(fresh.owner, now)).toBeNull()
  } finally {
    await fresh.close()
  }
})

test('an administrator who may be on call may not hold the key; one who is coordinator too may', async () => {
  const may = async (roles: readonly Role[]): Promise<unknown> => {
    const one = await desk.somebody(roles)
    await desk.owner.insertInto('on_call').values({ person_id: one.person, added_by: null }).execute()
    const { rows } = await sql<{ may: boolean }>`select may_hold_key(${one.person}::uuid) as may`.execute(desk.owner)
    return rows[0]?.may
  }
  expect([await may(['administrator']), await may(['administrator', 'coordinator']), await may(['practitioner'])]).toEqual([
    false,
    true,
    true,
  ])
})
