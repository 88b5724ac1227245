import { invitationDays } from '../../../../commands/people/invitation.ts'
import { invitePerson } from '../../../../commands/people/invite-person.ts'
import { readPartners } from '../../../../commands/people/read-partners.ts'
import { roles } from '../../../../domain/access/roles.ts'
import { Actions, SubmitButton } from '../../components/buttons.tsx'
import { ChecksField, DeskForm, SelectField, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, email, faultLines, oneOf, readEntered, someOf, text, unsent, withFault } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { afterInviting } from './invitation-link.tsx'
import { roleChoices } from './words.tsx'

const path = '/desk/people/invite'

/** An administrator invites someone. */
export const invitePage: MemberPage = {
  path,
  here: 'people',
  show: async (member) => form(member, unsent(), await partnersOf(member)),
  send: async (member, fields) => {
    const partners = await partnersOf(member)
    const entered = readEntered(fields, {
      name: text({ missing: 'fault-person.name-missing', long: 'fault.name-long', most: 120 }),
      email: email('fault.email'),
      partner: oneOf(
        partners.map(({ id }) => id),
        'fault.partner-missing',
      ),
      roles: someOf(roles, 'fault-person.role-missing'),
    })
    if (!entered.values) return form(member, entered, partners)
    const outcome = await member.perform(invitePerson, entered.values, member.key)
    if ('done' in outcome) return afterInviting(member, { id: outcome.done.person, ...entered.values }, outcome.done.invitation)
    const wrong = {
      'email-taken': withFault(entered, 'email', 'fault-person.email-taken'),
      'no-partner': withFault(entered, 'partner', 'fault-person.partner-over'),
      'no-role': withFault(entered, 'roles', 'fault-person.role-missing'),
    }
    return form(member, wrong[outcome.fault], partners)
  },
}

type Partners = readonly { id: string; name: string }[]

const partnersOf = async (member: Member): Promise<Partners> => (await member.perform(readPartners, null)).done

const form = ({ t, key, desk }: Member, entered: Entered<unknown>, partners: Partners): Shown => {
  const faults = faultLines(t, entered)
  const field = (name: 'name' | 'email' | 'partner' | 'roles') => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  const { mails } = desk.parts
  return {
    title: t('invite.title'),
    faults,
    body: (
      <div class="flow">
        <PageHead
          title={t('invite.title')}
          sub={mails ? t('invite.intro', { days: invitationDays }) : t('invite.no-mail')}
          back={{ href: '/desk/people', text: t('person.back') }}
        />
        <DeskForm action={path} hidden={{ key }}>
          <TextField {...field('name')} label={t('invite.name')} autocomplete="off" value={entered.typed('name')} />
          <TextField
            {...field('email')}
            label={t('invite.email')}
            hint={t('invite.email-hint')}
            type="email"
            autocomplete="off"
            value={entered.typed('email')}
          />
          <SelectField
            {...field('partner')}
            label={t('invite.partner')}
            value={entered.typed('partner')}
            choices={[{ value: '', text: t('choose.one') }, ...partners.map(({ id, name }) => ({ value: id, text: name }))]}
          />
          <ChecksField {...field('roles')} label={t('invite.roles')} choices={roleChoices(t)} values={entered.typedAll('roles')} />
          <Actions>
            <SubmitButton>{t(mails ? 'invite.go' : 'invite.go-link')}</SubmitButton>
          </Actions>
        </DeskForm>
      </div>
    ),
  }
}
