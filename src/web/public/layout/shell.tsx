import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { longDate } from '../../../format/when.ts'
import { Mark, WayOut } from '../../components/icons.tsx'
import { Ring999 } from '../../components/ring-999.tsx'
import { isTranslated, SaidHere } from '../../components/translated.tsx'
import { addressFrom } from '../../context/published.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { ExitThisPage } from '../../govuk/exit-this-page.tsx'
import { SkipLink } from '../../govuk/skip-link.tsx'
import { safetyHeaders } from '../../http/headers.ts'
import { nowScripts } from '../static/scripts/now.ts'
import { searchFiles } from '../static/scripts/search.ts'
import type { NavId, PageParts } from './page.ts'

const navigation: readonly NavId[] = ['get-help', 'signs', 'sectors', 'report', 'support', 'search']
const footer = [
  'get-help',
  'signs',
  'sectors',
  'report',
  'support',
  'your-rights',
  'search',
  'resources',
  'news',
  'about',
  'your-safety',
  'accessibility',
  'privacy',
] as const

/** The whole document around a page. `shared`: it is what its address gives to everybody, so the address may be passed on. */
export const Shell = ({ context: given, page, shared }: { context: RenderContext; page: PageParts; shared: boolean }) => {
  const locale = page.locale ?? given.locale
  const context = { ...given, locale }
  const {
    t,
    pack,
    site: { assets },
  } = locale
  const name = pack.brand.name
  const full = t('site.in-area', { site: name, area: pack.partnership.area })
  const title = page.path === '/' ? full : t('site.title', { page: page.title, site: page.harmless ? name : full })
  return (
    <html lang={t.language} dir={locale.language?.direction} class={page.exit ? 'has-out' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {locale.site.publishing.static ? <Policy /> : null}
        <title>{title}</title>
        <meta name="description" content={page.description} />
        {locale.site.publishing.adopted && !locale.englishFallback && !page.unlisted ? null : (
          <meta name="robots" content="noindex, nofollow" />
        )}
        <meta name="theme-color" content={locale.site.palette['sun-pale']} />
        {page.path === null ? null : <link rel="canonical" href={page.canonical ?? locale.site.publishing.origin + page.path} />}
        <link rel="icon" href={assets.icon} />
        <link rel="preload" as="font" type="font/woff2" href={assets.url(fontOf(locale))} crossorigin="anonymous" />
        <link rel="stylesheet" href={assets.url('first.css')} />
        {page.rest ? <link rel="stylesheet" href={assets.url('rest.css')} /> : null}
        {page.pictures ? <link rel="stylesheet" href={assets.url('pictures.css')} /> : null}
        {page.form ? <link rel="stylesheet" href={assets.url(`${page.form === true ? 'forms' : page.form}.css`)} /> : null}
        {page.sheet ? <link rel="stylesheet" href={assets.url(`${page.sheet}.css`)} /> : null}
        {page.exit ? <script src={scriptOf(locale, page)} type="module" /> : null}
        {shared ? <Preview locale={locale} page={page} name={page.harmless ? name : full} /> : null}
        {page.head}
      </head>
      <body>
        <SkipLink html={<SaidHere locale={locale} words={({ t }) => t('site.skip')} />} href="#main" />
        <Strip context={context} exit={page.exit} />
        <header class="top">
          <div class="wrap">
            <a class="brand" href="/">
              <Mark size={44} />
              <span>
                <b>{name}</b>
                <small>{pack.partnership.area}</small>
              </span>
            </a>
            <nav class="nav" aria-label={t('site.main-nav')}>
              {navigation.map((id) => (
                <a
                  {...inEnglish(locale)}
                  href={`/${id}`}
                  aria-current={page.path === `/${id}` ? 'page' : page.nav === id ? 'true' : undefined}
                >
                  {locale.english.t(`nav.${id}`)}
                </a>
              ))}
            </nav>
            <a class="menu" href="#menu">
              <SaidHere locale={locale} words={({ t }) => t('site.menu')} />
            </a>
          </div>
        </header>
        {page.above}
        <main id="main" tabindex={-1}>
          {page.body}
        </main>
        <Hills />
        <footer id="menu">
          <div class="wrap">
            <div class="ring-now" {...inEnglish(locale)}>
              <Ring999 locale={locale.english} words="home.danger" />
            </div>
            <nav aria-label={t('site.all-pages')}>
              <ul {...inEnglish(locale)}>
                {footer.map((id) => (
                  <li>
                    <a href={`/${id}`}>{locale.english.t(`nav.${id}`)}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <p {...inEnglish(locale)}>
              {locale.english.t('site.foot', { site: full, date: longDate(checkedOn(context)) })}{' '}
              <a href="/about#wrong">{locale.english.t('site.wrong')}</a>
            </p>
            <p {...inEnglish(locale)}>
              {locale.english.t.rich('site.licence', { a: (inner) => <a href="https://creativecommons.org/licenses/by/4.0/">{inner}</a> })}
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}

/** One script a page: written as a file it also says what is so now, and searches. */
const scriptOf = (locale: Locale, { faulty, filters, path }: PageParts): string | undefined => {
  if (!locale.site.publishing.static) return locale.site.assets.url(filters ? 'filter.js' : faulty ? 'errors.js' : 'exit.js')
  return path === '/search' ? searchFiles(locale).page.path : nowScripts(locale).get(locale.t.language)?.path
}

/** Some hosts of files send no headers of ours. `frame-ancestors` counts in a header only (CSP 3, 6.4.2), and browsers complain of it here. */
const Policy = () => (
  <>
    <meta http-equiv="content-security-policy" content={safetyHeaders['content-security-policy']?.replace(/; frame-ancestors [^;]*/, '')} />
    <meta name="referrer" content={safetyHeaders['referrer-policy']} />
  </>
)

/**
 * What shows where the page's address is shared (ogp.me): its own title, harmless where that is, and its picture, whose words stand in
 * `alt`. An address of a picture must be whole.
 */
const Preview = ({ locale, page, name }: { locale: Locale; page: PageParts; name: string }) => {
  if (page.path === null) return null
  const card = locale.site.shareImages.get(page.path)
  return (
    <>
      <meta property="og:title" content={page.title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:type" content={page.canonical ? 'article' : 'website'} />
      <meta property="og:url" content={page.canonical ?? locale.site.publishing.origin + page.path} />
      <meta property="og:site_name" content={name} />
      {card ? (
        <>
          <meta property="og:image" content={locale.site.publishing.origin + card.url} />
          <meta property="og:image:alt" content={locale.t('site.title', { page: page.title, site: name })} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      ) : null}
    </>
  )
}

/** The font that the first words of a page need. */
const fontOf = ({ language }: Locale): string => `${language?.face ?? 'atkinson'}.woff2`

/** Names of pages that are in English only. */
const inEnglish = (locale: Locale): { lang?: string; dir?: string } => (locale.language ? { lang: 'en', dir: 'ltr' } : {})

/** The demonstration line until a partnership has adopted the pack, and the way out. */
const Strip = ({ context: { locale }, exit }: { context: RenderContext; exit: boolean }) => {
  const { t, pack } = locale
  if (locale.site.publishing.adopted && !exit && !locale.site.publishing.demonstration) return null
  return (
    <section class="strip" aria-label={t('site.leaving')}>
      <div class="wrap">
        {locale.site.publishing.adopted && !locale.site.publishing.demonstration ? (
          <span />
        ) : (
          <p class="demo">
            {locale.site.publishing.demonstration ? <b {...inEnglish(locale)}>{locale.english.t('site.with-drafts')}</b> : null}{' '}
            {locale.site.publishing.adopted ? null : <SaidHere locale={locale} words={demonstration} />}{' '}
            {locale.language && !locale.site.publishing.adopted && isTranslated(locale, demonstration) ? (
              <span {...inEnglish(locale)}>{demonstration(locale.english)}</span>
            ) : null}
          </p>
        )}
        {exit ? (
          <div class="out">
            <a href={addressFrom(locale, '/your-safety')}>
              <SaidHere locale={locale} words={({ t }) => t('site.your-safety')} />
            </a>
            <ExitThisPage
              redirectUrl={pack.partnership.exit}
              html={
                <>
                  <WayOut />
                  <SaidHere locale={locale} words={({ t }) => t('site.leave')} />
                </>
              }
              activatedText={t('site.leave-done')}
              timedOutText={t('site.leave-timed-out')}
              pressTwoMoreTimesText={t('site.leave-two-more')}
              pressOneMoreTimeText={t('site.leave-one-more')}
            />
          </div>
        ) : null}
      </div>
    </section>
  )
}

const demonstration = ({ t, pack }: Locale): Child =>
  t.rich<Child>('site.demonstration', { partnership: pack.partnership.name, b: (inner) => <b>{inner}</b> })

/** The day on which the newest of the pack's numbers was compared with its source. */
const checkedOn = ({ locale }: RenderContext): Temporal.PlainDate =>
  Temporal.PlainDate.from(locale.pack.services.map((s) => s.checked).reduce((a, b) => (a > b ? a : b)))

const Hills = () => (
  <svg class="hills" viewBox="0 0 1200 100" preserveAspectRatio="none" aria-hidden="true">
    <path fill="var(--ground)" d="M0 66C190 14 430 12 640 50s390 18 560-24v74H0z" />
    <path fill="currentColor" d="M0 90C250 44 530 58 770 80s290-8 430-26v46H0z" />
  </svg>
)

/** The document as bytes begin: doctype, then the shell. An answer to a form is for one reader: not shared. */
export const documentOf = (context: RenderContext, page: PageParts, shared = false): string =>
  `<!doctype html>${String(raw(String(<Shell context={context} page={page} shared={shared} />)))}`
