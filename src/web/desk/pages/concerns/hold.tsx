import { holdConcern, liftHold } from '../../../../commands/concerns/hold-concern.ts'
import { readReference } from '../../../../commands/concerns/read-reference.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { DeskForm, LongTextField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, readEntered, text, unsent } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { sealedPage } from './sealed-page.tsx'

const most = 2000
const pathOf = (member: Member): string => `/desk/concerns/${member.param('id')}`
const referenceOf = async (member: Member): Promise<string> =>
  reference((await member.perform(readReference, { concern: member.param('id') })).done.number)

/** A concern that must be kept, whatever the rules say: why. */
export const holdPage: MemberPage = {
  path: '/desk/concerns/:id/hold',
  here: 'inbox',
  show: (member) => form(member, unsent()),
  send: async (member, fields) => {
    const entered = readEntered(fields, { reason: text({ missing: 'hold.missing', long: 'hold.long', most, lines: true }) })
    if (!entered.values) return form(member, entered)
    const outcome = await member.perform(holdConcern, { concern: member.param('id'), reason: entered.values.reason }, member.key)
    if ('done' in outcome) return { to: `${pathOf(member)}?told=held` }
    return outcome.fault === 'held-already' ? form(member, entered, true) : sealedPage(member, outcome.fault)
  },
}

const form = async (member: Member, entered: Entered<unknown>, already = false): Promise<Answer> => {
  const { t, key } = member
  const title = t('hold.title', { reference: await referenceOf(member) })
  const faults = faultLines(t, entered)
  return {
    title,
    faults,
    ...(already ? { status: 409 } : {}),
    body: (
      <div class="flow">
        <PageHead title={title} back={{ href: `${pathOf(member)}#kept`, text: t('hold.back') }} />
        {already ? <Message kind="wrong" id="already" heading={t('hold.already')} /> : null}
        <p>{t('hold.what')}</p>
        <DeskForm action={`${pathOf(member)}/hold`} hidden={{ key }}>
          <LongTextField
            t={t}
            name="reason"
            label={t('hold.reason')}
            hint={t('hold.reason-hint')}
            value={entered.typed('reason')}
            fault={faults[0]?.text}
            rows={4}
          />
          <SubmitButton>{t('hold.go')}</SubmitButton>
        </DeskForm>
      </div>
    ),
  }
}

export const liftHoldPage: MemberPage = {
  path: '/desk/concerns/:id/lift-hold',
  here: 'inbox',
  show: async (member) => {
    const { t, key } = member
    const title = t('hold.lift-title', { reference: await referenceOf(member) })
    return {
      title,
      body: (
        <div class="flow">
          <PageHead title={title} back={{ href: `${pathOf(member)}#kept`, text: t('hold.back') }} />
          <Confirm
            will={{ heading: t('hold.lift-will'), items: [t('hold.lift-will-rules'), t('hold.lift-will-record')] }}
            cannot={{ heading: t('hold.lift-cannot'), items: [t('hold.lift-cannot-text')] }}
            action={`${pathOf(member)}/lift-hold`}
            hidden={{ key }}
            final={t('hold.lift-go')}
            keep={{ href: `${pathOf(member)}#kept`, text: t('hold.keep') }}
          />
        </div>
      ),
    }
  },
  send: async (member) => {
    await member.perform(liftHold, { concern: member.param('id') }, member.key)
    return { to: `${pathOf(member)}?told=lifted` }
  },
}
