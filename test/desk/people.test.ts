import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { changeProfile } from '../../src/commands/people/change-profile.ts'
import { endAccess } from '../../src/commands/people/end-access.ts'
import { endRole } from '../../src/commands/people/end-role.ts'
import { endSignIns } from '../../src/commands/people/end-sign-ins.ts'
import { giveRole } from '../../src/commands/people/give-role.ts'
import { inviteAgain } from '../../src/commands/people/invite-again.ts'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { movePerson } from '../../src/commands/people/move-person.ts'
import { readBothRoles } from '../../src/commands/people/read-both-roles.ts'
import { readDirectory } from '../../src/commands/people/read-directory.ts'
import { readPartners } from '../../src/commands/people/read-partners.ts'
import { linesOnPage, readPeople } from '../../src/commands/people/read-people.ts'
import { readPerson, readPersonToChange } from '../../src/commands/people/read-person.ts'
import { sendInvitation } from '../../src/commands/people/send-invitation.ts'
import { setLastDay } from '../../src/commands/people/set-last-day.ts'
import { withdrawInvitation } from '../../src/commands/people/withdraw-invitation.ts'
import { type Role, roles } from '../../src/domain/access/roles.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const nobody = '00000000-0000-4000-8000-000000000000'
const someone = { name: 'Ida Towpath', partner: 'watford', roles: ['spoc'] as const }
let count = 0
const address = (): string => `person-${++count}@example.org`

const audit = (person: string) =>
  desk.owner.selectFrom('audit').select(['verb', 'person']).where('owner', '=', person).orderBy('seq').execute()
const stateOf = async (person: string) =>
  (await desk.owner.selectFrom('person').select('state').where('id', '=', person).executeTakeFirstOrThrow()).state
const rolesOf = async (person: string) =>
  (
    await desk.owner
      .selectFrom('role_grant')
      .select(['role', 'partner_id'])
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .orderBy('role')
      .execute()
  ).map(({ role, partner_id }) => `${role} ${partner_id}`)
const done = <Value>(outcome: { done: Value } | { fault: string }): Value => {
  if ('fault' in outcome) throw new Error(outcome.fault)
  return outcome.done
}

/** Leaves one administrator and one coordinator, as the others may have been left by the tests before. */
const clear = async (): Promise<void> => {
  await desk.owner.updateTable('role_grant').set({ ended_at: new Date() }).where('ended_at', 'is', null).execute()
  await desk.owner.updateTable('person').set({ state: 'ended' }).execute()
}

