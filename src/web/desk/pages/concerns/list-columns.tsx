import type { Child } from 'hono/jsx'
import type { Listed } from '../../../../commands/concerns/list.ts'
import { reference } from '../../../../domain/concerns/concern.ts'
import { type Coarse, coarse } from '../../../../domain/concerns/duration.ts'
import { Clock, Flag, Posts } from '../../components/flags.tsx'
import type { Column } from '../../components/rows.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Member } from '../../context/page.ts'
import { momentWords } from '../../context/time-words.ts'
import { titleOf } from './words.ts'

/** "52 min", "1 h 8 min", "3 days". */
export const coarseWords = ({ t }: Pick<Member, 't'>, long: Coarse): string =>
  t(`inbox.${long.unit}`, { minutes: 0, hours: 0, days: 0, ...long })

/** Danger or a child before how soon it is, as the reporter said. */
export const UrgencyOf = ({
  member: { t },
  row: { danger, child, urgency },
}: {
  member: Member
  row: Pick<Listed, 'danger' | 'child' | 'urgency'>
}) => {
  if (danger) return <Flag kind="danger">{t('concern.danger')}</Flag>
  if (child) return <Flag kind="child">{t('concern.child')}</Flag>
  if (urgency === null) return null
  return <Posts filled={urgency === 'now' ? 3 : urgency === 'soon' ? 2 : 1}>{t(`inbox.urgency-${urgency}`)}</Posts>
}

/** Danger that nobody has read has no day left, whatever its reporter was promised. */
export const readNow = (member: Member, { received }: Pick<Listed, 'received'>): string =>
  member.t('inbox.read-now', { long: coarseWords(member, coarse(received, member.now)) })

type Promised = Pick<Listed, 'due' | 'received' | 'state' | 'danger'> & Partial<Pick<Listed, 'takenBack'>>

/** What is promised: how long is left, and until when. What is closed promises nothing. */
export const PromiseOf = ({ member, row }: { member: Member; row: Promised }) => {
  const { t, now } = member
  const { due, received, state, danger, takenBack } = row
  if (state === 'closed' || state === 'withdrawn' || takenBack) return null
  if (danger && state === 'new')
    return (
      <Clock used={1} state="now" by={due && t('inbox.read-now-by', { when: momentWords(member, due) })}>
        {readNow(member, row)}
      </Clock>
    )
  if (due === null)
    return (
      <Clock used={null} state="in-time">
        {t('inbox.nothing-due')}
      </Clock>
    )
  const late = Temporal.Instant.compare(due, now) < 0
  const span = coarse(late ? due : now, late ? now : due)
  const long = coarseWords(member, span)
  const when = momentWords(member, due)
  const whole = received.until(due).total('seconds')
  return (
    <Clock
      used={late || whole <= 0 ? 1 : Math.min(1, Math.max(0, received.until(now).total('seconds') / whole))}
      state={late ? 'late' : span.unit === 'days' ? 'in-time' : 'due'}
      by={late ? t('inbox.by-late', { when }) : t('inbox.by-left', { long })}
    >
      {late ? t('inbox.late-by', { long }) : t('inbox.left', { when })}
    </Clock>
  )
}

/** The owner first; what is offered follows in dashes, for nobody has agreed to it yet. */
const OwnerOf = ({ member: { t, me }, row: { owner, offer } }: { member: Member; row: Listed }) => (
  <span class="tags">
    {owner.id === me.person ? <b>{t('inbox.you')}</b> : <span>{owner.name ?? t('inbox.someone')}</span>}
    {offer ? (
      <Tag state="asked">
        {offer.to === null
          ? t('inbox.offered-all')
          : offer.to.id === me.person
            ? t('inbox.offered-you')
            : t('inbox.offered', { name: offer.to.name ?? t('inbox.someone') })}
      </Tag>
    ) : null}
  </span>
)

const stateWords = ({ t }: Member, { state, added, offer, partOf, takenBack }: Listed): Child => {
  if (takenBack) return t('inbox.state-taken-back')
  if (partOf !== null && (state === 'open' || state === 'new'))
    return t.rich<Child>('inbox.state-part', { reference: reference(partOf), r: (inner) => <span class="ref">{inner}</span> })
  if (state === 'open' && added) return t('inbox.state-added')
  if (state === 'open' && offer) return t('inbox.state-offered')
  return t(`inbox.state-${state}`)
}

type Sorts = Partial<Record<'urgent' | 'due' | 'received', Column<Listed>['sort']>>

/** The columns of every list of concerns. `closed`: of what is over, which promises nothing. */
export const listColumns = (member: Member, sorts: Sorts, closed = false): readonly [Column<Listed>, ...Column<Listed>[]] => {
  const { t, now } = member
  const concern: Column<Listed> = {
    id: 'concern',
    label: t('inbox.concern'),
    head: true,
    cell: (row) => (
      <>
        <a href={`/desk/concerns/${row.id}`}>
          {titleOf(member, row)} <span class="ref">{reference(row.number)}</span>
        </a>
      </>
    ),
  }
  return [
    { id: 'urgent', label: t('inbox.urgent'), sort: sorts.urgent, cell: (row) => <UrgencyOf member={member} row={row} /> },
    concern,
    { id: 'age', label: t('inbox.age'), sort: sorts.received, cell: ({ received }) => coarseWords(member, coarse(received, now)) },
    ...(closed
      ? []
      : [{ id: 'due', label: t('inbox.due'), sort: sorts.due, cell: (row: Listed) => <PromiseOf member={member} row={row} /> }]),
    { id: 'owner', label: t('inbox.owner'), cell: (row) => <OwnerOf member={member} row={row} /> },
    { id: 'state', label: t('inbox.state'), cell: (row) => stateWords(member, row) },
  ]
}
