import type { Page, Way } from '../../domain/page.ts'
import { sourcesIn } from '../../format/markdown.ts'
import { longDate } from '../../format/when.ts'
import type { Locale } from '../context/types.ts'

/**
 * Where a text comes from, closed: when it was compared with its source, and each further source that `text` marks as not checked, with how
 * much of it was read. What as a whole does not rest on an official text has the mark before it.
 */
export const Checked = ({
  locale: { t, pack },
  of,
  text = '',
}: {
  locale: Locale
  of: Pick<Page | Way, 'checked' | 'source' | 'sure'>
  text?: string
}) => {
  const marked = sourcesIn(text).flatMap((id) => pack.sources.filter((source) => source.id === id))
  return (
    <div class="rests">
      {of.sure && of.sure !== 'A' ? (
        <p>
          <span class="sure dashed">{t('site.unsure')}</span>
        </p>
      ) : null}
      <details class="from">
        <summary>{t('site.from')}</summary>
        <p class="small">{t('site.checked', { date: longDate(Temporal.PlainDate.from(of.checked)), source: of.source })}</p>
        {marked.length ? (
          <>
            <p class="small">{t('site.marked', { mark: t('site.unsure') })}</p>
            <ul class="prose-list small">
              {marked.map(({ title, note }) => (
                <li>
                  {title}.{note ? ` ${note}` : ''}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </details>
    </div>
  )
}
