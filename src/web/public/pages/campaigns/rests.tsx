import type { CampaignEvent, MainDay, Theme } from '../../../../domain/campaigns/campaign.ts'
import { partialDate } from '../../../../format/when.ts'
import type { Locale } from '../../../context/types.ts'

/** What a sentence rests on, and how sure that is. Dashed: not an official text. */
export const Rests = ({
  locale,
  source,
  date,
  sure,
}: {
  locale: Locale
  source: string
  date?: string | undefined
  sure: CampaignEvent['sure']
}) => {
  const { t } = locale
  const dated = date !== undefined && date !== 'unknown'
  return (
    <>
      {dated ? t('campaigns.source-dated', { source, date: partialDate(date, t.locale) }) : t('campaigns.source', { source })}{' '}
      <span class={sure === 'A' ? 'sure' : 'sure dashed'}>{t('campaigns.how-sure', { sure })}</span>
    </>
  )
}

export const ThemeRests = ({ locale, day, theme }: { locale: Locale; day: MainDay; theme: Theme }) => (
  <p class="small">
    {theme.note} <Rests locale={locale} source={day.themes_source ?? day.source} sure={theme.sure} />
  </p>
)
