import { readTrainers } from '../../../../../commands/register/approvals.ts'
import type { TrainingEvent } from '../../../../../commands/register/events.ts'
import { countMost, readMoves } from '../../../../../commands/register/people/moves.ts'
import { readTrainingNeeds } from '../../../../../commands/register/read-training-needs.ts'
import { holds } from '../../../../../domain/access/roles.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { clock, fullDate, longDate } from '../../../../../format/when.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag, type TagState } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { movesPath } from '../../register/import/carried.ts'
import { endsSoon } from '../../register/trainers.tsx'
import { tierName } from '../../register/words.ts'
import type { HomeNeed, Provider } from './need.ts'

/** For whoever teaches: what is today and tomorrow, a list to confirm, questions to send. For coordinators: who may not teach what they plan, and whose approval ends. */
export const trainingNeeds: Provider = async (member) => {
  const { t, viewer, local, now } = member
  if (!mayAny(viewer, 'add', 'training-event')) return []
  const { soon, unconfirmed, later, unapproved } = (await member.perform(readTrainingNeeds, null)).done
  const zoned = (at: Temporal.Instant) => at.toZonedDateTimeISO(local.timeZoneId)
  const day = (at: Temporal.Instant): string => fullDate(zoned(at).toPlainDate())
  const values = (event: TrainingEvent) => ({ tier: tierName(member, event.tier), place: event.place, day: day(event.starts) })
  return [
    ...soon.map((event): HomeNeed => {
      const today = zoned(event.starts).toPlainDate().equals(local.toPlainDate())
      return {
        ...line(
          `/desk/events/${event.id}`,
          t('training-need.soon', { ...values(event), time: clock(zoned(event.starts)) }),
          t('training-need.soon-open'),
        ),
        ...{ rank: today ? 'due' : 'soon', by: event.starts, why: t('training-need.soon-why') },
        mark: tag(today ? 'due' : 'in-time', t(today ? 'training-need.today' : 'training-need.tomorrow')),
      }
    }),
    ...unconfirmed.map(
      ({ event, names }): HomeNeed => ({
        ...line(`/desk/events/${event.id}#confirm`, t('training-need.confirm', values(event)), t('training-need.confirm-open')),
        ...{ rank: 'due', by: event.ends, why: t('training-need.confirm-why', { count: names }) },
        mark: tag('due', t('training-need.confirm-mark')),
      }),
    ),
    ...later.map(
      (event): HomeNeed => ({
        ...line(`/desk/events/${event.id}#said`, t('training-need.later', values(event)), t('training-need.later-open')),
        ...{ rank: 'soon', by: now, why: t('training-need.later-why', values(event)) },
        mark: tag('in-time', t('training-need.later-mark')),
      }),
    ),
    ...unapproved.map((event): HomeNeed => {
      const title = t('training-need.unapproved', { ...values(event), name: event.trainer.name ?? t('training-need.someone') })
      return {
        ...line(`/desk/trainers/${event.trainer.id}`, title, t('trainers.approve')),
        ...{ rank: 'due', by: event.starts, why: t('training-need.unapproved-why', values(event)) },
        mark: tag('due', t('training-need.unapproved-mark')),
      }
    }),
    ...(holds(viewer, 'coordinator') ? [...(await lapsing(member)), ...(await moving(member))] : []),
  ]
}

/** Whose approval ends soon: while there is time to look and to approve them again. */
const lapsing = async (member: Member): Promise<HomeNeed[]> => {
  const { t, local } = member
  const trainers = (await member.perform(readTrainers, { today: local.toPlainDate() })).done
  return trainers.flatMap(({ person, name, approvals }) =>
    approvals.flatMap((approval): HomeNeed[] => {
      const { until, tier } = approval
      if (!until || !endsSoon(member, approval)) return []
      const title = t('training-need.lapse', {
        ...{ name: name ?? t('training-need.someone'), tier: tierName(member, tier), day: longDate(until) },
      })
      return [
        {
          ...line(`/desk/trainers/${person}`, title, t('training-need.lapse-open')),
          ...{ rank: 'soon', by: until.toZonedDateTime(local.timeZoneId).toInstant(), why: t('training-need.lapse-why') },
          mark: tag('due', t('training-need.lapse-mark')),
        },
      ]
    }),
  )
}

/** One line for all: they are answered on one page, several at once. */
const moving = async (member: Member): Promise<HomeNeed[]> => {
  const { t, local } = member
  const { count, since } = (await member.perform(readMoves, null)).done
  if (!since) return []
  const title = t(count < countMost ? 'training-need.moves' : 'training-need.moves-many', { count })
  return [
    {
      ...line(movesPath, title, t('training-need.moves-open')),
      ...{ rank: 'soon', by: since.toZonedDateTime(local.timeZoneId).toInstant(), why: t('training-need.moves-why') },
      mark: tag('due', t('training-need.moves-mark')),
    },
  ]
}

const tag = (state: TagState, words: string) => <Tag state={state}>{words}</Tag>

const line = (href: string, title: string, act: string) => ({
  ...{ title, href },
  act: (
    <LinkButton href={href} look="quiet" of={title}>
      {act}
    </LinkButton>
  ),
})
