import type { Readers } from '../domain/style/readers.ts'
import type { English } from './english.ts'
import type { Pack } from './pack.ts'
import { pageAddress } from './page-ids.ts'
import { courseFile, isPartFile } from './training.ts'
import type { WordId } from './word-ids.ts'

/*
 * Who reads which text of a pack, and where: one table for `waymark check` (style), `waymark words`, the list of rights and the reading age.
 * A file that is not in it is read by everybody, so that a new one hides nothing.
 */

/** Where a text is read: the address of a page, or a sheet or file in words. */
export type Place = { page: string; readers: Readers }

type Group = WordId extends `${infer Name}.${string}` ? Name : never

/** Words of an interface by their group: the pages (ids) on which they stand, whose head says who reads them; or, where it is no Markdown page, a place. */
const groups: { readonly [Name in Group]: readonly string[] | Place } = {
  about: ['about'],
  measure: ['about'],
  kind: ['about'],
  accessibility: ['accessibility'],
  campaigns: { page: '/campaigns', readers: 'public' },
  kit: { page: 'Campaign kits', readers: 'public' },
  card: { page: 'Pictures of shared pages', readers: 'public' },
  certificate: { page: '/training/certificate', readers: 'public' },
  'certificate-fault': { page: '/training/certificate', readers: 'public' },
  check: { page: '/signs/check', readers: 'public' },
  // Whoever reported may be the person that it is about.
  code: { page: '/report/code', readers: 'victim' },
  'code-outside': { page: '/report/code', readers: 'victim' },
  'code-fault': { page: '/report/code', readers: 'victim' },
  data: ['data'],
  counted: { page: '/training/counted', readers: 'public' },
  'counted-fault': { page: '/training/counted', readers: 'public' },
  dates: { page: '/pathway/dates', readers: 'practitioner' },
  'date-part': { page: '/pathway/dates', readers: 'practitioner' },
  'date-lacks': { page: '/pathway/dates', readers: 'practitioner' },
  'date-fault': { page: '/pathway/dates', readers: 'practitioner' },
  deck: { page: 'Decks', readers: 'training' },
  draft: { page: 'Every page in another language', readers: 'victim' },
  'easy-read': { page: 'Easy Read', readers: 'victim' },
  elearning: { page: 'E-learning', readers: 'training' },
  error: ['not-found', 'server-error'],
  found: { page: '/search', readers: 'victim' },
  'get-help': ['get-help'],
  home: ['home'],
  hsds: { page: 'Feeds for other systems', readers: 'public' },
  in: { page: '/in', readers: 'public' },
  'in-fault': { page: '/in', readers: 'public' },
  place: { page: '/in/place', readers: 'public' },
  feedback: { page: '/in/feedback', readers: 'public' },
  'event-files': { page: 'Slides and attendance sheet of a training event', readers: 'training' },
  'feedback-fault': { page: '/in/feedback', readers: 'public' },
  interpreter: ['nrm-interpreter'],
  nav: { page: 'Every page', readers: 'victim' },
  leaflet: { page: 'Leaflets and pocket cards', readers: 'victim' },
  news: ['news'],
  own: { page: 'The course of an organisation', readers: 'training' },
  'own-fault': { page: 'The course of an organisation', readers: 'training' },
  'own-readme': { page: 'The course of an organisation', readers: 'training' },
  pathway: { page: '/pathway', readers: 'practitioner' },
  // Whoever reports may be the person that it is about.
  picture: { page: '/report', readers: 'victim' },
  places: { page: 'Every line', readers: 'victim' },
  prepare: ['prepare'],
  press: { page: 'Sheets, posters and cards', readers: 'public' },
  report: ['report'],
  'report-form': { page: '/report', readers: 'public' },
  resources: ['resources'],
  // Whoever searches may be the person that it is about.
  search: { page: '/search', readers: 'victim' },
  sector: { page: '/sectors', readers: 'public' },
  service: ['get-help'],
  signs: ['signs'],
  site: ['home'],
  still: { page: 'The site as files', readers: 'public' },
  stop: { page: '/training/stop', readers: 'public' },
  support: ['support'],
  training: { page: '/training', readers: 'training' },
  update: { page: '/training/update', readers: 'public' },
  'update-fault': { page: '/training/update', readers: 'public' },
  who: ['who-may-refer'],
  work: ['at-work'],
  xapi: { page: 'Learning systems', readers: 'practitioner' },
  'xapi-fault': { page: 'Learning systems', readers: 'practitioner' },
  'your-pack': ['your-pack'],
}

