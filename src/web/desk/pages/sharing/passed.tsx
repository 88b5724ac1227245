import {
  acknowledgePassed,
  answerPassed,
  endShare,
  nameColleague,
  type Passed,
  readPassed,
} from '../../../../commands/concerns/sharing/passed.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { mostSaid } from '../../../../domain/concerns/shared.ts'
import { LinkButton, PostButton, SubmitButton } from '../../components/buttons.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { telOf } from '../../components/contact.tsx'
import { DeskForm, LongTextField, SelectField } from '../../components/fields.tsx'
import { Message } from '../../components/message.tsx'
import { PageHead, Part } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import { type FieldFault, text } from '../../context/entered.ts'
import { keyFor } from '../../context/form-key.ts'
import type { Answer, Member, MemberPage } from '../../context/page.ts'
import { inboxLabel } from '../../context/places.ts'
import { momentWords } from '../../context/time-words.ts'
import { EmergencyLine } from '../concerns/at-once.tsx'
import { sealedPage } from '../concerns/sealed-page.tsx'
import { nameOf, partnerWords } from '../concerns/sharing-words.ts'
import { titleOf } from '../concerns/words.ts'
import { isSealedFault } from './read.ts'
import { Said, SharedText } from './texts.tsx'

const pathOf = (concern: string, more = ''): string => `/desk/concerns/${concern}/passed${more}`
const tolds = ['acknowledged', 'answered', 'named'] as const
const verbs = ['acknowledge', 'answer', 'name'] as const

/** What a partner was passed: what was written for it, and what it can do about it. No word of the reporter. */
export const passedPage: MemberPage = {
  path: '/desk/concerns/:id/passed',
  here: 'inbox',
  show: (member) => shown(member, null, ''),
  send: async (member, fields) => {
    const read = await member.perform(readPassed, { concern: member.param('id') })
    if ('fault' in read) return notHere(member, read.fault)
    const { concern, share } = read.done
    const of = { concern, share: share.id }
    const verb = fields.choice('do', verbs)
    const { t, key } = member
    if (verb === 'acknowledge') {
      const outcome = await member.perform(acknowledgePassed, of, key)
      return 'fault' in outcome && outcome.fault === 'ended' ? notHere(member, 'gone') : { to: pathOf(concern, '?told=acknowledged') }
    }
    if (verb === 'name') {
      const person = fields.text('person', 40)
      if (!person) return shown(member, { name: 'person', text: t('passed.colleague-missing') }, '')
      const outcome = await member.perform(nameColleague, { ...of, person: person === 'nobody' ? null : person }, key)
      if ('done' in outcome) return { to: pathOf(concern, '?told=named') }
      return outcome.fault === 'ended'
        ? notHere(member, 'gone')
        : shown(member, { name: 'person', text: t('passed.colleague-missing') }, '')
    }
    const answer = text({ missing: 'passed.answer-missing', long: 'share.long', most: mostSaid, lines: true })(fields, 'answer')
    if ('fault' in answer.read) return shown(member, { name: 'answer', text: t(answer.read.fault) }, String(answer.typed))
    const outcome = await member.perform(answerPassed, { ...of, text: answer.read.value }, key)
    if ('done' in outcome) return { to: pathOf(concern, '?told=answered') }
    return notHere(member, outcome.fault === 'ended' ? 'gone' : outcome.fault)
  },
}

const notHere = (member: Member, fault: 'gone' | 'key-closed' | 'erased' | 'damaged'): Answer => {
  if (isSealedFault(fault)) return sealedPage(member, fault)
  const { t } = member
  return {
    status: 410,
    title: t('passed.gone'),
    body: (
      <>
        <PageHead title={t('passed.gone')} back={{ href: '/desk/concerns', text: t(inboxLabel(member)) }} />
        <p>{t('passed.gone-text')}</p>
      </>
    ),
  }
}

