import { handOver } from '../../../../commands/concerns/hand-over.ts'
import type { MayOwn } from '../../../../commands/concerns/owner-call.ts'
import { type Ownership, readOwner } from '../../../../commands/concerns/read-owner.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { acceptWithin } from '../../../../domain/concerns/handing-over.ts'
import { SubmitButton } from '../../components/buttons.tsx'
import { type Choice, DeskForm, LongTextField, RadiosField } from '../../components/fields.tsx'
import { Empty } from '../../components/list.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { type Entered, faultLines, oneOf, readEntered, text, unsent, withFault } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { ChosenWords, concernPath, nameIn } from './owner-words.tsx'
import { sealedPage } from './sealed-page.tsx'
import { titleOf } from './words.ts'

const most = 500

/** Offers a concern to one person: who, and what they need to know to decide. */
export const handOverPage: MemberPage = {
  path: '/desk/concerns/:id/hand-over',
  here: 'inbox',
  show: async (member) => form(member, await ownershipOf(member), unsent()),
  send: async (member, fields) => {
    const ownership = await ownershipOf(member)
    const entered = readEntered(fields, {
      to: oneOf(
        ownership.others.map(({ person }) => person),
        'hand.fault-who',
      ),
      summary: text({ missing: 'hand.fault-summary', long: 'hand.fault-long', most, lines: true }),
    })
    if (!entered.values) return form(member, ownership, entered)
    const outcome = await member.perform(handOver, { concern: member.param('id'), ...entered.values }, member.key)
    if ('done' in outcome) return { to: concernPath(member, '?told=handed-over') }
    const { fault } = outcome
    if (fault === 'key-closed' || fault === 'erased' || fault === 'damaged') return sealedPage(member, fault)
    return form(member, await ownershipOf(member), withFault(entered, 'to', `hand.fault-${fault}`), 409)
  },
}

const ownershipOf = async (member: Member): Promise<Ownership> => (await member.perform(readOwner, { concern: member.param('id') })).done

const form = (member: Member, ownership: Ownership, entered: Entered<unknown>, status?: number): Answer => {
  const { t, key, desk } = member
  const { owner, danger, child, others, may } = ownership
  if (status === undefined && !may.handOver && !entered.values) {
    if (ownership.offer) return { to: concernPath(member, '#owner') }
    return deniedPage(member, 'not-allowed')
  }
  const within = acceptWithin(desk.locale.pack.partnership.handing_over)
  const minutes = danger || child ? within.danger : within.other
  const faults = faultLines(t, entered, { most })
  const faultOf = (name: string) => faults.find((fault) => fault.name === name)?.text
  return {
    ...(status === undefined ? {} : { status }),
    title: t('hand.title'),
    faults,
    body: (
      <>
        <PageHead
          title={t('hand.title')}
          sub={`${titleOf(member, ownership)} ${reference(ownership.number)}`}
          back={{ href: concernPath(member), text: reference(ownership.number) }}
        />
        <p>
          {owner.id === member.me.person ? t('hand.what', { minutes }) : t('hand.what-other', { minutes, name: nameIn(member, owner) })}
        </p>
        <ChosenWords member={member} ownership={ownership} who="hand" />
        {others.length ? (
          <DeskForm action={concernPath(member, '/hand-over')} hidden={{ key }}>
            <RadiosField
              t={t}
              name="to"
              label={t('hand.who')}
              value={entered.typed('to')}
              fault={faultOf('to')}
              choices={others.map((one) => choiceOf(member, one))}
            />
            <LongTextField
              t={t}
              name="summary"
              label={t('hand.summary')}
              hint={t('hand.summary-hint')}
              rows={4}
              value={entered.typed('summary')}
              fault={faultOf('summary')}
            />
            <div class="actions">
              <SubmitButton>{t('hand.go')}</SubmitButton>
            </div>
          </DeskForm>
        ) : (
          <Empty heading={t('hand.nobody')}>
            <p>{t('hand.nobody-text')}</p>
          </Empty>
        )}
      </>
    ),
  }
}

/** Whoever is on call now comes first (`others` is in that order), and says so. */
const choiceOf = (member: Member, one: MayOwn): Choice => {
  const { t } = member
  const role = one.coordinator ? 'hand.who-coordinator' : 'hand.who-line'
  return {
    value: one.person,
    text: t(role, { name: nameIn(member, one), partner: one.partner ?? '' }),
    ...(one.rung === null ? {} : { hint: t('hand.on-call', { rung: t(one.rung === 1 ? 'hand.first' : 'hand.second') }) }),
  }
}
