import { z } from 'zod'
import type { Layers } from './collection.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { show } from './findings.ts'
import { mendBraces, readIcu } from './icu.ts'
import { lists } from './lists/index.ts'
import { madeOnce } from './made-once.ts'
import { didYouMean } from './nearest.ts'
import { schemaFindings } from './schema-findings.ts'
import { idsOf, publicWords, type WordId, type WordSet } from './word-ids.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/** Words of one set in one language: every id has its ICU message. */
export type WordsOf<Id extends string> = { language: string; messages: Readonly<Record<Id, string>> }
export type Words = WordsOf<WordId>

const wordFile = z.looseObject({
  version: z.literal(1),
  language: z.string().min(2),
  words: z.record(z.string(), z.record(z.string(), z.string())),
})

/** Is it a file of this set? Any name does, directly in the set's folder; a file of a list holds no words of pages. */
export const isWordFile = ({ folder }: WordSet, name: string): boolean =>
  name.startsWith(`${folder}/`) &&
  /^[^/]+\.yaml$/.test(name.slice(folder.length + 1)) &&
  !Object.values(lists).some(({ file }) => file === name)

/** The files of a set in every layer, national first. `layers` gives one of them, with its references filled in or not. */
export const wordLayers = (set: WordSet, files: PackFiles, layers: (name: string) => Layers): Layers => {
  // Those that should be there are asked for too: one that is missing is a fault by itself, and its words are not missed besides.
  const expected = Object.keys(set.files).map((name) => `${set.folder}/${name}`)
  const names = new Set([...files.names.filter((name) => isWordFile(set, name)), ...expected])
  const read = [...names].map(layers)
  const sources = read.flatMap((one) => one.sources)
  return {
    sources: files.layers.flatMap((layer) => sources.filter(({ file }) => file.startsWith(`${layer}/`))),
    broken: read.some(({ broken }) => broken),
  }
}

/** The files of the words of pages as they are written. */
export const wordSources = (files: PackFiles): readonly YamlSource[] => wordLayers(publicWords, files, files.yaml).sources

/**
 * Reads the words of a set. Ids without words, words that no page uses, words that stand twice in a layer and broken ICU are findings.
 * `national` is the layer that has words for each id.
 */
export const readWords = <Id extends string>(
  set: WordSet<Id>,
  layers: Layers,
  national: string,
  findings: Finding[],
): WordsOf<Id> | null => {
  const { words, faults } = read([...layers.sources, set], `${national} ${layers.broken}`, () => {
    const faults: Finding[] = []
    return { words: readAnew(set, layers, national, faults), faults }
  })
  findings.push(...faults)
  return words as WordsOf<Id> | null
}
const read = madeOnce<{ words: WordsOf<string> | null; faults: readonly Finding[] }>()

const readAnew = (set: WordSet, { sources, broken }: Layers, national: string, findings: Finding[]): WordsOf<string> | null => {
  const before = findings.length
  const found: Found = new Map()
  const ids = new Set<string>(idsOf(set))
  const groups = new Set([...ids].map(groupOf))
  for (const source of sources) readFile(source, ids, groups, found, findings)
  if (broken || !sources.length || findings.length > before) return null
  findings.push(...lackingFindings(set, found, sources, national))
  if (findings.length > before) return null
  const messages = Object.fromEntries([...found].map(([id, { message }]) => [id, message]))
  const { language } = wordFile.parse(sources[0]?.data)
  return { language, messages: Object.freeze(messages) }
}

type Found = Map<string, { message: string; source: YamlSource; line: number }>

const parsedOf = madeOnce<z.ZodSafeParseResult<z.infer<typeof wordFile>>>()

/** Lays the words of a file over those that were read before. */
const readFile = (source: YamlSource, ids: ReadonlySet<string>, groups: ReadonlySet<string>, found: Found, findings: Finding[]): void => {
  const parsed = parsedOf([source], '', () => wordFile.safeParse(source.data))
  if (!parsed.success) {
    findings.push(...schemaFindings(parsed.error.issues, source.data, source, (path) => source.line(path)))
    return
  }
  const complain = (path: Path, what: string, instead: string) =>
    findings.push({ severity: 'error', rule: 'words', file: source.file, line: source.line(path), found: what, instead })
  for (const [group, messages] of Object.entries(parsed.data.words)) {
    if (!groups.has(group)) {
      const instead = `Remove them, or correct the name${didYouMean(group, groups)}.`
      complain(['words', group], `no page uses the words in the group "${group}"`, instead)
      continue
    }
    for (const [key, message] of Object.entries(messages)) {
      const [id, path] = [`${group}.${key}`, ['words', group, key]]
      const earlier = found.get(id)
      if (!ids.has(id)) {
        complain(path, `no page uses the words "${id}"`, `Remove them, or correct the id. Did you mean "${nearestId(id, [...ids])}"?`)
        continue
      }
      const twin = earlier && layerOf(earlier.source) === layerOf(source) ? earlier : null
      const { fault, names } = readIcu(message)
      const strange = earlier ? [...names].filter((name) => !readIcu(earlier.message).names.has(name)) : []
      if (twin) complain(path, `"${id}" appears twice (first at ${twin.source.file}:${twin.line})`, 'Keep one of the two.')
      else if (fault) complain(path, `${show(message)}: ${fault}`, mendBraces)
      else if (earlier && strange.length)
        complain(
          path,
          `${show(message)}: the page cannot fill in ${strange.join(', ')}`,
          `Use only the values in the national words: ${show(earlier.message)}.`,
        )
      found.set(id, { message, source, line: source.line(path) })
    }
  }
}

/** Ids without words: a whole group once, where its words are expected. */
const lackingFindings = (set: WordSet, found: Found, sources: readonly YamlSource[], national: string): Finding[] =>
  Object.entries(set.files).flatMap(([name, ids]) => {
    const file = `${national}/${set.folder}/${name}`
    const source = sources.find((one) => one.file === file)
    const lacking = Map.groupBy(
      ids.filter((id) => !found.has(id)),
      groupOf,
    )
    return [...lacking].flatMap(([group, own]): Finding[] => {
      const whole = !ids.some((id) => groupOf(id) === group && found.has(id))
      return (whole ? own.slice(0, 1) : own).map((id) => ({
        severity: 'error',
        rule: 'words',
        file,
        line: source?.line(['words', group]) ?? 1,
        found: whole ? `the group "${group}" does not have any words` : `"${id}" does not have any words`,
        instead: whole
          ? `Add \`${group}:\` with its ${own.length} texts.`
          : `Add \`${id.slice(group.length + 1)}: …\` under \`${group}:\`.`,
      }))
    })
  })

const groupOf = (id: string): string => id.split('.')[0] ?? ''
const layerOf = ({ file }: YamlSource): string => file.split('/')[0] ?? ''

/** The known id that shares most letter pairs with `id`. */
const nearestId = (id: string, ids: readonly string[]): string => {
  const pairs = (s: string) => new Set(Array.from(s.slice(1), (c, i) => `${s[i]}${c}`))
  const mine = pairs(id)
  const score = (s: string) => [...pairs(s)].filter((p) => mine.has(p)).length / (s.length + id.length)
  return [...ids].sort((a, b) => score(b) - score(a))[0] ?? ''
}
