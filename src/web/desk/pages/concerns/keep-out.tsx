import { keepPartnerOut } from '../../../../commands/concerns/keep-apart.ts'
import { type KeepingOut, readKeepingOut } from '../../../../commands/concerns/read-keeping-out.ts'
import { type Ownership, readOwner } from '../../../../commands/concerns/read-owner.ts'
import { readToKeepOut } from '../../../../commands/concerns/read-to-keep-out.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { DeskForm, SelectField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { concernPath, nameIn } from './owner-words.tsx'
import { titleOf } from './words.ts'

/** It turns out that it is about someone who works for a partner: which; then who loses it and to whom it goes; only then is it done. */
export const keepOutPage: MemberPage = {
  path: '/desk/concerns/:id/keep-out',
  here: 'inbox',
  show: (member) => choose(member, unsent()),
  send: async (member, fields) => {
    const concern = member.param('id')
    const { done: partners } = await member.perform(readToKeepOut, { concern })
    const ids = partners.map(({ id }) => id)
    const entered = readEntered(fields, { partner: oneOf(ids, 'keep-out.missing') })
    if (!entered.values) return choose(member, entered)
    const { partner } = entered.values
    if (!fields.has('sure')) return check(member, partner)
    const outcome = await member.perform(keepPartnerOut, { concern, partner }, member.key)
    // Whoever works there has just put themselves out too.
    if ('done' in outcome) return { to: partner === member.viewer.partner ? '/desk?told=kept-out' : concernPath(member, '?told=kept-out') }
    if (outcome.fault === 'nobody-left') return check(member, partner)
    return choose(member, withFault(entered, 'partner', `keep-out.${outcome.fault === 'no-partner' ? 'missing' : outcome.fault}`), 409)
  },
}

const headOf = (member: Member, ownership: Ownership) => (
  <PageHead
    title={member.t('keep-out.title')}
    sub={`${titleOf(member, ownership)} ${reference(ownership.number)}`}
    back={{ href: concernPath(member), text: reference(ownership.number) }}
  />
)

const choose = async (member: Member, entered: Entered<unknown>, status?: number): Promise<Answer> => {
  const { t } = member
  const { done: ownership } = await member.perform(readOwner, { concern: member.param('id') })
  const { done: partners } = await member.perform(readToKeepOut, { concern: member.param('id') })
  const faults = faultLines(t, entered)
  return {
    ...(status === undefined ? {} : { status }),
    title: t('keep-out.title'),
    faults,
    body: (
      <>
        {headOf(member, ownership)}
        <p>{t('keep-out.what')}</p>
        <DeskForm action={concernPath(member, '/keep-out')}>
          <SelectField
            t={t}
            name="partner"
            label={t('keep-out.partner')}
            value={entered.typed('partner')}
            fault={faults[0]?.text}
            choices={partners.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <SubmitButton>{t('keep-out.check')}</SubmitButton>
        </DeskForm>
      </>
    ),
  }
}

const check = async (member: Member, partner: string): Promise<Answer> => {
  const { t, key } = member
  const concern = member.param('id')
  const { done: ownership } = await member.perform(readOwner, { concern })
  const { done: keeping } = await member.perform(readKeepingOut, { concern, partner })
  const title = t('keep-out.check-title', { partner: keeping.partner })
  if (!keeping.left)
    return {
      status: 409,
      title,
      body: (
        <>
          {headOf(member, ownership)}
          <Message kind="wrong" id="nobody-left" heading={t('keep-out.not-done')}>
            <p>{t('keep-out.nobody-left', { partner: keeping.partner })}</p>
          </Message>
        </>
      ),
    }
  return {
    title,
    body: (
      <>
        {headOf(member, ownership)}
        <h2>{title}</h2>
        <Confirm
          will={{ heading: t('keep-out.will'), items: willHappen(member, ownership, keeping, partner) }}
          cannot={{ heading: t('keep-out.cannot'), items: [t('keep-out.cannot-back')] }}
          action={concernPath(member, '/keep-out')}
          hidden={{ key, partner, sure: 'yes' }}
          final={t('keep-out.go', { partner: keeping.partner })}
          keep={{ href: concernPath(member), text: t('keep-out.keep') }}
        />
      </>
    ),
  }
}

/** Who loses it, by name; to whom it goes; and first of all, what it does to whoever does it. */
const willHappen = (
  member: Member,
  { owner, number, offer }: Ownership,
  { partner: name, losing, next }: KeepingOut,
  partner: string,
): string[] => {
  const { t, me, viewer } = member
  const mine = viewer.partner === partner
  const goes = owner.id !== undefined && losing.some(({ id }) => id === owner.id)
  const others = losing.filter(({ id }) => id !== me.person).map((one) => nameIn(member, one))
  const to = next ? nameIn(member, next) : null
  const words = { reference: reference(number), partner: name, name: to ?? '' }
  return [
    ...(mine ? [t('keep-out.will-you', words)] : []),
    others.length ? t('keep-out.will-lose', { ...words, names: others.join(', ') }) : t('keep-out.will-see', words),
    goes && to
      ? t('keep-out.will-goes', words)
      : t('keep-out.will-stays', { name: owner.id === me.person ? me.name : nameIn(member, owner) }),
    ...(offer?.to && losing.some(({ id }) => id === offer.to?.id) ? [t('keep-out.will-offer', { name: nameIn(member, offer.to) })] : []),
  ]
}
