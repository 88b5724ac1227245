import {
  setOf,
  type Translation,
  type TranslationState,
  textSets,
  translationSchema,
  translationState,
} from '../../domain/languages/language.ts'
import { collect } from '../collection.ts'
import { lists } from '../lists/index.ts'
import type { Whole } from '../load.ts'
import { englishHash, englishTexts, pageTexts, textsOnGetHelp } from '../translations.ts'
import { wordSources } from '../words.ts'
import type { YamlSource } from '../yaml-source.ts'

/** A text as a reviewer meets it: the English, the translation if there is one, and the file that holds it. */
export type ReviewText = {
  id: string
  /** As the file has it, with `{phone:…}` where the page prints a number. */
  english: string
  /** Names the English: a translation made from another one is old. */
  of: string
  text: string | null
  state: TranslationState | 'untranslated'
  reviewed: Translation['reviewed']
  /** Path from the content folder, such as `national/words/ar/get-help.yaml`; where the text would be put, if there is none. */
  file: string
}

/** Every text of a language that someone may review, set by set; null for a language that the pack does not have. */
export const reviewTexts = (loaded: Whole, languageId: string): ReviewText[] | null => {
  const { pack, files, languages } = loaded
  const translations = languages.find(({ language }) => language.id === languageId)
  if (!translations) return null
  const printed = englishTexts(pack.words, [...pack.serviceWords.values()], pack.pages)
  const wanted = wantedTexts(loaded, languageId)
  const written = asWritten(loaded)
  return textSets.flatMap((set) => {
    const name = `words/${languageId}/${set}.yaml`
    const strings = collect(files.yaml(name), 'strings', translationSchema, [])
    const rows = new Map(strings.rows.map((row) => [row.id, row]))
    return [...printed].flatMap(([id, now]): ReviewText[] => {
      if (setOf(id) !== set || !(rows.has(id) || wanted.has(id))) return []
      const row = rows.get(id)
      const of = englishHash(now)
      return [
        {
          id,
          english: written.get(id) ?? now,
          of,
          text: row?.text ?? null,
          state: row ? translationState(row, of) : 'untranslated',
          reviewed: row?.reviewed,
          file: strings.origins(id).at(-1)?.source.file ?? `${layerOf(loaded, id)}/${name}`,
        },
      ]
    })
  })
}

/** Ids of the English texts that a page in this language shows, translated or not. Of a set that nobody has begun and of which the pack shows no drafts, none. */
export const wantedTexts = ({ pack, languages }: Whole, languageId: string): ReadonlySet<string> => {
  const own = languages.find(({ language }) => language.id === languageId)?.texts ?? new Map()
  const drafts = pack.partnership.publish_drafts ?? []
  const begun = new Set(['get-help', ...drafts, ...[...own.values()].map(({ set }) => set)])
  const somewhere = new Set(languages.flatMap(({ texts }) => [...texts.keys()]))
  const pages = drafts.flatMap((set) => pack.pages.get(set) ?? []).flatMap(pageTexts)
  const there = new Set([...textsOnGetHelp(pack), ...pages.map(([id]) => id)])
  const english = [...englishTexts(pack.words, [...pack.serviceWords.values()], pack.pages).keys()]
  return new Set(english.filter((id) => begun.has(setOf(id)) && (somewhere.has(id) || there.has(id))))
}

/** The English before its numbers are filled in, by id. Pages are given as they are printed. */
const asWritten = ({ files }: Whole): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const { data } of wordSources(files))
    for (const [group, messages] of Object.entries(at(data, 'words') ?? {}))
      for (const [key, message] of Object.entries(messages ?? {})) texts.set(`${group}.${key}`, String(message))
  for (const words of collect(files.yaml(lists.serviceWords.file), lists.serviceWords.key, lists.serviceWords.schema, []).rows)
    for (const [field, text] of Object.entries(words)) texts.set(`services.${words.id}.${field}`, String(text))
  return texts
}

/** A translation stands in the layer of its English. */
const layerOf = ({ files }: Whole, id: string): string => {
  const [group = '', key = ''] = id.split('.')
  const [national = '', local = national] = files.layers
  const holds = files.layers.filter((layer) => {
    if (group === 'page') return files.allMarkdown.some(({ file }) => file === `${layer}/pages/${key}.md`)
    const inLayer = ({ file }: YamlSource) => file.startsWith(`${layer}/`)
    if (group !== 'services')
      return wordSources(files).some(
        (source) => inLayer(source) && at(at(at(source.data, 'words'), group), id.slice(group.length + 1)) !== undefined,
      )
    const rows: unknown = at(files.yaml(lists.serviceWords.file).sources.find(inLayer)?.data, lists.serviceWords.key)
    return Array.isArray(rows) && rows.some((row) => at(row, 'id') === key)
  })
  return holds.at(-1) === local ? local : national
}

const at = (data: unknown, key: string): unknown => (data && typeof data === 'object' ? Reflect.get(data, key) : undefined)
