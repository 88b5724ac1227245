import { addressIn } from '../context/addresses.ts'
import { languagesAt } from '../context/published.ts'
import type { Site } from '../context/site.ts'
import { English, isSpoken, Said } from './translated.tsx'

/** The languages of a page, each by its own name, in its own script. */
export const LanguageRow = ({ site, path }: { site: Site; path: string }) => (
  <nav class="langs" aria-label={site.say('get-help.languages')}>
    <ul class="wrap">
      <li>
        <Link tag="en" name={site.english.say('site.english')} href={path} here={site.language === null} />
      </li>
      {languagesAt(site, path).map(({ language }) => (
        <li>
          <Link tag={language.id} name={language.name} href={addressIn(language, path)} here={site.language?.id === language.id} />
        </li>
      ))}
    </ul>
  </nav>
)

const Link = ({ tag, name, href, here }: { tag: string; name: string; href: string; here: boolean }) => (
  <a lang={tag} hreflang={tag} href={href} aria-current={here ? 'page' : undefined}>
    {name}
  </a>
)

/** For search engines: the same page in its other languages. */
export const languageLinks = (site: Site, path: string) => (
  <>
    <link rel="alternate" hreflang="en" href={site.origin + path} />
    {languagesAt(site, path).map(({ language }) => (
      <link rel="alternate" hreflang={language.id} href={site.origin + addressIn(language, path)} />
    ))}
    <link rel="alternate" hreflang="x-default" href={site.origin + path} />
  </>
)

/**
 * Says in both languages that nobody has checked the translation; where a person has, that some parts are in English, if they are.
 */
export const DraftNotice = ({ site }: { site: Site }) =>
  site.beside ? (
    <section class="draft" aria-label={site.say('draft.title')}>
      {isSpoken(site, title) ? (
        <p>
          <b>{title(site)}</b>
        </p>
      ) : null}
      <p lang="en" dir="ltr">
        <b>{title(site.english)}</b>
      </p>
    </section>
  ) : site.whole ? null : (
    <section class="draft" aria-label={site.english.say('site.english')} lang="en" dir="ltr">
      <p>{parts(site.english)}</p>
    </section>
  )

const title = ({ say }: Site) => say('draft.title')
const means = ({ say }: Site) => say('draft.text')
const parts = ({ say }: Site) => say('draft.parts')

/** What that means; below the danger panel, which comes before all else. */
export const DraftMeans = ({ site }: { site: Site }) =>
  site.beside ? (
    <>
      <Said as="p" site={site} words={means} />
      {site.whole ? null : <Said as="p" site={site} words={parts} />}
      <English site={site} words={[means, parts]} />
    </>
  ) : null
