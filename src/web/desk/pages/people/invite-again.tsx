import { inviteAgain } from '../../../../commands/people/invite-again.ts'
import type { Person } from '../../../../commands/people/read-person.ts'
import { roles } from '../../../../domain/access/roles.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { ChecksField, DeskForm } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, readEntered, someOf, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member } from '../../context/page.ts'
import { changePage, doneWith, pathOf } from './change.ts'
import { afterInviting } from './invitation-link.tsx'
import { roleChoices } from './words.tsx'

/** Someone who left comes back. */
export const inviteAgainPage = changePage('invite-again', {
  show: (member, person) => form(member, person, unsent()),
  send: async (member, fields, id, again) => {
    const entered = readEntered(fields, { roles: someOf(roles, 'fault-person.role-missing') })
    if (!entered.values) return form(member, await again(), entered)
    const outcome = await member.perform(inviteAgain, { person: id, ...entered.values }, member.key)
    if ('done' in outcome) return afterInviting(member, await again(), outcome.done.invitation)
    const wrong = {
      'no-partner': 'fault-person.partner-over',
      'no-role': 'fault-person.role-missing',
      'here-already': 'fault-person.here-already',
    } as const
    return form(member, await again(), withFault(entered, 'roles', wrong[outcome.fault]))
  },
})

const form = ({ t, key, desk }: Member, person: Person, entered: Entered<unknown>): Answer => {
  const faults = faultLines(t, entered)
  const { name, email, partner } = person
  if (person.state !== 'ended' && !faults.length) return doneWith(person.id, 'nothing')
  const title = t('invite-again.title', { name })
  return {
    title,
    faults,
    body: (
      <div class="flow">
        <PageHead title={title} sub={partner.name} back={{ href: pathOf(person), text: name }} />
        {partner.ended ? (
          <p>{t('invite-again.partner-over', { partner: partner.name })}</p>
        ) : (
          <>
            <p>{t('invite-again.intro', { partner: partner.name, email })}</p>
            <DeskForm action={pathOf(person, '/invite-again')} hidden={{ key }}>
              <ChecksField
                t={t}
                name="roles"
                label={t('invite.roles')}
                fault={faults[0]?.text}
                choices={roleChoices(t)}
                values={entered.typedAll('roles')}
              />
              <Actions>
                <SubmitButton>{t(desk.parts.mails ? 'invite-again.go' : 'invite.go-link')}</SubmitButton>
              </Actions>
            </DeskForm>
          </>
        )}
      </div>
    ),
  }
}
