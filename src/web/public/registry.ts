import { pageAddress } from '../../content/page-ids.ts'
import { isMain } from '../../domain/campaigns/campaign.ts'
import { nextChange } from '../../domain/services/arrange.ts'
import { since, type Validity } from '../../domain/time/validity.ts'
import { addressIn, easyAddress, picturesPath } from '../context/addresses.ts'
import { localeIn } from '../context/locale.ts'
import { languagesAt } from '../context/published.ts'
import { renderContext } from '../context/render-context.ts'
import type { Locale } from '../context/types.ts'
import type { FinishedPage } from '../http/page-cache.ts'
import { datesStart } from './dates/pages.tsx'
import type { PageOf } from './layout/page.ts'
import { documentOf } from './layout/shell.tsx'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { campaignPage } from './pages/campaigns.tsx'
import { easyPage } from './pages/easy-read.tsx'
import { explainPage, interpreterPage } from './pages/explain.tsx'
import { getHelp } from './pages/get-help.tsx'
import { home } from './pages/home.tsx'
import { newsArticle, newsList } from './pages/news.tsx'
import { picturesPage } from './pages/pictures.tsx'
import { reportPage, supportPage } from './pages/report-support.tsx'
import { rightsPage } from './pages/rights.tsx'
import { sectorList, sectorPage } from './pages/sectors.tsx'
import { servicesPage } from './pages/services.tsx'
import { signList, typePage } from './pages/signs.tsx'
import { textPage } from './pages/text.tsx'
import { pathwayMap } from './pathway/map.tsx'
import { type FormRoute, formRouteAddress, formRoutes, preparePage, prepareRoute } from './pathway/prepare.tsx'
import { pathwayStart } from './pathway/question.tsx'
import { whoAddress, whoMayRefer } from './pathway/who.tsx'
import { resourcesPage } from './resources/page.tsx'
import { searchPage } from './search/pages.tsx'
import { checkStart } from './signs-check/pages.tsx'
import { checkByPlace, searchHere, withoutForm } from './static/pages.tsx'
import { partAddress, trainingPage } from './training/overview.tsx'
import { trainingPart } from './training/part.tsx'
import { yourPackAddress, yourPackByCommand, yourPackPage } from './your-pack/pages.tsx'

/** Pages that are there in other languages too, once their texts may be shown; each is a set of texts of its own. */
const translatedPages: Record<string, PageOf> = {
  'your-rights': (context) => rightsPage(context, 'your-rights'),
  'what-happens-next': (context) => rightsPage(context, 'what-happens-next'),
  'your-safety': (context) => textPage(context, 'your-safety'),
  'nrm-explained': explainPage,
}

