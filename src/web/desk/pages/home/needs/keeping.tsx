import { readErasedSoon, soonDays, soonMost } from '../../../../../commands/erasing/read-erased-soon.ts'
import { type ErasureRequest, readErasureRequests } from '../../../../../commands/erasing/read-erasure-requests.ts'
import { type OpenRequest, readAccessRequests } from '../../../../../commands/home/read-access-requests.ts'
import { mayAny } from '../../../../../domain/access/table.ts'
import { reference } from '../../../../../domain/concerns/concern.ts'
import { answerDue } from '../../../../../domain/concerns/redaction.ts'
import { longDate } from '../../../../../format/when.ts'
import { LinkButton } from '../../../components/buttons.tsx'
import { Tag } from '../../../components/tag.tsx'
import type { Member } from '../../../context/page.ts'
import { erasingReason } from '../../concerns/erasing-words.ts'
import { lastDayOf } from '../../concerns/last-day.ts'
import { titleOf } from '../../concerns/words.ts'
import type { HomeNeed, Provider } from './need.ts'
import { ofConcern } from './of-concern.tsx'

/** So many days before its last one, an answer presses. */
const pressing = 7

/** People who asked for what is kept about them, a line each; and that a rule will erase concerns, one line for all. */
export const keepingNeeds: Provider = async (member) => {
  const { t, viewer } = member
  if (!mayAny(viewer, 'read', 'access-request')) return []
  const requests = (await member.perform(readAccessRequests, null)).done
  const asked = (await member.perform(readErasureRequests, null)).done
  const soon = (await member.perform(readErasedSoon, { most: soonMost.home })).done
  const needs = [...requests.map((request) => requestNeed(member, request)), ...asked.map((one) => erasingNeed(member, one))]
  const [first] = soon
  if (!first) return needs
  const many = soon.length > soonMost.home
  const title = many ? t('home.erased-soon-many', { count: soonMost.home }) : t('home.erased-soon', { count: soon.length })
  const day = lastDayOf(member, first.on)
  return [
    ...needs,
    {
      rank: 'soon',
      by: dayEnd(member, day),
      mark: <Tag state="in-time">{t('home.night-after', { day: longDate(day) })}</Tag>,
      title,
      href: '/desk/erasures#soon',
      why: t('home.erased-soon-why', { days: soonDays }),
      act: (
        <LinkButton href="/desk/erasures#soon" look="quiet" of={title}>
          {t('home.erased-soon-open')}
        </LinkButton>
      ),
    },
  ]
}

/** Someone asked to have it erased: every coordinator sees it, and any of them can stop it. */
const erasingNeed = (member: Member, one: ErasureRequest): HomeNeed => {
  const { t } = member
  const day = lastDayOf(member, one.on)
  const title = t('home.erasing', { title: `${titleOf(member, one)}, ${reference(one.number)}` })
  const href = `/desk/concerns/${one.id}#kept`
  return {
    rank: 'due',
    by: dayEnd(member, day),
    mark: <Tag state="due">{t('home.night-after', { day: longDate(day) })}</Tag>,
    title,
    href,
    why: t('home.erasing-why', { name: one.by.name ?? t('on-call.someone'), reason: erasingReason(member, one.reason) }),
    act: (
      <LinkButton href={href} look="quiet" of={title}>
        {t('home.erasing-open')}
      </LinkButton>
    ),
  }
}

const dayEnd = ({ local }: Member, day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(local.timeZoneId).toInstant()

const requestNeed = (member: Member, request: OpenRequest): HomeNeed => {
  const { t, local } = member
  const { concern, received } = request
  const place = titleOf(member, request)
  const due = answerDue(received)
  const left = local.toPlainDate().until(due).days
  const rank = left < 0 ? 'late' : left <= pressing ? 'due' : 'soon'
  const href = `/desk/concerns/${concern}/export`
  return ofConcern(member, request, {
    rank,
    by: dayEnd(member, due),
    group: 'requests',
    mark: <Tag state={rank === 'soon' ? 'in-time' : rank}>{t(left < 0 ? 'home.since' : 'home.by-day', { day: longDate(due) })}</Tag>,
    title: t('home.access-request', { title: place }),
    href,
    why: t('home.access-request-why', { received: longDate(received) }),
    act: (
      <LinkButton href={href} look="quiet" of={`${place}, ${reference(request.number)}`}>
        {t('home.access-request-open')}
      </LinkButton>
    ),
  })
}
