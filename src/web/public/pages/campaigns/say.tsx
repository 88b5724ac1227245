import { raw } from 'hono/html'
import type { MainDay } from '../../../../domain/campaigns/campaign.ts'
import type { Locale } from '../../../context/types.ts'
import { Mark, sourcesOf } from './rests.tsx'

/** What may be said on the day. What does not come from an official text has its mark. */
export const Messages = ({ locale, day }: { locale: Locale; day: MainDay }) => (
  <section>
    <h2 id="messages">{locale.t('campaigns.messages')}</h2>
    <ul class="signs">
      {day.messages.map((message) => (
        <li id={message.id}>
          <span>
            {raw(locale.markdown.inline(message.text))}
            {sourcesOf(locale, message).map(({ sure }) => (
              <Mark locale={locale} sure={sure} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

/** Hashtags of past years, and by whom they were used. */
export const Hashtags = ({ locale, day }: { locale: Locale; day: MainDay }) => {
  const { t } = locale
  return (
    <section class="flow">
      <h2 id="hashtags">{t('campaigns.hashtags')}</h2>
      <p>{t(day.hashtags.length ? 'campaigns.hashtags-note' : 'campaigns.no-hashtags')}</p>
      {day.hashtags.length ? (
        <ul class="prose-list">
          {day.hashtags.map((h) => (
            <li>
              <b>{h.tag}</b>, {t('campaigns.hashtag', { year: String(h.year) })}
              <Mark locale={locale} sure={h.sure} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
