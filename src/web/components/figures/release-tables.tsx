import { shareOf } from '../../../domain/register/count.ts'
import type { Period } from '../../../domain/register/disclosure/periods.ts'
import type { Reading, Release } from '../../../domain/register/disclosure/release.ts'
import { readingOf } from '../../../domain/register/disclosure/release.ts'
import { longDate, partialDate } from '../../../format/when.ts'
import type { Locale } from '../../context/types.ts'
import { Chart, type ChartWords, FigureTable } from '../charts/chart.tsx'
import { RowBar } from '../charts/row-bar.tsx'
import { monthName, quarterName, shortMonth, yearName } from './period-words.ts'

type Props = { locale: Locale; reading: Reading }

export const figureWords = ({ t }: Locale): ChartWords => ({
  ...{ table: t('data.table'), hidden: t('data.hidden'), hiddenKey: t('data.hidden-key'), unfinished: t('data.unfinished') },
})

/** What an id is called. One that the pack does not know any more is said as it is. */
export const nameIn = (list: readonly { id: string; name: string }[], id: string): string => list.find((one) => one.id === id)?.name ?? id

/** What a release is: of when, how many people in all, and what is hidden in it. */
export const ReleaseHead = ({ locale, release }: { locale: Locale; release: Release }) => {
  const { t, pack } = locale
  const reading = readingOf(release)
  const hidden = release.figures.filter(({ value }) => value === null).length
  const total = reading.figure(reading.all)
  const since = partialDate(release.begins, t.locale)
  return (
    <section class="flow" aria-label={t('data.all-since', { month: since })}>
      <p class="figure-total">
        <b>{total === null ? <span class="not-shown">{t('data.hidden')}</span> : total.toLocaleString(t.locale)}</b>{' '}
        {t('data.total', { month: since })}
      </p>
      <p class="small">
        {t('data.until', {
          month: partialDate(release.until, t.locale),
          date: longDate(release.at.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate(), t.locale),
        })}
      </p>
      <p>{t('data.least')}</p>
      <p>
        {t('data.hidden-why', { count: hidden })} {hidden ? `${t('data.hidden-text')} ${t('data.hidden-sum')}` : null}
      </p>
    </section>
  )
}

/** Every table of a release, as everybody sees it: on /data and on the desk. */
export const ReleaseTables = ({ locale, release }: { locale: Locale; release: Release }) => {
  const reading = readingOf(release)
  return (
    <>
      <Months locale={locale} reading={reading} />
      <Tiers locale={locale} reading={reading} />
      <Sectors locale={locale} reading={reading} />
      <SectorYears locale={locale} reading={reading} />
      <Quarters locale={locale} reading={reading} />
      {reading.partners.length ? <Partners locale={locale} reading={reading} /> : null}
    </>
  )
}

const Months = ({ locale, reading }: Props) => {
  const { t } = locale
  const rows = reading.months.map((month) => ({
    ...{ label: monthName(locale, month), short: shortMonth(locale, month), values: [reading.figure(month)] },
  }))
  const most = Math.max(0, ...rows.map(({ values: [value] }) => value ?? 0))
  const hidden = rows.filter(({ values: [value] }) => value === null).length
  return (
    <section class="flow">
      <h2 id="months">{t('data.months')}</h2>
      <Chart
        name="people-by-month"
        title={t('data.months')}
        desc={t('data.months-desc', { hidden, most: most.toLocaleString(t.locale) })}
        heads={[t('data.month'), t('data.people')]}
        rows={rows}
        words={figureWords(locale)}
        locale={t.locale}
      />
    </section>
  )
}

const tierHeads = ({ t, pack }: Locale, { tiers }: Reading): string[] => [
  ...tiers.map((tier) => nameIn(pack.course.tiers, tier)),
  t('data.any-course'),
]
const byTier = (reading: Reading, period: Period, sector: string | null): (number | null)[] =>
  [...reading.tiers, null].map((tier) => reading.figure(period, { tier, sector }))

const Tiers = ({ locale, reading }: Props) => {
  const { t } = locale
  return (
    <section class="flow">
      <h2 id="tiers">{t('data.tiers')}</h2>
      <p>
        {t('data.year-text')} {t('data.tiers-text')}
      </p>
      <FigureTable
        caption={t('data.tiers')}
        heads={[t('data.year'), ...tierHeads(locale, reading)]}
        rows={[
          ...reading.years.toReversed().map((year) => ({ label: yearName(locale, year), values: byTier(reading, year, null) })),
          { label: t('data.all'), values: byTier(reading, reading.all, null) },
        ]}
        hidden={t('data.hidden')}
        locale={t.locale}
      />
    </section>
  )
}

