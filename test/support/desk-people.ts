import { endAccess } from '../../src/commands/people/end-access.ts'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { movePerson } from '../../src/commands/people/move-person.ts'
import type { Role } from '../../src/domain/access/roles.ts'
import type { Somebody, TestDesk } from './desk.ts'

/** People in every state, for whoever looks at pages; made up, with numbers that Ofcom keeps for drama. */
export type DeskPeople = Record<'administrator' | 'coordinator' | 'spoc' | 'leaving' | 'invited' | 'left', string> & {
  cookie(who: 'administrator' | 'coordinator' | 'spoc'): string
}

export const peopleIn = async (desk: TestDesk, now: Temporal.Instant): Promise<DeskPeople> => {
  const someone = (name: string, roles: readonly Role[], partner: string): Promise<Somebody> => desk.somebody(roles, { name, partner })
  const administrator = await someone('Mina Footbridge', ['administrator', 'coordinator'], 'hertfordshire-county-council')
  const coordinator = await someone('Asha Stile', ['coordinator'], 'hertfordshire-county-council')
  const spoc = await someone('Ruth Milestone', ['spoc', 'trainer'], 'watford')
  const leaving = await someone('Cal Fingerpost', ['practitioner'], 'watford')
  const unseen = await someone('Oz Drovers', ['trainer'], 'stevenage')
  const moved = await someone('Dev Bridleway', ['spoc'], 'watford')
  const left = await someone('Nell Byway', ['practitioner'], 'stevenage')
  const day = (days: number): string => now.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days }).toString()
  const number = (who: Somebody, at: number) =>
    desk.owner
      .updateTable('profile')
      .set({ phone: `07700 90012${at}`, email: `person-${at}@example.org` })
      .where('person_id', '=', who.person)
      .execute()
  await Promise.all([administrator, coordinator, spoc, leaving, unseen].map(number))
  await desk.owner
    .updateTable('person')
    .set({ leaves_on: day(3) })
    .where('id', '=', leaving.person)
    .execute()
  const past = new Date(now.epochMilliseconds - 70 * 86_400_000)
  await desk.owner.updateTable('sign_in').set({ seen_at: past }).where('person_id', '=', unseen.person).execute()
  const invitation = { name: 'Ida Towpath', email: 'ida@example.org', partner: 'stevenage', roles: ['spoc'] as const }
  const invited = await desk.as(administrator, invitePerson, invitation)
  if ('fault' in invited) throw new Error(invited.fault)
  await desk.as(administrator, movePerson, { person: moved.person, partner: 'stevenage', roles: ['practitioner'] })
  await desk.as(administrator, endAccess, { person: left.person })
  const all = { administrator, coordinator, spoc }
  return {
    administrator: administrator.person,
    coordinator: coordinator.person,
    spoc: spoc.person,
    leaving: leaving.person,
    invited: invited.done.person,
    left: left.person,
    cookie: (who) => all[who].token,
  }
}

/** Pages about people as an administrator meets them, by name. */
export const peoplePaths = ({ administrator, leaving, invited, left }: DeskPeople): Readonly<Record<string, string>> => ({
  list: '/desk/people',
  filtered: '/desk/people?view=unseen&organisation=watford',
  invite: '/desk/people/invite',
  person: `/desk/people/${leaving}?told=last-day`,
  invited: `/desk/people/${invited}`,
  left: `/desk/people/${left}?told=ended`,
  own: `/desk/people/${administrator}`,
  'give-role': `/desk/people/${leaving}/give-role`,
  'end-role': `/desk/people/${administrator}/end-role?role=coordinator`,
  'last-day': `/desk/people/${leaving}/last-day`,
  profile: `/desk/people/${invited}/profile`,
  move: `/desk/people/${leaving}/move`,
  end: `/desk/people/${leaving}/end`,
  'end-own': `/desk/people/${administrator}/end`,
  'invite-again': `/desk/people/${left}/invite-again`,
  directory: '/desk/directory',
  found: '/desk/directory?q=watf',
  'found-none': '/desk/directory?q=zzz',
})