/** The groups that stand on a Markdown page. */
export const groupsOn = (page: string): string[] =>
  Object.entries<readonly string[] | Place>(groups).flatMap(([group, on]) => ('page' in on || !on.includes(page) ? [] : [group]))

/** Lists: the page of a row, by the ids of the rows around a text and the name of its list; who reads it; and fields, as `days.note`, that nobody is shown. */
type FileReaders = {
  page: (ids: readonly string[], list?: string) => string
  readers: Readers | ((ids: readonly string[], pack: Pack) => Readers)
  unread?: RegExp
}

const files: Readonly<Record<string, FileReaders>> = {
  'bodies.yaml': { page: () => 'Bodies named in advice', readers: 'public' },
  'campaigns.yaml': {
    page: ([id], list) => (list === 'days' ? `/campaigns/${id}` : '/campaigns'),
    readers: 'public',
    // Names and themes are others' words.
    unread: /^days\.(?:note|set_by|led_by|themes_source|themes\.text|hashtags\..*|rule\..*|weeks\..*|geography)$/,
  },
  'clocks.yaml': { page: () => '/pathway/dates', readers: 'practitioner' },
  // The reporter reads how it ended with their code; the rest is the desk's.
  'concern-outcomes.yaml': { page: () => '/report/code', readers: 'victim', unread: /^outcomes\.name$/ },
  'easy-read.yaml': { page: ([page, part]) => `/${page}/easy-read${part ? `#${part}` : ''}`, readers: 'victim' },
  'exploitation-types.yaml': { page: ([id]) => `/signs/types/${id}`, readers: 'public' },
  'glossary.yaml': { page: () => 'The glossary', readers: 'public' },
  'indicators.yaml': { page: () => '/signs', readers: 'public' },
  'intelligence-grading.yaml': { page: () => 'The desk', readers: 'practitioner' },
  'partnership.yaml': {
    page: () => '/about',
    readers: 'public',
    unread: /^(?:members_count\..*|research\..*|timezone|exit|founded|website|social\..*|data_protection\..*|reports\..*|towns\..*)$/,
  },
  'report.yaml': { page: ([id]) => `/report#${id}`, readers: 'public' },
  'retention.yaml': { page: () => 'The desk', readers: 'practitioner', unread: /^rules\./ },
  'sectors.yaml': { page: ([id]) => (id ? `/sectors/${id}` : '/sectors'), readers: 'public' },
  // Facts, and notes for editors; what readers see of it is in words/en/services.yaml.
  'services.yaml': { page: () => '/get-help', readers: 'victim', unread: /^/ },
  'sharing-reasons.yaml': { page: () => '/pathway', readers: 'practitioner' },
  'support.yaml': { page: ([id]) => `/support#${id}`, readers: 'victim' },
  'training/outcomes.yaml': { page: () => '/training', readers: 'training', unread: /^(?!outcomes\.text$)/ },
  'words/en/services.yaml': {
    page: () => '/get-help',
    readers: ([id], pack) =>
      pack.services.find((service) => service.id === id)?.audience.every((who) => who === 'professional') ? 'practitioner' : 'victim',
  },
  'words/en/flows/pathway.yaml': { page: () => '/pathway', readers: 'practitioner' },
  'words/en/flows/report.yaml': { page: () => '/report', readers: 'public' },
  'words/en/flows/nrm-form.yaml': { page: () => '/pathway/prepare', readers: 'practitioner' },
  [courseFile]: { page: () => 'The course', readers: 'training', unread: /^releases\.(?:taught|date)$/ },
}

const part = (name: string): FileReaders => ({ page: () => `/training/${name.slice(name.lastIndexOf('/') + 1, -5)}`, readers: 'training' })
const desk: FileReaders = { page: () => 'The desk', readers: 'practitioner' }
const readersOfFile = (name: string): FileReaders | undefined =>
  isPartFile(name) ? part(name) : name.startsWith('words/en/desk/') ? desk : files[name]

/** Files of which nobody reads anything, and what they are. */
const unread: Readonly<Record<string, string>> = {
  'bank-holidays.yaml': 'names of days',
  'brand.yaml': 'colours',
  'drawings/': 'drawings',
  'figures.yaml': 'numbers and what they count',
  'first-responders.yaml': 'names of organisations',
  'flows/': 'conditions (the words of a flow are in words/en/flows)',
  'languages.yaml': 'names of languages',
  'lists.yaml': 'ids',
  'networks.yaml': 'sizes of pictures and lengths of posts',
  'partners.yaml': 'names of organisations',
  'register.yaml': 'names of groups, and lengths with reasons for them',
  'rights.yaml': 'words used to find sentences',
  'search.yaml': 'words that readers type',
  'sources.yaml': 'titles of sources',
  'style.yaml': 'phrases that the style list looks for',
}
const isUnread = (name: string): boolean =>
  Object.keys(unread).some((file) => name === file || (file.endsWith('/') && name.startsWith(file)))

/** The rows that a text lies in, by their ids, the outermost first; before them the group of words of an interface. */
export const rowsAround = (said: English): string[] => {
  const ids = said.path[0] === 'words' && typeof said.path[1] === 'string' ? [said.path[1]] : []
  let value: unknown = said.in === 'yaml' ? said.source.data : null
  for (const key of said.path) {
    value = value && typeof value === 'object' ? Reflect.get(value, key) : undefined
    const id: unknown = value && typeof value === 'object' ? Reflect.get(value, 'id') : undefined
    if (typeof id === 'string') ids.push(id)
  }
  return ids
}

/** The address at which a row is read; null where it has none. */
export const rowAddress = ({ name, path }: English, rows: readonly string[]): string | null => {
  const page = readersOfFile(name)?.page(rows, String(path[0])) ?? ''
  return page.startsWith('/') ? page : null
}

/** Where a text is read and by whom; null where nobody is shown it. */
export const placeOfText = (said: English, pack: Pack): Place | null => {
  if (said.in !== 'yaml') return placeOfPage(said.source.id, pack)
  if (isUnread(said.name) || isHead(said) || isValue(said.text)) return null
  if (said.path[0] === 'words') return placeOfGroup(String(said.path[1]), pack)
  const field = said.path.filter((key) => typeof key === 'string').join('.')
  return readersOfFile(said.name)?.unread?.test(field) ? null : placeInFile(said.name, rowsAround(said), pack, String(said.path[0]))
}

const placeInFile = (name: string, rows: readonly string[], pack: Pack, list?: string): Place => {
  const file = readersOfFile(name)
  if (!file) return { page: name, readers: 'victim' }
  return {
    page: file.page(rows, list).replace(/#.*/, ''),
    readers: typeof file.readers === 'string' ? file.readers : file.readers(rows, pack),
  }
}

/** Where a translation is read, by the id of its English: `get-help.danger`, `services.beacon.name`, `page.your-safety.3`. */
export const placeOfTextId = (id: string, pack: Pack): Place | null => {
  const [group = '', row = ''] = id.split('.')
  if (group === 'page') return placeOfPage(row, pack)
  return group === 'services' ? placeInFile('words/en/services.yaml', [row], pack) : placeOfGroup(group, pack)
}

/** What every file of a pack begins with, and never shows. */
const isHead = ({ path }: English): boolean =>
  path.length === 1 && ['compiled', 'review_default', 'timezone', 'language'].includes(String(path[0]))
/** A day or an address. */
const isValue = (text: string): boolean => /^(?:\d{4}(?:-\d\d){0,2}(?:T\S*)?|https?:\S+)$/.test(text)

const placeOfGroup = (group: string, pack: Pack): Place | null => {
  const on = (groups as Readonly<Record<string, readonly string[] | Place>>)[group]
  return on === undefined || 'page' in on ? (on ?? null) : placeOfPage(on[0] ?? '', pack)
}

const placeOfPage = (id: string, pack: Pack): Place => {
  const audience = pack.pages.get(id)?.audience ?? 'public'
  return { page: pageAddress(id), readers: audience === 'easy-read' ? 'victim' : audience }
}
