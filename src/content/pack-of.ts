import type { Brand } from '../domain/brand/brand.ts'
import type { PackFact } from '../domain/facts/pack-fact.ts'
import { pictureOf } from '../domain/flow/picture.ts'
import type { Article } from '../domain/news/article.ts'
import type { Page } from '../domain/page.ts'
import type { Partnership } from '../domain/people/partnership.ts'
import type { LineLists } from '../domain/services/line-lists.ts'
import type { Place } from '../domain/services/serves.ts'
import { buildCalendar } from '../domain/time/calendar.ts'
import { clocksOf } from './clocks.ts'
import type { Collections } from './collections.ts'
import type { PackFlow } from './flows.ts'
import { freeze } from './freeze.ts'
import type { ListPart } from './lists/descriptor.ts'
import { lists as descriptors, type ListName } from './lists/index.ts'
import type { ListsInPack, Pack } from './pack.ts'
import type { FileLayers } from './pack-layers.ts'
import { servedBodies, servedRoles, servedWords, servePack } from './serving.ts'
import { courseId, type ReadCourse, versionOf } from './training.ts'
import { isBegun, type Translations } from './translations.ts'
import type { DeskId } from './word-ids.ts'
import type { Words, WordsOf } from './words.ts'

/** All that was read of a pack and has no fault. */
type Parts = {
  id: string
  lists: Collections
  flows: ReadonlyMap<string, PackFlow>
  partnership: Partnership
  places: readonly Place[]
  brand: Brand
  /** The days for which bank holidays are known. */
  covers: { from: string; to: string }
  order: LineLists
  common: Pack['common']
  pages: ReadonlyMap<string, Page>
  news: readonly Article[]
  drawings: ReadonlyMap<string, string>
  words: Words
  deskWords: WordsOf<DeskId>
  languages: readonly Translations[]
  course: ReadCourse
  facts: readonly PackFact[]
  plain: FileLayers
}

/** The pack that everything else works with: frozen. */
export const packOf = (parts: Parts): Pack => {
  const { id, lists, flows, partnership, places, brand, covers, order, common, pages, news, drawings, words, deskWords, languages, facts } =
    parts
  const calendarOf = (region: string) => buildCalendar(region, partnership.timezone, covers, lists.days.rows)
  return freeze(
    servePack({
      ...listsInPack(lists),
      id,
      partnership,
      brand,
      calendar: calendarOf(partnership.region),
      calendars: new Map(lists.regions.rows.map((region) => [region.id, calendarOf(region.id)])),
      holidays: new Map(lists.holidays.rows.map((holiday) => [holiday.id, holiday.name])),
      clocks: clocksOf(lists),
      serviceWords: servedWords(lists.serviceWords.rows, lists.services.rows, places),
      getHelp: order.get_help,
      tellSomebody: order.tell_somebody,
      tellAboutChild: order.tell_about_child,
      printOrder: order.print_order ?? order.get_help.yourself,
      roles: servedRoles(order.roles, lists.services.rows),
      common,
      bodies: servedBodies(lists.bodies.rows, lists.services.rows),
      campaigns: { days: lists.campaignDays.rows, history: lists.campaignHistory.rows },
      pages,
      facts,
      news: news.toSorted((a, b) => b.date.localeCompare(a.date)),
      drawings,
      words,
      deskWords,
      translations: languages.filter(isBegun),
      course: courseOf(parts),
      flows,
      search: {
        pages: lists.searchPages.rows,
        sectors: lists.searchSectors.rows,
        types: lists.searchTypes.rows,
        services: lists.searchServices.rows,
        report: lists.searchReport.rows,
        support: lists.searchSupport.rows,
        campaigns: lists.searchCampaigns.rows,
        languages: lists.searchLanguages.rows,
        first: lists.searchFirst.rows,
        urgent: lists.searchUrgent.rows,
        ignore: lists.searchIgnore.rows,
      },
    }),
  )
}

/** The lists that stand in the pack as they are. */
const listsInPack = (lists: Collections): ListsInPack =>
  // `fromEntries` forgets which name has which rows; each comes from the list of its name.
  Object.fromEntries(
    Object.entries<ListPart>(descriptors).flatMap(([name, { inPack }]) => (inPack ? [[name, lists[name as ListName].rows]] : [])),
  ) as unknown as ListsInPack

const courseOf = ({ course, lists, flows, plain }: Parts): Pack['course'] => {
  const pathway = flows.get('pathway')
  return {
    ...course.head,
    id: courseId,
    parts: course.parts.map(({ part }) => part),
    taught: versionOf(course, plain, {
      signs: new Map(lists.indicators.rows.map((i) => [i.id, i.text])),
      kinds: new Map(lists.types.rows.map((t) => [t.id, `${t.name}: ${t.summary}`])),
      pathway: (slide) => (pathway ? [pictureOf(pathway.flow, pathway.words, slide, '/')] : []),
    }),
    outcomes: lists.outcomes.rows,
    outcomeTiers: lists.outcomeTiers.rows,
    topics: lists.topics.rows,
    outcomeSources: lists.outcomeSources.rows,
  }
}
