import { endRole } from '../../../../commands/people/end-role.ts'
import type { Person } from '../../../../commands/people/read-person.ts'
import { type Role, roles } from '../../../../domain/access/roles.ts'
import { Confirm } from '../../components/confirm.tsx'
import { PageHead } from '../../components/page-head.tsx'
import type { Answer, Member } from '../../context/page.ts'
import { roleWord } from '../../context/role-words.ts'
import { changePage, doneWith, pathOf } from './change.ts'

/** Asks before a role ends: what will happen, and who is left without anyone. */
export const endRolePage = changePage('end-role', {
  show: (member, person) => ask(member, person, member.query('role'), null),
  send: async (member, fields, id, again) => {
    const role = fields.choice('role', roles)
    if (!role) return ask(member, await again(), null, null)
    const outcome = await member.perform(endRole, { person: id, role }, member.key)
    if ('done' in outcome) return doneWith(id, 'role-ended')
    const person = await again()
    const wrong = {
      'last-administrator': member.t('fault-person.last-administrator', { name: person.name }),
      'needs-coordinator': member.t('fault-person.needs-coordinator'),
      'only-role': member.t('fault-person.role-only'),
      'not-held': member.t('fault-person.role-not-held'),
    }
    return ask(member, person, role, wrong[outcome.fault])
  },
})

const ask = ({ t, key }: Member, person: Person, wanted: string | null, fault: string | null): Answer => {
  const held = person.roles.find(({ role }) => role === wanted)
  if (!held) return { to: pathOf(person, '?told=nothing') }
  const { role, only } = held
  const { name } = person
  const title = t('end-role.title', { name, role: roleWord(t, role) })
  return {
    title,
    faults: fault ? [{ name: 'confirm', text: fault }] : [],
    body: (
      <div class="flow">
        <PageHead title={title} sub={person.partner.name} back={{ href: pathOf(person), text: name }} />
        <div id="confirm">
          <Confirm
            will={{
              heading: t('end-role.will'),
              items: [t('end-role.will-role', { name, role }), ...leftOf(t, role, person, only), t('end-role.will-others')],
            }}
            cannot={{ heading: t('end-role.cannot'), items: [t('end-role.cannot-record')] }}
            action={pathOf(person, '/end-role')}
            hidden={{ key, role }}
            final={t('end-role.go', { name })}
            keep={{ href: pathOf(person), text: t('end-role.keep') }}
          />
        </div>
      </div>
    ),
  }
}

/** Who is left without anyone when the only one goes. */
const leftOf = (t: Member['t'], role: Role, { partner }: Person, only: boolean): string[] => {
  return only && role === 'spoc' ? [t('end-role.spoc-none', { partner: partner.name })] : []
}
