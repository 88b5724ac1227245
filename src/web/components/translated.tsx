import type { Child } from 'hono/jsx'
import { messagesUsed } from '../../format/messages-used.ts'
import type { Locale } from '../context/types.ts'

/** Words that a page says in its language: how, and which texts besides messages they need (`services.childline.name`). */
export type Words = { in: (locale: Locale) => Child; also?: readonly string[] }
export type WordsOf = Words | Words['in']

const wordsOf = (of: WordsOf): Words => (typeof of === 'function' ? { in: of } : of)

/** Is every text of these words there in the page's language? Where one was withdrawn, all of them are said in English. */
export const isTranslated = (locale: Locale, of: WordsOf): boolean => {
  const { in: render, also = [] } = wordsOf(of)
  if (!locale.language) return true
  return [...also, ...messagesUsed(locale.english.t, (t) => render({ ...locale.english, t }))].every((id) => locale.translated.has(id))
}

/** The site that says these words: the page's own, or the English one in its place. */
export const localeFor = (locale: Locale, of: WordsOf): Locale => (isTranslated(locale, of) ? locale : locale.english)

/** How an element is marked whose words may be English inside a page in another language. */
export const langAttributes = (locale: Locale, of: WordsOf): { lang?: 'en'; dir?: 'ltr' } =>
  isTranslated(locale, of) ? {} : { lang: 'en', dir: 'ltr' }

type Element = 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'span' | 'b' | 'li' | 'div'

/** An element with words in the page's language, or, marked, in English. */
export const Translated = ({
  locale,
  words,
  as: Tag,
  id,
  class: classes,
}: {
  locale: Locale
  words: WordsOf
  as: Element
  id?: string
  class?: string
}) => (
  <Tag id={id} class={classes} {...langAttributes(locale, words)}>
    {wordsOf(words).in(localeFor(locale, words))}
  </Tag>
)

/** The same inside a line: an element of its own only where the words are English. */
export const TranslatedInline = ({ locale, words }: { locale: Locale; words: WordsOf }) =>
  isTranslated(locale, words) ? wordsOf(words).in(locale) : <Translated locale={locale} words={words} as="span" />

/**
 * The English of words that no person has checked, folded under its title; a title alone is short and stays open. Nothing where the page is
 * English or reviewed, or the words are English already.
 */
export const EnglishFallback = ({ locale, title, words = [] }: { locale: Locale; title?: WordsOf; words?: readonly WordsOf[] }) => {
  const { englishFallback: beside } = locale
  if (!beside) return null
  const own = words.filter((of) => isTranslated(locale, of))
  const heading = title && isTranslated(locale, title) ? wordsOf(title).in(beside) : null
  if (own.length)
    return (
      <InEnglish locale={locale} title={heading}>
        <p>
          {own.map((of, i) => (
            <>
              {i ? ' ' : ''}
              {wordsOf(of).in(beside)}
            </>
          ))}
        </p>
      </InEnglish>
    )
  return heading ? (
    <p class="small en" lang="en" dir="ltr">
      {heading}
    </p>
  ) : null
}

/** English, closed until somebody wants it. */
export const InEnglish = ({ locale, title, children }: { locale: Locale; title?: Child; children: Child }) => (
  <details class="small en" lang="en" dir="ltr">
    <summary>
      {locale.english.t('site.english')}
      {title ? <>: {title}</> : null}
    </summary>
    {children}
  </details>
)
