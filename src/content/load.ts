import { z } from 'zod'
import { brandSchema } from '../domain/brand/brand.ts'
import { campaignDaySchema, campaignEventSchema } from '../domain/campaigns/campaign.ts'
import { networkSchema, pictureSchema } from '../domain/campaigns/network.ts'
import { clockEventSchema, clockNationSchema, clockRuleSchema, clockSchema } from '../domain/clocks/rule.ts'
import { easyPageSchema } from '../domain/easy-read.ts'
import { id, isoDate } from '../domain/fact.ts'
import { figureSchema } from '../domain/figures.ts'
import { pictureOf } from '../domain/flow/picture.ts'
import { type Language, languageSchema, offeredLanguages, textSets } from '../domain/languages/language.ts'
import { type Page, pageHead, termSchema, waySchema } from '../domain/page.ts'
import { sharingReasonSchema } from '../domain/pathway/sharing-reason.ts'
import { firstResponderSchema, partnerSchema, partnershipSchema } from '../domain/people/partnership.ts'
import { aroundSchema, rightsTopicSchema, unreadSchema } from '../domain/rights/topic.ts'
import { type SearchKind, searchKinds, searchWordsSchema } from '../domain/search/words.ts'
import type { Need } from '../domain/services/needs.ts'
import { serviceSchema, wrongNumberSchema } from '../domain/services/service.ts'
import {
  bodySchema,
  exploitationTypeSchema,
  indicatorSchema,
  sectorSchema,
  signCategorySchema,
  sourceSchema,
} from '../domain/signs/signs.ts'
import { bankHolidaySchema, buildCalendar } from '../domain/time/calendar.ts'
import {
  designRuleSchema,
  equivalentSchema,
  evidenceSchema,
  outcomeSchema,
  outcomeSourceSchema,
  tierSchema,
  topicSchema,
} from '../domain/training/outcomes.ts'
import { clockFindings, clocksOf } from './clocks.ts'
import { collect, type Layers } from './collection.ts'
import { type Collections, crossCheck } from './cross-check.ts'
import { holdsValues, knownKeys, readBlock } from './document.ts'
import { drawingFindings } from './drawings.ts'
import { type PackFiles, readFiles } from './files.ts'
import { errorsOf, type Finding, sortFindings } from './finding.ts'
import { flowFindings, resolveFlow } from './flow-findings.ts'
import { isFlowFile, readFlows } from './flows.ts'
import { freeze } from './freeze.ts'
import { didYouMean, nearest } from './nearest.ts'
import { readArticle } from './news.ts'
import { organisationsOf } from './organisations.ts'
import type { Pack } from './pack.ts'
import { pageIds } from './page-ids.ts'
import { postFindings } from './posts.ts'
import { expand, expandSource, type Refs } from './references.ts'
import { schemaFindings } from './schema-findings.ts'
import { readPlaces, refsOf, servedBodies, servedWords, servePack } from './serving.ts'
import { servingFindings } from './serving-findings.ts'
import { courseFile, courseId, isPartFile, type ReadCourse, readCourse, versionOf } from './training.ts'
import { englishTexts, isBegun, readTranslations, type Translations } from './translations.ts'
import { readWords, serviceWords } from './words.ts'
import type { readYaml } from './yaml-source.ts'

/** A pack that could be read, or why not. `files` and `lists` stay for the slower checks of `waymark check`. */
export type Loaded = Whole | (Read & { pack: null; lists: null; course: null; languages: null })
/** `languages`: all that the pack offers, those too that have no texts yet and are not shown. */
export type Whole = Read & { pack: Pack; lists: Collections; course: ReadCourse; languages: readonly Translations[] }
type Read = { files: PackFiles; findings: Finding[] }

