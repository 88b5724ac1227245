import type { CampaignDay, CampaignEvent } from '../domain/campaigns/campaign.ts'
import type { Network, Picture } from '../domain/campaigns/network.ts'
import type { Clock, ClockEvent, ClockNation, ClockRule } from '../domain/clocks/rule.ts'
import type { EasyPage } from '../domain/easy-read.ts'
import type { Figure } from '../domain/figures.ts'
import type { Language } from '../domain/languages/language.ts'
import type { Page, Term, Way } from '../domain/page.ts'
import type { SharingReason } from '../domain/pathway/sharing-reason.ts'
import type { FirstResponder, Partner, Partnership } from '../domain/people/partnership.ts'
import type { Around, RightsTopic, Unread } from '../domain/rights/topic.ts'
import { type SearchKind, type SearchLists, type SearchWords, searchKinds } from '../domain/search/words.ts'
import { groupsOf } from '../domain/services/serves.ts'
import type { Service, WrongNumber } from '../domain/services/service.ts'
import type { Body, ExploitationType, Indicator, Sector, SignCategory, Source } from '../domain/signs/signs.ts'
import type { BankHoliday } from '../domain/time/calendar.ts'
import type { Outcome, OutcomeSource, Tier, Topic } from '../domain/training/outcomes.ts'
import { type Collection, placeOf } from './collection.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import type { FlowLists } from './flows.ts'
import { listsOf } from './lists.ts'
import { didYouMean, nearest } from './nearest.ts'
import type { Lists as Order } from './pack.ts'
import { pageIds } from './page-ids.ts'
import { textRefs } from './references.ts'
import { placesFindings } from './serving-findings.ts'
import { courseNames, type ReadCourse } from './training.ts'
import type { ServiceWords } from './words.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/** Every list of a pack with the places of its rows. */
export type Collections = {
  services: Collection<Service>
  examples: Collection<{ id: string; service: string }>
  wrongNumbers: Collection<WrongNumber>
  figures: Collection<Figure>
  days: Collection<BankHoliday>
  regions: Collection<{ id: string; name: string }>
  holidays: Collection<{ id: string; name: string }>
  clockNations: Collection<ClockNation>
  clockEvents: Collection<ClockEvent>
  clocks: Collection<Clock>
  clockRules: Collection<ClockRule>
  types: Collection<ExploitationType>
  categories: Collection<SignCategory>
  indicators: Collection<Indicator>
  sectors: Collection<Sector>
  bodies: Collection<Body>
  sources: Collection<Source>
  firstResponders: Collection<FirstResponder>
  partners: Collection<Partner>
  glossary: Collection<Term>
  reportWays: Collection<Way>
  support: Collection<Way>
  sharingReasons: Collection<SharingReason>
  easyRead: Collection<EasyPage>
  campaignDays: Collection<CampaignDay>
  campaignHistory: Collection<CampaignEvent>
  networks: Collection<Network>
  pictures: Collection<Picture>
  serviceWords: Collection<ServiceWords>
  languages: Collection<Language>
  outcomes: Collection<Outcome>
  outcomeTiers: Collection<Tier>
  topics: Collection<Topic>
  outcomeSources: Collection<OutcomeSource>
  evidence: Collection<{ id: string }>
  designRules: Collection<{ id: string; because: string[] }>
  rightsTopics: Collection<RightsTopic>
  rightsAround: Collection<Around>
  rightsUnread: Collection<Unread>
  flows: readonly FlowLists[]
  search: { [kind in keyof SearchLists]: Collection<SearchWords> }
}

/** The parts of a pack that are no lists; null where one is faulty, and then nothing is asked of it. */
export type Singles = {
  partnership: { value: Partnership; source: YamlSource } | null
  order: { value: Order; source: YamlSource } | null
  pages: ReadonlyMap<string, Page>
  course: ReadCourse | null
}