const shown = async (member: Member, fault: FieldFault | null, typed: string): Promise<Answer> => {
  const read = await member.perform(readPassed, { concern: member.param('id') })
  if ('fault' in read) return notHere(member, read.fault)
  const { done: passed } = read
  const { t, desk, key, viewer } = member
  const { share, concern } = passed
  const partner = partnerWords(desk, viewer.partner)
  const from = nameOf(member, share.by)
  const told = tolds.find((one) => one === member.query('told'))
  const faultOf = (name: string): string | undefined => (fault?.name === name ? fault.text : undefined)
  const answers = share.answers.filter(({ kind }) => kind === 'answer')
  return {
    title: `${t('passed.title')}, ${reference(passed.number)}`,
    faults: fault ? [fault] : [],
    body: (
      <div class="flow">
        <PageHead
          title={titleOf(member, passed)}
          reference={reference(passed.number)}
          sub={`${t('passed.from', { name: from, partner, when: momentWords(member, share.at) })}`}
          back={{ href: '/desk/concerns', text: t(inboxLabel(member)) }}
        />
        {told ? <Message kind="told" id="told" heading={t(`passed.told-${told}`)} /> : null}
        <Urgent member={member} passed={passed} />
        <SharedText t={t} shared={share.shared} to="you" />
        <p>
          <Reach member={member} id="passed.by-call" person={passed.by} /> <Reach member={member} id="passed.owner" person={passed.owner} />
        </p>
        <p>{t('passed.only-this')}</p>
        {passed.acknowledged ? (
          <p>
            <Tag state="done">{t('passed.have-it', { when: momentWords(member, passed.acknowledged) })}</Tag>
          </p>
        ) : (
          <PostButton action={pathOf(concern)} fields={{ key: keyFor(member, share.id), do: 'acknowledge' }} big>
            {t('passed.acknowledge')}
          </PostButton>
        )}
        <Part id="answering" heading={t('passed.answering', { name: from })}>
          {answers.map(({ at, by, text }) => (
            <Said
              by={t('sharing.shared-by', { when: momentWords(member, at), name: nameOf(member, by) })}
              text={text}
              gone={t('sharing.unreadable')}
            />
          ))}
          <DeskForm action={pathOf(concern)} hidden={{ key, do: 'answer' }}>
            <LongTextField
              t={t}
              name="answer"
              label={t('passed.answer')}
              hint={t('passed.answer-hint')}
              value={typed}
              fault={faultOf('answer')}
              rows={4}
            />
            <div class="actions">
              <SubmitButton look="quiet">{t('passed.answer-go')}</SubmitButton>
            </div>
          </DeskForm>
        </Part>
        <Part id="who" heading={t('passed.who')}>
          <p>
            <b>{share.person ?? t('passed.spoc', { partner })}</b>
          </p>
          <DeskForm action={pathOf(concern)} hidden={{ key: keyFor(member, concern), do: 'name' }}>
            <SelectField
              t={t}
              name="person"
              label={t('passed.colleague')}
              hint={t('passed.colleague-hint')}
              fault={faultOf('person')}
              choices={[
                ...passed.colleagues.map(({ id, name }) => ({ value: id, text: name })),
                { value: 'nobody', text: t('passed.colleague-nobody') },
              ]}
            />
            <div class="actions">
              <SubmitButton look="quiet">{t('passed.colleague-go')}</SubmitButton>
              <LinkButton href={pathOf(concern, '/end')} look="stop">
                {t('passed.end')}
              </LinkButton>
            </div>
          </DeskForm>
        </Part>
      </div>
    ),
  }
}

/** Who can say more of it, and their number. */
const Reach = ({ member: { t }, id, person }: { member: Member; id: 'passed.by-call' | 'passed.owner'; person: Passed['by'] }) => {
  const { phone } = person
  const name = nameOf({ t }, person.name)
  return (
    <>
      {t(id, { name })} {phone ? <a href={telOf(phone)}>{phone}</a> : null}
    </>
  )
}

const Urgent = ({ member, passed }: { member: Member; passed: Passed }) => {
  const { t } = member
  const child = passed.child || passed.young
  if (!passed.danger && !child) return null
  return (
    <Message kind="warn" id="urgent" heading={t(passed.danger ? 'concern.danger' : 'passed.child')}>
      {passed.danger ? (
        <p>
          <EmergencyLine member={member} id="passed.danger" />
        </p>
      ) : null}
      {passed.danger && child ? <p>{t('passed.child')}</p> : null}
    </Message>
  )
}

/** Done with it at the partner: asked first, for it does not come back by itself. */
export const endPassedPage: MemberPage = {
  path: '/desk/concerns/:id/passed/end',
  here: 'inbox',
  show: async (member) => {
    const read = await member.perform(readPassed, { concern: member.param('id') })
    if ('fault' in read) return notHere(member, read.fault)
    const { t, desk, viewer, key } = member
    const { concern, share } = read.done
    const partner = partnerWords(desk, viewer.partner)
    return {
      title: t('passed.end-title'),
      body: (
        <div class="flow">
          <PageHead
            title={t('passed.end-title')}
            sub={titleOf(member, read.done)}
            back={{ href: pathOf(concern), text: t('passed.title') }}
          />
          <Confirm
            will={{ heading: t('end-share.will'), items: [t('passed.end-will', { partner }), t('passed.end-answers')] }}
            cannot={{ heading: t('end-share.cannot'), items: [t('passed.end-cannot')] }}
            action={pathOf(concern, '/end')}
            hidden={{ key, share: share.id }}
            final={t('passed.end-go')}
            keep={{ href: pathOf(concern), text: t('passed.end-keep') }}
          />
        </div>
      ),
    }
  },
  send: async (member, fields) => {
    await member.perform(endShare, { concern: member.param('id'), share: fields.text('share', 40) ?? '' }, member.key)
    return { to: '/desk?told=passed-ended' }
  },
}