/** The parts of each file that is lists: the first must stand in the first layer that has the file. */
const contents = {
  'services.yaml': ['services', 'timezone', 'wrong_numbers', 'examples'],
  'bank-holidays.yaml': ['days', 'covers', 'regions', 'holidays', 'checks'],
  'clocks.yaml': ['nations', 'events', 'clocks', 'rules'],
  'exploitation-types.yaml': ['types'],
  'indicators.yaml': ['indicators', 'categories'],
  'sectors.yaml': ['sectors', 'common'],
  'bodies.yaml': ['bodies'],
  'sources.yaml': ['sources'],
  'first-responders.yaml': ['first_responders'],
  'partners.yaml': ['partners'],
  'figures.yaml': ['figures'],
  'glossary.yaml': ['terms'],
  'report.yaml': ['ways'],
  'support.yaml': ['kinds'],
  'sharing-reasons.yaml': ['reasons'],
  'easy-read.yaml': ['pages'],
  'campaigns.yaml': ['days', 'history'],
  'networks.yaml': ['networks', 'pictures'],
  'lists.yaml': ['get_help', 'tell_somebody', 'tell_about_child'],
  'words/en/services.yaml': ['services'],
  'languages.yaml': ['languages'],
  'rights.yaml': ['topics', 'around', 'unread'],
  'search.yaml': [...searchKinds, 'first', 'urgent', 'ignore'],
  'training/outcomes.yaml': ['outcomes', 'sources', 'tiers', 'equivalents', 'topics', 'evidence', 'design_rules'],
} as const
type File = keyof typeof contents
const blocks = ['partnership.yaml', 'brand.yaml', 'words/en/interface.yaml', courseFile]
/** Files that a local pack brings; the others are national. */
export const local: readonly string[] = ['lists.yaml', 'partners.yaml', 'partnership.yaml', 'brand.yaml', 'pages/about.md']

const common = z.object({ common: z.strictObject({ do: z.array(z.string()), dont: z.array(z.string()) }) })
const lines = z.array(id).min(1)
const order = z.object({
  get_help: z.strictObject({ yourself: lines, someone_else: lines } satisfies Record<Need, z.ZodType>),
  tell_somebody: lines,
  tell_about_child: lines,
})
const covers = z.object({ covers: z.strictObject({ from: isoDate, to: isoDate }) })
const named = z.looseObject({ id, name: z.string().min(1) })
const example = z.looseObject({ id, service: id })

/** Reads `<content>/national` with `<content>/<packId>` laid over it and checks it. `parse` may remember what it parsed before. */
export const loadPack = (content: string, packId: string, parse?: typeof readYaml): Loaded =>
  loadFiles(readFiles(content, packId, parse), packId)

/**
 * Checks the files of a pack against their schemas and against one another. One fault gives one finding: what rests on
 * a part that is faulty itself is not asked until that is mended. `awaits` as in crossCheck.
 */