type Kind =
  | 'service'
  | 'phone'
  | 'figure'
  | 'campaign day'
  | 'picture'
  | 'category'
  | 'exploitation type'
  | 'sign'
  | 'sector'
  | 'body'
  | 'partner'
  | 'source'
  | 'drawing'
  | 'region'
  | 'holiday'
  | 'words'
  | 'page'
  | 'way to report'
  | 'kind of support'
  | 'language'
  | 'nation'
  | 'event'
  | 'clock'
  | 'outcome'
  | 'tier'
  | 'topic'
  | 'outcome source'
  | 'evidence'
  | 'part'
  | 'check question'
  | 'way of the pathway'
  | 'step of the pathway'
export type Place = { file: string; line: number }
/** `place` is asked only where something is wrong: looking lines up takes time. `one`: there is room for a single service. */
export type Named = { kind: Kind; name: string; whole?: string; place: () => Place; one?: true }
type Placed = Named & Place
type Known = { ids: ReadonlySet<string>; complete: boolean; where: string; definition: (id: string) => Place | null }

/**
 * References between files: every id that is named must be there, every service on a public list must have its words.
 * One finding for each name that is missing, at the first place that names it. Lists that could not be read whole are
 * not asked. `awaits` collects services that a local pack has yet to bring, where only the national files are checked.
 */
export const crossCheck = (lists: Collections, singles: Singles, files: PackFiles, awaits?: Set<string>): Finding[] => {
  const known = knownOf(lists, singles, files)
  const asked = namesOf(lists, singles, files)
  const named = answered(asked, lists.services.rows)
  const used = new Map<Kind, Set<string>>()
  for (const { kind, name } of named) if (kind === 'phone') used.set('service', (used.get('service') ?? new Set()).add(name))
  for (const { kind, name } of named) used.set(kind, (used.get(kind) ?? new Set()).add(name))

  const groups = new Map<string, Placed[]>()
  for (const ref of named) {
    const target = known[ref.kind]
    if (ref.kind === 'words' || !target.complete || target.ids.has(ref.name)) continue
    if (ref.kind === 'service' && awaits) awaits.add(ref.name)
    else groups.set(`${ref.kind} ${ref.name}`, [...(groups.get(`${ref.kind} ${ref.name}`) ?? []), { ...ref, ...ref.place() }])
  }
  const misnamed: Finding[] = []
  const dangling: Finding[] = []
  for (const refs of groups.values()) {
    const [first] = sortPlaces(refs)
    if (!first) continue
    const { kind, name } = first
    const target = known[kind]
    const unused = [...target.ids].filter((id) => !used.get(kind)?.has(id))
    const meant = refs.length > 1 ? nearest(name, unused, 2) : null
    const place = meant ? target.definition(meant) : null
    if (meant && place) misnamed.push(misnamedFinding(kind, name, meant, place, refs))
    else dangling.push(danglingFinding(first, refs, target))
  }
  const at = (f: Place) => `${f.file}:${f.line}`
  const explained = new Set(misnamed.map(at))
  return [
    ...misnamed,
    ...dangling.filter((f) => !explained.has(at(f))),
    ...wordless(named, known),
    ...singleFindings(singles),
    ...placesFindings(asked, lists, singles, files),
  ]
}

/** A service that several rows answer is asked of each of them: it must be there, with its words, and its number where one is printed. */
const answered = (named: readonly Named[], services: readonly Service[]): Named[] => {
  const groups = groupsOf(services)
  return named.flatMap((ref): Named[] => {
    const rows = ref.kind === 'service' || ref.kind === 'phone' || ref.kind === 'words' ? groups.get(ref.name) : undefined
    return rows ? rows.map(({ id }) => ({ ...ref, name: id })) : [ref]
  })
}

const sortPlaces = <T extends Place>(places: readonly T[]): T[] =>
  [...places].sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)

