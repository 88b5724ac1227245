import type { Child } from 'hono/jsx'
import type { ConcernHead } from '../../../../commands/concerns/head.ts'
import type { Concern } from '../../../../commands/concerns/read-concern.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { hasGone, isHeld } from '../../../../domain/concerns/reply.ts'
import { LinkButton } from '../../components/buttons.tsx'
import { type Fact, Facts } from '../../components/facts.tsx'
import { PageHead } from '../../components/page-head.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { inboxLabel } from '../../context/places.ts'
import { momentWords } from '../../context/time-words.ts'
import { Flags } from './flags.tsx'
import { readNow } from './list-columns.tsx'
import { nameOf, outcomeOf, pathOf, reporterReads, titleOf } from './words.ts'

type Props<What> = { member: Member; concern: What }

/** The top of every page of a concern, with the way back to it. */
export const OfConcern = ({
  member,
  concern,
  title,
}: Props<Pick<ConcernHead, 'id' | 'number' | 'sector' | 'town'>> & { title: string }) => (
  <PageHead title={title} back={{ href: pathOf(concern), text: `${reference(concern.number)}, ${titleOf(member, concern)}` }} />
)

export const ConcernTop = ({ member, concern }: Props<ConcernHead>) => {
  const { t } = member
  return (
    <PageHead
      title={titleOf(member, concern)}
      reference={reference(concern.number)}
      back={{ href: '/desk/concerns', text: t(inboxLabel(member)) }}
      act={
        <>
          <Flags member={member} concern={concern} />
          <LinkButton href={`${pathOf(concern)}/details`} look="text">
            {t('concern-head.change')}
          </LinkButton>
        </>
      }
    />
  )
}

/** What must be known at once, in a row. `replies`: null where they cannot be told. */
export const ConcernFacts = ({ member, concern, replies }: Props<ConcernHead> & { replies: Concern['replies'] | null }) => {
  const { t } = member
  const facts: (Fact | null)[] = [
    waitFact(member, concern),
    { label: t('inbox.owner'), value: nameOf(member, concern.owner) },
    { label: t('concern-head.state'), value: stateWords(member, concern, replies) },
    { label: t('concern-head.reporter'), value: reporterWords(member, concern) },
    { label: t('concern-head.sees'), value: seesWords(member, concern) },
  ]
  return <Facts facts={facts.flatMap((fact) => fact ?? [])} />
}

const waitFact = (member: Member, concern: ConcernHead): Fact | null => {
  const { t } = member
  if (concern.state === 'closed' || concern.state === 'withdrawn') return null
  if (!concern.readAt && concern.danger)
    return {
      label: t('concern-head.to-be-read'),
      value: (
        <>
          <Tag state="late">{readNow(member, concern)}</Tag>{' '}
          <span class="by">{t('inbox.read-now-by', { when: momentWords(member, concern.readBy) })}</span>
        </>
      ),
    }
  if (!concern.readAt) return { label: t('concern-head.to-be-read'), value: <Due member={member} by={concern.readBy} /> }
  if (concern.answerBy) return { label: t('concern-head.promised'), value: <Due member={member} by={concern.answerBy} /> }
  return concern.replyBy ? { label: t('concern-head.first-reply'), value: <Due member={member} by={concern.replyBy} /> } : null
}

/** How long there is, then the time itself; late says so first. */
export const Due = ({ member, by }: { member: Member; by: Temporal.Instant }) => {
  const { t, now } = member
  const left = now.until(by).round({ largestUnit: 'hours', smallestUnit: 'minutes' })
  const when = <span class="by">{t('concern-head.by', { when: momentWords(member, by) })}</span>
  if (left.sign < 0)
    return (
      <>
        <Tag state="late">{t('concern-head.late')}</Tag> {when}
      </>
    )
  if (left.hours >= 24) return <Tag state="in-time">{t('concern-head.by', { when: momentWords(member, by) })}</Tag>
  return (
    <>
      <Tag state="due">{t('concern-head.left', { hours: left.hours, minutes: left.minutes })}</Tag> {when}
    </>
  )
}

const stateWords = (member: Member, concern: ConcernHead, replies: Concern['replies'] | null) => {
  const { t, now } = member
  const words = (): Child => {
    if (concern.withdrawnAt) return t('concern-head.state-withdrawn')
    if (concern.mergedInto !== null && concern.partOf !== null && (concern.state === 'open' || concern.state === 'new'))
      return (
        <a href={pathOf({ id: concern.mergedInto })}>
          {t.rich<Child>('inbox.state-part', { reference: reference(concern.partOf), r: (inner) => <span class="ref">{inner}</span> })}
        </a>
      )
    if (concern.state !== 'open') return t(`concern-head.state-${concern.state}`)
    if (!replies) return t('concern-head.state-open')
    if (concern.toldOutcome !== null) return t('concern-head.state-reopened')
    if (replies.some((reply) => hasGone(reply, now))) return t('concern-head.state-answered')
    return t(replies.some((reply) => isHeld(reply, now)) ? 'concern-head.state-held' : 'concern-head.state-unanswered')
  }
  const outcome = outcomeOf(member, concern)
  return (
    <>
      {words()}
      {reopenedWords(member, concern)}
      {concern.state === 'closed' && outcome ? <span class="small">{outcome}</span> : null}
      {concern.mark ? <span class="small">{t(`concern-head.mark-${concern.mark}`)}</span> : null}
    </>
  )
}

/** What the reporter had been told before it was opened again. */
const reopenedWords = (member: Member, { state, reopenedAt, toldOutcome, code }: ConcernHead) => {
  const { t } = member
  if (state !== 'open' || !reopenedAt || !code) return null
  const text =
    toldOutcome === null ? t('concern-head.reopened-unread') : t('concern-head.reopened-told', { text: reporterReads(member, toldOutcome) })
  return <span class="small">{text}</span>
}

/** As the reporter chose, and an owner who is no coordinator: they read all of it. */
const seesWords = (member: Member, { sharing, owner }: ConcernHead) => {
  const { t } = member
  return (
    <>
      {t(`concern-head.sharing-${sharing}`)}
      {owner.at === null ? null : (
        <span class="small">{t('concern-head.sees-owner', { name: nameOf(member, owner), partner: owner.at })}</span>
      )}
    </>
  )
}

const reporterWords = ({ t }: Member, { code, contact, self, young }: ConcernHead) => (
  <>
    {t(contact ? 'concern-head.reporter-contact' : code ? 'concern-head.reporter-code' : 'concern-head.reporter-none')}
    {self ? <span class="small">{t('concern-head.reporter-self')}</span> : null}
    {young ? <span class="small">{t('concern-head.reporter-young')}</span> : null}
  </>
)
