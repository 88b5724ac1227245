import type { Sure } from '../domain/fact.ts'
import type { Contact, FactList, FactPlace, FactSource, PackFact } from '../domain/facts/pack-fact.ts'
import type { Page } from '../domain/page.ts'
import { questionsOf } from '../domain/services/questions.ts'
import type { Service } from '../domain/services/service.ts'
import { type Collection, placeOf } from './collection.ts'
import type { Collections } from './collections.ts'
import type { Laid } from './document.ts'
import type { PackFiles } from './files.ts'
import { courseId, type ReadCourse } from './training.ts'

/** What facts are found in: all that was read of a pack. */
export type FactsIn = { lists: Collections; files: PackFiles; course: ReadCourse; pages: ReadonlyMap<string, Page> }

/** A fact, and the line of its `review:`, its own or the one that the head of a file lends. */
export type FoundFact = { fact: PackFact; at(): { file: string; line: number } }

/** A row of any list that goes stale. */
type Row = {
  id: string
  owner: string
  review: string
  checked?: string
  source?: string
  sources?: readonly string[]
  source_date?: string | undefined
  sure?: Sure | undefined
}

/** Every fact of a pack that goes stale: rows of lists, pages, flows, the course, and the two files that are one fact each. */
export const factsOf = (from: FactsIn): FoundFact[] => {
  const { lists } = from
  const rows = rowsIn(from)
  const clocks = new Map(lists.clocks.rows.map(({ id, name }) => [id, name]))
  const services = contactsIn(lists.services.rows)
  const servicesOf = (row: { services: readonly string[] }) => row.services.flatMap(services)
  return [
    ...rows('services', lists.services, (s) => ({ name: s.name, says: s.use_when, ask: services(s.id), ...ofService(s) })),
    ...rows('bodies', lists.bodies, (b) => ({ name: b.name, says: b.note, ask: b.service === null ? [] : services(b.service) })),
    ...rows('partners', lists.partners, (p) => ({ name: p.name, says: p.note })),
    ...rows('first-responders', lists.firstResponders, (f) => ({ name: f.name, says: f.note })),
    ...rows('figures', lists.figures, (f) => ({ name: spaced(f.id), says: `${f.value} ${f.unit}. ${f.note ?? ''}`.trim() })),
    ...rows('clocks', lists.clockRules, (r) => ({ name: `${clocks.get(r.clock) ?? r.clock} (${r.id})`, says: r.note })),
    ...rows('report', lists.reportWays, (w) => ({ name: w.title, says: w.text, ask: servicesOf(w) })),
    ...rows('support', lists.support, (w) => ({ name: w.title, says: w.text, ask: servicesOf(w) })),
    ...rows('sharing-reasons', lists.sharingReasons, (r) => ({ name: r.text, says: r.decides })),
    ...rows('intelligence-grades', lists.intelligenceGrades, (g) => ({ name: `${g.grade}: ${g.text}` })),
    ...rows('exploitation-types', lists.types, (t) => ({ name: t.name, says: t.summary })),
    ...rows('indicators', lists.indicators, (i) => ({ name: i.text })),
    ...rows('sectors', lists.sectors, (s) => ({ name: s.name, says: s.lead })),
    ...rows('glossary', lists.glossary, (t) => ({ name: t.term, says: t.means })),
    ...rows('easy-read', lists.easyRead, (p) => ({ name: p.title, says: p.description })),
    ...rows('campaign-days', lists.campaignDays, (d) => ({ name: d.name, says: d.purpose })),
    ...rows('campaign-history', lists.campaignHistory, (h) => ({ name: spaced(h.id), says: h.what })),
    ...rows('networks', lists.networks, (n) => ({ name: n.name })),
    ...rows('pictures', lists.pictures, (p) => ({ name: p.name, says: `${p.width} × ${p.height}` })),
    ...rows('outcomes', lists.outcomes, (o) => ({ name: o.text })),
    ...lists.flows.flatMap(({ id, head, parts: { actions, leaving }, words }) => [
      ...rows('actions', actions, (a) => {
        const said = words.actions.rows.find((one) => one.id === a.id)
        return { name: said?.title ?? spaced(a.id), says: said?.do.join(' '), ask: servicesOf(a) }
      }),
      ...rows('leaving', leaving, (l) => ({ name: spaced(l.id), ask: servicesOf(l) })),
      ...blockOf(from, 'flows', id, `flows/${id}.yaml`, 'flow', spaced(id), head),
    ]),
    ...headsOf(from),
    ...pagesOf(from),
    ...courseOf(from),
  ]
}

type Said = Partial<Pick<PackFact, 'questions' | 'ask' | 'doubtFrom'>> & { name: string | undefined; says?: string | undefined }

const factOf = (list: FactList, row: Row, sources: readonly FactSource[], place: FactPlace, said: Said): PackFact => ({
  list,
  id: row.id,
  name: said.name ?? row.id,
  says: (said.says ?? '').trim(),
  owner: row.owner,
  sources,
  sourceDate: row.source_date ?? null,
  checked: row.checked ?? null,
  review: row.review,
  sure: row.sure ?? null,
  doubtFrom: said.doubtFrom ?? null,
  questions: said.questions ?? [],
  ask: said.ask ?? [],
  place,
})

