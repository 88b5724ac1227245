import { createHash } from 'node:crypto'
import {
  type Language,
  mayPublish,
  setOf,
  type Translation,
  type TranslationState,
  textSets,
  translationSchema,
  translationState,
} from '../domain/languages/language.ts'
import { blocksOf, type Page } from '../domain/page.ts'
import { everyLine } from '../domain/services/needs.ts'
import type { ServiceWords } from '../domain/services/words.ts'
import { blockFault } from './block-fault.ts'
import { type Collection, collect, type Layers } from './collection.ts'
import type { Finding } from './finding.ts'
import { placeholderFault } from './icu.ts'
import { madeOnce } from './made-once.ts'
import { nearest } from './nearest.ts'
import type { Pack } from './pack.ts'
import type { Words } from './words.ts'

/** One text in a language, as its file has it. Whether readers see it follows from set and state (mayPublish). */
export type TranslatedText = { text: string; state: TranslationState; set: string }
/** What a pack holds in one language, by the id of the English: `get-help.danger`, `services.beacon.name`, `page.get-help.title`. */
export type Translations = { language: Language; texts: ReadonlyMap<string, TranslatedText> }

/** Is there something to read in it? A language of which no text of "get help" may be read would be English under another name. */
export const isBegun = ({ texts }: Translations): boolean =>
  [...texts.values()].some(({ set, state }) => set === 'get-help' && mayPublish(set, state, []))

/** The hash by which a translation names its English: the first eight figures of its SHA-256. */
export const englishHash = (english: string): string => createHash('sha256').update(english).digest('hex').slice(0, 8)

const serviceFields = ['name', 'about', 'your_name', 'languages', 'unconfirmed'] as const

/** Every English text that may be translated, by id. */
export const englishTexts = (
  words: Words,
  services: readonly ServiceWords[],
  pages: ReadonlyMap<string, Page>,
): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(words.messages),
    ...services.flatMap((service) =>
      serviceFields.flatMap((field): [string, string][] => {
        const text = service[field]
        return text === undefined ? [] : [[`services.${service.id}.${field}`, text]]
      }),
    ),
    ...[...pages.values()].flatMap(pageTexts),
  ])

/** The words around every page, besides the names of pages in its menus. */
const aroundPages = new Set(
  'skip menu main-nav all-pages leaving leave leave-done leave-timed-out leave-two-more leave-one-more your-safety demonstration foot licence danger wrong'
    .split(' ')
    .map((name) => `site.${name}`),
)

/** The ids of the English texts that "get help" shows in whatever language, with the words around every page. */
export const textsOnGetHelp = ({ words, serviceWords, pages, getHelp }: ShownOnGetHelp): readonly string[] =>
  shownOnGetHelp([words, serviceWords, pages, getHelp], '', () => findOnGetHelp({ words, serviceWords, pages, getHelp }))

type ShownOnGetHelp = Pick<Pack, 'words' | 'serviceWords' | 'pages' | 'getHelp'>
/** Each language asks it of the same pack. */
const shownOnGetHelp = madeOnce<readonly string[]>()

const findOnGetHelp = ({ words, serviceWords, pages, getHelp }: ShownOnGetHelp): string[] => {
  const lines = everyLine(getHelp)
  return [...englishTexts(words, [...serviceWords.values()], pages).keys()].filter((id) => {
    const [group = '', of = ''] = id.split('.')
    return (
      ['get-help', 'service', 'draft', 'leaflet', 'nav'].includes(group) ||
      aroundPages.has(id) ||
      (group === 'services' && lines.includes(of)) ||
      id.startsWith('page.get-help.')
    )
  })
}

/** The texts of a page by id. Of one that is a set of its own, the whole page: its parts are numbered from 1. */
export const pageTexts = (page: Page): [string, string][] => {
  const whole = page.id !== 'get-help' && textSets.some((set) => set === page.id)
  const help = page.id === 'get-help'
  const own = (
    ['title', 'description', ...(whole || help ? (['history_title'] as const) : []), ...(whole ? (['lead'] as const) : [])] as const
  ).flatMap((field): [string, string][] => (page[field] === undefined ? [] : [[`page.${page.id}.${field}`, page[field]]]))
  return [...own, ...(whole ? blocksOf(page.body).map((block, n): [string, string] => [blockId(page.id, n), block]) : [])]
}

/** The id of the part at place `n`, counted from 0. */
export const blockId = (page: string, n: number): string => `page.${page}.${n + 1}`

/** What keeps a text from standing in the place of its English: a lost value, mark or link. */
export const textFault = (id: string, text: string, english: string): { key: string; found: string; instead: string } | null =>
  /^page\.[a-z-]+\.\d+$/.test(id) ? blockFault(text, english) : placeholderFault(text, english)

/**
 * Reads the translations of one language, set by set. A text that takes other values than its English is a finding; one whose English
 * has changed since is not asked, for nobody is shown it. `orphans` collects texts whose English is gone,
 * each told only when it is asked for: to find which id was meant takes long, and where much is broken nobody asks.
 */
export const readTranslations = (
  language: Language,
  layers: (file: string) => Layers,
  english: ReadonlyMap<string, string>,
  findings: Finding[],
  orphans: (() => Finding)[],
): Translations => {
  const texts = new Map<string, TranslatedText>()
  for (const set of textSets) {
    const strings = collect(layers(`words/${language.id}/${set}.yaml`), 'strings', translationSchema, findings)
    for (const row of strings.rows) {
      const original = english.get(row.id)
      if (original === undefined) {
        orphans.push(() => at(strings, row, unknownId(row, english)))
        continue
      }
      if (setOf(row.id) !== set) {
        findings.push(at(strings, row, elsewhere(row.id)))
        continue
      }
      const { state, fault } = judged([row], original, () => {
        const state = translationState(row, englishHash(original))
        return { state, fault: state === 'needs-review' ? null : textFault(row.id, row.text, original) }
      })
      if (!fault) texts.set(row.id, { text: row.text, set, state })
      else findings.push(at(strings, row, fault))
    }
  }
  return { language, texts }
}

const judged = madeOnce<{ state: TranslationState; fault: ReturnType<typeof textFault> }>()

const unknownId = ({ id }: Translation, english: ReadonlyMap<string, string>) => {
  const meant = nearest(id, [...english.keys()])
  return {
    key: 'id',
    found: `there is no English text "${id}"`,
    instead: meant ? `Did you mean "${meant}"?` : 'Remove it, or correct the id.',
  }
}

const elsewhere = (id: string) => {
  const set = setOf(id)
  const known = textSets.some((name) => name === set)
  return {
    key: 'id',
    found: `"${id}" does not belong in this file`,
    instead: known ? `Move it to ${set}.yaml.` : `Remove it, because the words of "${set}" cannot be translated yet.`,
  }
}

const at = (strings: Collection<Translation>, row: Translation, fault: { key: string; found: string; instead: string }): Finding => {
  const origin = strings.origins(row.id).at(-1)
  return {
    severity: 'error',
    rule: 'words',
    file: origin?.source.file ?? '',
    line: origin ? origin.source.line([...origin.path, fault.key]) : 1,
    found: fault.found,
    instead: fault.instead,
  }
}
