import { keepPartnerOut, stepOut } from '../../../../commands/concerns/keep-apart.ts'
import { readOwner } from '../../../../commands/concerns/read-owner.ts'
import { readToKeepOut } from '../../../../commands/concerns/read-to-keep-out.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { Confirm } from '../../components/confirm.tsx'
import { SelectField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { concernPath } from './owner-words.tsx'
import { titleOf } from './words.ts'

/** Whoever knows the people says so. What it does is said first: they cannot undo it. */
export const stepOutPage: MemberPage = {
  path: '/desk/concerns/:id/step-out',
  here: 'inbox',
  show: (member) => askStepOut(member, false),
  send: async (member) => {
    const outcome = await member.perform(stepOut, { concern: member.param('id') }, member.key)
    return 'done' in outcome ? { to: '/desk?told=stepped-out' } : askStepOut(member, true)
  },
}

const askStepOut = async (member: Member, nobodyLeft: boolean): Promise<Answer> => {
  const { t, key } = member
  const { done: ownership } = await member.perform(readOwner, { concern: member.param('id') })
  const back = ownership.may.answer ? concernPath(member, '/offered') : concernPath(member)
  return {
    ...(nobodyLeft ? { status: 409 } : {}),
    title: t('step-out.title'),
    body: (
      <>
        {nobodyLeft ? (
          <Message kind="wrong" id="nobody-left" heading={t('hand.nobody')}>
            <p>{t('step-out.nobody-left')}</p>
          </Message>
        ) : null}
        <PageHead
          title={t('step-out.title')}
          sub={`${titleOf(member, ownership)} ${reference(ownership.number)}`}
          back={{ href: back, text: reference(ownership.number) }}
        />
        <p>{t('step-out.what')}</p>
        <Confirm
          will={{ heading: t('step-out.will'), items: [t('step-out.will-owner'), t('step-out.will-see'), t('step-out.will-record')] }}
          cannot={{ heading: t('step-out.cannot'), items: [t('step-out.cannot-back')] }}
          action={concernPath(member, '/step-out')}
          hidden={{ key }}
          final={t('step-out.go')}
          keep={{ href: back, text: t('step-out.keep') }}
        />
      </>
    ),
  }
}

/** It turns out that it is about someone who works for a partner. */
export const keepOutPage: MemberPage = {
  path: '/desk/concerns/:id/keep-out',
  here: 'inbox',
  show: (member) => askKeepOut(member, unsent()),
  send: async (member, fields) => {
    const { done: partners } = await member.perform(readToKeepOut, { concern: member.param('id') })
    const entered = readEntered(fields, {
      partner: oneOf(
        partners.map(({ id }) => id),
        'keep-out.missing',
      ),
    })
    if (!entered.values) return askKeepOut(member, entered)
    const { partner } = entered.values
    const outcome = await member.perform(keepPartnerOut, { concern: member.param('id'), partner }, member.key)
    // Whoever works there has just put themselves out too.
    if ('done' in outcome) return { to: partner === member.viewer.partner ? '/desk?told=kept-out' : concernPath(member, '?told=kept-out') }
    const fault = outcome.fault === 'no-partner' ? 'missing' : outcome.fault
    return askKeepOut(member, withFault(entered, 'partner', `keep-out.${fault}`), 409)
  },
}

const askKeepOut = async (member: Member, entered: Entered<unknown>, status?: number): Promise<Answer> => {
  const { t, key } = member
  const { done: ownership } = await member.perform(readOwner, { concern: member.param('id') })
  const { done: partners } = await member.perform(readToKeepOut, { concern: member.param('id') })
  const faults = faultLines(t, entered)
  const back = { href: concernPath(member), text: reference(ownership.number) }
  return {
    ...(status === undefined ? {} : { status }),
    title: t('keep-out.title'),
    faults,
    body: (
      <>
        <PageHead title={t('keep-out.title')} sub={`${titleOf(member, ownership)} ${reference(ownership.number)}`} back={back} />
        <p>{t('keep-out.what')}</p>
        <Confirm
          will={{ heading: t('keep-out.will'), items: [t('keep-out.will-see'), t('keep-out.will-owner')] }}
          cannot={{ heading: t('keep-out.cannot'), items: [t('keep-out.cannot-back')] }}
          action={concernPath(member, '/keep-out')}
          hidden={{ key }}
          final={t('keep-out.go')}
          keep={{ href: back.href, text: t('keep-out.keep') }}
        >
          <SelectField
            t={t}
            name="partner"
            label={t('keep-out.partner')}
            value={entered.typed('partner')}
            fault={faults[0]?.text}
            choices={partners.map(({ id, name }) => ({ value: id, text: name }))}
          />
        </Confirm>
      </>
    ),
  }
}
