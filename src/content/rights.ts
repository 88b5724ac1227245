import type { Sure } from '../domain/fact.ts'
import { topicFinder } from '../domain/rights/topic.ts'
import { type English, englishIn } from './english.ts'
import type { PackFiles } from './files.ts'
import type { Whole } from './load.ts'
import { readBlocks } from './markdown-blocks.ts'
import { pageAddress } from './page-ids.ts'
import { rowAddress, rowsAround } from './readers.ts'
import { refsOf } from './serving.ts'
import { expand } from './text-references.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/** What a text rests on, and how sure that is. Null where nothing says. */
type Rests = { source: string | null; sure: Sure | null }

/** Sentences that stand in one row or section, and what that rests on. `page` is the address of the page, where there is one of its own. */
export type RightsPlace = Rests & { file: string; at: string; page: string | null; sentences: RightsSentence[] }
/** `own`: sources that mark this very sentence as not checked. */
export type RightsSentence = { text: string; topics: string[]; own: Rests[] }

const letters = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Every sentence of the pack's English texts that speaks of a topic of rights.yaml, with where it stands and what it rests on. All texts of
 * all files are read, whatever their field is called, so that a new field cannot hide one; which files are not read, rights.yaml says.
 */
export const rightsPlaces = ({ files, pack, lists }: Whole): RightsPlace[] => {
  const topicsOf = topicFinder(lists.rightsTopics.rows)
  const unread = (file: string) => lists.rightsUnread.rows.some(({ files: at }) => nameOf(file).startsWith(at))
  const named: Named = new Map([
    ...[...pack.course.outcomeSources, ...pack.sources].map((s): [string, Rests] => [s.id, { source: s.title, sure: s.sure ?? null }]),
  ])
  const refs = refsOf(pack.services, pack.figures, pack.partnership.places ?? [], 'en-GB')
  const around = new Map(lists.rightsAround.rows.map(({ file, group, source, sure }) => [`${file} ${group}`, { source, sure }]))
  const places = new Map<string, RightsPlace>()

  const add = (place: Omit<RightsPlace, 'sentences'>, text: string) => {
    for (const { text: words, marks } of readBlocks(expand(text, refs)).blocks)
      for (const { segment, index } of letters.segment(words.replace(/(?<!\s)\s*\{#[a-z0-9-]+\}$/, '').replaceAll('\n', ' '))) {
        const topics = topicsOf(segment)
        if (!topics.length) continue
        const end = index + segment.length
        const own = marks.filter(({ at }) => at > index && at <= end).flatMap(({ source }) => named.get(source) ?? [])
        const key = `${place.file}\n${place.at}`
        const known = places.get(key) ?? { ...place, sentences: [] }
        places.set(key, known)
        const said = segment.trim()
        if (!known.sentences.some(({ text }) => text === said)) known.sentences.push({ text: said, topics, own })
      }
  }

  for (const said of englishIn(files)) {
    if (unread(said.file)) continue
    if (said.in === 'yaml') {
      const { at, page } = whereOf(said)
      add({ file: said.file, at, page, ...restsOf(files, said.source, said.path, named, around) }, said.text)
      continue
    }
    const { file, id, head } = said.source
    const { source, sure } = rowRests(head.data, named)
    const place = { file, page: pageAddress(id), source, sure }
    if (said.in === 'head') add({ ...place, at: 'head' }, said.text)
    else
      for (const part of said.text.split(/^(?=#+ )/m))
        add({ ...place, at: /^#+ .*\{#([a-z0-9-]+)\}$/m.exec(part)?.[1] ?? 'beginning' }, part)
  }
  return [...places.values()]
}

const nameOf = (file: string): string => file.replace(/^[^/]*\//, '')

// ------------------------------------------------------------------ where a text stands

const whereOf = (said: English): { at: string; page: string | null } => {
  const rows = rowsAround(said)
  return { at: rows.join(', ') || String(said.path[0]), page: rowAddress(said, rows) }
}

// ------------------------------------------------------------------ what it rests on

type Named = ReadonlyMap<string, Rests>
const bestFirst: readonly Sure[] = ['A', 'B', 'C', '?']
const nothing: Rests = { source: null, sure: null }

/** What a row itself says that it rests on. */
const rowRests = (row: unknown, named: Named): Rests => {
  if (!row || typeof row !== 'object') return nothing
  const source: unknown = Reflect.get(row, 'source')
  const sources: unknown = Reflect.get(row, 'sources')
  const sure = (Reflect.get(row, 'sure') as Sure | undefined) ?? null
  if (typeof source === 'string') return { source: named.get(source)?.source ?? source, sure }
  if (!Array.isArray(sources) || !sources.every((s) => typeof s === 'string')) return nothing
  const each = sources.map((s): Rests => named.get(s) ?? { source: s, sure: null })
  // Several sources are as sure as the best of them.
  return {
    source: each.map(({ source }) => source).join('; '),
    sure: sure ?? bestFirst.find((letter) => each.some((e) => e.sure === letter)) ?? null,
  }
}

/** What rights.yaml says of its group; else the innermost row around a text that says what it rests on; else the row whose words it is; else the head of its file. */
const restsOf = (files: PackFiles, yaml: YamlSource, path: Path, named: Named, around: ReadonlyMap<string, Rests>): Rests => {
  const name = nameOf(yaml.file)
  const said = around.get(`${name} ${path[path[0] === 'words' ? 1 : 0]}`)
  if (said) return said
  for (let depth = path.length - 1; depth > 0; depth--) {
    const own = rowRests(valueAt(yaml.data, path.slice(0, depth)), named)
    if (own.source) return own
    const id: unknown = Reflect.get(Object(valueAt(yaml.data, path.slice(0, depth))), 'id')
    if (typeof id !== 'string') continue
    const elsewhere = twins(files, nameOf(yaml.file), String(path[depth - 2]), id, named)
    if (elsewhere.source) return elsewhere
  }
  const heads = [
    yaml.data,
    ...files.yaml(name).sources.map((s) => s.data),
    ...files.yaml(factsOf(name)).sources.flatMap((s) => [s.data, valueAt(s.data, ['flow'])]),
  ]
  return heads.map((head) => rowRests(head, named)).find(({ source }) => source) ?? nothing
}

/** The same row in another layer, or the row whose words it holds: `words/en/services.yaml` speaks for `services.yaml`. */
const twins = (files: PackFiles, name: string, list: string, id: string, named: Named): Rests => {
  for (const { data } of [...files.yaml(name).sources, ...files.yaml(factsOf(name)).sources].toReversed()) {
    const rows: unknown = valueAt(data, [list])
    const row = Array.isArray(rows) ? rows.find((r: unknown) => r && typeof r === 'object' && Reflect.get(r, 'id') === id) : undefined
    const rests = rowRests(row, named)
    if (rests.source) return rests
  }
  return nothing
}

const factsOf = (name: string): string => name.replace(/^words\/en\//, '')

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value && typeof value === 'object' ? Reflect.get(value, key) : undefined), data)
