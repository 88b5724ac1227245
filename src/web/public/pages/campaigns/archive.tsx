import type { PastYear } from '../../../../domain/campaigns/archive.ts'
import type { CampaignEvent } from '../../../../domain/campaigns/campaign.ts'
import type { Locale } from '../../../context/types.ts'
import { Mark } from './rests.tsx'

/** What past years brought here. */
export const Archive = ({ locale, years, themed }: { locale: Locale; years: readonly PastYear[]; themed: boolean }) => {
  const { t } = locale
  return (
    <section class="flow">
      <h2 id="archive">{t('campaigns.archive')}</h2>
      <p>{t('campaigns.archive-note')}</p>
      <div>
        {years.map((past) => (
          <section class="entry">
            <h3 id={`year-${past.year}`}>{past.year}</h3>
            {past.theme ? (
              <p>
                {t('campaigns.theme-line', { theme: past.theme.text })}
                <Mark locale={locale} sure={past.theme.sure} />
              </p>
            ) : themed ? (
              <p>{t('campaigns.no-theme')}</p>
            ) : null}
            {past.events.map((event) => (
              <Done locale={locale} event={event} />
            ))}
            {locale.pack.news
              .filter((article) => article.date === past.date?.from.toString())
              .map((article) => (
                <p>
                  {t('campaigns.news')} <a href={`/news/${article.slug}`}>{article.title}</a>
                </p>
              ))}
          </section>
        ))}
      </div>
    </section>
  )
}

const Done = ({ locale, event }: { locale: Locale; event: CampaignEvent }) => (
  <div>
    <p>
      {locale.t('campaigns.done', { area: locale.pack.partnership.area, what: event.what })}
      <Mark locale={locale} sure={event.sure} />
    </p>
    {event.lesson ? <p>{locale.t('campaigns.lesson', { lesson: event.lesson })}</p> : null}
  </div>
)
