import { firstOf } from '../../../../domain/services/serves.ts'
import { Lines } from '../../../components/lines.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import type { PageContent } from '../../layout/page.ts'
import { documentsOfFiles } from '../../static/scripts/documents.ts'
import { Danger } from '../get-help/danger.tsx'
import { DangerLine, SearchForm } from './results.tsx'

/** Search where no program can read a form: a script searches (script/search.ts), and below stands every page, in groups by what the reader may do. */
export const searchOnFiles = (context: RenderContext): PageContent => {
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
              <section class="flow">
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
        <section>
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