/** Facts of one list: `said` gives what each is called and what it says. */
const rowsIn = ({ lists }: FactsIn) => {
  const known = new Map([...lists.sources.rows, ...lists.outcomeSources.rows].map((source) => [source.id, source]))
  const sourceOf = (text: string): FactSource => {
    const source = known.get(text)
    return source ? { text: source.title, url: ('url' in source && source.url) || null } : { text, url: null }
  }
  return <T extends Row>(list: FactList, { rows, origins }: Collection<T>, said: (row: T) => Said): FoundFact[] =>
    rows.map((row) => {
      const from = origins(row.id)
      const last = from.at(-1)
      const sources = (row.sources ?? [row.source ?? '']).filter(Boolean)
      const place = {
        file: last?.source.file ?? '',
        rows: String(last?.path[0] ?? ''),
        block: '',
        says: row.source !== undefined && !known.has(row.source),
      }
      return { fact: factOf(list, row, sources.map(sourceOf), place, said(row)), at: () => placeOf(from, ['review']) }
    })
}

const ofService = (service: Service) => ({ questions: questionsOf(service), doubtFrom: service.doubt_from ?? null })

/** The ways to reach a service, or each of those that answer for an id. */
const contactsIn =
  (services: readonly Service[]) =>
  (id: string): Contact[] =>
    services
      .filter((service) => service.id === id || ('for' in service && service.for === id))
      .map(({ name, phone, email, url }) => ({
        name,
        phone: phone === null || phone === 'unknown' ? null : { dial: phone.dial, display: phone.display },
        email: email ?? null,
        url: url ?? null,
      }))

/** A block of values that is one fact: the last layer of its file that has it. */
const blockOf = (
  { files }: FactsIn,
  list: FactList,
  id: string,
  file: string,
  block: string,
  name: string,
  row: Omit<Row, 'id'>,
): FoundFact[] => {
  const { sources } = files.yaml(file)
  const source = sources.findLast(({ data }) => !!data && typeof data === 'object' && (block === '' || block in data)) ?? sources.at(-1)
  if (!source) return []
  const place = { file: source.file, rows: null, block, says: true }
  const from = [{ text: row.source ?? '', url: null }].filter(({ text }) => text)
  const path = block === '' ? [] : [block]
  const key = has(source.data, [...path, 'review']) ? 'review' : 'review_default'
  return [
    {
      fact: factOf(list, { ...row, id }, from, place, { name }),
      at: () => ({ file: source.file, line: source.line([...path, key]) }),
    },
  ]
}

const has = (data: unknown, path: readonly string[]): boolean =>
  path.reduce<unknown>((value, key) => (value && typeof value === 'object' ? Reflect.get(value, key) : undefined), data) !== undefined

/** Files whose rows have no day of their own: looked at as a whole. */
const headsOf = (from: FactsIn): FoundFact[] =>
  ['bank-holidays', 'partnership'].flatMap((id) => {
    const file = `${id}.yaml`
    const data = from.files.yaml(file).sources.at(-1)?.data
    const value = (...keys: string[]): string | undefined =>
      keys
        .map((key): unknown => (data && typeof data === 'object' ? Reflect.get(data, key) : undefined))
        .find((v) => typeof v === 'string') as string | undefined
    const [review, owner] = [value('review', 'review_default'), value('owner', 'owner_default')]
    if (review === undefined || owner === undefined) return []
    const row = {
      review,
      owner,
      source: value('source'),
      checked: value('checked', 'compiled'),
      source_date: value('source_date'),
      sure: value('sure') as Sure | undefined,
    }
    return blockOf(from, 'files', id, file, '', spaced(id), row as Omit<Row, 'id'>)
  })

const pagesOf = ({ files, pages }: FactsIn): FoundFact[] =>
  files.markdown('pages').flatMap(({ source: { id, file, head } }): FoundFact[] => {
    const page = pages.get(id)
    if (!page) return []
    const place = { file, rows: null, block: '', says: true }
    const fact = factOf('pages', page, [{ text: page.source, url: null }], place, { name: page.title, says: page.description })
    return [{ fact, at: () => ({ file, line: head.line(['review']) }) }]
  })

const courseOf = ({ course }: FactsIn): FoundFact[] =>
  [
    { id: courseId, name: course.head.title, from: course.from, row: course.head },
    ...course.parts.map(({ part, from }) => ({ id: `${courseId}-${part.id}`, name: part.title, from, row: part })),
  ].map(({ id, name, from, row }) => {
    const place = { file: from.at(['review']).file, rows: null, block: '', says: true }
    return {
      fact: factOf('course', { ...row, id }, [{ text: row.source, url: null }], place, { name }),
      at: () => placeIn(from),
    }
  })

const placeIn = (from: Laid) => from.at(['review'])

/** `nrm-referrals-2025` as a reader meets it where it has no name: "Nrm referrals 2025". */
const spaced = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`
