import type { Child } from 'hono/jsx'
import {
  decideSharingCommand,
  reviewSharingCommand,
  sendApproved,
  withdrawAskCommand,
} from '../../../../commands/concerns/sharing/decide-sharing.ts'
import type { Decision, SharingPage } from '../../../../commands/concerns/sharing/read-sharing.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import { holds } from '../../../../domain/access/roles.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { mostSaid } from '../../../../domain/concerns/shared.ts'
import { sendingWays, standingOf } from '../../../../domain/concerns/sharing.ts'
import { LinkButton, PostButton, SubmitButton } from '../../components/buttons.tsx'
import { Pairs } from '../../components/facts.tsx'
import { DeskForm, LongTextField, RadiosField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import type { FieldFault } from '../../context/entered.ts'
import { text } from '../../context/entered.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { sealedPage } from '../concerns/sealed-page.tsx'
import { decisionTo, nameOf, sharingPath, standingWords } from '../concerns/sharing-words.ts'
import { titleOf } from '../concerns/words.ts'
import { isSealedFault, sharingOf } from './read.ts'
import { Said, SharedText } from './texts.tsx'

const verbs = ['approve', 'refuse', 'right', 'wrong', 'withdraw', 'send'] as const
const tolds = {
  approve: 'approved',
  refuse: 'refused',
  right: 'reviewed',
  wrong: 'reviewed',
  withdraw: 'withdrawn',
  send: 'passed',
} as const
const faultWords: Readonly<Record<string, DeskId>> = {
  own: 'decision.fault-own',
  decided: 'decision.fault-decided',
  sent: 'decision.fault-sent',
  'not-approved': 'decision.fault-not-approved',
  closed: 'decision.fault-closed',
  gone: 'decision.fault-gone',
  'no-coordinator': 'decision.not-you',
  'kept-out': 'share.fault-kept-out',
  'no-partner': 'share.fault-no-partner',
  'nobody-there': 'share.fault-nobody-there',
  'passed-already': 'share.fault-passed-already',
  'no-way': 'share.way-missing',
}

/** One decision to share: read, decided, looked at afterwards, withdrawn or sent, whichever it waits for. */
export const decisionPage: MemberPage = {
  path: '/desk/concerns/:id/sharing/:decision',
  here: 'inbox',
  show: (member) => shown(member, null, ''),
  send: async (member, fields) => {
    const of = { concern: member.param('id'), decision: member.param('decision') }
    const verb = fields.choice('do', verbs)
    const written = text({ missing: null, long: 'share.long', most: mostSaid, lines: true })(fields, 'answer')
    const typed = String(written.typed)
    const { t } = member
    if ('fault' in written.read) return shown(member, { name: 'answer', text: t(written.read.fault) }, typed)
    const answer = written.read.value || null
    if (verb === 'refuse' && !answer) return shown(member, { name: 'answer', text: t('decision.note-missing') }, typed)
    if (verb === 'wrong' && !answer) return shown(member, { name: 'answer', text: t('decision.review-missing') }, typed)
    if (!verb) return shown(member, null, typed)
    const way = fields.choice('way', sendingWays)
    const { key } = member
    const outcome =
      verb === 'withdraw'
        ? await member.perform(withdrawAskCommand, of, key)
        : verb === 'send'
          ? await member.perform(sendApproved, { ...of, way }, key)
          : verb === 'approve' || verb === 'refuse'
            ? await member.perform(decideSharingCommand, { ...of, outcome: verb === 'approve' ? 'approved' : 'refused', answer }, key)
            : await member.perform(reviewSharingCommand, { ...of, outcome: verb === 'right' ? 'approved' : 'refused', answer }, key)
    if ('done' in outcome) return { to: sharingPath(of.concern, `?told=${verb === 'send' && way ? 'outside' : tolds[verb]}`) }
    const { fault } = outcome
    if (isSealedFault(fault)) return sealedPage(member, fault)
    return shown(member, { name: fault === 'no-way' ? 'way' : 'decide', text: t(faultWords[fault] ?? 'decision.fault-gone') }, typed)
  },
}

const shown = async (member: Member, fault: FieldFault | null, typed: string): Promise<Answer> => {
  const read = await sharingOf(member)
  if ('answer' in read) return read.answer
  const { page } = read
  const { t } = member
  const decision = page.decisions.find(({ id }) => id === member.param('decision'))
  const back = { href: sharingPath(page.concern), text: t('sharing.back') }
  if (!decision) return { status: 404, title: t('decision.fault-gone'), body: <PageHead title={t('decision.fault-gone')} back={back} /> }
  const title = t(decision.urgent ? 'decision.title-review' : 'decision.title')
  const standing = standingWords(member, decision)
  return {
    title,
    faults: fault ? [fault] : [],
    body: (
      <>
        <PageHead title={title} sub={`${titleOf(member, page)}, ${reference(page.number)}`} back={back} />
        <div class="flow">
          <p>
            <Tag state={standing.state}>{standing.text}</Tag>
          </p>
          <What member={member} page={page} decision={decision} />
          <SharedText t={t} shared={decision.asked?.shared ?? null} />
          {decision.decided?.answer ? (
            <Said
              by={t('decision.answer', { name: nameOf(member, decision.decided.by) })}
              text={decision.decided.answer}
              gone={t('sharing.unreadable')}
            />
          ) : null}
          <div id="decide">
            <Deciding member={member} page={page} decision={decision} fault={fault} typed={typed} />
          </div>
        </div>
      </>
    ),
  }
}

type Of = { member: Member; page: SharingPage; decision: Decision }

const What = ({ member, page, decision }: Of) => {
  const { t, desk } = member
  const reason = desk.locale.pack.sharingReasons.find(({ id }) => id === decision.reason)
  return (
    <Pairs
      facts={[
        { label: t('decision.reporter'), value: t(`sharing.choice-${page.sharing}`) },
        { label: t('decision.to'), value: decisionTo(member, decision, page) },
        {
          label: t('decision.by'),
          value: t('decision.by-when', { name: nameOf(member, decision.by.name), when: momentWords(member, decision.askedAt) }),
        },
        { label: t('decision.reason'), value: reason?.text ?? decision.reason },
        ...(reason ? [{ label: t('decision.decides'), value: reason.decides }] : []),
        ...(reason?.note ? [{ label: t('decision.note'), value: reason.note }] : []),
        { label: t('decision.why'), value: decision.asked?.why ?? t('sharing.unreadable') },
        { label: t('decision.tell'), value: t(decision.tellReporter ? 'decision.tell-yes' : 'decision.tell-no') },
      ]}
    />
  )
}

/** What whoever looks can do about it now. */
const Deciding = ({ member, page, decision, fault, typed }: Of & { fault: FieldFault | null; typed: string }) => {
  const { t, viewer, key } = member
  const standing = standingOf(decision)
  const action = sharingPath(page.concern, `/${decision.id}`)
  const mine = decision.askedBy === viewer.person
  const faultOf = (name: string): string | undefined => (fault?.name === name ? fault.text : undefined)
  const note = (label: string, hint: string) => (
    <LongTextField t={t} name="answer" label={label} hint={hint} value={typed} fault={faultOf('answer')} rows={3} />
  )
  const button = (value: (typeof verbs)[number], words: Child, look?: 'quiet' | 'stop') => (
    <SubmitButton name="do" value={value} look={look}>
      {words}
    </SubmitButton>
  )
  if (standing === 'may-be-sent')
    return (
      <DeskForm action={action} hidden={{ key }}>
        <p>{t('decision.send-what')}</p>
        {'outside' in decision.to ? (
          <RadiosField
            t={t}
            name="way"
            label={t('share.way')}
            hint={t('share.way-hint')}
            fault={faultOf('way')}
            choices={sendingWays.map((one) => ({ value: one, text: t(`way.${one}`) }))}
          />
        ) : null}
        <div class="actions">
          {button(
            'send',
            'outside' in decision.to ? t('decision.send-outside') : t('decision.send', { to: decisionTo(member, decision, page) }),
          )}
        </div>
      </DeskForm>
    )
  if (standing !== 'waits' && standing !== 'to-review') return null
  const decides = holds(viewer, 'coordinator') && !mine
  if (!decides)
    return (
      <Message
        kind="now"
        id="not-you"
        heading={t(mine ? 'decision.yours' : 'decision.not-you')}
        act={
          standing === 'waits' && mine ? (
            <PostButton action={action} fields={{ key, do: 'withdraw' }} look="quiet">
              {t('decision.withdraw')}
            </PostButton>
          ) : null
        }
      />
    )
  return (
    <DeskForm action={action} hidden={{ key }}>
      <p>
        <LinkButton href={`/desk/concerns/${page.concern}`} look="text">
          {t('decision.read-concern')}
        </LinkButton>
      </p>
      {standing === 'waits'
        ? note(t('decision.note-field'), t('decision.note-hint'))
        : note(t('decision.review-field'), t('decision.review-hint'))}
      <p>{standing === 'waits' ? t('decision.approve-what', { name: nameOf(member, decision.by.name) }) : t('decision.wrong-what')}</p>
      <div class="actions">
        {standing === 'waits' ? (
          <>
            {button('approve', t('decision.approve'))}
            {button('refuse', t('decision.refuse'), 'quiet')}
          </>
        ) : (
          <>
            {button('right', t('decision.right'))}
            {button('wrong', t('decision.wrong'), 'quiet')}
          </>
        )}
      </div>
    </DeskForm>
  )
}
