import type { Child } from 'hono/jsx'
import type { Language } from '../../domain/languages/language.ts'
import { addressIn } from '../context/addresses.ts'
import { localeIn } from '../context/locale.ts'
import { languagesAt } from '../context/published.ts'
import type { Locale } from '../context/types.ts'
import { Globe } from './icons.tsx'
import { EnglishFallback, isTranslated, TranslatedInline, type WordsOf } from './translated.tsx'

/**
 * The languages of a page, each by its own name, in its own script: one line on a phone, which opens; on a wide screen all of them.
 * `before`: what stands before them.
 */
export const LanguageRow = ({
  locale,
  path,
  english = path,
  before,
}: {
  locale: Locale
  path: string
  english?: string
  before?: Child
}) => {
  const others = languagesAt(locale, path).map(({ language }) => language)
  const own = locale.language?.id ?? null
  return (
    <nav class="langs" aria-label={locale.t('get-help.languages')}>
      <div class="wrap">
        {before}
        <details>
          <summary>
            <Globe />
            <b>
              <TranslatedInline locale={locale} words={({ t }) => t('get-help.languages')} />
            </b>
            <span class="some" aria-hidden="true">
              {own ? (
                <>
                  <bdi lang="en">{locale.english.t('site.english')}</bdi> ·{' '}
                </>
              ) : null}
              {named(others.filter(({ id }) => id !== own)).map(({ id, name }) => (
                <>
                  <bdi lang={id}>{name}</bdi> ·{' '}
                </>
              ))}
              …
            </span>
          </summary>
          <ul>
            <li>
              <Link tag="en" name={locale.english.t('site.english')} href={english} here={own === null} />
            </li>
            {others.map((language) => (
              <li>
                <Link
                  tag={language.id}
                  name={language.name}
                  english={lacking.has(language.face) ? language.english : undefined}
                  href={addressIn(language, path)}
                  here={own === language.id}
                />
              </li>
            ))}
          </ul>
        </details>
      </div>
    </nav>
  )
}

/** Scripts for which a machine may have no font: there the name would be empty boxes, so its English stands beside it. */
const lacking: ReadonlySet<string> = new Set<Language['face']>(['arabic', 'ethiopic'])

/** Two are named on the closed row: one in Latin or Cyrillic letters, which every machine has, and one in another script. */
const named = (languages: readonly Language[]): Language[] =>
  [false, true].flatMap((other) => languages.find(({ face }) => lacking.has(face) === other) ?? [])

type LinkProps = { tag: string; name: string; english?: string | undefined; href: string; here: boolean }

const Link = ({ tag, name, english, href, here }: LinkProps) => (
  <a lang={tag} hreflang={tag} href={href} aria-current={here ? 'page' : undefined}>
    {name}
    {english ? (
      <>
        {' '}
        <span lang="en" dir="ltr">
          {english}
        </span>
      </>
    ) : null}
  </a>
)

/** "Get help" in the language that the reader's browser asks for, as that page calls itself. */
export const InYourLanguage = ({ locale, language }: { locale: Locale; language: Language }) => {
  const translations = languagesAt(locale, '/get-help').find((one) => one.language.id === language.id)
  if (!translations) return null
  const own = localeIn(locale.english, translations)
  const said = isTranslated(own, { in: titleOf, also: ['page.get-help.title'] })
  return (
    <a class="yours" href={addressIn(language, '/get-help')} hreflang={language.id}>
      <span lang={language.id} dir={language.direction}>
        <b>{language.name}</b>
        {said ? `: ${titleOf(own)}` : null}
      </span>
      {said ? null : `: ${titleOf(locale)}`}
    </a>
  )
}

const titleOf = ({ pack }: Locale): string => pack.pages.get('get-help')?.title ?? ''

/** For search engines: the same page in its other languages. A draft asks them to leave it (layout/head.tsx). */
export const languageLinks = (locale: Locale, path: string) =>
  locale.englishFallback ? null : (
    <>
      <link rel="alternate" hreflang="en" href={locale.site.publishing.origin + path} />
      {languagesAt(locale, path).map(({ language }) => (
        <link rel="alternate" hreflang={language.id} href={locale.site.publishing.origin + addressIn(language, path)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={locale.site.publishing.origin + path} />
    </>
  )

/**
 * One line that says that nobody has checked the translation, with what that means under it, and the English of that and of `words`; where a
 * person has, that some parts are in English, if they are.
 */
export const DraftNotice = ({ locale, words = [] }: { locale: Locale; words?: readonly WordsOf[] }) =>
  locale.englishFallback ? (
    <details class="draft">
      <summary>
        <TranslatedInline locale={locale} words={title} />
      </summary>
      {isTranslated(locale, means) ? <p>{means(locale)}</p> : null}
      {!locale.complete && isTranslated(locale, parts) ? <p>{parts(locale)}</p> : null}
      <p lang="en" dir="ltr">
        <b>{title(locale.english)}.</b> {means(locale.english)} {locale.complete ? null : parts(locale.english)}
      </p>
      <EnglishFallback locale={locale} words={words} />
    </details>
  ) : locale.complete ? null : (
    <section class="draft" aria-label={locale.english.t('site.english')} lang="en" dir="ltr">
      <p>{parts(locale.english)}</p>
    </section>
  )

const title = ({ t }: Locale) => t('draft.title')
const means = ({ t }: Locale) => t('draft.text')
const parts = ({ t }: Locale) => t('draft.parts')