/** Every public page that needs nothing of the reader, by its address. */
export const pagesOf = (locale: Locale): Map<string, PageOf> =>
  new Map<string, PageOf>([
    ['/', home],
    ['/get-help', getHelp],
    [picturesPath, picturesPage],
    ...locale.pack.translations.flatMap((translations): [string, PageOf][] => {
      const other = localeIn(locale, translations)
      const inIt = (path: string, page: PageOf): [string, PageOf] => [
        addressIn(other.language, path),
        (context) => ({ ...page({ ...context, locale: other }), locale: other }),
      ]
      return [inIt('/get-help', getHelp), inIt(picturesPath, picturesPage)]
    }),
    ...locale.pack.easyRead.map((page): [string, PageOf] => [easyAddress(page.id), (context) => easyPage(context, page)]),
    ...Object.entries(translatedPages).flatMap(([set, page]) => [
      [pageAddress(set), page] as const,
      ...languagesAt(locale, pageAddress(set)).map((translations): [string, PageOf] => {
        const other = localeIn(locale, translations, set)
        return [addressIn(other.language, pageAddress(set)), (context) => ({ ...page({ ...context, locale: other }), locale: other })]
      }),
    ]),
    ['/signs', signList],
    ['/signs/check', locale.site.publishing.static ? checkByPlace : checkStart],
    ...locale.pack.types.map((type): [string, PageOf] => [`/signs/types/${type.id}`, (context) => typePage(context, type)]),
    ['/sectors', sectorList],
    ...locale.pack.sectors.map((sector): [string, PageOf] => [`/sectors/${sector.id}`, (context) => sectorPage(context, sector)]),
    ['/report', reportPage],
    ['/support', supportPage],
    ['/news', newsList],
    ...locale.pack.campaigns.days
      .filter(isMain)
      .map((day): [string, PageOf] => [`/campaigns/${day.id}`, (context) => campaignPage(context, day, locale.pack.campaigns)]),
    ['/pathway/explain/interpreter', interpreterPage],
    ['/pathway/dates', (context) => datesStart(context)],
    ['/pathway', locale.site.publishing.static ? (context) => pathwayMap(context, '/pathway') : pathwayStart],
    ['/pathway/map', (context) => pathwayMap(context)],
    ['/pathway/prepare', preparePage],
    ...(Object.keys(formRoutes) as FormRoute[]).map((route): [string, PageOf] => [
      formRouteAddress(route),
      (context) => prepareRoute(context, route),
    ]),
    [whoAddress, whoMayRefer],
    ['/search', locale.site.publishing.static ? searchHere : (context) => searchPage(context)],
    ['/services', servicesPage],
    ['/resources', resourcesPage],
    [yourPackAddress, locale.site.publishing.static ? yourPackByCommand : (context) => yourPackPage(context)],
    ['/training', trainingPage],
    ...locale.pack.course.parts.map((part): [string, PageOf] => [partAddress(part.id), (context) => trainingPart(context, part)]),
    ['/about', aboutPage],
    ['/privacy', (context) => textPage(context, locale.site.publishing.static ? 'privacy-files' : 'privacy', { path: '/privacy' })],
    ['/accessibility', accessibilityPage],
    ...locale.pack.news.map((article): [string, PageOf] => [`/news/${article.slug}`, (context) => newsArticle(context, article)]),
  ])

/** The same as finished answers: made when first asked for, and anew when what they say has changed. */
export const finishedPages = (locale: Locale, pages: ReadonlyMap<string, PageOf>): Map<string, FinishedPage> =>
  new Map([...pages].map(([path, page]) => [path, { type: 'text/html; charset=utf-8', make: (now) => makePage(locale, page, now) }]))

/** Renders a page for an instant. One with a form that nobody would read is another page. A page that states the minute grows old with it; one that says "today" at midnight; and none is of a time before it was made. */
export const makePage = (locale: Locale, page: PageOf, now: Temporal.Instant): { body: string; valid: Validity } => {
  const context = renderContext(locale, now)
  const [waited, asked] = [locale.site.resources.waits(), locale.site.resources.asks()]
  const parts = page(context)
  // First of all: components ask for states only as they are rendered.
  const asking = documentOf(context, parts, true)
  const body =
    locale.site.publishing.static && /<form\b/.test(asking.replace(/<template\b.*?<\/template>/gs, ''))
      ? documentOf(context, withoutForm(context, parts), true)
      : asking
  const states = [...context.asked].map((id) => context.stateOf(id))
  const change = nextChange(states, now)
  const daily = parts.daily || locale.site.resources.asks() > asked || states.some(({ until, opens }) => until ?? opens)
  const midnight = daily ? context.local.startOfDay().add({ days: 1 }).toInstant() : null
  const minute = parts.path?.endsWith('/get-help') ? nextMinute(now) : null
  // A file that it names is being made.
  const soon = locale.site.resources.waits() > waited ? now.add({ seconds: 10 }) : null
  const until = [change, midnight, minute, soon].filter((i) => i !== null).sort(Temporal.Instant.compare)[0] ?? null
  return { body, valid: since(now, until) }
}

const nextMinute = (now: Temporal.Instant): Temporal.Instant =>
  now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).add({ minutes: 1 })
