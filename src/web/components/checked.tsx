import type { Page, Way } from '../../domain/page.ts'
import { sourcesIn } from '../../format/markdown.ts'
import { longDate } from '../../format/when.ts'
import type { Locale } from '../context/types.ts'
import { WhereFrom } from './where-from.tsx'

type Fact = Pick<Page | Way, 'checked' | 'source' | 'sure'>

/**
 * Where a text comes from, closed: when it was compared with its source, and each further source that `text` marks as not checked, with how
 * much of it was read. What as a whole does not rest on an official text has the mark before it.
 */
export const Checked = ({ locale, of, text = '', what }: { locale: Locale; of: Fact; text?: string; what?: string }) => (
  <>
    <Unsure locale={locale} of={of} {...(what ? { what } : {})} />
    <WhereFrom locale={locale}>
      <Compared locale={locale} of={of} />
      <Marked locale={locale} text={text} />
    </WhereFrom>
  </>
)

/** The same of several parts of a page, once, at its end. The mark of each is beside it. */
export const CheckedParts = ({ locale, parts }: { locale: Locale; parts: readonly (Fact & { title: string; text: string })[] }) => (
  <WhereFrom locale={locale}>
    {parts.map((part) => (
      <p class="small">
        <b>{part.title}.</b> {comparedWords(locale, part)}
      </p>
    ))}
    <Marked locale={locale} text={parts.map(({ text }) => text).join('\n')} />
  </WhereFrom>
)

/** The mark of what does not come from an official text. `what`: said before it, where it could be taken for something else's. */
export const Unsure = ({ locale, of: { sure }, what }: { locale: Locale; of: Pick<Fact, 'sure'>; what?: string }) =>
  sure && sure !== 'A' ? (
    <p>
      {what ? `${what} ` : null}
      <span class="sure dashed">{locale.t('site.unsure')}</span>
    </p>
  ) : null

const comparedWords = ({ t }: Locale, { checked, source }: Fact): string =>
  t('site.checked', { date: longDate(Temporal.PlainDate.from(checked)), source })

/** When a text was compared with its source. */
export const Compared = ({ locale, of }: { locale: Locale; of: Fact }) => <p class="small">{comparedWords(locale, of)}</p>

/** The sources that a text marks as not checked, each once. */
const Marked = ({ locale: { t, pack }, text }: { locale: Locale; text: string }) => {
  const marked = sourcesIn(text).flatMap((id) => pack.sources.filter((source) => source.id === id))
  return marked.length ? (
    <>
      <p class="small">{t('site.marked', { mark: t('site.unsure') })}</p>
      <SourceList sources={marked} />
    </>
  ) : null
}

/** Sources by their titles, each with how much of it was read. */
export const SourceList = ({ sources }: { sources: Locale['pack']['sources'] }) =>
  sources.length ? (
    <ul class="prose-list small">
      {sources.map(({ title, note }) => (
        <li>
          {title}.{note ? ` ${note}` : ''}
        </li>
      ))}
    </ul>
  ) : null
