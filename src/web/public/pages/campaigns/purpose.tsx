import { themeOf } from '../../../../domain/campaigns/archive.ts'
import type { MainDay } from '../../../../domain/campaigns/campaign.ts'
import type { Locale } from '../../../context/types.ts'
import { Mark } from './rests.tsx'

/** What the day is for: this year's theme, who set it and who leads it. */
export const Purpose = ({ locale, day, year }: { locale: Locale; day: MainDay; year: number }) => {
  const { t } = locale
  const theme = themeOf(day, year)
  const rows = [
    [t('campaigns.set-by'), day.set_by],
    [t('campaigns.led-by'), day.led_by],
    [t('campaigns.since'), day.first_year === 'unknown' ? t('site.not-known') : String(day.first_year)],
  ]
  return (
    <section class="flow">
      <h2 id="for">{t('campaigns.for')}</h2>
      {theme ? (
        <>
          <h3>{t('campaigns.theme', { year: String(year) })}</h3>
          <p class="lead">
            {theme.text}
            <Mark locale={locale} sure={theme.sure} />
          </p>
        </>
      ) : (
        <p class="note">
          {t('campaigns.theme-unknown', { year: String(year) })} {day.themes.find((t) => t.year === year)?.note}
        </p>
      )}
      <p>{day.purpose}</p>
      {day.geography_note ? <p>{day.geography_note}</p> : null}
      <dl class="pairs">
        {rows.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