/** `a/b.yaml:3, a/c.yaml:9 and 2 more`. */
const placesWords = (places: readonly Place[]): string => {
  const [shown, more] = [places.slice(0, 3), places.length - 3]
  return `${shown.map((p) => `${p.file}:${p.line}`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const danglingFinding = (first: Placed, refs: readonly Placed[], target: Known): Finding => {
  const others = sortPlaces(refs).slice(1)
  return {
    severity: 'error',
    rule: 'reference',
    file: first.file,
    line: first.line,
    found: `${first.whole ? `${first.whole} names` : `"${first.name}" is`} ${first.kind === 'phone' ? 'a service without a number' : `no ${first.kind} of this pack`}${others.length ? `; also named at ${placesWords(others)}` : ''}`,
    instead:
      first.kind === 'drawing'
        ? `Add drawings/${first.name}.svg, or name another drawing${didYouMean(first.name, target.ids)}.`
        : `Use an id of ${target.where}${didYouMean(first.name, target.ids)}.`,
  }
}

const misnamedFinding = (kind: Kind, name: string, meant: string, place: Place, refs: readonly Placed[]): Finding => ({
  severity: 'error',
  rule: 'reference',
  ...place,
  found: `nothing names the ${kind} "${meant}", and ${refs.length} places name "${name}": ${placesWords(sortPlaces(refs))}`,
  instead: `Write "${name}" here, or "${meant}" there.`,
})

/** Services that pages show in words, without words. Words under a misspelt id are told of as such, not here. */
const wordless = (named: readonly Named[], known: Record<Kind, Known>): Finding[] => {
  if (!known.words.complete || !known.service.complete) return []
  const stray = [...known.words.ids].filter((id) => !known.service.ids.has(id))
  const places = new Map<string, Place>()
  const lacking = named.filter(({ kind, name }) => kind === 'words' && !known.words.ids.has(name) && known.service.ids.has(name))
  for (const { name, file, line } of sortPlaces(lacking.map((ref) => ({ ...ref, ...ref.place() }))))
    if (!nearest(name, stray) && !places.has(name)) places.set(name, { file, line })
  return [...places].map(([name, place]) => ({
    severity: 'error',
    rule: 'reference',
    ...place,
    found: `"${name}" has no words`,
    instead: `Add an entry \`id: ${name}\` to words/en/services.yaml.`,
  }))
}

/** A time zone that nobody knows; a service that stands twice in one list. */
const singleFindings = ({ partnership, order }: Singles): Finding[] => {
  const findings: Finding[] = []
  const complain = (source: YamlSource, path: Path, found: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'schema', file: source.file, line: source.line(path), found, instead })
  for (const { path, names } of order ? listsOf(order.value) : [])
    names.forEach((name, i) => {
      if (order && names.indexOf(name) < i)
        complain(order.source, [...path, i], `"${name}" is twice in ${path.join('.')}`, 'Keep one of the two.')
    })
  const { timezone } = partnership?.value ?? { timezone: 'UTC' }
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
  } catch {
    const instead = 'Write `Europe/London`, or another name of the IANA list.'
    if (partnership) complain(partnership.source, ['timezone'], `"${timezone}" is not a time zone`, instead)
  }
  return findings
}

