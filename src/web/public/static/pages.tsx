import { firstOf } from '../../../domain/services/serves.ts'
import { Lines } from '../../components/lines.tsx'
import { Tell } from '../../components/tell.tsx'
import type { Moment, Site } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Danger } from '../pages/get-help.tsx'
import { Masthead } from '../pages/intro.tsx'
import { needServer, searchDocuments } from '../search/documents.ts'
import { DangerLine, SearchForm } from '../search/pages.tsx'

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
        <a class="back" href="/signs">
          {say('site.back')}
        </a>
        <div class="head">
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

/** Search where no program can read a form: a script searches (script/search.ts), and below stands every page, in groups by what the reader may do. */
export const searchHere = (moment: Moment): PageParts => {
  const { site } = moment
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
          <div id="search">
            <p>{say('still.search')}</p>
          </div>
          <EveryPage site={site} />
          <template id="search-form">
            <SearchForm site={site} />
            <p class="small">{say('still.search-kept')}</p>
          </template>
          <template id="search-urgent">
            <div class="stack">
              <Danger site={site} />
              <section class="flow" aria-labelledby="lines">
                <h2 id="lines">{say('search.urgent')}</h2>
                <Lines moment={moment} ids={firstOf(site.pack.getHelp.yourself, site.pack.services, 3)} classes="three" />
                <p>
                  <a href="/get-help">{say('home.all-numbers')}</a>
                </p>
              </section>
            </div>
          </template>
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