describe('who may', () => {
  /** Each command, with what it would need to succeed, and who may besides administrators. */
  type Try = { name: string; run(who: Somebody, target: Somebody): ReturnType<TestDesk['as']>; also?: readonly Role[] }
  const attempt = <Input, Value, Fault extends string>(
    command: Command<Input, Value, Fault>,
    input: (target: Somebody) => Input,
    also: readonly Role[] = [],
  ): Try => ({
    name: command.verb,
    also,
    run: (who, target) => desk.as(who, command as Command<Input, unknown, string>, input(target)),
  })
  const tries: readonly Try[] = [
    attempt(readPeople, () => ({ view: 'everyone' as const }), ['coordinator', 'spoc']),
    attempt(readPerson, ({ person }) => ({ person }), ['coordinator', 'spoc']),
    attempt(readPartners, () => null),
    attempt(invitePerson, () => ({ ...someone, email: address() })),
    attempt(changeProfile, ({ person, email }) => ({ person, name: 'New', email, phone: null, version: 1 })),
    attempt(giveRole, ({ person }) => ({ person, role: 'trainer' as const })),
    attempt(endRole, ({ person }) => ({ person, role: 'practitioner' as const })),
    attempt(setLastDay, ({ person }) => ({ person, day: null })),
    attempt(movePerson, ({ person }) => ({ person, partner: 'stevenage', roles: ['trainer' as const] })),
    attempt(endSignIns, ({ person }) => ({ person, signIn: null })),
    attempt(endAccess, ({ person }) => ({ person })),
    attempt(inviteAgain, ({ person }) => ({ person, roles: ['trainer' as const] })),
  ]
  test.each(tries)('$name: administrators, and who answers for the person; the others not', async ({ run, also = [] }) => {
    const target = await desk.somebody(['practitioner', 'analyst'], { partner: 'watford' })
    // All are of the person's own partner: nearest to being allowed.
    for (const role of roles.filter((role) => role !== 'administrator')) {
      const outcome = await run(await desk.somebody([role], { partner: 'watford' }), target)
      if (also.includes(role)) expect(outcome, role).toHaveProperty('done')
      else expect(['not-allowed', 'not-found'], role).toContain('fault' in outcome ? outcome.fault : 'done')
    }
    const outcome = await run(await desk.somebody(['administrator']), target)
    expect(['done', 'here-already']).toContain('done' in outcome ? 'done' : outcome.fault)
    expect(desk.told).toEqual([])
  })

  test('invitations are sent again and withdrawn by administrators alone', async () => {
    const administrator = await desk.somebody(['administrator'])
    const invited = done(await desk.as(administrator, invitePerson, { ...someone, email: address() }))
    for (const role of ['coordinator', 'spoc'] as const) {
      const who = await desk.somebody([role], { partner: 'watford' })
      expect(await desk.as(who, sendInvitation, invited)).toEqual({ fault: 'not-allowed' })
      expect(await desk.as(who, withdrawInvitation, invited)).toEqual({ fault: 'not-allowed' })
      expect(await desk.as(who, readPersonToChange, invited)).toEqual({ fault: 'not-allowed' })
    }
    const second = done(await desk.as(administrator, sendInvitation, invited))
    expect(second.invitation).not.toBe(invited.invitation)
    expect(done(await desk.as(administrator, readPerson, invited)).invitation?.state).toBe('open')
    done(await desk.as(administrator, withdrawInvitation, invited))
    expect(done(await desk.as(administrator, readPerson, invited)).invitation?.state).toBe('withdrawn')
    expect(await desk.as(administrator, withdrawInvitation, invited)).toEqual({ fault: 'not-invited' })
    // One is open at most, however many were made.
    const open = await desk.owner
      .selectFrom('invitation')
      .select('id')
      .where('person_id', '=', invited.person)
      .where('ended_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })

  test('someone of another partner is to a SPOC as if they were not there, whether listed or not, and so is an id of nobody', async () => {
    const spoc = await desk.somebody(['spoc'], { partner: 'watford' })
    const others = [
      await desk.somebody(['practitioner'], { partner: 'stevenage' }),
      await desk.somebody(['spoc'], { partner: 'stevenage' }),
      await desk.somebody(['coordinator'], { partner: 'stevenage' }),
    ]
    for (const person of [...others.map(({ person }) => person), nobody, 'x', `${nobody}'; --`, ''])
      expect(await desk.as(spoc, readPerson, { person })).toEqual({ fault: 'not-found' })
    const { lines } = done(await desk.as(spoc, readPeople, { view: 'everyone' }))
    expect(new Set(lines.map(({ partner }) => partner.id))).toEqual(new Set(['watford']))
    expect(done(await desk.as(spoc, readPeople, { view: 'everyone', partner: 'stevenage' })).lines).toEqual([])
  })

  test('everyone may open themselves, and nothing is written down of it; of another it is', async () => {
    const [practitioner, coordinator] = [await desk.somebody(['practitioner']), await desk.somebody(['coordinator'])]
    const own = done(await desk.as(practitioner, readPerson, practitioner))
    expect(own.signIns).toHaveLength(1)
    expect(await audit(practitioner.person)).toEqual([])
    const seen = done(await desk.as(coordinator, readPerson, practitioner))
    expect(seen.signIns).toBe(null)
    expect(await audit(practitioner.person)).toEqual([{ verb: 'read-person', person: coordinator.person }])
  })

  test('whoever may not read sign-ins does not learn who was not seen', async () => {
    const coordinator = await desk.somebody(['coordinator'])
    const people = done(await desk.as(coordinator, readPeople, { view: 'unseen' }))
    expect([people.seenSaid, people.counts.unseen, people.lines]).toEqual([false, 0, []])
  })
})

describe('joiner', () => {
  test('an address is taken whatever its case, by those who left too', async () => {
    const administrator = await desk.somebody(['administrator'])
    const email = address()
    const { person } = done(await desk.as(administrator, invitePerson, { ...someone, email }))
    const again = () => desk.as(administrator, invitePerson, { ...someone, email: email.toUpperCase() })
    expect(await again()).toEqual({ fault: 'email-taken' })
    done(await desk.as(administrator, endAccess, { person }))
    expect(await again()).toEqual({ fault: 'email-taken' })
    const other = await desk.somebody(['practitioner'])
    const change = { person: other.person, name: 'Other', email: email.toUpperCase(), phone: null, version: 1 }
    expect(await desk.as(administrator, changeProfile, change)).toEqual({ fault: 'email-taken' })
  })

  test('not without a role, nor for a partner that has ended or never was', async () => {
    const administrator = await desk.somebody(['administrator'])
    const invite = (more: object) => desk.as(administrator, invitePerson, { ...someone, email: address(), ...more })
    await desk.owner.updateTable('partner').set({ ended_at: new Date() }).where('id', '=', 'dacorum').execute()
    expect(await invite({ partner: 'dacorum' })).toEqual({ fault: 'no-partner' })
    expect(await invite({ partner: 'nowhere' })).toEqual({ fault: 'no-partner' })
    expect(await invite({ roles: [] })).toEqual({ fault: 'no-role' })
    expect(done(await desk.as(administrator, readPartners, null)).map(({ id }) => id)).not.toContain('dacorum')
  })

  test('whose address was wrong is invited anew at the right one, and the link to the wrong one is over', async () => {
    const administrator = await desk.somebody(['administrator'])
    const invited = done(await desk.as(administrator, invitePerson, { ...someone, email: address() }))
    const profile = { person: invited.person, name: someone.name, phone: null }
    const moved = done(await desk.as(administrator, changeProfile, { ...profile, email: address(), version: 1 }))
    expect(moved.invitation).not.toBe(null)
    const over = await desk.owner.selectFrom('invitation').select('ended_at').where('id', '=', invited.invitation).executeTakeFirstOrThrow()
    expect(over.ended_at).not.toBe(null)
    expect(desk.jobs.at(-1)).toEqual({ name: 'mail', mail: 'invitation', invitation: moved.invitation })
  })
})

describe('mover', () => {
  test('two who change the same: the second is told, and nothing of theirs is kept', async () => {
    const [one, two] = [await desk.somebody(['administrator']), await desk.somebody(['administrator'])]
    const target = await desk.somebody(['practitioner'])
    const change = (who: Somebody, name: string, version: number) =>
      desk.as(who, changeProfile, { person: target.person, name, email: target.email, phone: '07700 900123', version })
    const outcomes = await Promise.all([change(one, 'By one', 1), change(two, 'By two', 1)])
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    expect(outcomes).toContainEqual({ fault: 'changed-meanwhile' })
    const kept = done(await desk.as(one, readPerson, target))
    expect(kept.version).toBe(2)
    done(await change(two, 'By two after all', kept.version))
  })

  test('a role is given once, and the last one of a person is not taken', async () => {
    const administrator = await desk.somebody(['administrator'])
    const target = await desk.somebody(['practitioner'], { partner: 'watford' })
    const give = () => desk.as(administrator, giveRole, { person: target.person, role: 'spoc' })
    expect((await Promise.all([give(), give()])).map((outcome) => ('done' in outcome ? 'done' : outcome.fault)).toSorted()).toEqual([
      'done',
      'held-already',
    ])
    const end = (role: Role) => desk.as(administrator, endRole, { person: target.person, role })
    expect(await end('trainer')).toEqual({ fault: 'not-held' })
    const both = await Promise.all([end('practitioner'), end('spoc')])
    expect(both).toContainEqual({ fault: 'only-role' })
    expect(await rolesOf(target.person)).toHaveLength(1)
    expect((await audit(target.person)).map(({ verb }) => verb)).toEqual(['give-role', 'end-role'])
  })

  test('to another partner: roles of the old one end, those of the partnership go along, what was stays to be read', async () => {
    const administrator = await desk.somebody(['administrator'])
    const target = await desk.somebody(['spoc', 'trainer', 'coordinator'], { partner: 'watford' })
    const move = (partner: string, given: readonly Role[] = []) =>
      desk.as(administrator, movePerson, { person: target.person, partner, roles: given })
    expect(await move('watford')).toEqual({ fault: 'same-partner' })
    expect(await move('nowhere')).toEqual({ fault: 'no-partner' })
    done(await move('stevenage', ['practitioner', 'administrator']))
    // A role of the whole partnership is not given on the way.
    expect(await rolesOf(target.person)).toEqual(['coordinator stevenage', 'practitioner stevenage'])
    const person = done(await desk.as(administrator, readPerson, target))
    expect([person.partner.id, person.past.map(({ role }) => role).toSorted()]).toEqual(['stevenage', ['coordinator', 'spoc', 'trainer']])
    const { partner_id } = await desk.owner
      .selectFrom('profile')
      .select('partner_id')
      .where('person_id', '=', target.person)
      .executeTakeFirstOrThrow()
    expect(partner_id).toBe('stevenage')
    const oldSpoc = await desk.somebody(['spoc'], { partner: 'watford' })
    expect(await desk.as(oldSpoc, readPerson, target)).toEqual({ fault: 'not-found' })
  })

  test('not into having no role: then nothing has moved', async () => {
    const administrator = await desk.somebody(['administrator'])
    const target = await desk.somebody(['spoc'], { partner: 'watford' })
    expect(await desk.as(administrator, movePerson, { person: target.person, partner: 'stevenage', roles: [] })).toEqual({
      fault: 'no-role',
    })
    expect(await rolesOf(target.person)).toEqual(['spoc watford'])
  })

  test('whoever is coordinator and administrator is told of to every member', async () => {
    const both = await desk.somebody(['coordinator', 'administrator'], { name: 'Both Atonce' })
    const trainer = await desk.somebody(['trainer'])
    expect(done(await desk.as(trainer, readBothRoles, null))).toEqual(['Both Atonce'])
    const { people } = done(await desk.as(trainer, readDirectory, null))
    expect(people.find(({ id }) => id === both.person)?.roles).toEqual(['administrator', 'coordinator'])
    // Whoever is not listed is in no directory, that of an administrator neither.
    for (const reader of [trainer, both])
      expect(done(await desk.as(reader, readDirectory, null)).people.map(({ id }) => id)).not.toContain(trainer.person)
  })
})

describe('leaver', () => {
  beforeEach(clear)

  test('the only administrator stays, and two who end each other at once do not leave nobody', async () => {
    const one = await desk.somebody(['administrator', 'practitioner'])
    // Whoever has not come yet lets nobody in.
    done(await desk.as(one, invitePerson, { ...someone, roles: ['administrator'], email: address() }))
    const fault = { fault: 'last-administrator' }
    expect(await desk.as(one, endAccess, one)).toEqual(fault)
    expect(await desk.as(one, endRole, { person: one.person, role: 'administrator' })).toEqual(fault)
    expect(await desk.as(one, setLastDay, { person: one.person, day: Temporal.Now.plainDateISO('Europe/London').toString() })).toEqual(
      fault,
    )
    const two = await desk.somebody(['administrator'])
    await Promise.all([desk.as(one, endAccess, two), desk.as(two, endAccess, one)])
    expect([await stateOf(one.person), await stateOf(two.person)].toSorted()).toEqual(['active', 'ended'])
  })

  test('the only coordinator stays, whatever they own; one who never came is none', async () => {
    const administrator = await desk.somebody(['administrator'])
    const [one, two] = [await desk.somebody(['coordinator', 'practitioner']), await desk.somebody(['coordinator'])]
    const role = { person: one.person, role: 'coordinator' } as const
    done(await desk.as(administrator, endAccess, two))
    const invited = done(await desk.as(administrator, invitePerson, { ...someone, roles: ['coordinator'], email: address() }))
    const fault = { fault: 'needs-coordinator' }
    expect([await desk.as(administrator, endRole, role), await desk.as(administrator, endAccess, one)]).toEqual([fault, fault])
    const three = await desk.somebody(['coordinator'])
    done(await desk.as(administrator, endRole, role))
    done(await desk.as(administrator, endAccess, one))
    await desk.owner.updateTable('person').set({ state: 'ended' }).where('id', '=', three.person).execute()
    done(await desk.as(administrator, endAccess, invited))
  })

  test('is out at once: sign-ins, roles, invitation, rota; comes back by an invitation as the same person', async () => {
    const administrator = await desk.somebody(['administrator'])
    const leaver = await desk.somebody(['practitioner'], { partner: 'watford', name: 'A Leaver' })
    const soon = new Date(Date.now() + 3_600_000)
    await desk.owner.insertInto('on_call').values({ person_id: leaver.person, added_by: null }).execute()
    await desk.owner
      .insertInto('shift')
      .values({ starts_at: soon, ends_at: new Date(soon.getTime() + 3_600_000), rung: 1, person_id: leaver.person, asked_by: null })
      .execute()
    expect(done(await desk.as(administrator, readPerson, leaver)).shifts).toBe(1)
    await desk.owner
      .insertInto('passkey')
      .values({ person_id: leaver.person, credential_id: 'old', public_key: Buffer.alloc(8), counter: 0, name: 'Old phone' })
      .execute()
    await desk.owner
      .insertInto('recovery_code')
      .values({ person_id: leaver.person, hash: Buffer.alloc(32, 7) })
      .execute()
    expect(await desk.as(administrator, endAccess, leaver)).toEqual({ done: { shifts: 1, signIns: 1 } })
    expect(await desk.as(leaver, readDirectory, null)).toEqual({ fault: 'signed-out' })
    expect(await desk.as(administrator, endAccess, leaver)).toEqual({ fault: 'ended-already' })
    for (const command of [giveRole, endRole])
      expect(await desk.as(administrator, command as typeof giveRole, { person: leaver.person, role: 'spoc' })).toHaveProperty('fault')
    expect(await desk.as(administrator, movePerson, { person: leaver.person, partner: 'stevenage', roles: ['spoc'] })).toEqual({
      fault: 'ended-already',
    })
    const left = done(await desk.as(administrator, readPeople, { view: 'left', partner: 'watford' }))
    expect(left.lines.map(({ id }) => id)).toContain(leaver.person)
    // An old key may be why they left: whoever comes back comes by the new invitation alone.
    for (const table of ['passkey', 'recovery_code', 'password', 'work_account'] as const)
      expect(await desk.owner.selectFrom(table).selectAll().where('person_id', '=', leaver.person).execute()).toEqual([])
    done(await desk.as(administrator, inviteAgain, { person: leaver.person, roles: ['spoc'] }))
    expect([await stateOf(leaver.person), await rolesOf(leaver.person)]).toEqual(['invited', ['spoc watford']])
    expect(await desk.as(leaver, readDirectory, null)).toEqual({ fault: 'signed-out' })
  })

  test('a last day may be today and not yesterday, by the clocks of the partnership', async () => {
    const administrator = await desk.somebody(['administrator'])
    const leaver = await desk.somebody(['practitioner'])
    const today = Temporal.Now.plainDateISO('Europe/London')
    const set = (day: Temporal.PlainDate | null) =>
      desk.as(administrator, setLastDay, { person: leaver.person, day: day?.toString() ?? null })
    expect(await set(today.subtract({ days: 1 }))).toEqual({ fault: 'day-past' })
    expect(await set(today.add({ years: 3 }))).toEqual({ fault: 'day-far' })
    done(await set(today))
    done(await set(null))
    expect(done(await desk.as(administrator, readPerson, leaver)).leavesOn).toBe(null)
  })
})

describe('the list', () => {
  test('goes on where it stopped, with many of one name, and shows each once', async () => {
    await clear()
    const administrator = await desk.somebody(['administrator'], { name: 'zz Last' })
    const names = Array.from({ length: linesOnPage + 20 }, (_, at) => (at % 3 ? 'Same Name' : 'same name'))
    for (const name of names) await desk.somebody(['trainer'], { name })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { lines: readonly { id: string }[]; next: string | null } = done(
        await desk.as(administrator, readPeople, { view: 'everyone', after }),
      )
      seen.push(...page.lines.map(({ id }) => id))
      after = page.next
    } while (after)
    expect([seen.length, new Set(seen).size, seen.at(-1)]).toEqual([names.length + 1, names.length + 1, administrator.person])
    // What is no id of anybody begins at the beginning.
    for (const wrong of [nobody, 'x\n'])
      expect(done(await desk.as(administrator, readPeople, { view: 'everyone', after: wrong })).lines).toHaveLength(linesOnPage)
  })

  test('views: who has not been here for long, and who has not come yet', async () => {
    await clear()
    const administrator = await desk.somebody(['administrator'])
    const long = await desk.somebody(['trainer'])
    const past = new Date(Date.now() - 61 * 86_400_000)
    await desk.owner.updateTable('sign_in').set({ seen_at: past }).where('person_id', '=', long.person).execute()
    const { person } = done(await desk.as(administrator, invitePerson, { ...someone, email: address() }))
    const idsIn = async (view: 'unseen' | 'invited') => done(await desk.as(administrator, readPeople, { view })).lines.map(({ id }) => id)
    expect([await idsIn('unseen'), await idsIn('invited')]).toEqual([[long.person], [person]])
  })
})
