import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { PastYear } from '../../../../domain/campaigns/archive.ts'
import { themeOf } from '../../../../domain/campaigns/archive.ts'
import type { CampaignEvent, MainDay, Message } from '../../../../domain/campaigns/campaign.ts'
import { partialDate } from '../../../../format/when.ts'
import { WhereFrom } from '../../../components/where-from.tsx'
import type { Locale } from '../../../context/types.ts'

type Sure = CampaignEvent['sure']
type Rest = { source: string; date?: string | undefined; sure: Sure }

/** The mark of what does not come from an official text. Its source is at the end of the page. */
export const Mark = ({ locale, sure }: { locale: Locale; sure: Sure }) =>
  sure === 'A' ? null : (
    <>
      {' '}
      <span class="sure dashed">{locale.t('campaigns.how-sure', { sure })}</span>
    </>
  )

/** What a page of a day rests on, once, at its end: the day, its themes, each message, hashtags, and what was done in past years. */
export const Rests = ({ locale, day, year, years }: { locale: Locale; day: MainDay; year: number; years: readonly PastYear[] }) => {
  const { t, markdown } = locale
  const next = themeOf(day, year)
  const themes = [...(next ? [next] : []), ...years.flatMap(({ theme }) => theme ?? [])]
  return (
    <WhereFrom locale={locale}>
      <Row locale={locale} of={{ source: day.source, date: day.source_date, sure: day.sure }}>
        {day.name}
      </Row>
      {themes.map(({ year: of, note, sure }) => (
        <Row locale={locale} of={{ source: day.themes_source ?? day.source, sure }} note={note}>
          {t('campaigns.theme', { year: String(of) })}
        </Row>
      ))}
      {day.messages.flatMap((message) =>
        sourcesOf(locale, message).map((of) => (
          <Row locale={locale} of={of}>
            {raw(markdown.inline(message.text))}
          </Row>
        )),
      )}
      {day.hashtags.map(({ tag, source, sure }) => (
        <Row locale={locale} of={{ source, sure }}>
          {tag}
        </Row>
      ))}
      {years.flatMap(({ events }) =>
        events.map(({ what, source, sure, date }) => (
          <Row locale={locale} of={{ source, sure }}>
            {date.slice(0, 4)}: {what}
          </Row>
        )),
      )}
    </WhereFrom>
  )
}

const Row = ({ locale: { t }, of, note, children }: { locale: Locale; of: Rest; note?: string | undefined; children: Child }) => {
  const { source, date, sure } = of
  const dated = date !== undefined && date !== 'unknown'
  return (
    <p class="small">
      <b>{children}</b> {note ? `${note} ` : ''}
      {dated ? t('campaigns.source-dated', { source, date: partialDate(date, t.locale) }) : t('campaigns.source', { source })}{' '}
      {t('campaigns.how-sure', { sure })}.
    </p>
  )
}

/** The texts that a message rests on; of its figures, each source once. */
export const sourcesOf = ({ pack }: Locale, message: Message): Rest[] => {
  if (!('figures' in message)) return [{ source: message.source, date: message.source_date, sure: message.sure }]
  const figures = message.figures.flatMap((id) => pack.figures.find((f) => f.id === id) ?? [])
  const title = (id: string) => pack.sources.find((s) => s.id === id)?.title ?? id
  return [...new Map(figures.map((f) => [f.source, { source: title(f.source), date: f.source_date, sure: f.sure }])).values()]
}