const knownOf = (lists: Collections, { course }: Singles, files: PackFiles): Record<Kind, Known> => {
  const of = (list: Collection<{ id: string }>, where: string): Known => ({
    ids: list.ids,
    complete: list.complete,
    where,
    definition: (id) => {
      const origins = list.origins(id).slice(0, 1)
      return origins.length ? placeOf(origins, ['id']) : null
    },
  })
  const pathway = lists.flows.find(({ id }) => id === 'pathway')?.parts
  const own = (ids: readonly string[]) => ({ ids: new Set(ids), complete: true, definition: () => null })
  return {
    service: of(lists.services, 'services.yaml'),
    phone: {
      ...of(lists.services, 'a service that has a number'),
      ids: lists.services.ids.difference(new Set(lists.services.rows.flatMap((s) => (s.phone && s.phone !== 'unknown' ? [] : [s.id])))),
      definition: () => null,
    },
    figure: of(lists.figures, 'figures.yaml'),
    'campaign day': of(lists.campaignDays, 'campaigns.yaml'),
    picture: of(lists.pictures, 'the pictures in this file'),
    category: of(lists.categories, 'the categories in this file'),
    'exploitation type': of(lists.types, 'exploitation-types.yaml'),
    sign: of(lists.indicators, 'indicators.yaml'),
    sector: of(lists.sectors, 'sectors.yaml, or `any`'),
    body: of(lists.bodies, 'bodies.yaml'),
    partner: of(lists.partners, 'partners.yaml'),
    source: of(lists.sources, 'sources.yaml'),
    region: of(lists.regions, 'the regions in bank-holidays.yaml'),
    holiday: of(lists.holidays, 'the holidays in this file'),
    words: { ...of(lists.serviceWords, 'words/en/services.yaml'), complete: lists.serviceWords.complete },
    page: {
      ids: new Set([...pageIds.filter((id) => !unsearched.includes(id)), 'check', 'dates', 'pathway']),
      complete: true,
      where: 'the pages, `check`, `dates` or `pathway`',
      definition: () => null,
    },
    'way to report': of(lists.reportWays, 'report.yaml'),
    'kind of support': of(lists.support, 'support.yaml'),
    language: of(lists.languages, 'languages.yaml'),
    nation: of(lists.clockNations, 'the nations in this file'),
    event: of(lists.clockEvents, 'the events in this file'),
    clock: of(lists.clocks, 'the clocks in this file'),
    outcome: of(lists.outcomes, 'training/outcomes.yaml'),
    tier: of(lists.outcomeTiers, 'the tiers in training/outcomes.yaml'),
    topic: of(lists.topics, 'the topics in this file'),
    'outcome source': of(lists.outcomeSources, 'the sources in this file'),
    evidence: of(lists.evidence, 'the evidence in this file'),
    part: { ...own((course?.parts ?? []).map(({ part }) => part.id)), where: 'a part that a tier lists' },
    'check question': {
      ...own((course?.parts ?? []).flatMap(({ part }) => (part.check ?? []).map((item) => item.id))),
      where: 'a question under `check:` in a part',
    },
    'way of the pathway': { ...own(pathway?.outcomes.rows.map(({ id }) => id) ?? []), where: 'an outcome of flows/pathway.yaml' },
    'step of the pathway': {
      ...own(pathway?.actions.rows.flatMap(({ id, on }) => on.map((outcome) => `${outcome}: ${id}`)) ?? []),
      where: 'an outcome and a step on it, in flows/pathway.yaml',
    },
    drawing: {
      ids: new Set(files.drawings.keys()),
      complete: true,
      where: 'drawings/',
      definition: (id) => {
        const drawing = files.drawings.get(id)
        return drawing ? { file: drawing.file, line: 1 } : null
      },
    },
  }
}

/** Pages that Search does not lead to. */
const unsearched: readonly string[] = ['home', 'not-found', 'server-error']

/** What the ids of each list of search.yaml are ids of. */
const searched: Record<SearchKind, Kind> = {
  pages: 'page',
  sectors: 'sector',
  types: 'exploitation type',
  services: 'service',
  report: 'way to report',
  support: 'kind of support',
  campaigns: 'campaign day',
  languages: 'language',
}

