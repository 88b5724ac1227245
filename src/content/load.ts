import { z } from 'zod'
import { isoDate } from '../domain/fact.ts'
import { offeredLanguages } from '../domain/languages/language.ts'
import type { Place } from '../domain/services/serves.ts'
import { clockFindings } from './clocks.ts'
import { type Collections, listReader, readLists } from './collections.ts'
import { crossCheck } from './cross-check.ts'
import { laid, readBlock } from './document.ts'
import { drawingFindings } from './drawings.ts'
import { factsOf } from './facts.ts'
import { type ContentFolder, type PackFiles, readFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { errorsOf, sortFindings } from './findings.ts'
import { flowFindings, resolveFlow } from './flow-findings.ts'
import { readFlows } from './flows.ts'
import { lists as descriptors } from './lists/index.ts'
import { brand as brandFile, lineLists, partnership as partnershipFile } from './lists/values.ts'
import { readArticle } from './news.ts'
import { unofferedFindings } from './offered.ts'
import { organisationsOf } from './organisations.ts'
import type { Pack } from './pack.ts'
import { plainLayers, printedLayers, refsFrom } from './pack-layers.ts'
import { packOf } from './pack-of.ts'
import { readPages } from './pages.ts'
import { postFindings } from './posts.ts'
import { readPlaces } from './serving.ts'
import { servingFindings } from './serving-findings.ts'
import { shapeFindings } from './shape-findings.ts'
import { type ReadCourse, readCourse } from './training.ts'
import { englishTexts, readTranslations, type Translations } from './translations.ts'
import { deskWords, publicWords } from './word-ids.ts'
import { readWords, wordLayers } from './words.ts'

/** A pack that could be read, or why not. `files` and `lists` stay for the slower checks of `waymark check`. */
export type Loaded = Whole | (Read & { pack: null; lists: null; course: null; languages: null })
/** `languages`: all that the pack offers, those too that have no texts yet and are not shown. */
export type Whole = Read & { pack: Pack; lists: Collections; course: ReadCourse; languages: readonly Translations[] }
type Read = { files: PackFiles; findings: Finding[] }

const nowhere: readonly Place[] = []

const adviceSchema = z.object({ common: z.strictObject({ do: z.array(z.string()), dont: z.array(z.string()) }) })
const calendarSchema = z.object({ covers: z.strictObject({ from: isoDate, to: isoDate }) })

/** Reads `<content>/national` with `<content>/<packId>` laid over it and checks it. */
export const loadPack = (content: string | ContentFolder, packId: string): Loaded => loadFiles(readFiles(content, packId), packId)

/**
 * Checks the files of a pack against their schemas and against one another. One fault gives one finding: what rests on
 * a part that is faulty itself is not asked until that is mended. `awaits`: collects the services that a local pack must bring (cross-check.ts).
 */
export const loadFiles = (files: PackFiles, packId: string, awaits?: Set<string>): Loaded => {
  const findings: Finding[] = [...files.findings]
  const fail = (): Loaded => ({ files, findings: sortFindings(unique(findings)), pack: null, lists: null, course: null, languages: null })
  if (files.findings.some((f) => f.rule === 'file' && files.layers.includes(f.file))) return fail()

  // What fills in the texts of all other files is read first.
  const plain = plainLayers(files, shapeFindings(files, findings))
  const places = readPlaces(plain(partnershipFile.file))
  const first = listReader(plain, plain, findings)
  const services = first(descriptors.services)
  const figures = first(descriptors.figures)
  const refsIn = refsFrom(services.rows, figures.rows, places ?? nowhere)
  const printed = printedLayers(plain, refsIn)

  const flowLists = readFlows(files, printed, findings)
  const lists = readLists(listReader(plain, printed, findings), { services, figures }, flowLists)
  const values = <T>({ file, schema }: { file: string; schema: z.ZodType<T> }) => {
    const layers = printed(file)
    const value = readBlock(layers, schema, findings)
    return value && { value, place: laid(layers.sources).at }
  }
  const advice = values({ file: descriptors.sectors.file, schema: adviceSchema })
  const calendar = values({ file: descriptors.days.file, schema: calendarSchema })
  const order = values(lineLists)
  const partnership = values(partnershipFile)
  const brand = values(brandFile)
  const words = readWords(publicWords, wordLayers(publicWords, files, printed), files.layers[0] ?? '', findings)
  const wordsOfDesk = readWords(deskWords, wordLayers(deskWords, files, printed), files.layers[0] ?? '', findings)
  const pages = readPages(files, refsIn('en-GB'), findings)
  const course = readCourse(files, printed, findings)
  const orphans: (() => Finding)[] = []
  const english = words ? englishTexts(words, lists.serviceWords.rows, pages) : null
  const offered = offeredLanguages(lists.languages.rows, partnership?.value.languages)
  const languages = english ? offered.map((language) => readTranslations(language, printed, english, findings, orphans)) : []
  if (partnership) findings.push(...unofferedFindings(files, lists.languages.rows, offered))
  const news = files.markdown('news').flatMap(({ source, head }) => {
    const read = readArticle(source, head)
    findings.push(...read.findings)
    return read.article ? [read.article] : []
  })

  // One fault gives one message.
  const hiddenIn = new Set(files.findings.flatMap(({ rule, file }) => (rule === 'hidden' ? [file] : [])))
  findings.push(...drawingFindings(files.drawings).filter(({ file }) => !hiddenIn.has(file)))
  findings.push(...servingFindings(services, places))
  findings.push(...clockFindings(lists))
  findings.push(...postFindings(lists))
  const nation = partnership?.value.nation ?? 'england'
  const supplies = {
    nation,
    organisations: organisationsOf(lists.partners.rows, lists.firstResponders.rows, nation),
    options: {
      towns: partnership?.value.towns?.areas ?? [],
      sectors: lists.sectors.rows,
      signs: lists.indicators.rows.map(({ id, text }) => ({ id, name: text })),
      partners: lists.partners.rows.filter(({ valid_to, checked }) => valid_to === undefined || valid_to >= checked),
    },
  }
  const flows = flowLists.map((flow) => ({ lists: flow, ...resolveFlow(flow, supplies) }))
  for (const flow of flows) findings.push(...flowFindings(flow.lists, flow))
  findings.push(...crossCheck(lists, { partnership, order, pages, course }, files, awaits))
  // A text may lack its English only because that is faulty itself: asked when all else is well.
  if (!errorsOf(findings).length) findings.push(...orphans.map((orphan) => orphan()))
  if (errorsOf(findings).length || !advice || !order || !calendar || !partnership || !brand || !words || !wordsOfDesk || !course)
    return fail()

  const pack = packOf({
    id: packId,
    lists,
    flows: new Map(flows.map(({ lists: { id }, flow, words: said }) => [id, { flow, words: said }])),
    partnership: partnership.value,
    places: places ?? [],
    brand: brand.value,
    covers: calendar.value.covers,
    order: order.value,
    common: advice.value.common,
    pages,
    news,
    drawings: new Map([...files.drawings].map(([name, drawing]) => [name, drawing.svg])),
    words,
    deskWords: wordsOfDesk,
    languages,
    course,
    facts: factsOf({ lists, files, course, pages }).map(({ fact }) => fact),
    plain,
  })
  return { files, findings: sortFindings(unique(findings)), pack, lists, course, languages }
}

const unique = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((f) => [`${f.file}:${f.line}:${f.rule}:${f.found}`, f])).values(),
]
