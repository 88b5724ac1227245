import { pageAddress } from '../../content/page-ids.ts'
import { isMain } from '../../domain/campaigns/campaign.ts'
import { nextChange } from '../../domain/services/arrange.ts'
import { since, type Validity } from '../../domain/time/validity.ts'
import { addressIn, easyAddress, picturesPath } from '../context/addresses.ts'
import { languagesAt } from '../context/published.ts'
import { type Moment, momentOf, type Site, siteIn } from '../context/site.ts'
import type { Finished } from '../http/page-cache.ts'
import { datesStart } from './dates/pages.tsx'
import { documentOf, type PageParts } from './layout/shell.tsx'
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

export type PageOf = (moment: Moment) => PageParts

/** Pages that are there in other languages too, once their texts may be shown; each is a set of texts of its own. */
const translatedPages: Record<string, PageOf> = {
  'your-rights': (moment) => rightsPage(moment, 'your-rights'),
  'what-happens-next': (moment) => rightsPage(moment, 'what-happens-next'),
  'your-safety': (moment) => textPage(moment, 'your-safety'),
  'nrm-explained': explainPage,
}

/** Every public page that needs nothing of the reader, by its address. */
export const pagesOf = (site: Site): Map<string, PageOf> =>
  new Map<string, PageOf>([
    ['/', home],
    ['/get-help', getHelp],
    [picturesPath, picturesPage],
    ...site.pack.translations.flatMap((translations): [string, PageOf][] => {
      const other = siteIn(site, translations)
      const inIt = (path: string, page: PageOf): [string, PageOf] => [
        addressIn(other.language, path),
        (moment) => ({ ...page({ ...moment, site: other }), site: other }),
      ]
      return [inIt('/get-help', getHelp), inIt(picturesPath, picturesPage)]
    }),
    ...site.pack.easyRead.map((page): [string, PageOf] => [easyAddress(page.id), (moment) => easyPage(moment, page)]),
    ...Object.entries(translatedPages).flatMap(([set, page]) => [
      [pageAddress(set), page] as const,
      ...languagesAt(site, pageAddress(set)).map((translations): [string, PageOf] => {
        const other = siteIn(site, translations, set)
        return [addressIn(other.language, pageAddress(set)), (moment) => ({ ...page({ ...moment, site: other }), site: other })]
      }),
    ]),
    ['/signs', signList],
    ['/signs/check', site.still ? checkByPlace : checkStart],
    ...site.pack.types.map((type): [string, PageOf] => [`/signs/types/${type.id}`, (moment) => typePage(moment, type)]),
    ['/sectors', sectorList],
    ...site.pack.sectors.map((sector): [string, PageOf] => [`/sectors/${sector.id}`, (moment) => sectorPage(moment, sector)]),
    ['/report', reportPage],
    ['/support', supportPage],
    ['/news', newsList],
    ...site.pack.campaigns.days
      .filter(isMain)
      .map((day): [string, PageOf] => [`/campaigns/${day.id}`, (moment) => campaignPage(moment, day, site.pack.campaigns)]),
    ['/pathway/explain/interpreter', interpreterPage],
    ['/pathway/dates', (moment) => datesStart(moment)],
    ['/pathway', site.still ? (moment) => pathwayMap(moment, '/pathway') : pathwayStart],
    ['/pathway/map', (moment) => pathwayMap(moment)],
    ['/pathway/prepare', preparePage],
    ...(Object.keys(formRoutes) as FormRoute[]).map((route): [string, PageOf] => [
      formRouteAddress(route),
      (moment) => prepareRoute(moment, route),
    ]),
    [whoAddress, whoMayRefer],
    ['/search', site.still ? searchHere : (moment) => searchPage(moment)],
    ['/services', servicesPage],
    ['/resources', resourcesPage],
    [yourPackAddress, site.still ? yourPackByCommand : (moment) => yourPackPage(moment)],
    ['/training', trainingPage],
    ...site.pack.course.parts.map((part): [string, PageOf] => [partAddress(part.id), (moment) => trainingPart(moment, part)]),
    ['/about', aboutPage],
    ['/privacy', (moment) => textPage(moment, site.still ? 'privacy-files' : 'privacy', { path: '/privacy' })],
    ['/accessibility', accessibilityPage],
    ...site.pack.news.map((article): [string, PageOf] => [`/news/${article.slug}`, (moment) => newsArticle(moment, article)]),
  ])

/** The same as finished answers: made when first asked for, and anew when what they say has changed. */
export const finishedPages = (site: Site, pages: ReadonlyMap<string, PageOf>): Map<string, Finished> =>
  new Map([...pages].map(([path, page]) => [path, { type: 'text/html; charset=utf-8', make: (now) => makePage(site, page, now) }]))

/** Renders a page for an instant. One with a form that nobody would read is another page. A page that states the minute grows old with it; one that says "today" at midnight; and none is of a time before it was made. */
export const makePage = (site: Site, page: PageOf, now: Temporal.Instant): { body: string; valid: Validity } => {
  const moment = momentOf(site, now)
  const [waited, asked] = [site.resources.waits(), site.resources.asks()]
  const parts = page(moment)
  // First of all: components ask for states only as they are rendered.
  const asking = documentOf(moment, parts, true)
  const body =
    site.still && /<form\b/.test(asking.replace(/<template\b.*?<\/template>/gs, ''))
      ? documentOf(moment, withoutForm(moment, parts), true)
      : asking
  const states = [...moment.asked].map((id) => moment.stateOf(id))
  const change = nextChange(states, now)
  const daily = parts.daily || site.resources.asks() > asked || states.some(({ until, opens }) => until ?? opens)
  const midnight = daily ? moment.local.startOfDay().add({ days: 1 }).toInstant() : null
  const minute = parts.path?.endsWith('/get-help') ? nextMinute(now) : null
  // A file that it names is being made.
  const soon = site.resources.waits() > waited ? now.add({ seconds: 10 }) : null
  const until = [change, midnight, minute, soon].filter((i) => i !== null).sort(Temporal.Instant.compare)[0] ?? null
  return { body, valid: since(now, until) }
}

const nextMinute = (now: Temporal.Instant): Temporal.Instant =>
  now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).add({ minutes: 1 })
