import type { Language } from '../../domain/languages/language.ts'
import { addressIn } from '../context/addresses.ts'
import { languagesAt } from '../context/published.ts'
import type { Locale } from '../context/types.ts'
import { EnglishFallback, isTranslated, Translated } from './translated.tsx'

/** The languages of a page, each by its own name, in its own script. */
export const LanguageRow = ({ locale, path }: { locale: Locale; path: string }) => (
  <nav class="langs" aria-label={locale.t('get-help.languages')}>
    <ul class="wrap">
      <li>
        <Link tag="en" name={locale.english.t('site.english')} href={path} here={locale.language === null} />
      </li>
      {languagesAt(locale, path).map(({ language }) => (
        <li>
          <Link
            tag={language.id}
            name={language.name}
            english={lacking.has(language.face) ? language.english : undefined}
            href={addressIn(language, path)}
            here={locale.language?.id === language.id}
          />
        </li>
      ))}
    </ul>
  </nav>
)

/** Scripts for which a machine may have no font: there the name would be empty boxes, so its English stands beside it. */
const lacking: ReadonlySet<string> = new Set<Language['face']>(['arabic', 'ethiopic'])

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

/** For search engines: the same page in its other languages. */
export const languageLinks = (locale: Locale, path: string) => (
  <>
    <link rel="alternate" hreflang="en" href={locale.site.publishing.origin + path} />
    {languagesAt(locale, path).map(({ language }) => (
      <link rel="alternate" hreflang={language.id} href={locale.site.publishing.origin + addressIn(language, path)} />
    ))}
    <link rel="alternate" hreflang="x-default" href={locale.site.publishing.origin + path} />
  </>
)

/**
 * Says in both languages that nobody has checked the translation; where a person has, that some parts are in English, if they are.
 */
export const DraftNotice = ({ locale }: { locale: Locale }) =>
  locale.englishFallback ? (
    <section class="draft" aria-label={locale.t('draft.title')}>
      {isTranslated(locale, title) ? (
        <p>
          <b>{title(locale)}</b>
        </p>
      ) : null}
      <p lang="en" dir="ltr">
        <b>{title(locale.english)}</b>
      </p>
    </section>
  ) : locale.complete ? null : (
    <section class="draft" aria-label={locale.english.t('site.english')} lang="en" dir="ltr">
      <p>{parts(locale.english)}</p>
    </section>
  )

const title = ({ t }: Locale) => t('draft.title')
const means = ({ t }: Locale) => t('draft.text')
const parts = ({ t }: Locale) => t('draft.parts')

/** What that means; below the danger panel, which comes before all else. */
export const DraftMeans = ({ locale }: { locale: Locale }) =>
  locale.englishFallback ? (
    <>
      <Translated as="p" locale={locale} words={means} />
      {locale.complete ? null : <Translated as="p" locale={locale} words={parts} />}
      <EnglishFallback locale={locale} words={[means, parts]} />
    </>
  ) : null
