import type { Child } from 'hono/jsx'
import { type Counted, type CountRow, readCounts } from '../../../../../commands/register/counts/read-counts.ts'
import {
  type Count,
  type CountKind,
  type CountMeasure,
  monthsBetween,
  none,
  type Share,
  shareOf,
  standingWorths,
} from '../../../../../domain/register/count.ts'
import { longDate } from '../../../../../format/when.ts'
import { Chart, type ChartRow } from '../../../../components/charts/chart.tsx'
import { PostButton } from '../../../components/buttons.tsx'
import { Rows } from '../../../components/rows.tsx'
import type { Member } from '../../../context/page.ts'
import { momentWords } from '../../../context/time-words.ts'
import { tierName } from '../words.ts'

export type Scope = { kind: CountKind; of: string }

const figure = (value: number): string => value.toLocaleString('en-GB')

/** "412", or "4 to 6" where nobody has said yet who is one person. */
export const countWords = ({ t }: Pick<Member, 't'>, { least, most }: Count): string =>
  least === most ? figure(most) : t('trained.between', { least: figure(least), most: figure(most) })

/** The figure of one measure, of all tiers where none is named. */
export const countOf = (rows: readonly CountRow[], wanted: { measure: CountMeasure; tier?: string; period?: string; of?: string }): Count =>
  rows.find(
    ({ measure, tier, period, of }) =>
      measure === wanted.measure &&
      (wanted.tier === undefined || tier === wanted.tier) &&
      (wanted.period === undefined || period === wanted.period) &&
      (wanted.of === undefined || of === wanted.of),
  ) ?? none

/** "32%", or "less than 1%" where somebody is, and 0 would say that nobody is. */
export const shareWords = ({ t }: Pick<Member, 't'>, { percent, underOne }: Share): string =>
  underOne ? t('trained.under-one') : t('trained.percent', { percent })

/** The share of a whole that a figure is, which may be between two; null: `shareOf`. */
export const countShareWords = (member: Pick<Member, 't'>, { least, most }: Count, whole: number | null): string | null => {
  const [from, to] = [shareOf(least, whole), shareOf(most, whole)]
  if (from === null) return null
  const words = shareWords(member, from)
  return to === null || shareWords(member, to) === words
    ? words
    : member.t('trained.between', { least: words, most: shareWords(member, to) })
}

export const isRange = ({ least, most }: Count): boolean => least !== most

/** When it was counted, and the way to have it counted anew. */
export const CountedLine = ({ member, counted, action }: { member: Member; counted: Counted; action: string }) => {
  const { t } = member
  const waits = counted.asked !== null && (counted.at === null || Temporal.Instant.compare(counted.asked, counted.at) > 0)
  return (
    <>
      <div class="actions">
        <span class="small">{counted.at ? t('trained.counted', { when: momentWords(member, counted.at) }) : t('trained.not-counted')}</span>
        {waits ? (
          <>
            <span class="small">{t('trained.counting')}</span>
            <a href={action}>{t('trained.show-again')}</a>
          </>
        ) : (
          <PostButton action={action} look="text" fields={{ key: member.key, again: 'yes' }}>
            {t('trained.again')}
          </PostButton>
        )}
      </div>
      {counted.left ? <p class="small">{t('trained.left', { count: counted.left })}</p> : null}
    </>
  )
}

/** Said once a page where any of its figures is between two. */
export const RangeWhy = ({ member: { t }, shown }: { member: Member; shown: boolean }) =>
  shown ? <p class="small">{t('trained.range-why', { example: t('trained.range-example') })}</p> : null

/** Each course with how many hold it, and what it is worth today. */
export const CourseRows = ({
  member,
  rows,
  href,
}: {
  member: Member
  rows: readonly CountRow[]
  href: (tier: string, state: string) => string
}) => {
  const { t, desk } = member
  const cell = (measure: CountMeasure) => (tier: string) => {
    const count = countOf(rows, { measure, tier })
    return count.most && measure !== 'people' ? (
      <a
        href={href(tier, measure)}
        aria-label={`${tierName(member, tier)}: ${t(`trained.${measure as 'current'}`)}, ${countWords(member, count)}`}
      >
        {countWords(member, count)}
      </a>
    ) : (
      countWords(member, count)
    )
  }
  const measures = [...standingWorths, 'new'] as const
  return (
    <Rows
      caption={t('trained.by-course')}
      tight
      groups={[{ rows: desk.parts.pack.course.tiers.map(({ id }) => id) }]}
      columns={[
        { id: 'course', label: t('trained.course'), cell: (tier) => tierName(member, tier) },
        ...measures.map((measure) => ({ id: measure, label: t(`trained.head-${measure}`), figures: true, cell: cell(measure) })),
      ]}
    />
  )
}

const monthName = (month: Temporal.PlainYearMonth, style: 'long' | 'short'): string =>
  month.toPlainDate({ day: 1 }).toLocaleString('en-GB', { month: style, year: 'numeric' })

/** People trained in each of these months, drawn and as a table. */
export const Months = ({
  member,
  months,
  rows,
}: {
  member: Member
  months: readonly Temporal.PlainYearMonth[]
  rows: readonly CountRow[]
}) => {
  const { t, local } = member
  const now = local.toPlainDate().toPlainYearMonth()
  const counts = months.map((month) => ({ month, count: countOf(rows, { measure: 'people', period: month.toString() }) }))
  const greatest = counts.reduce(
    (one, other) => (other.count.most > one.count.most ? other : one),
    counts[0] ?? { month: now, count: none },
  )
  if (!greatest.count.most) return <p>{t('trained.months-none')}</p>
  const bars = counts.map(
    ({ month, count }): ChartRow => ({
      label: monthName(month, 'long'),
      short: month
        .toPlainDate({ day: 1 })
        .toLocaleString('en-GB', { month: 'short', ...(month.month === 1 || months.length > 14 ? { year: '2-digit' } : {}) }),
      values: [count.most],
      said: [countWords(member, count)],
      unfinished: month.equals(now),
    }),
  )
  return (
    <>
      <Chart
        name="months"
        title={t('trained.months-chart')}
        desc={t('trained.months-desc', { month: monthName(greatest.month, 'long'), count: countWords(member, greatest.count) })}
        heads={[t('trained.month'), t('trained.head-people')]}
        rows={bars}
        words={{
          table: t('trained.table'),
          hidden: t('trained.hidden'),
          hiddenKey: t('trained.hidden-key'),
          unfinished: t('trained.unfinished'),
        }}
      />
      {counts.some(({ count }) => isRange(count)) ? <p class="small">{t('trained.months-most')}</p> : null}
    </>
  )
}

/** The months up to this one. */
export const lastMonths = ({ local }: Pick<Member, 'local'>, many: number): Temporal.PlainYearMonth[] => {
  const now = local.toPlainDate().toPlainYearMonth()
  return monthsBetween(now.subtract({ months: many - 1 }), now)
}

export const readMonths = (member: Member, { kind, of }: Scope, tier: string, months: readonly Temporal.PlainYearMonth[]) =>
  member.perform(readCounts, { kind, of, tier, periods: months.map(String), measures: ['people'] })

/** "600 on 1 April 2026". */
export const headWords = (member: Pick<Member, 't'>, { people, on }: { people: number; on: Temporal.PlainDate }): Child =>
  member.t('trained.head-on', { people: figure(people), date: longDate(on) })
