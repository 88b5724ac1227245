import { firstOf } from '../../../domain/services/serves.ts'
import { Lines } from '../../components/lines.tsx'
import { Tell } from '../../components/tell.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { PageContent, PageParts } from '../layout/page.ts'
import { Danger } from '../pages/get-help.tsx'
import { Masthead } from '../pages/intro.tsx'
import { DangerLine, SearchForm } from '../search/pages.tsx'
import { documentsOfFiles } from './documents.ts'

/** The check of signs where no program can read an answer: the place is chosen by a link, and its page has the rest. */
export const checkByPlace = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  return {
    harmless: true,
    description: t('still.check'),
    nav: 'signs',
    exit: true,
    rest: true,
    body: (
      <div class="wrap">
        <a class="back" href="/signs">
          {t('site.back')}
        </a>
        <div class="head">
          <h1>{t('check.where')}</h1>
          <p class="lead">{t('still.check')}</p>
        </div>
        <div class="two">
          <ul class="list">
            {pack.sectors.map((sector) => (
              <li>
                <a href={`/sectors/${sector.id}`}>{sector.name}</a>
              </li>
            ))}
            <li>
              <a href="/signs">{t('check.somewhere-else')}</a>
            </li>
          </ul>
          <Tell context={context} sector={null} />
        </div>
      </div>
    ),
  }
}

/** In the place of a page with a form that nobody would read: its title, why it does not ask, and whom to ring. */
export const withoutForm = (context: RenderContext, { form: _form, ...page }: PageParts): PageParts => ({
  ...page,
  body: (
    <>
      <Masthead locale={context.locale} title={page.title} lead={context.locale.t('still.no-form')} />
      <div class="wrap body">
        <Tell context={context} sector={null}>
          <p>
            <a href="/get-help">{context.locale.t('home.all-numbers')}</a>
          </p>
        </Tell>
      </div>
    </>
  ),
})

/** Search where no program can read a form: a script searches (script/search.ts), and below stands every page, in groups by what the reader may do. */
export const searchHere = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t } = locale
  return {
    harmless: true,
    description: t('search.description'),
    nav: 'search',
    exit: true,
    rest: true,
    form: true,
    searches: true,
    above: <DangerLine locale={locale} />,
    body: (
      <div class="wrap">
        <div class="question">
          <div class="head">
            <h1>{t('search.title')}</h1>
          </div>
          <div id="search">
            <p>{t('still.search')}</p>
          </div>
          <EveryPage locale={locale} />
          <template id="search-form">
            <SearchForm locale={locale} />
            <p class="small">{t('still.search-kept')}</p>
          </template>
          <template id="search-urgent">
            <div class="stack">
              <Danger locale={locale} />
              <section class="flow" aria-labelledby="lines">
                <h2 id="lines">{t('search.urgent')}</h2>
                <Lines context={context} ids={firstOf(locale.pack.getHelp.yourself, locale.pack.services, 3)} classes="three" />
                <p>
                  <a href="/get-help">{t('home.all-numbers')}</a>
                </p>
              </section>
            </div>
          </template>
        </div>
      </div>
    ),
  }
}

const EveryPage = ({ locale }: { locale: Locale }) => {
  const { t } = locale
  const pages = documentsOfFiles(locale).filter(({ href }) => !href.includes('#'))
  const groups = [...new Set(pages.map(({ group }) => group))]
  return (
    <div class="results" id="pages">
      {groups.map((group) => (
        <section aria-labelledby={`all-${group}`}>
          <h2 id={`all-${group}`}>{t(`found.${group}`)}</h2>
          <ul>
            {pages
              .filter((page) => page.group === group)
              .sort((a, b) => a.title.localeCompare(b.title, t.locale))
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
