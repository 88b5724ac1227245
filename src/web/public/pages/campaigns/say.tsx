import { raw } from 'hono/html'
import type { CampaignEvent, MainDay, Message } from '../../../../domain/campaigns/campaign.ts'
import type { Locale } from '../../../context/types.ts'
import { Rests } from './rests.tsx'

/** What may be said on the day, each sentence with what it rests on. */
export const Messages = ({ locale, day }: { locale: Locale; day: MainDay }) => (
  <section aria-labelledby="messages">
    <h2 id="messages">{locale.t('campaigns.messages')}</h2>
    <ul class="signs">
      {day.messages.map((message) => (
        <li id={message.id}>
          <span>
            {raw(locale.markdown.inline(message.text))}
            {sourcesOf(locale, message).map((rest) => (
              <>
                <br />
                <span class="small">
                  <Rests locale={locale} {...rest} />
                </span>
              </>
            ))}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

type Rest = { source: string; date?: string; sure: CampaignEvent['sure'] }

/** The texts that a message rests on; of its figures, each source once. */
const sourcesOf = ({ pack }: Locale, message: Message): Rest[] => {
  if (!('figures' in message)) return [{ source: message.source, date: message.source_date, sure: message.sure }]
  const figures = message.figures.flatMap((id) => pack.figures.find((f) => f.id === id) ?? [])
  const title = (id: string) => pack.sources.find((s) => s.id === id)?.title ?? id
  return [...new Map(figures.map((f) => [f.source, { source: title(f.source), date: f.source_date, sure: f.sure }])).values()]
}

/** Hashtags of past years, and by whom they were used. */
export const Hashtags = ({ locale, day }: { locale: Locale; day: MainDay }) => {
  const { t } = locale
  return (
    <section class="flow" aria-labelledby="hashtags">
      <h2 id="hashtags">{t('campaigns.hashtags')}</h2>
      <p>{t(day.hashtags.length ? 'campaigns.hashtags-note' : 'campaigns.no-hashtags')}</p>
      {day.hashtags.length ? (
        <ul class="prose-list">
          {day.hashtags.map((h) => (
            <li>
              <b>{h.tag}</b>, {t('campaigns.hashtag', { year: String(h.year) })}
              <br />
              <span class="small">
                <Rests locale={locale} source={h.source} sure={h.sure} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