/** Every place that names an id of another list. */
const namesOf = (lists: Collections, { partnership, order, pages, course }: Singles, files: PackFiles): Named[] => {
  const named: Named[] = []
  const add = (
    list: Collection<{ id: string }>,
    row: { id: string },
    field: string,
    names: string | readonly string[] | null | undefined,
    kind: Kind,
    one = false,
  ) => {
    const each = typeof names === 'string' ? [[names, [field]] as const] : (names ?? []).map((name, i) => [name, [field, i]] as const)
    for (const [name, path] of each) {
      if (kind === 'sector' && name === 'any') continue
      named.push({ kind, name, place: () => placeOf(list.origins(row.id), path), ...(one ? { one } : {}) })
    }
  }
  for (const s of lists.services.rows) add(lists.services, s, 'instead', s.instead, 'service')
  for (const w of lists.wrongNumbers.rows) add(lists.wrongNumbers, w, 'service', w.service, 'service', true)
  for (const e of lists.examples.rows) add(lists.examples, e, 'service', e.service, 'service', true)
  for (const w of lists.serviceWords.rows) add(lists.serviceWords, w, 'id', w.id, 'service')
  for (const d of lists.days.rows) {
    add(lists.days, d, 'region', d.region, 'region')
    add(lists.days, d, 'holiday', d.holiday, 'holiday')
  }
  for (const i of lists.indicators.rows) {
    add(lists.indicators, i, 'category', i.category, 'category')
    add(lists.indicators, i, 'exploitation', i.exploitation, 'exploitation type')
    add(lists.indicators, i, 'sectors', i.sectors, 'sector')
    add(lists.indicators, i, 'sources', i.sources, 'source')
  }
  for (const s of lists.sectors.rows) {
    add(lists.sectors, s, 'exploitation', s.exploitation, 'exploitation type')
    add(lists.sectors, s, 'indicators', s.indicators, 'sign')
    add(lists.sectors, s, 'report_also', s.report_also, 'body')
    add(lists.sectors, s, 'sources', s.sources, 'source')
    add(lists.sectors, s, 'id', s.id, 'drawing')
  }
  for (const b of lists.bodies.rows) {
    add(lists.bodies, b, 'service', b.service, 'service')
    add(lists.bodies, b, 'instead', b.instead, 'service')
  }
  for (const t of lists.types.rows) add(lists.types, t, 'drawing', t.drawing, 'drawing')
  for (const f of lists.figures.rows) add(lists.figures, f, 'source', f.source, 'source')
  for (const ways of [lists.reportWays, lists.support])
    for (const w of ways.rows) {
      add(ways, w, 'services', w.services, 'service')
      add(ways, w, 'services', w.services, 'words')
    }
  for (const page of lists.easyRead.rows) {
    add(lists.easyRead, page, 'id', page.id, 'page')
    const at = (path: Path) => () => placeOf(lists.easyRead.origins(page.id), path)
    page.parts.forEach(({ lines }, p) => {
      lines.forEach(({ drawing, ring }, l) => {
        named.push({ kind: 'drawing', name: drawing, place: at(['parts', p, 'lines', l, 'drawing']) })
        if (!ring) return
        const place = at(['parts', p, 'lines', l, 'ring'])
        named.push(
          { kind: lists.services.ids.has(ring) ? 'phone' : 'service', name: ring, place, one: true },
          { kind: 'words', name: ring, place },
        )
      })
    })
  }
  for (const d of lists.campaignDays.rows) {
    add(lists.campaignDays, d, 'drawing', d.drawing, 'drawing')
    d.messages?.forEach((message, m) => {
      const at = (path: Path) => () => placeOf(lists.campaignDays.origins(d.id), ['messages', m, ...path])
      if (message.card) named.push({ kind: 'drawing', name: message.card.drawing, place: at(['card', 'drawing']) })
      message.card?.ring?.forEach((name, i) => {
        named.push({ kind: lists.services.ids.has(name) ? 'phone' : 'service', name, place: at(['card', 'ring', i]) })
      })
      if (!('figures' in message)) return
      named.push(...message.figures.map((name, i): Named => ({ kind: 'figure', name, place: at(['figures', i]) })))
    })
  }
  for (const n of lists.networks.rows) add(lists.networks, n, 'pictures', n.pictures, 'picture')
  for (const n of lists.clockNations.rows) add(lists.clockNations, n, 'region', n.region, 'region')
  for (const e of lists.clockEvents.rows) add(lists.clockEvents, e, 'after', e.after, 'event')
  for (const r of lists.clockRules.rows) {
    add(lists.clockRules, r, 'clock', r.clock, 'clock')
    add(lists.clockRules, r, 'nations', r.nations, 'nation')
    if (typeof r.length === 'string') add(lists.clockRules, r, 'length', r.length, 'figure')
    for (const field of ['starts', 'met_by', 'lasts_until', 'ends_with'] as const) add(lists.clockRules, r, field, r[field], 'event')
  }
  for (const kind of searchKinds) for (const w of lists.search[kind].rows) add(lists.search[kind], w, 'id', w.id, searched[kind])
  for (const w of lists.search.first.rows) add(lists.search.first, w, 'id', w.id, searched.pages)
  for (const { parts } of lists.flows)
    for (const action of parts.actions.rows) {
      add(parts.actions, action, 'services', action.services, 'service')
      add(parts.actions, action, 'services', action.services, 'words')
      for (const [v, { services = [] }] of (action.variants ?? []).entries())
        for (const [i, name] of services.entries())
          for (const kind of ['service', 'words'] as const)
            named.push({ kind, name, place: () => placeOf(parts.actions.origins(action.id), ['variants', v, 'services', i]) })
      add(parts.actions, action, 'body', action.body, 'body')
    }
  for (const { parts } of lists.flows)
    for (const row of parts.leaving.rows) {
      add(parts.leaving, row, 'services', row.services, 'service')
      add(parts.leaving, row, 'services', row.services, 'words')
    }
  for (const e of lists.campaignHistory.rows) add(lists.campaignHistory, e, 'day', e.day, 'campaign day')
  for (const o of lists.outcomes.rows) {
    add(lists.outcomes, o, 'tier', o.tier, 'tier')
    add(lists.outcomes, o, 'topic', o.topic, 'topic')
    add(lists.outcomes, o, 'sources', o.sources, 'outcome source')
    add(lists.outcomes, o, 'indicators', o.indicators, 'sign')
    add(lists.outcomes, o, 'services', o.services, 'service')
  }
  for (const rule of lists.designRules.rows) add(lists.designRules, rule, 'because', rule.because, 'evidence')
  if (course) named.push(...courseNames(course))
  const services = lists.services.ids.union(groupsOf(lists.services.rows))
  for (const { kind, id, whole, file, line } of textRefs(files))
    named.push({ kind: kind === 'phone' && !services.has(id) ? 'service' : kind, name: id, whole, place: () => ({ file, line: line() }) })
  const at = (source: YamlSource, path: Path) => ({ place: () => ({ file: source.file, line: source.line(path) }) })
  if (order)
    for (const { path, names } of listsOf(order.value))
      names.forEach((name, i) => {
        for (const kind of ['service', 'words'] as const) named.push({ kind, name, ...at(order.source, [...path, i]) })
      })
  if (partnership) {
    const { value, source } = partnership
    named.push({ kind: 'region', name: value.region, ...at(source, ['region']) })
    value.languages?.forEach((name, i) => {
      named.push({ kind: 'language', name, ...at(source, ['languages', i]) })
    })
    const organisation = value.adopted?.organisation
    if (organisation) named.push({ kind: 'partner', name: organisation, ...at(source, ['adopted', 'organisation']) })
    const service = value.coordinator.phone_service
    if (service) named.push({ kind: 'service', name: service, one: true, ...at(source, ['coordinator', 'phone_service']) })
  }
  for (const { source } of files.markdown('pages')) {
    const drawing = pages.get(source.id)?.drawing
    if (drawing) named.push({ kind: 'drawing', name: drawing, ...at(source.head, ['drawing']) })
  }
  return named
}
