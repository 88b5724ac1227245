import type { Child } from 'hono/jsx'
import { firstOf } from '../../../../domain/services/serves.ts'
import { Lines } from '../../../components/lines.tsx'
import { Problems } from '../../../components/problems.tsx'
import { Ring999 } from '../../../components/ring-999.tsx'
import { StatePill } from '../../../components/state.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import { Input } from '../../../govuk/input.tsx'
import { slot } from '../../../http/page-template.ts'
import type { PageParts } from '../../layout/page.ts'
import type { SearchDocument } from '../../search/document.ts'
import type { Found } from '../../search/find.ts'
import { Danger } from '../get-help/danger.tsx'

/** The page has one title whatever was looked for: it stays in the browser's history. */
export const searchAddress = '/search'
export const searchTitle = ({ t }: Locale): string => t('search.title')

const page = (locale: Locale, body: Child, { faulty = false, calm = true } = {}): PageParts => ({
  title: faulty ? `${locale.t('check.error-prefix')}: ${searchTitle(locale)}` : searchTitle(locale),
  harmless: true,
  description: locale.t('search.description'),
  path: searchAddress,
  nav: 'search',
  exit: true,
  faulty,
  rest: true,
  form: true,
  above: calm ? <DangerLine locale={locale} /> : undefined,
  body: <div class="wrap">{body}</div>,
})

/** Before all else and in few words: whoever is in danger may have come here first. */
export const DangerLine = ({ locale }: { locale: Locale }) => (
  <section class="ring-first" aria-label={locale.t('get-help.ring-999')}>
    <div class="wrap">
      <Ring999 locale={locale} words="search.danger" />
    </div>
  </section>
)

/** `autocomplete` off: or the browser would offer what was typed to whoever comes next. */
export const SearchForm = ({ locale, query = '', faulty = false }: { locale: Locale; query?: string; faulty?: boolean }) => {
  const { t } = locale
  return (
    <form method="post" action="/search" class="search" novalidate>
      <Input
        id="q"
        name="q"
        type="search"
        value={query}
        autocomplete="off"
        spellcheck={false}
        label={{ text: t('search.label') }}
        hint={{ text: t('search.hint') }}
        {...(faulty ? { errorMessage: { text: t('search.empty-error'), visuallyHiddenText: t('check.error-prefix') } } : {})}
      />
      <Button text={t('search.button')} />
    </form>
  )
}

/** The empty form; `faulty`: it was sent empty. */
export const searchStart = ({ locale }: RenderContext, faulty = false): PageParts => {
  const { t } = locale
  return page(
    locale,
    <div class="question">
      <Problems locale={locale} errors={faulty ? [{ text: t('search.empty-error'), href: '#q' }] : []} />
      <div class="head">
        <h1>{t('search.title')}</h1>
      </div>
      <SearchForm locale={locale} faulty={faulty} />
      <p class="small">{t('search.kept')}</p>
      <div class="results">
        <Starts locale={locale} />
      </div>
    </div>,
    { faulty },
  )
}

/** The shell of results; its slot is for all that the words decide. Where they are urgent the panel stands in the place of the line. */
export const searchShell = ({ locale }: RenderContext, urgent: boolean): PageParts => page(locale, slot, { calm: !urgent })

export const SearchResults = ({ context, query, found }: { context: RenderContext; query: string; found: Found }) => {
  const { locale } = context
  const { t, pack } = locale
  const { urgent, groups } = found
  return (
    <>
      <div class="head">
        <h1>{t(groups.length || urgent ? 'search.results' : 'search.none')}</h1>
      </div>
      {urgent ? (
        <div class="stack">
          <Danger locale={locale} />
          <section class="flow">
            <h2 id="lines">{t('search.urgent')}</h2>
            <Lines context={context} ids={firstOf(pack.getHelp.yourself, pack.services, 3)} classes="three" />
            <p>
              <a href="/get-help">{t('home.all-numbers')}</a>
            </p>
          </section>
        </div>
      ) : null}
      <div class="results">
        {groups.map(({ group, results }) => (
          <section>
            <h2 id={`found-${group}`}>{t(`found.${group}`)}</h2>
            <ul>
              {results.map((result) => (
                <Result context={context} result={result} />
              ))}
            </ul>
          </section>
        ))}
        {groups.length ? null : (
          <>
            {urgent ? null : <p>{t('search.none-text')}</p>}
            <Starts locale={locale} />
          </>
        )}
      </div>
      <SearchForm locale={locale} query={query} />
      <p class="small">{t('search.kept')}</p>
    </>
  )
}

const Result = ({ context, result: { href, title, summary, service, language } }: { context: RenderContext; result: SearchDocument }) => (
  <li lang={language?.tag} dir={language?.direction}>
    <a href={href}>{title}</a>
    {service ? (
      <p>
        <StatePill context={context} id={service} />
      </p>
    ) : null}
    {summary ? <p>{summary}</p> : null}
  </li>
)

/** Where to begin who has found nothing, or does not know what to type. */
const Starts = ({ locale }: { locale: Locale }) => (
  <section>
    <h2 id="starts">{locale.t('search.starts')}</h2>
    <ul>
      {(['get-help', 'signs', 'sectors'] as const).map((id) => (
        <li>
          <a href={`/${id}`}>{locale.pack.pages.get(id)?.title}</a>
          <p>{locale.pack.pages.get(id)?.description}</p>
        </li>
      ))}
    </ul>
  </section>
)
