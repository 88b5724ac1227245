import { movePerson } from '../../../../commands/people/move-person.ts'
import { readPartners } from '../../../../commands/people/read-partners.ts'
import type { Person } from '../../../../commands/people/read-person.ts'
import { isOfPartner, roles } from '../../../../domain/access/roles.ts'
import { Actions, LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { ChecksField, DeskForm, SelectField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, someOf, unsent, withFault } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { doneWith, openPerson, pathOf } from './change.ts'
import { roleChoices } from './words.tsx'

type Partners = readonly { id: string; name: string }[]
const ofPartner = roles.filter(isOfPartner)

/** To another organisation: what they were at the old one ends. */
export const movePage: MemberPage = {
  path: '/desk/people/:id/move',
  here: 'people',
  show: async (member) => form(member, await openPerson(member), await partnersOf(member), unsent()),
  send: async (member, fields) => {
    const id = member.param('id')
    const partners = await partnersOf(member)
    const entered = readEntered(fields, {
      partner: oneOf(
        partners.map(({ id }) => id),
        'fault.partner-missing',
      ),
      roles: someOf(ofPartner, null),
    })
    if (!entered.values) return form(member, await openPerson(member), partners, entered)
    const outcome = await member.perform(movePerson, { person: id, ...entered.values }, member.key)
    if ('done' in outcome) return doneWith(id, 'moved')
    const wrong = {
      'needs-coordinator': withFault(entered, 'partner', 'fault-person.needs-coordinator'),
      'no-partner': withFault(entered, 'partner', 'fault-person.partner-over'),
      'same-partner': withFault(entered, 'partner', 'fault-person.partner-same'),
      'ended-already': withFault(entered, 'partner', 'fault-person.left'),
      'no-role': withFault(entered, 'roles', 'fault-person.no-role'),
    }
    return form(member, await openPerson(member), partners, wrong[outcome.fault])
  },
}

const partnersOf = async (member: Member): Promise<Partners> => (await member.perform(readPartners, null)).done

const form = ({ t, key }: Member, person: Person, partners: Partners, entered: Entered<unknown>): Shown => {
  const faults = faultLines(t, entered)
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.text
  const title = t('move.title', { name: person.name })
  const wide = person.roles.some(({ role }) => !isOfPartner(role))
  const others = partners.filter(({ id }) => id !== person.partner.id)
  return {
    title,
    faults,
    body: (
      <div class="flow">
        <PageHead title={title} sub={person.partner.name} back={{ href: pathOf(person), text: person.name }} />
        <p>
          {t('move.will', { partner: person.partner.name })} {wide ? t('move.will-wide') : null}
        </p>
        <DeskForm action={pathOf(person, '/move')} hidden={{ key }}>
          <SelectField
            t={t}
            name="partner"
            label={t('move.partner')}
            fault={faultOf('partner')}
            value={entered.typed('partner')}
            choices={[{ value: '', text: t('choose.one') }, ...others.map(({ id, name }) => ({ value: id, text: name }))]}
          />
          <ChecksField
            t={t}
            name="roles"
            label={t('move.roles')}
            fault={faultOf('roles')}
            choices={roleChoices(t, ofPartner)}
            values={entered.typedAll('roles')}
          />
          <Actions>
            <SubmitButton>{t('move.go', { name: person.name })}</SubmitButton>
            <LinkButton href={pathOf(person)} look="quiet">
              {t('move.keep')}
            </LinkButton>
          </Actions>
        </DeskForm>
      </div>
    ),
  }
}
