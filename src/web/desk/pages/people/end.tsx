import { endAccess } from '../../../../commands/people/end-access.ts'
import type { Person } from '../../../../commands/people/read-person.ts'
import { Confirm } from '../../components/confirm.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member } from '../../context/page.ts'
import { roleList } from '../../context/role-words.ts'
import { changePage, doneWith, pathOf } from './change.ts'

/** Asks before access ends: what stops, what stays, and what needs someone else. */
export const endAccessPage = changePage('end', {
  show: (member, person) => ask(member, person, null),
  send: async (member, _fields, id, again) => {
    const outcome = await member.perform(endAccess, { person: id }, member.key)
    if ('done' in outcome) return id === member.me.person ? { to: '/desk' } : doneWith(id, 'ended')
    if (outcome.fault === 'ended-already') return doneWith(id, 'ended')
    return ask(member, await again(), outcome.fault)
  },
})

const holdsOnly = ({ roles }: Person, role: string): boolean => roles.some((held) => held.role === role && held.only)

const ask = (member: Member, person: Person, fault: 'last-administrator' | 'needs-coordinator' | null): Answer => {
  const { t, key, me } = member
  if (person.state === 'ended') return doneWith(person.id, 'ended')
  const { name } = person
  const title = t('end-access.title', { name })
  const back = { href: pathOf(person), text: name }
  if (holdsOnly(person, 'administrator')) return cannot(member, person, title, fault !== null)
  const after = [
    ...(person.shifts ? [t('end-access.after-shifts', { count: person.shifts })] : []),
    ...(holdsOnly(person, 'spoc') ? [t('end-access.after-spoc', { partner: person.partner.name })] : []),
  ]
  return {
    title,
    faults: fault === 'needs-coordinator' ? [{ name: 'confirm', text: t('fault-person.needs-coordinator') }] : [],
    ...(fault ? { status: 400 } : {}),
    body: (
      <div class="flow">
        <PageHead title={title} sub={person.partner.name} back={back} />
        {person.id === me.person ? <Message kind="warn" id="yourself" heading={t('end-access.yourself')} /> : null}
        <div id="confirm">
          <Confirm
            will={{ heading: t('end-access.will'), items: willOf(member, person) }}
            cannot={{ heading: t('end-access.undo'), items: [t('end-access.undo-all')] }}
            after={after.length ? { heading: t('end-access.after'), items: after } : undefined}
            action={pathOf(person, '/end')}
            hidden={{ key }}
            final={t('end-access.go', { name })}
            keep={{ href: back.href, text: t('end-access.keep') }}
          />
        </div>
      </div>
    ),
  }
}

const willOf = ({ t }: Member, person: Person): string[] => [
  ...(person.state === 'active' ? [t('end-access.will-sign-ins', { count: person.signIns?.length ?? 0 })] : []),
  ...(person.invitation?.state === 'open' ? [t('end-access.will-invitation')] : []),
  ...(person.roles.length
    ? [
        t('end-access.will-roles', {
          roles: roleList(
            t,
            person.roles.map(({ role }) => role),
          ),
        }),
      ]
    : []),
  ...(person.shifts ? [t('end-access.will-shifts', { count: person.shifts })] : []),
  t('end-access.will-record'),
]

/** Nobody could let anyone in any more. */
const cannot = ({ t }: Member, person: Person, title: string, refused: boolean): Answer => ({
  title,
  ...(refused ? { status: 400 } : {}),
  body: (
    <div class="flow">
      <PageHead title={title} sub={person.partner.name} back={{ href: pathOf(person), text: person.name }} />
      <Message kind="wrong" id="cannot" heading={t('end-access.cannot', { name: person.name })}>
        <p>{t('fault-person.last-administrator', { name: person.name })}</p>
      </Message>
    </div>
  ),
})
