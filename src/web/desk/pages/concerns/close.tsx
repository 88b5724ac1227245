import { checkReply } from '../../../../commands/concerns/check-reply.ts'
import { closeConcern } from '../../../../commands/concerns/close-concern.ts'
import { readClosing, type Stop } from '../../../../commands/concerns/closing.ts'
import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import { readHead } from '../../../../commands/concerns/read-head.ts'
import type { ReplyFault } from '../../../../commands/concerns/replies.ts'
import { longestReply } from '../../../../domain/concerns/reply.ts'
import type { Warning } from '../../../../domain/concerns/reply-check.ts'
import { LinkButton, SubmitButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { DeskForm, LongTextField, RadiosField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { type Entered, faultLines, oneOf, readEntered, text, unsent } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { OfConcern } from './head.tsx'
import { Preview } from './preview.tsx'
import { notSealed } from './sealed-page.tsx'
import { sharingPath } from './sharing-words.ts'
import { Warnings } from './warnings.tsx'
import { pathOf, reporterReads } from './words.ts'

const path = '/desk/concerns/:id/close'

const readersOf = ({ desk }: Member) => ({
  outcome: oneOf(
    desk.locale.pack.concernOutcomes.map(({ id }) => id),
    'closing.outcome-missing',
  ),
  words: text({ missing: null, long: 'reply.long', most: longestReply, lines: true }),
})

const headIn = async (member: Member): Promise<ConcernHead> => (await member.perform(readHead, { concern: member.param('id') })).done

/** How it ended, and what its reporter will read: checked on a second page, as a reply is. */
export const closePage: MemberPage = {
  path,
  here: 'inbox',
  show: async (member) => asked(member, await headIn(member), unsent()),
  send: async (member, fields) => {
    const head = await headIn(member)
    const entered = readEntered(fields, readersOf(member))
    if (fields.has('change') || !entered.values) return asked(member, head, fields.has('change') ? { ...entered, faults: {} } : entered)
    const { outcome, words } = entered.values
    if (fields.has('sure')) {
      const closed = await member.perform(closeConcern, { concern: head.id, outcome, words }, member.key)
      if (!('fault' in closed)) return { to: `${pathOf(head)}?told=closed` }
      const { fault } = closed
      if (fault === 'key-closed' || fault === 'erased' || fault === 'damaged') return sealed(member, head, entered, fault)
      return stopped(member, head, entered, fault)
    }
    const stop = await member.perform(readClosing, { concern: head.id, outcome, words })
    if ('fault' in stop) return stopped(member, head, entered, stop.fault)
    if (!words) return sure(member, head, { outcome, words }, [])
    const checked = await member.perform(checkReply, { concern: head.id, text: words, promised: false })
    if (!('fault' in checked)) return sure(member, head, { outcome, words }, checked.done.warnings)
    const { fault } = checked
    return fault === 'no-reporter' || fault === 'blank' ? stopped(member, head, entered, fault) : sealed(member, head, entered, fault)
  },
}

const CloseForm = ({ member, head, entered }: { member: Member; head: ConcernHead; entered: Entered<unknown> }) => {
  const { t, desk } = member
  const faults = faultLines(t, entered)
  const field = (name: string) => ({ t, name, fault: faults.find((fault) => fault.name === name)?.text })
  return (
    <DeskForm action={`${pathOf(head)}/close`}>
      <RadiosField
        {...field('outcome')}
        label={t('closing.outcome')}
        value={entered.typed('outcome')}
        choices={desk.locale.pack.concernOutcomes.map(({ id, name, reporter }) => ({
          value: id,
          text: name,
          hint: head.code ? t('closing.reads', { text: reporter }) : undefined,
        }))}
      />
      {head.code ? (
        <LongTextField
          {...field('words')}
          label={t(head.answerBy ? 'closing.words-needed' : 'closing.words')}
          hint={t(head.answerBy ? 'closing.words-promised' : 'closing.words-hint')}
          value={entered.typed('words')}
          rows={4}
        />
      ) : null}
      <SubmitButton look="sends">{t('closing.check')}</SubmitButton>
    </DeskForm>
  )
}

const asked = (member: Member, head: ConcernHead, entered: Entered<unknown>): Answer => ({
  title: member.t('closing.close-title'),
  faults: faultLines(member.t, entered),
  body: (
    <>
      <OfConcern member={member} concern={head} title={member.t('closing.close-title')} />
      <CloseForm member={member} head={head} entered={entered} />
    </>
  ),
})

const sealed = (member: Member, head: ConcernHead, entered: Entered<unknown>, fault: Parameters<typeof notSealed>[1]) =>
  notSealed(member, fault, member.t('closing.close-title'), <CloseForm member={member} head={head} entered={entered} />)

const stopped = (member: Member, head: ConcernHead, entered: Entered<unknown>, fault: Stop | ReplyFault): Answer => {
  const { t } = member
  return {
    status: 409,
    title: t('closing.close-title'),
    body: (
      <>
        <OfConcern member={member} concern={head} title={t('closing.close-title')} />
        <Message
          kind="wrong"
          id="not-closed"
          heading={t('closing.not-closed')}
          act={
            fault === 'not-passed' || fault === 'no-why' ? (
              <LinkButton href={sharingPath(head.id)}>{t('closing.pass-on')}</LinkButton>
            ) : null
          }
        >
          <p>{t(`closing.fault-${fault}`)}</p>
        </Message>
        <CloseForm member={member} head={head} entered={entered} />
      </>
    ),
  }
}

const sure = (
  member: Member,
  head: ConcernHead,
  { outcome, words }: { outcome: string; words: string },
  warnings: readonly Warning[],
): Answer => {
  const { t, key } = member
  const reads = reporterReads(member, outcome)
  return {
    title: t('closing.sure-title'),
    body: (
      <>
        <OfConcern member={member} concern={head} title={t('closing.sure-title')} />
        {head.code ? (
          <>
            <p>{t('reply.exactly')}</p>
            <Preview member={member} text={[reads, words].filter(Boolean).join('\n\n')} />
            {words ? <Warnings member={member} warnings={warnings} /> : null}
          </>
        ) : null}
        <Confirm
          will={{
            heading: t('closing.will'),
            items: [
              t(head.withdrawnAt ? 'closing.will-list-withdrawn' : 'closing.will-list'),
              t(head.code ? 'closing.will-read' : head.withdrawnAt ? 'closing.will-withdrawn' : 'closing.will-nobody'),
              ...(words ? [t('closing.will-held')] : []),
            ],
          }}
          cannot={{
            heading: t('closing.cannot'),
            items: head.withdrawnAt ? [t('closing.cannot-withdrawn')] : [t('closing.cannot-read'), t('closing.cannot-reopen')],
          }}
          action={`${pathOf(head)}/close`}
          hidden={{ key, outcome, words, sure: 'yes' }}
          final={t('closing.final')}
          keep={{ href: pathOf(head), text: t('closing.keep') }}
        />
        <DeskForm action={`${pathOf(head)}/close`} hidden={{ outcome, words }}>
          <SubmitButton look="text" name="change" value="yes">
            {t('closing.change')}
          </SubmitButton>
        </DeskForm>
      </>
    ),
  }
}
