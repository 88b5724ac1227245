import type { Site } from '../site.ts'
import { addressIn } from '../words/addresses.ts'
import { languagesAt } from '../words/published.ts'
import { English } from './english.tsx'

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

/** Says in both languages that nobody has checked the translation; nothing where a person has. */
export const DraftNotice = ({ site }: { site: Site }) =>
  site.beside ? (
    <section class="draft" aria-label={site.say('draft.title')}>
      <p>
        <b>{site.say('draft.title')}</b>
      </p>
      <p lang="en" dir="ltr">
        <b>{site.beside.say('draft.title')}</b>
      </p>
    </section>
  ) : null

/** What that means; below the danger panel, which comes before all else. */
export const DraftMeans = ({ site }: { site: Site }) =>
  site.beside ? (
    <>
      <p>{site.say('draft.text')}</p>
      <English site={site}>{(english) => english.say('draft.text')}</English>
    </>
  ) : null