/** Each with its bar: the table is the chart. */
const Sectors = ({ locale, reading }: Props) => {
  const { t, pack } = locale
  const rows = reading.sectors.map((sector) => ({
    name: nameIn(pack.trainedSectors, sector),
    value: reading.figure(reading.all, { sector }),
  }))
  // Where the sum itself is hidden nothing is a share of it.
  const whole = reading.figure(reading.all)
  const said = (value: number | null): string => {
    if (value === null) return t('data.hidden')
    const { percent, underOne } = shareOf(value, whole) ?? { percent: 0, underOne: false }
    return underOne ? t('data.under-one') : t('data.percent', { percent })
  }
  return (
    <section class="flow">
      <h2 id="sectors">{t('data.sectors')}</h2>
      <div class="chart-rows">
        <table class="with-bars">
          <caption class="govuk-visually-hidden">{t('data.sectors')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('data.sector')}</th>
              <th scope="col" class="figures">
                {t('data.people')}
              </th>
              {whole === null ? null : <th scope="col">{t('data.share')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value }) => (
              <tr>
                <th scope="row">{name}</th>
                <td class="figures">
                  {value === null ? <span class="not-shown">{t('data.hidden')}</span> : value.toLocaleString(t.locale)}
                </td>
                {whole === null ? null : (
                  <td class="bar">
                    <RowBar share={value === null ? null : value / Math.max(1, whole)} said={said(value)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Years that are over alone (domain/register/disclosure/cube.ts): the newest first; each other opens. */
const SectorYears = ({ locale, reading }: Props) => {
  const { t, pack } = locale
  const [newest, ...others] = reading.over.toReversed()
  const table = (period: Period) => (
    <FigureTable
      caption={`${t('data.sector-years')}: ${yearName(locale, period)}`}
      heads={[t('data.sector'), ...tierHeads(locale, reading)]}
      rows={[
        ...reading.sectors.map((sector) => ({ label: nameIn(pack.trainedSectors, sector), values: byTier(reading, period, sector) })),
        { label: t('data.everyone'), values: byTier(reading, period, null) },
      ]}
      hidden={t('data.hidden')}
      locale={t.locale}
    />
  )
  return (
    <section class="flow">
      <h2 id="sector-years">{t('data.sector-years')}</h2>
      <p>
        {t('data.over-text')} {newest ? t('data.year-text') : null}
      </p>
      {newest ? table(newest) : null}
      {others.map((year) => (
        <details class="chart-table">
          <summary>{yearName(locale, year)}</summary>
          {table(year)}
        </details>
      ))}
    </section>
  )
}

const Quarters = ({ locale, reading }: Props) => {
  const { t, pack } = locale
  return (
    <section class="flow">
      <h2 id="quarters">{t('data.quarters')}</h2>
      <FigureTable
        caption={t('data.quarters')}
        heads={[t('data.quarter'), ...reading.sectors.map((sector) => nameIn(pack.trainedSectors, sector)), t('data.everyone')]}
        rows={reading.quarters.toReversed().map((quarter) => ({
          ...{
            label: quarterName(locale, quarter),
            values: [...reading.sectors, null].map((sector) => reading.figure(quarter, { sector })),
          },
        }))}
        hidden={t('data.hidden')}
        locale={t.locale}
      />
    </section>
  )
}

const Partners = ({ locale, reading }: Props) => {
  const { t, pack } = locale
  const years = reading.over.toReversed()
  const rows = reading.partners.map((partner) => ({
    ...{ label: nameIn(pack.partners, partner), values: years.map((year) => reading.figure(year, { partner })) },
  }))
  return (
    <section class="flow">
      <h2 id="partners">{t('data.partners')}</h2>
      <p>
        {t('data.over-text')} {t('data.year-text')} {t('data.partners-text')}
      </p>
      <FigureTable
        caption={t('data.partners')}
        heads={[t('data.partner'), ...years.map((year) => yearName(locale, year))]}
        rows={rows.toSorted((a, b) => a.label.localeCompare(b.label, t.locale))}
        hidden={t('data.hidden')}
        locale={t.locale}
      />
    </section>
  )
}
