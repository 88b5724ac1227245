import type { Layers } from '../collection.ts'
import type { PackFiles } from '../files.ts'
import { readBlocks } from '../markdown-blocks.ts'
import type { Path, YamlSource } from '../yaml-source.ts'

/** One place in which an address of another site is written. */
export type Place = {
  file: string
  line: number
  /** The day on which what stands there was last compared with its source (ISO date); null where nothing rests on the page: a way out, an old article. */
  checked: string | null
  /** In an imported article, whose text is not ours to change. */
  archive: boolean
}

export type OuterLink = { url: string; places: Place[] }

/** Every address of another site in the files of a pack, in YAML as in Markdown, each once, in the order of the files. */
export const outerLinks = (files: PackFiles): OuterLink[] => {
  const links = new Map<string, OuterLink>()
  const add = (href: string, place: Place) => {
    const url = addressOf(href)
    if (!url) return
    const link = links.get(url) ?? { url, places: [] }
    if (!link.places.some((p) => p.file === place.file && p.line === place.line)) link.places.push(place)
    links.set(url, link)
  }
  for (const source of files.allYaml) {
    const layers = files.yaml(source.file.replace(/^[^/]*\//, ''))
    for (const { path, text, line } of source.strings())
      for (const href of addressesIn(text))
        add(href, { file: source.file, line, checked: restsOn(path) ? checkedOf(layers, source, path) : null, archive: false })
  }
  for (const { file, head, body, bodyLine } of files.allMarkdown) {
    const archive = file.includes('/news/')
    const checked = archive ? null : text(valueAt(head.data, ['checked']))
    for (const { text, line } of head.strings()) for (const href of addressesIn(text)) add(href, { file, line, checked, archive })
    for (const { href, line } of readBlocks(body).links) add(href, { file, line: bodyLine + line, checked, archive })
  }
  return [...links.values()]
}

/** Addresses within a text: those of Markdown links, and those that stand plain. */
const addressesIn = (text: string): string[] => {
  if (!/https?:\/\//i.test(text)) return []
  const linked = readBlocks(text).links.map((l) => l.href)
  const plain = text.replace(/\]\([^)\]]*\)/g, ']').match(/https?:\/\/[^\s<>"'`\])}]+/gi) ?? []
  return [...linked, ...plain.map((href) => href.replace(/(?<![.,;:!?])[.,;:!?]+$/, ''))]
}

/** The address that is asked for: without its anchor, which never leaves the browser. Null where it is no address. */
const addressOf = (href: string): string | null => {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null
  const url = new URL(href)
  url.hash = ''
  return url.href
}

/** Nothing of the pack rests on what the page says to which the way out leads. */
const restsOn = (path: Path): boolean => path[0] !== 'exit'

/** `checked` of the entry around a value: the entry's own in the last layer that gives one, else the head's of the layer that has the entry first. */
const checkedOf = (layers: Layers, source: YamlSource, path: Path): string | null => {
  const [list, index] = path
  const id = typeof index === 'number' ? valueAt(source.data, [list ?? '', index, 'id']) : undefined
  const rows = layers.sources.flatMap(({ data }) => {
    const all = valueAt(data, [list ?? ''])
    const row: unknown = id !== undefined && Array.isArray(all) ? all.find((r) => valueAt(r, ['id']) === id) : undefined
    return row === undefined ? [] : [{ data, own: text(valueAt(row, ['checked'])) }]
  })
  const head = rows[0]?.data ?? source.data
  return rows.findLast(({ own }) => own)?.own ?? text(valueAt(head, ['checked'])) ?? text(valueAt(head, ['compiled']))
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value && typeof value === 'object' ? Reflect.get(value, key) : undefined), data)
