import type { Brand } from '../domain/brand/brand.ts'
import type { Campaigns } from '../domain/campaigns/campaign.ts'
import type { Clocks } from '../domain/clocks/rule.ts'
import type { PackFact } from '../domain/facts/pack-fact.ts'
import type { Article } from '../domain/news/article.ts'
import type { Page } from '../domain/page.ts'
import type { Partnership } from '../domain/people/partnership.ts'
import type { SearchLists } from '../domain/search/words.ts'
import type { Roles } from '../domain/services/line-lists.ts'
import type { GetHelp } from '../domain/services/needs.ts'
import type { PrintedServiceWords } from '../domain/services/words.ts'
import type { Body } from '../domain/signs/signs.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Course } from '../domain/training/course.ts'
import type { PackFlow } from './flows.ts'
import type { ListName, Lists, RowOf } from './lists/index.ts'
import type { Translations } from './translations.ts'
import type { DeskId } from './word-ids.ts'
import type { Words, WordsOf } from './words.ts'

/** A body with the ids of the services that reach it; empty where no number of it is known. */
export type PackBody = Omit<Body, 'service'> & { services: readonly string[] }

/** The lists that stand in the pack as they are, under their own names: those whose descriptor says `inPack`. */
export type ListsInPack = {
  readonly [Name in ListName as Lists[Name] extends { inPack: true } ? Name : never]: readonly RowOf<Name>[]
}

/** A pack, read and checked: frozen, typed, the only thing that the rest of the code knows of content files. */
export type Pack = ListsInPack &
  Readonly<{
    id: string
    partnership: Partnership
    brand: Brand
    calendar: Calendar
    /** Bank holidays of each region, by its id; the partnership's own is `calendar`. */
    calendars: ReadonlyMap<string, Calendar>
    /** Names of bank holidays, by id. */
    holidays: ReadonlyMap<string, string>
    /** Days that count from something that has happened. */
    clocks: Clocks
    serviceWords: ReadonlyMap<string, PrintedServiceWords>
    /** Ids of the services on /get-help by what a reader needs, in the order of the pack. */
    getHelp: GetHelp
    /** Ids of the lines beside every sector and on the home page. */
    tellSomebody: readonly string[]
    /** Ids of the lines for a concern about a child. */
    tellAboutChild: readonly string[]
    /** Ids of the lines that a sheet for who needs help may print, best first. */
    printOrder: readonly string[]
    /** Services by what they are for, where the code asks for one. */
    roles: Roles
    /** Advice that holds in every sector. */
    common: { do: readonly string[]; dont: readonly string[] }
    bodies: readonly PackBody[]
    pages: ReadonlyMap<string, Page>
    /** Days to speak up on, and what was done on them. */
    campaigns: Campaigns
    /** All that goes stale, with where it stands. */
    facts: readonly PackFact[]
    /** Newest first. */
    news: readonly Article[]
    drawings: ReadonlyMap<string, string>
    words: Words
    /** Words of the desk, for those who are signed in: in English alone. */
    deskWords: WordsOf<DeskId>
    /** The other languages, in the order of languages.yaml. */
    translations: readonly Translations[]
    /** The course that any organisation can give. */
    course: Course
    /** Questions, routes and outcomes, by the flow's id. */
    flows: ReadonlyMap<string, PackFlow>
    /** Words that lead to a page although it may not have them. */
    search: SearchLists
  }>
