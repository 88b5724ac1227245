import type { PageParts } from '../layout/shell.tsx'
import { Tell } from '../parts/tell.tsx'
import { needServer, searchDocuments } from '../search/documents.ts'
import type { Moment, Site } from '../site.ts'
import { Masthead } from './intro.tsx'
import { DangerLine } from './search.tsx'

/** The check of signs where no program can read an answer: the place is chosen by a link, and its page has the rest. */
export const checkByPlace = (moment: Moment): PageParts => {
  const { site } = moment
  const { say, pack } = site
  return {
    title: say('signs.check'),
    harmless: true,
    description: say('still.check'),
    path: '/signs/check',
    nav: 'signs',
    exit: true,
    rest: true,
    body: (
      <div class="wrap">
        <div class="head">
          <a class="back" href="/signs">
            {say('site.back')}
          </a>
          <h1>{say('check.where')}</h1>
          <p class="lead">{say('still.check')}</p>
        </div>
        <div class="two">
          <ul class="list">
            {pack.sectors.map((sector) => (
              <li>
                <a href={`/sectors/${sector.id}`}>{sector.name}</a>
              </li>
            ))}
            <li>
              <a href="/signs">{say('check.somewhere-else')}</a>
            </li>
          </ul>
          <Tell moment={moment} sector={null} />
        </div>
      </div>
    ),
  }
}

/** In the place of a page with a form that nobody would read: its title, why it does not ask, and whom to ring. */
export const withoutForm = (moment: Moment, { form: _form, ...page }: PageParts): PageParts => ({
  ...page,
  body: (
    <>
      <Masthead site={moment.site} title={page.title} lead={moment.site.say('still.no-form')} />
      <div class="wrap body">
        <Tell moment={moment} sector={null}>
          <p>
            <a href="/get-help">{moment.site.say('home.all-numbers')}</a>
          </p>
        </Tell>
      </div>
    </>
  ),
})

/** Search where no program can read a form: every page by its title, in groups by what the reader may do. */
export const searchHere = ({ site }: Moment): PageParts => {
  const { say } = site
  return {
    title: say('search.title'),
    harmless: true,
    description: say('search.description'),
    path: '/search',
    nav: 'search',
    exit: true,
    rest: true,
    form: true,
    above: <DangerLine site={site} />,
    body: (
      <div class="wrap">
        <div class="question">
          <div class="head">
            <h1>{say('search.title')}</h1>
          </div>
          <p>{say('still.search')}</p>
          <EveryPage site={site} />
        </div>
      </div>
    ),
  }
}

const EveryPage = ({ site }: { site: Site }) => {
  const { say } = site
  const pages = searchDocuments(site.pack).filter(({ href }) => !href.includes('#') && !needServer.includes(href))
  const groups = [...new Set(pages.map(({ group }) => group))]
  return (
    <div class="results" id="pages">
      {groups.map((group) => (
        <section aria-labelledby={`all-${group}`}>
          <h2 id={`all-${group}`}>{say(`found.${group}`)}</h2>
          <ul>
            {pages
              .filter((page) => page.group === group)
              .sort((a, b) => a.title.localeCompare(b.title, say.locale))
              .map(({ href, title, language }) => (
                <li lang={language?.tag} dir={language?.direction}>
                  <a href={href}>{title}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
