import type { Brand } from '../domain/brand/brand.ts'
import type { Campaigns } from '../domain/campaigns/campaign.ts'
import type { Network, Picture } from '../domain/campaigns/network.ts'
import type { Clocks } from '../domain/clocks/rule.ts'
import type { EasyPage } from '../domain/easy-read.ts'
import type { Figure } from '../domain/figures.ts'
import type { Article } from '../domain/news/article.ts'
import type { Page, Term, Way } from '../domain/page.ts'
import type { SharingReason } from '../domain/pathway/sharing-reason.ts'
import type { FirstResponder, Partner, Partnership } from '../domain/people/partnership.ts'
import type { SearchLists } from '../domain/search/words.ts'
import type { GetHelp } from '../domain/services/needs.ts'
import type { Service, WrongNumber } from '../domain/services/service.ts'
import type { Body, ExploitationType, Indicator, Sector, SignCategory, Source } from '../domain/signs/signs.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Course } from '../domain/training/course.ts'
import type { PackFlow } from './flows.ts'
import type { Translations } from './translations.ts'
import type { SaidService, Words } from './words.ts'

/** Which services stand where, in the order of lists.yaml. */
export type Lists = { get_help: GetHelp; tell_somebody: string[]; tell_about_child: string[] }

/** A body with the ids of the services that reach it; empty where no number of it is known. */
export type PackBody = Omit<Body, 'service'> & { services: readonly string[] }

/** A pack, read and checked: frozen, typed, the only thing that the rest of the code knows of content files. */
export type Pack = Readonly<{
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
  services: readonly Service[]
  serviceWords: ReadonlyMap<string, SaidService>
  /** Ids of the services on /get-help by what a reader needs, in the order of the pack. */
  getHelp: GetHelp
  /** Ids of the lines beside every sector and on the home page. */
  tellSomebody: readonly string[]
  /** Ids of the lines for a worry about a child. */
  tellAboutChild: readonly string[]
  wrongNumbers: readonly WrongNumber[]
  types: readonly ExploitationType[]
  categories: readonly SignCategory[]
  indicators: readonly Indicator[]
  sectors: readonly Sector[]
  /** Advice that holds in every sector. */
  common: { do: readonly string[]; dont: readonly string[] }
  bodies: readonly PackBody[]
  sources: readonly Source[]
  firstResponders: readonly FirstResponder[]
  partners: readonly Partner[]
  figures: readonly Figure[]
  glossary: readonly Term[]
  reportWays: readonly Way[]
  support: readonly Way[]
  sharingReasons: readonly SharingReason[]
  pages: ReadonlyMap<string, Page>
  /** Pages that there are in Easy Read too. */
  easyRead: readonly EasyPage[]
  /** Days to speak up on, and what was done on them. */
  campaigns: Campaigns
  /** Where messages of a campaign are posted, and the sizes of pictures for that. */
  networks: readonly Network[]
  pictures: readonly Picture[]
  /** Newest first. */
  news: readonly Article[]
  drawings: ReadonlyMap<string, string>
  words: Words
  /** The other languages, in the order of languages.yaml. */
  translations: readonly Translations[]
  /** The course that any organisation can give. */
  course: Course
  /** Questions, routes and outcomes, by the flow's id. */
  flows: ReadonlyMap<string, PackFlow>
  /** Words that lead to a page although it may not have them. */
  search: SearchLists
}>