export const loadFiles = (files: PackFiles, packId: string, awaits?: Set<string>): Loaded => {
  const findings: Finding[] = [...files.findings]
  const fail = (): Loaded => ({ files, findings: sortFindings(unique(findings)), pack: null, lists: null, course: null, languages: null })
  if (files.findings.some((f) => f.rule === 'file' && files.layers.includes(f.file))) return fail()
  const faulty = shapeFindings(files, findings)
  const layers = (file: string): Layers => {
    const { sources, broken } = files.yaml(file)
    return { sources, broken: broken || faulty.has(file) }
  }

  const plain = <T extends { id: string }>(file: File, key: string, schema: z.ZodType<T>) => collect(layers(file), key, schema, findings)
  const services = plain('services.yaml', 'services', serviceSchema)
  const figures = plain('figures.yaml', 'figures', figureSchema)
  const parts = readPlaces(layers('partnership.yaml'))
  const places = parts ?? []
  const refsIn = (locale: string): Refs => refsOf(services.rows, figures.rows, places, locale)
  const refs = refsIn('en-GB')
  const made = new Map<string, Layers>()
  const expanded = (file: string): Layers => {
    const { sources, broken } = layers(file)
    const language = /^words\/([a-z-]+)\//.exec(file)?.[1] ?? 'en'
    const own = language === 'en' ? refs : refsIn(language)
    const known = made.get(file) ?? { sources: sources.map((s) => expandSource(s, own)), broken }
    made.set(file, known)
    return known
  }
  const list = <T extends { id: string }>(file: File, key: string, schema: z.ZodType<T>) => collect(expanded(file), key, schema, findings)
  const block = <T>(file: string, schema: z.ZodType<T>) => {
    const at = expanded(file)
    const value = readBlock(at, schema, findings)
    const source = at.sources.at(-1)
    return value && source ? { value, source } : null
  }

  const searched = (key: SearchKind | 'first' | 'urgent' | 'ignore') => plain('search.yaml', key, searchWordsSchema)
  const lists: Collections = {
    services,
    figures,
    examples: plain('services.yaml', 'examples', example),
    wrongNumbers: plain('services.yaml', 'wrong_numbers', wrongNumberSchema),
    days: plain('bank-holidays.yaml', 'days', bankHolidaySchema),
    regions: plain('bank-holidays.yaml', 'regions', named),
    holidays: plain('bank-holidays.yaml', 'holidays', named),
    clockNations: list('clocks.yaml', 'nations', clockNationSchema),
    clockEvents: list('clocks.yaml', 'events', clockEventSchema),
    clocks: list('clocks.yaml', 'clocks', clockSchema),
    clockRules: list('clocks.yaml', 'rules', clockRuleSchema),
    types: list('exploitation-types.yaml', 'types', exploitationTypeSchema),
    categories: list('indicators.yaml', 'categories', signCategorySchema),
    indicators: list('indicators.yaml', 'indicators', indicatorSchema),
    sectors: list('sectors.yaml', 'sectors', sectorSchema),
    bodies: list('bodies.yaml', 'bodies', bodySchema),
    sources: plain('sources.yaml', 'sources', sourceSchema),
    firstResponders: list('first-responders.yaml', 'first_responders', firstResponderSchema),
    partners: list('partners.yaml', 'partners', partnerSchema),
    glossary: list('glossary.yaml', 'terms', termSchema),
    reportWays: list('report.yaml', 'ways', waySchema),
    support: list('support.yaml', 'kinds', waySchema),
    sharingReasons: list('sharing-reasons.yaml', 'reasons', sharingReasonSchema),
    easyRead: list('easy-read.yaml', 'pages', easyPageSchema),
    campaignDays: list('campaigns.yaml', 'days', campaignDaySchema),
    campaignHistory: list('campaigns.yaml', 'history', campaignEventSchema),
    networks: plain('networks.yaml', 'networks', networkSchema),
    pictures: plain('networks.yaml', 'pictures', pictureSchema),
    serviceWords: list('words/en/services.yaml', 'services', serviceWords),
    languages: plain('languages.yaml', 'languages', languageSchema),
    outcomes: plain('training/outcomes.yaml', 'outcomes', outcomeSchema),
    outcomeTiers: plain('training/outcomes.yaml', 'tiers', tierSchema),
    topics: plain('training/outcomes.yaml', 'topics', topicSchema),
    outcomeSources: plain('training/outcomes.yaml', 'sources', outcomeSourceSchema),
    evidence: plain('training/outcomes.yaml', 'evidence', evidenceSchema),
    designRules: plain('training/outcomes.yaml', 'design_rules', designRuleSchema),
    rightsTopics: plain('rights.yaml', 'topics', rightsTopicSchema),
    rightsAround: plain('rights.yaml', 'around', aroundSchema),
    rightsUnread: plain('rights.yaml', 'unread', unreadSchema),
    flows: readFlows(files, expanded, findings),
    search: {
      pages: searched('pages'),
      sectors: searched('sectors'),
      types: searched('types'),
      services: searched('services'),
      report: searched('report'),
      support: searched('support'),
      campaigns: searched('campaigns'),
      languages: searched('languages'),
      first: searched('first'),
      urgent: searched('urgent'),
      ignore: searched('ignore'),
    },
  }
  const advice = block('sectors.yaml', common)
  const listed = block('lists.yaml', order)
  const calendarHead = block('bank-holidays.yaml', covers)
  const partnership = block('partnership.yaml', partnershipSchema)
  const brand = block('brand.yaml', brandSchema)
  const words = readWords(expanded('words/en/interface.yaml'), findings)
  const pages = readPages(files, refs, findings)
  plain('training/outcomes.yaml', 'equivalents', equivalentSchema)
  const course = readCourse(files, expanded, findings)
  const orphans: Finding[] = []
  const english = words ? englishTexts(words, lists.serviceWords.rows, pages) : null
  const offered = offeredLanguages(lists.languages.rows, partnership?.value.languages)
  const languages = english ? offered.map((language) => readTranslations(language, expanded, english, findings, orphans)) : []
  if (partnership) findings.push(...unofferedFindings(files, lists.languages.rows, offered))
  const news = files.markdown('news').flatMap(({ source, head }) => {
    const read = readArticle(source, head)
    findings.push(...read.findings)
    return read.article ? [read.article] : []
  })
  // One fault gives one message.
  const hiddenIn = new Set(files.findings.flatMap(({ rule, file }) => (rule === 'hidden' ? [file] : [])))
  findings.push(...drawingFindings(files.drawings).filter(({ file }) => !hiddenIn.has(file)))
  findings.push(...servingFindings(services, parts))
  findings.push(...clockFindings(lists))
  findings.push(...postFindings(lists))
  const supplies = {
    nation: partnership?.value.nation ?? 'england',
    organisations: organisationsOf(lists.partners.rows, lists.firstResponders.rows, partnership?.value.nation ?? 'england'),
  }
  const flows = lists.flows.map((flow) => ({ lists: flow, ...resolveFlow(flow, supplies) }))
  for (const flow of flows) findings.push(...flowFindings(flow.lists, flow))
  findings.push(...crossCheck(lists, { partnership, order: listed, pages, course }, files, awaits))
  // A text may lack its English only because that is faulty itself: asked when all else is well.
  if (!errorsOf(findings).length) findings.push(...orphans)
  if (errorsOf(findings).length || !advice || !listed || !calendarHead || !partnership || !brand || !words || !course) return fail()

  const { region, timezone } = partnership.value
  const calendarOf = (of: string) => buildCalendar(of, timezone, calendarHead.value.covers, lists.days.rows)
  const pack: Pack = servePack({
    id: packId,
    partnership: partnership.value,
    brand: brand.value,
    calendar: calendarOf(region),
    calendars: new Map(lists.regions.rows.map((r) => [r.id, calendarOf(r.id)])),
    holidays: new Map(lists.holidays.rows.map((h) => [h.id, h.name])),
    clocks: clocksOf(lists),
    services: lists.services.rows,
    serviceWords: servedWords(lists.serviceWords.rows, services.rows, places),
    getHelp: listed.value.get_help,
    tellSomebody: listed.value.tell_somebody,
    tellAboutChild: listed.value.tell_about_child,
    wrongNumbers: lists.wrongNumbers.rows,
    types: lists.types.rows,
    categories: lists.categories.rows,
    indicators: lists.indicators.rows,
    sectors: lists.sectors.rows,
    common: advice.value.common,
    bodies: servedBodies(lists.bodies.rows, services.rows),
    sources: lists.sources.rows,
    firstResponders: lists.firstResponders.rows,
    partners: lists.partners.rows,
    figures: lists.figures.rows,
    glossary: lists.glossary.rows,
    reportWays: lists.reportWays.rows,
    support: lists.support.rows,
    sharingReasons: lists.sharingReasons.rows,
    easyRead: lists.easyRead.rows,
    campaigns: { days: lists.campaignDays.rows, history: lists.campaignHistory.rows },
    networks: lists.networks.rows,
    pictures: lists.pictures.rows,
    pages,
    news: news.toSorted((a, b) => b.date.localeCompare(a.date)),
    drawings: new Map([...files.drawings].map(([name, d]) => [name, d.svg])),
    words,
    translations: languages.filter(isBegun),
    course: {
      ...course.head,
      id: courseId,
      parts: course.parts.map(({ part }) => part),
      taught: versionOf(course, layers, {
        signs: new Map(lists.indicators.rows.map((i) => [i.id, i.text])),
        kinds: new Map(lists.types.rows.map((t) => [t.id, `${t.name}: ${t.summary}`])),
        pathway: (slide) =>
          flows.flatMap(({ lists: { id }, flow, words }) => (id === 'pathway' ? [pictureOf(flow, words, slide, '/')] : [])),
      }),
      outcomes: lists.outcomes.rows,
      outcomeTiers: lists.outcomeTiers.rows,
      topics: lists.topics.rows,
      outcomeSources: lists.outcomeSources.rows,
    },
    flows: new Map(flows.map(({ lists: { id }, flow, words: said }) => [id, { flow, words: said }])),
    search: {
      pages: lists.search.pages.rows,
      sectors: lists.search.sectors.rows,
      types: lists.search.types.rows,
      services: lists.search.services.rows,
      report: lists.search.report.rows,
      support: lists.search.support.rows,
      campaigns: lists.search.campaigns.rows,
      languages: lists.search.languages.rows,
      first: lists.search.first.rows,
      urgent: lists.search.urgent.rows,
      ignore: lists.search.ignore.rows,
    },
  })
  return { files, findings: sortFindings(unique(findings)), pack: freeze(pack), lists, course, languages }
}

