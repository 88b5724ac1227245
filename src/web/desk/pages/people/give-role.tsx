import { giveRole } from '../../../../commands/people/give-role.ts'
import type { Person } from '../../../../commands/people/read-person.ts'
import { roles } from '../../../../domain/access/roles.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, RadiosField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent, withFault } from '../../context/entered.ts'
import type { Member, Shown } from '../../context/page.ts'
import { changePage, doneWith, pathOf } from './change.ts'
import { roleChoices } from './words.tsx'

export const giveRolePage = changePage('give-role', {
  show: (member, person) => form(member, person, unsent()),
  send: async (member, fields, id, again) => {
    const entered = readEntered(fields, { role: oneOf(roles, 'fault-person.role-one') })
    if (!entered.values) return form(member, await again(), entered)
    const outcome = await member.perform(giveRole, { person: id, ...entered.values }, member.key)
    if ('done' in outcome) return doneWith(id, 'role-given')
    const wrong = {
      'held-already': 'fault-person.role-held',
      'needs-coordinator': 'fault-person.needs-coordinator',
      'ended-already': 'fault-person.left',
    } as const
    return form(member, await again(), withFault(entered, 'role', wrong[outcome.fault]))
  },
})

const form = ({ t, key }: Member, person: Person, entered: Entered<unknown>): Shown => {
  const faults = faultLines(t, entered)
  const title = t('give-role.title', { name: person.name })
  const free = roles.filter((role) => !person.roles.some((held) => held.role === role))
  return {
    title,
    faults,
    body: (
      <div class="flow">
        <PageHead title={title} sub={person.partner.name} back={{ href: pathOf(person), text: person.name }} />
        {free.length ? (
          <DeskForm action={pathOf(person, '/give-role')} hidden={{ key }}>
            <RadiosField
              t={t}
              name="role"
              label={t('give-role.label')}
              fault={faults[0]?.text}
              choices={roleChoices(t, free)}
              value={entered.typed('role')}
            />
            <Actions>
              <SubmitButton>{t('give-role.go')}</SubmitButton>
            </Actions>
          </DeskForm>
        ) : (
          <p>{t('give-role.all', { name: person.name })}</p>
        )}
      </div>
    ),
  }
}
