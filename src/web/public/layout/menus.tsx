import { longDate } from '../../../format/when.ts'
import { Mark } from '../../components/icons.tsx'
import { Ring999 } from '../../components/ring-999.tsx'
import { TranslatedInline } from '../../components/translated.tsx'
import type { Locale, MenuId } from '../../context/types.ts'
import { inEnglish } from './in-english.ts'
import type { PageParts } from './page.ts'

/** The entries of a menu, in its order: each stands in the registry's entry of its page. */
const entriesOf = (locale: Locale, menu: 'top' | 'foot'): { id: MenuId; path: string }[] =>
  locale.site.pages
    .flatMap(({ path, menu: place }) => (place?.[menu] === undefined ? [] : [{ id: place.id, path, number: place[menu] }]))
    .sort((a, b) => a.number - b.number)

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
          {entriesOf(locale, 'top').map(({ id, path }) => (
            <a {...inEnglish(locale)} href={path} aria-current={page.path === path ? 'page' : page.nav === id ? 'true' : undefined}>
              {locale.english.t(`nav.${id}`)}
            </a>
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
export const Foot = ({ locale, site }: { locale: Locale; site: string }) => {
  const { t } = locale
  return (
    <footer id="menu">
      <div class="wrap">
        <div class="ring-now" {...inEnglish(locale)}>
          <Ring999 locale={locale.english} words="home.danger" />
        </div>
        <a class="up" href="#main">
          <TranslatedInline locale={locale} words={({ t }) => t('site.top')} />
        </a>
        <nav aria-label={t('site.all-pages')}>
          <ul {...inEnglish(locale)}>
            {entriesOf(locale, 'foot').map(({ id, path }) => (
              <li>
                <a href={path}>{locale.english.t(`nav.${id}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p {...inEnglish(locale)}>
          {locale.english.t('site.foot', { site, date: longDate(checkedOn(locale)) })}{' '}
          <a href="/about#wrong">{locale.english.t('site.wrong')}</a>
        </p>
        <p {...inEnglish(locale)}>
          {locale.english.t.rich('site.licence', { a: (inner) => <a href="https://creativecommons.org/licenses/by/4.0/">{inner}</a> })}
        </p>
      </div>
    </footer>
  )
}

/** The day on which the newest of the pack's numbers was compared with its source. */
const checkedOn = ({ pack }: Locale): Temporal.PlainDate =>
  Temporal.PlainDate.from(pack.services.map((s) => s.checked).reduce((a, b) => (a > b ? a : b)))
