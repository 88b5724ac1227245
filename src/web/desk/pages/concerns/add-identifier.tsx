import { addIdentifier } from '../../../../commands/concerns/add-identifier.ts'
import { readReference } from '../../../../commands/concerns/read-reference.ts'
import { removeIdentifier } from '../../../../commands/concerns/remove-identifier.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { identifierKinds } from '../../../../domain/concerns/identifier.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { DeskForm, RadiosField, TextField } from '../../components/fields.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { sealedPage } from './sealed-page.tsx'

const readers = {
  kind: oneOf(identifierKinds, 'identifiers-fault.kind'),
  text: text({ missing: 'identifiers-fault.text', long: 'identifiers-fault.text-long', most: 200 }),
}

const pathOf = (member: Member): string => `/desk/concerns/${member.param('id')}`

/** "Add a place, vehicle or number." */
export const addIdentifierPage: MemberPage = {
  path: '/desk/concerns/:id/identifiers',
  here: 'inbox',
  show: (member) => form(member, unsent()),
  send: async (member, fields) => {
    const entered = readEntered(fields, readers)
    const { values } = entered
    if (!values) return form(member, entered)
    const outcome = await member.perform(addIdentifier, { concern: member.param('id'), ...values }, member.key)
    if ('done' in outcome) return { to: `${pathOf(member)}#identifiers` }
    if (outcome.fault === 'not-one') return form(member, withFault(entered, 'text', `identifiers-fault.not-${values.kind}`))
    if (outcome.fault === 'there-already') return form(member, withFault(entered, 'text', 'identifiers-fault.there-already'))
    return sealedPage(member, outcome.fault)
  },
}

/** One was a mistake. */
export const removeIdentifierPage: MemberPage = {
  path: '/desk/concerns/:id/identifiers/:identifier/remove',
  here: 'inbox',
  send: async (member) => {
    const [concern, identifier] = [member.param('id'), member.param('identifier')]
    await member.perform(removeIdentifier, { concern, identifier }, member.key)
    return { to: `${pathOf(member)}#identifiers` }
  },
}

const form = async (member: Member, entered: Entered<unknown>): Promise<Shown> => {
  const { t, key } = member
  const { done } = await member.perform(readReference, { concern: member.param('id') })
  const faults = faultLines(t, entered)
  const field = (name: keyof typeof readers) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  return {
    title: t('identifiers.add'),
    faults,
    body: (
      <>
        <PageHead title={t('identifiers.add')} back={{ href: `${pathOf(member)}#identifiers`, text: reference(done.number) }} />
        <p>{t('identifiers.add-about')}</p>
        <p>{t('identifiers.add-not')}</p>
        <DeskForm action={`${pathOf(member)}/identifiers`} hidden={{ key }}>
          <RadiosField
            {...field('kind')}
            label={t('identifiers.kind')}
            choices={identifierKinds.map((value) => ({
              value,
              text: t(`identifiers.kind-${value}`),
              hint: t(`identifiers.kind-${value}-hint`),
            }))}
            value={entered.typed('kind')}
          />
          <TextField {...field('text')} label={t('identifiers.text')} value={entered.typed('text')} autocomplete="off" />
          <SubmitButton>{t('identifiers.save')}</SubmitButton>
        </DeskForm>
      </>
    ),
  }
}
