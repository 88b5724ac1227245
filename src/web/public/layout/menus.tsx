import type { Child } from 'hono/jsx'
import { longDate } from '../../../format/when.ts'
import { Mark } from '../../components/icons.tsx'
import { Ring999 } from '../../components/ring-999.tsx'
import { langAttributes, localeFor, Translated, TranslatedInline } from '../../components/translated.tsx'
import { addressFrom } from '../../context/published.ts'
import type { Locale, MenuId } from '../../context/types.ts'
import type { PageParts } from './page.ts'

/** The entries of a menu, in its order: each stands in the registry's entry of its page. */
const entriesOf = (locale: Locale, menu: 'top' | 'foot'): { id: MenuId; path: string }[] =>
  locale.site.pages
    .flatMap(({ path, menu: place }) => (place?.[menu] === undefined ? [] : [{ id: place.id, path, number: place[menu] }]))
    .sort((a, b) => a.number - b.number)

/** A place to go, in the page's language as far as that has words for it: to the page in that language, or in English where there is none. */
const Entry = ({ locale, page, id, path }: { locale: Locale; page: PageParts; id: MenuId; path: string }) => {
  const words = ({ t }: Locale) => t(`nav.${id}`)
  const href = addressFrom(locale, path)
  return (
    <a {...langAttributes(locale, words)} href={href} aria-current={page.path === href ? 'page' : page.nav === id ? 'true' : undefined}>
      {words(localeFor(locale, words))}
    </a>
  )
}

/** The site's name, which leads home, and the row of the first places to go. */
export const Top = ({ locale, page }: { locale: Locale; page: PageParts }) => {
  const { t, pack } = locale
  return (
    <header class="top">
      <div class="wrap">
        <a class="brand" href="/">
          <Mark size={44} />
          <span>
            <b>{pack.brand.name}</b>
            <small>{pack.partnership.area}</small>
          </span>
        </a>
        <nav class="nav" aria-label={t('site.main-nav')}>
          {entriesOf(locale, 'top').map((entry) => (
            <Entry locale={locale} page={page} {...entry} />
          ))}
        </nav>
        <a class="menu" href="#menu">
          <TranslatedInline locale={locale} words={({ t }) => t('site.menu')} />
        </a>
      </div>
    </header>
  )
}

/** At the foot of every page: 999, the list of all places to go, which a phone's "Menu" leads to, and what the numbers rest on. */
export const Foot = ({ locale, page, site }: { locale: Locale; page: PageParts; site: string }) => (
  <footer id="menu">
    <div class="wrap">
      <div class="ring-now" {...langAttributes(locale, dangerSaid)}>
        <Ring999 locale={localeFor(locale, dangerSaid)} words="site.danger" />
      </div>
      <a class="up" href="#main">
        <TranslatedInline locale={locale} words={({ t }) => t('site.top')} />
      </a>
      <nav aria-label={locale.t('site.all-pages')}>
        <ul>
          {entriesOf(locale, 'foot').map((entry) => (
            <li>
              <Entry locale={locale} page={page} {...entry} />
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <TranslatedInline locale={locale} words={({ t }) => t('site.foot', { site, date: longDate(checkedOn(locale), t.locale) })} />{' '}
        <a href="/about#wrong">
          <TranslatedInline locale={locale} words={({ t }) => t('site.wrong')} />
        </a>
      </p>
      <Translated as="p" locale={locale} words={licenceSaid} />
    </div>
  </footer>
)

/** What the 999 line says, to find out in which language it is said. */
const dangerSaid = ({ t }: Locale): Child => t.rich<Child>('site.danger', { number: '', a: () => '' })

const licenceSaid = ({ t }: Locale): Child =>
  t.rich<Child>('site.licence', { a: (inner) => <a href="https://creativecommons.org/licenses/by/4.0/">{inner}</a> })

/** The day on which the newest of the pack's numbers was compared with its source. */
const checkedOn = ({ pack }: Locale): Temporal.PlainDate =>
  Temporal.PlainDate.from(pack.services.map((s) => s.checked).reduce((a, b) => (a > b ? a : b)))
