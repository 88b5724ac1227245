import type { Child } from 'hono/jsx'
import { firstOf } from '../../../domain/services/serves.ts'
import { Lines } from '../../components/lines.tsx'
import { Problems } from '../../components/problems.tsx'
import { Ring999 } from '../../components/ring-999.tsx'
import { StatePill } from '../../components/state.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { Button } from '../../govuk/button.tsx'
import { Input } from '../../govuk/input.tsx'
import { hole } from '../../http/page-template.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Danger } from '../pages/get-help.tsx'
import type { SearchDocument } from './documents.ts'
import type { Found } from './find.ts'

/** The page has one title whatever was looked for: it stays in the browser's history. */
const page = (site: Site, body: Child, { faulty = false, calm = true } = {}): PageParts => ({
  title: faulty ? `${site.say('check.error-prefix')}: ${site.say('search.title')}` : site.say('search.title'),
  harmless: true,
  description: site.say('search.description'),
  path: '/search',
  nav: 'search',
  exit: true,
  faulty,
  rest: true,
  form: true,
  above: calm ? <DangerLine site={site} /> : undefined,
  body: <div class="wrap">{body}</div>,
})

/** Before all else and in few words: whoever is in danger may have come here first. */
export const DangerLine = ({ site }: { site: Site }) => (
  <aside class="ring-first" aria-label={site.say('get-help.ring-999')}>
    <div class="wrap">
      <Ring999 site={site} words="search.danger" />
    </div>
  </aside>
)

/** `autocomplete` off: or the browser would offer what was typed to whoever comes next. */
export const SearchForm = ({ site, query = '', faulty = false }: { site: Site; query?: string; faulty?: boolean }) => {
  const { say } = site
  return (
    <form method="post" action="/search" class="search" novalidate>
      <Input
        id="q"
        name="q"
        type="search"
        value={query}
        autocomplete="off"
        spellcheck={false}
        label={{ text: say('search.label') }}
        hint={{ text: say('search.hint') }}
        {...(faulty ? { errorMessage: { text: say('search.empty-error'), visuallyHiddenText: say('check.error-prefix') } } : {})}
      />
      <Button text={say('search.button')} />
    </form>
  )
}

/** The empty form; `faulty`: it was sent empty. */
export const searchPage = ({ site }: Moment, faulty = false): PageParts => {
  const { say } = site
  return page(
    site,
    <div class="question">
      <Problems site={site} errors={faulty ? [{ text: say('search.empty-error'), href: '#q' }] : []} />
      <div class="head">
        <h1>{say('search.title')}</h1>
      </div>
      <SearchForm site={site} faulty={faulty} />
      <p class="small">{say('search.kept')}</p>
      <div class="results">
        <Starts site={site} />
      </div>
    </div>,
    { faulty },
  )
}

/** The shell of results; its hole is for all that the words decide. Where they are urgent the panel stands in the place of the line. */
export const searchShell = ({ site }: Moment, urgent: boolean): PageParts => page(site, hole, { calm: !urgent })

export const SearchResults = ({ moment, query, found }: { moment: Moment; query: string; found: Found }) => {
  const { site } = moment
  const { say, pack } = site
  const { urgent, groups } = found
  return (
    <>
      <div class="head">
        <h1>{say(groups.length || urgent ? 'search.results' : 'search.none')}</h1>
      </div>
      {urgent ? (
        <div class="stack">
          <Danger site={site} />
          <section class="flow" aria-labelledby="lines">
            <h2 id="lines">{say('search.urgent')}</h2>
            <Lines moment={moment} ids={firstOf(pack.getHelp.yourself, pack.services, 3)} classes="three" />
            <p>
              <a href="/get-help">{say('home.all-numbers')}</a>
            </p>
          </section>
        </div>
      ) : null}
      <div class="results">
        {groups.map(({ group, results }) => (
          <section aria-labelledby={`found-${group}`}>
            <h2 id={`found-${group}`}>{say(`found.${group}`)}</h2>
            <ul>
              {results.map((result) => (
                <Result moment={moment} result={result} />
              ))}
            </ul>
          </section>
        ))}
        {groups.length ? null : (
          <>
            {urgent ? null : <p>{say('search.none-text')}</p>}
            <Starts site={site} />
          </>
        )}
      </div>
      <SearchForm site={site} query={query} />
      <p class="small">{say('search.kept')}</p>
    </>
  )
}

const Result = ({ moment, result: { href, title, summary, service, language } }: { moment: Moment; result: SearchDocument }) => (
  <li lang={language?.tag} dir={language?.direction}>
    <a href={href}>{title}</a>
    {service ? (
      <p>
        <StatePill moment={moment} id={service} />
      </p>
    ) : null}
    {summary ? <p>{summary}</p> : null}
  </li>
)

/** Where to begin who has found nothing, or does not know what to type. */
const Starts = ({ site }: { site: Site }) => (
  <section aria-labelledby="starts">
    <h2 id="starts">{site.say('search.starts')}</h2>
    <ul>
      {(['get-help', 'signs', 'sectors'] as const).map((id) => (
        <li>
          <a href={`/${id}`}>{site.pack.pages.get(id)?.title}</a>
          <p>{site.pack.pages.get(id)?.description}</p>
        </li>
      ))}
    </ul>
  </section>
)
