import { planFor } from '../../../domain/campaigns/plan.ts'
import { icalendar } from '../../../domain/time/icalendar.ts'
import { dayAndMonth } from '../../../format/when.ts'
import { runsFrom } from '../../shared/paper/markdown.ts'
import type { Told } from './documents.ts'
import { plainRuns } from './pieces.ts'
import type { Post } from './posts.ts'

/** The days of the plan, and those on which a message goes out although nothing else is to be done. */
const stepsOf = (told: Told, posts: readonly Post[]) => {
  const { locale, day, next, edition } = told
  const { pack, t } = locale
  const planned = planFor(day, next, pack.calendar).days
  const others = day.messages.flatMap(({ id, day: offset = 0 }) => {
    const date = posts.find(({ message }) => message === id)?.date
    return date && !planned.some((one) => one.date?.toString() === date) ? [{ offset, date: Temporal.PlainDate.from(date), tasks: [] }] : []
  })
  return [...planned, ...new Map(others.map((one) => [one.offset, one])).values()]
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, date, tasks }) => ({
      offset,
      date,
      when: offset === 0 ? t('campaigns.day-itself') : t(offset < 0 ? 'campaigns.before' : 'campaigns.after', { count: Math.abs(offset) }),
      tasks: tasks.map(({ who, task }) => `${who}. ${plainRuns(runsFrom(task, edition.origin))}`),
      messages: [...new Set(posts.filter((post) => post.date !== null && post.date === date?.toString()).map(({ message }) => message))],
    }))
}

/** The plan to read, with the message that goes out on a day. */
export const planText = (told: Told, posts: readonly Post[]): string[][] =>
  stepsOf(told, posts).map(({ date, when, tasks, messages }) => [
    date ? `${dayAndMonth(date)} · ${when}` : when,
    ...tasks.map((task) => `- ${task}`),
    ...(messages.length ? [`- ${told.locale.t('kit.plan-post', { messages: messages.join(', ') })}`] : []),
  ])

/** The plan for a calendar (RFC 5545): one entry a day whose date is known. */
export const planCalendar = (told: Told, posts: readonly Post[]): string => {
  const { locale, day, next, edition } = told
  const { pack, t } = locale
  return icalendar(
    t('kit.plan-calendar', { day: day.name, year: String(next.year) }),
    stepsOf(told, posts).flatMap(({ offset, date, when, tasks, messages }) =>
      date
        ? [
            {
              uid: `${day.id}-${next.year}-plan-${offset}@${pack.partnership.id}.waymark`,
              stamp: Temporal.PlainDate.from(day.checked),
              first: date,
              last: date,
              summary: t('kit.plan-entry', { day: day.name, when }),
              description: [...tasks, ...(messages.length ? [t('kit.plan-post', { messages: messages.join(', ') })] : [])].join('\n'),
              // Whoever only asks which files there are has no address.
              url: edition.origin ? `${edition.origin}/campaigns/${day.id}` : undefined,
            },
          ]
        : [],
    ),
  )
}
