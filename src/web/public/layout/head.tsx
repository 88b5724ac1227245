import type { Locale } from '../../context/types.ts'
import { safetyHeaders } from '../../http/headers.ts'
import { nowScripts } from '../static/scripts/now.ts'
import { searchFiles } from '../static/scripts/search.ts'
import type { PageParts } from './page.ts'

type Props = {
  locale: Locale
  page: PageParts
  /** What the site calls itself beside the page's title. */
  name: string
  title: string
  /** What its address gives to everybody: the address may be passed on. */
  shared: boolean
}

/** What browsers, search engines and chats are told of a page, and what it is shown with. */
export const Head = ({ locale, page, name, title, shared }: Props) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    {locale.site.publishing.static ? <Policy /> : null}
    <title>{title}</title>
    <meta name="description" content={page.description} />
    {locale.site.publishing.adopted && !locale.englishFallback ? null : <meta name="robots" content="noindex, nofollow" />}
    <meta name="theme-color" media="(prefers-color-scheme: light)" content={locale.site.palette['sun-pale']} />
    {page.path === null ? null : <link rel="canonical" href={page.canonical ?? locale.site.publishing.origin + page.path} />}
    <link rel="icon" href={locale.site.assets.icon} />
    <link rel="preload" as="font" type="font/woff2" href={locale.site.assets.url(fontOf(locale))} crossorigin="anonymous" />
    <link rel="stylesheet" href={locale.site.assets.url(locale.language ? `tongues-${locale.language.face}.css` : 'first.css')} />
    {page.rest ? <link rel="stylesheet" href={locale.site.assets.url('rest.css')} /> : null}
    {page.pictures ? <link rel="stylesheet" href={locale.site.assets.url('pictures.css')} /> : null}
    {page.form ? <link rel="stylesheet" href={locale.site.assets.url(`${page.form === true ? 'forms' : page.form}.css`)} /> : null}
    {page.sheet ? <link rel="stylesheet" href={locale.site.assets.url(`${page.sheet}.css`)} /> : null}
    {page.exit ? <script src={scriptOf(locale, page)} type="module" /> : null}
    {shared ? <Preview locale={locale} page={page} name={name} /> : null}
    {page.head}
  </head>
)

/** One script a page: written as a file it also says what is so now, and searches. */
const scriptOf = (locale: Locale, { faulty, filters, waits, searches }: PageParts): string | undefined => {
  if (!locale.site.publishing.static)
    return locale.site.assets.url(filters ? 'filter.js' : waits ? 'wait.js' : faulty ? 'errors.js' : 'exit.js')
  return searches ? searchFiles(locale).page.path : nowScripts(locale).get(locale.t.language)?.path
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
  const image = locale.site.shareImages.get(page.path)
  return (
    <>
      <meta property="og:title" content={page.title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:type" content={page.canonical ? 'article' : 'website'} />
      <meta property="og:url" content={page.canonical ?? locale.site.publishing.origin + page.path} />
      <meta property="og:site_name" content={name} />
      {image ? (
        <>
          <meta property="og:image" content={locale.site.publishing.origin + image.url} />
          <meta property="og:image:alt" content={locale.t('site.title', { page: page.title, site: name })} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      ) : null}
    </>
  )
}

/** The font that the first words of a page need. */
const fontOf = ({ language }: Locale): string => `${language?.face ?? 'atkinson'}.woff2`