/** `words/ar/get-help.yaml`: a set of texts in a language of languages.yaml. */
const isTranslation = (name: string): boolean => textSets.some((set) => new RegExp(`^words/[a-z-]+/${set}\\.yaml$`).test(name))

/** Local texts in a language that nobody knows, or that only a pack that names it offers: whoever wrote them expects them to be read. */
const unofferedFindings = (files: PackFiles, all: readonly Language[], offered: readonly Language[]): Finding[] => {
  const expected = new Set(['en', ...all.filter(({ optional }) => !optional).map(({ id }) => id), ...offered.map(({ id }) => id)])
  return files.allYaml.flatMap(({ file }): Finding[] => {
    const language = /^[^/]+\/words\/([a-z-]+)\//.exec(file)?.[1]
    if (file.startsWith('national/') || language === undefined || expected.has(language)) return []
    const instead = all.some(({ id }) => id === language)
      ? `Add ${language} to \`languages\` in partnership.yaml, or take the file out.`
      : `Name the folder by an id of languages.yaml${didYouMean(
          language,
          all.map(({ id }) => id),
        )}.`
    return [{ severity: 'error', rule: 'file', file, line: 1, found: `this pack offers no language "${language}"`, instead }]
  })
}

/** Files that are missing, that nothing reads, or that are not of the shape they should have. Gives the names of those whose rows cannot be judged. */
const shapeFindings = (files: PackFiles, findings: Finding[]): Set<string> => {
  const faulty = new Set<string>()
  const known: readonly string[] = [...Object.keys(contents), ...blocks]
  const complain = (file: string, found: string, instead: string, line = 1) =>
    findings.push({ severity: 'error', rule: 'file', file, line, found, instead })
  const pages = pageIds.map((page) => `pages/${page}.md`)
  const layerOf = (name: string) => (local.includes(name) ? (files.layers.at(-1) ?? '') : (files.layers[0] ?? ''))
  const absent = [...known, ...pages].filter((name) => !files.has(`${layerOf(name)}/${name}`) && name !== 'partners.yaml')
  const strays = [...files.allYaml, ...files.allMarkdown.filter((m) => m.file.includes('/pages/'))].flatMap(({ file }) => {
    const name = file.replace(/^[^/]*\//, '')
    return known.includes(name) || pages.includes(name) || isTranslation(name) || isPartFile(name) || isFlowFile(name)
      ? []
      : [{ file, name }]
  })
  for (const { file, name } of strays) {
    const meant = nearest(name, absent)
    complain(file, 'nothing reads a file of this name', meant ? `Name it ${meant}.` : 'Correct its name, or take it out.')
    if (meant) faulty.add(meant)
  }
  for (const name of absent) {
    if (!faulty.has(name)) complain(`${layerOf(name)}/${name}`, 'there is no such file', 'Add it.')
    faulty.add(name)
  }
  for (const name of known) {
    const before = findings.length
    const { sources, broken } = files.yaml(name)
    const keys = name in contents ? contents[name as File] : null
    sources.forEach((source, layer) => {
      if (!keys) holdsValues(source, name.includes('words') ? ['language', 'words'] : [], findings)
      else knownKeys(source, keys, layer === 0 && !broken && name !== 'lists.yaml' ? keys[0] : null, findings)
    })
    if (findings.length > before) faulty.add(name)
  }
  return faulty
}

const readPages = (files: PackFiles, refs: Refs, findings: Finding[]): Map<string, Page> =>
  new Map(
    files.markdown('pages').flatMap(({ source }) => {
      const head = expandSource(source.head, refs)
      const result = pageHead.safeParse(head.data ?? {})
      if (!result.success) {
        findings.push(...schemaFindings(result.error.issues, head.data ?? {}, { ...head, file: source.file }, (path) => head.line(path)))
        return []
      }
      return [[source.id, { ...result.data, id: source.id, body: expand(source.body, refs) }] as const]
    }),
  )

const unique = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((f) => [`${f.file}:${f.line}:${f.rule}:${f.found}`, f])).values(),
]
