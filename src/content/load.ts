import { z } from 'zod'
import { brandSchema } from '../domain/brand/brand.ts'
import { id, isoDate } from '../domain/fact.ts'
import { figureSchema } from '../domain/figures.ts'
import { pageHead, termSchema, waySchema, type Page } from '../domain/page.ts'
import { firstResponderSchema, partnerSchema, partnershipSchema } from '../domain/people/partnership.ts'
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
import { collect } from './collection.ts'
import { crossCheck } from './cross-check.ts'
import { knownKeys, readBlock } from './document.ts'
import { drawingFindings } from './drawings.ts'
import { type PackFiles, readFiles } from './files.ts'
import { errorsOf, type Finding, sortFindings } from './finding.ts'
import { readArticle } from './news.ts'
import type { Pack } from './pack.ts'
import { expand, expandSource, refFindings, type Refs } from './references.ts'
import { schemaFindings } from './schema-findings.ts'
import { readWords, serviceWords } from './words.ts'

/** A pack that could be read, or why not. `files` stays for the slower checks of `waymark check`. */
export type Loaded = { files: PackFiles; findings: Finding[] } & ({ pack: Pack } | { pack: null })

const contents = {
  'services.yaml': ['timezone', 'services', 'wrong_numbers', 'examples'],
  'bank-holidays.yaml': ['covers', 'regions', 'holidays', 'days', 'checks'],
  'exploitation-types.yaml': ['types'],
  'indicators.yaml': ['categories', 'indicators'],
  'sectors.yaml': ['common', 'sectors'],
  'bodies.yaml': ['bodies'],
  'sources.yaml': ['sources'],
  'first-responders.yaml': ['first_responders'],
  'partners.yaml': ['partners'],
  'figures.yaml': ['figures'],
  'glossary.yaml': ['terms'],
  'report.yaml': ['ways'],
  'support.yaml': ['kinds'],
  'lists.yaml': ['get_help', 'tell_somebody', 'tell_about_child'],
} as const
type File = keyof typeof contents

const common = z.object({ common: z.strictObject({ do: z.array(z.string()), dont: z.array(z.string()) }) })
const lists = z.object({ get_help: z.array(id).min(1), tell_somebody: z.array(id).min(1), tell_about_child: z.array(id).min(1) })
const covers = z.object({ covers: z.strictObject({ from: isoDate, to: isoDate }) })

/**
 * Reads `<content>/national` with `<content>/<packId>` laid over it. Faults of YAML and schema are reported first;
 * references between files only once every file is whole, so that one fault gives one message.
 */
export const loadPack = (content: string, packId: string): Loaded => {
  const files = readFiles(content, packId)
  const findings: Finding[] = [...files.findings]
  const fail = (): Loaded => ({ files, findings: sortFindings(unique(findings)), pack: null })
  if (findings.length) return fail()

  for (const file of Object.keys(contents) as File[]) for (const source of files.yaml(file)) knownKeys(source, contents[file], findings)

  const plain = <T extends { id: string }>(file: File, key: string, schema: z.ZodType<T>) =>
    collect(files.yaml(file), key, schema, findings)
  const services = plain('services.yaml', 'services', serviceSchema)
  const figures = plain('figures.yaml', 'figures', figureSchema)
  const refs: Refs = {
    phone: new Map(services.rows.flatMap((s) => (s.phone && s.phone !== 'unknown' ? [[s.id, s.phone.display]] : []))),
    figure: new Map(figures.rows.flatMap((f) => (f.value === 'unknown' ? [] : [[f.id, f.value.toLocaleString('en-GB')]]))),
  }
  const list = <T extends { id: string }>(file: File, key: string, schema: z.ZodType<T>) =>
    collect(
      files.yaml(file).map((s) => expandSource(s, refs)),
      key,
      schema,
      findings,
    )
  const block = <T>(file: string, schema: z.ZodType<T>) =>
    readBlock(
      files.yaml(file).map((s) => expandSource(s, refs)),
      schema,
      file,
      findings,
    )

  const collections = {
    services,
    figures,
    wrongNumbers: plain('services.yaml', 'wrong_numbers', wrongNumberSchema),
    days: plain('bank-holidays.yaml', 'days', bankHolidaySchema),
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
    serviceWords: collect(
      files.yaml('words/en/services.yaml').map((s) => expandSource(s, refs)),
      'services',
      serviceWords,
      findings,
    ),
  }
  const advice = block('sectors.yaml', common)
  const order = block('lists.yaml', lists)
  const calendarHead = block('bank-holidays.yaml', covers)
  const partnership = block('partnership.yaml', partnershipSchema)
  const brand = block('brand.yaml', brandSchema)
  const words = readWords(
    files.yaml('words/en/interface.yaml').map((s) => expandSource(s, refs)),
    findings,
  )
  const pages = readPages(files, refs, findings)
  const news = files.markdown('news').flatMap(({ source, head }) => {
    const read = readArticle(source, head)
    findings.push(...read.findings)
    return read.article ? [read.article] : []
  })
  findings.push(...drawingFindings(files.drawings))
  if (findings.length || !advice || !order || !calendarHead || !partnership || !brand || !words) return fail()

  for (const source of files.allYaml) findings.push(...refFindings(source.file, source.strings(), refs))
  for (const source of files.allMarkdown) findings.push(...refFindings(source.file, [{ text: source.body, line: source.bodyLine }], refs))

  const rows = <T>(c: { rows: T[] }) => c.rows
  const pack: Pack = {
    id: packId,
    partnership,
    brand,
    calendar: buildCalendar(partnership.region, partnership.timezone, calendarHead.covers, collections.days.rows),
    services: rows(services),
    serviceWords: new Map(rows(collections.serviceWords).map((w) => [w.id, w])),
    getHelp: order.get_help,
    tellSomebody: order.tell_somebody,
    tellAboutChild: order.tell_about_child,
    wrongNumbers: rows(collections.wrongNumbers),
    types: rows(collections.types),
    categories: rows(collections.categories),
    indicators: rows(collections.indicators),
    sectors: rows(collections.sectors),
    common: advice.common,
    bodies: rows(collections.bodies),
    sources: rows(collections.sources),
    firstResponders: rows(collections.firstResponders),
    partners: rows(collections.partners),
    figures: rows(figures),
    glossary: rows(collections.glossary),
    reportWays: rows(collections.reportWays),
    support: rows(collections.support),
    pages,
    news: news.toSorted((a, b) => b.date.localeCompare(a.date)),
    drawings: new Map([...files.drawings].map(([name, d]) => [name, d.svg])),
    words,
  }
  findings.push(...crossCheck(pack, collections, files))
  if (errorsOf(findings).length) return fail()
  return { files, findings: sortFindings(unique(findings)), pack: freeze(pack) }
}

const readPages = (files: PackFiles, refs: Refs, findings: Finding[]): Map<string, Page> =>
  new Map(
    files.markdown('pages').flatMap(({ source }) => {
      const head = expandSource(source.head, refs)
      const result = pageHead.safeParse(head.data)
      if (!result.success) {
        findings.push(...schemaFindings(result.error.issues, head.data, { ...head, file: source.file }, (path) => head.line(path)))
        return []
      }
      return [[source.id, { ...result.data, id: source.id, body: expand(source.body, refs) }] as const]
    }),
  )

const unique = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((f) => [`${f.file}:${f.line}:${f.rule}:${f.found}`, f])).values(),
]

const freeze = <T>(value: T): T => {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}
