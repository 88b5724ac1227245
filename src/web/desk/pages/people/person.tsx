import { type Person, readPerson } from '../../../../commands/people/read-person.ts'
import { may } from '../../../../domain/access/table.ts'
import { longDate } from '../../../../format/when.ts'
import { Actions, LinkButton } from '../../components/buttons.tsx'
import { Mail, Telephone } from '../../components/contact.tsx'
import { type Fact, Pairs } from '../../components/facts.tsx'
import { Columns, PageHead } from '../../components/page-head.tsx'
import type { Member, MemberPage } from '../../context/page.ts'
import { Invitation, Leaving, PastRoles, Roles, SignedIn } from './person-parts.tsx'
import { Told } from './told.tsx'
import { dayOf, StateTag } from './words.tsx'

/** One person: who they are, what they may do, where they are signed in, and what an administrator can do about it. */
export const personPage: MemberPage = {
  path: '/desk/people/:id',
  here: 'people',
  show: async (member) => {
    const { done: person } = await member.perform(readPerson, { person: member.param('id') })
    const { t, viewer } = member
    const changes = may(viewer, 'change', 'person', {})
    const there = changes && person.state !== 'ended'
    const part = { member, person, changes }
    return {
      title: person.name,
      body: (
        <div class="flow">
          <Told member={member} person={person} />
          <PageHead title={person.name} sub={person.partner.name} back={{ href: '/desk/people', text: t('person.back') }} />
          <Columns
            side={
              <>
                <Invitation {...part} />
                <Leaving {...part} />
              </>
            }
          >
            <Pairs facts={factsOf(member, person)} />
            {there ? (
              <Actions>
                <LinkButton href={`/desk/people/${person.id}/profile`} look="quiet">
                  {t('person.change')}
                </LinkButton>
                <LinkButton href={`/desk/people/${person.id}/move`} look="quiet">
                  {t('person.move')}
                </LinkButton>
              </Actions>
            ) : null}
            <Roles {...part} />
            <SignedIn {...part} />
            <PastRoles {...part} />
          </Columns>
        </div>
      ),
    }
  },
}

const factsOf = (member: Member, person: Person): Fact[] => {
  const { t } = member
  const inviteOpen = person.invitation?.state === 'open'
  return [
    { label: t('person.state'), value: <StateTag asked={member} person={{ ...person, inviteOpen }} /> },
    {
      label: t('person.partner'),
      value: person.partner.ended ? `${person.partner.name} (${t('people.partner-ended')})` : person.partner.name,
    },
    { label: t('person.email'), value: <Mail address={person.email} /> },
    ...(person.phone ? [{ label: t('person.phone'), value: <Telephone number={person.phone} /> }] : []),
    { label: t('person.added'), value: dayOf(member, person.made) },
    ...(person.leavesOn && person.state !== 'ended'
      ? [
          {
            label: t('person.leaves'),
            value: t('person.leaves-at-end', { day: longDate(Temporal.PlainDate.from(person.leavesOn)) }),
          },
        ]
      : []),
  ]
}
