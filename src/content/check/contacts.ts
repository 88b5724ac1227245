import type { PackFiles } from '../files.ts'
import type { Path, YamlSource } from '../yaml-source.ts'
import { type ContactKey, contactKeys, numberKey } from './contact-keys.ts'

/** With which packs a row says that it is shared, and whether it says on what that rests. */
type Shared = { sharedWith: readonly string[]; sourced: boolean }

/** A way to reach someone that stands in the files of a pack. */
export type Contact = ContactKey & Shared & { file: string; line: number }

/** A `shared_with` of a row, by the pack that it names. */
export type SharedMark = { file: string; line: number; pack: string; sourced: boolean }

/** Names of values that tell what a fact rests on, or that no reader is sent to. */
const evidence = new Set<unknown>(['id', 'source', 'source_date', 'seen_at', 'of', 'taught', 'shared_with'])
/** Lists and values that are evidence as a whole: what was read, wrong numbers, and the way out, which is anybody's. */
const apart = new Set<unknown>(['sources', 'wrong_numbers', 'exit'])

/** `numbers` as for `contactKeys`. Read are the files of one layer: values, heads and texts, but not comments, which no reader sees. */
export const contactsOf = (files: PackFiles, layer: string, numbers: readonly string[] = []): Contact[] => {
  const own = ({ file }: { file: string }) => file.startsWith(`${layer}/`)
  return [
    ...files.allYaml.filter(own).flatMap((source) => contactsIn(source, numbers)),
    ...files.allMarkdown.filter(own).flatMap(({ file, head, body, lineAt }) => [
      ...contactsIn({ ...head, file }, numbers).filter(({ published }) => !published),
      ...contactKeys(body, numbers).map(
        (found): Contact => ({
          ...found,
          file,
          line: lineAt(found.index),
          ...sharedIn(head.data),
        }),
      ),
    ]),
  ]
}

const contactsIn = (source: YamlSource, numbers: readonly string[]): (Contact & { published: boolean })[] =>
  source.strings().flatMap(({ path, text, lineAt, line }) => {
    if (evidence.has(path.at(-1)) || evidence.has(path.at(-2)) || apart.has(path[0])) return []
    const field = /^(?:dial|e164)$/.test(String(path.at(-1)))
    const keys: ContactKey[] = field
      ? [{ kind: 'phone', key: numberKey(text), query: '', shown: text, index: 0 }]
      : contactKeys(text, numbers)
    const shared = sharedAround(source, path)
    // The address at which an article was first published is its source.
    const published = source.file.includes('/news/') && path[0] === 'url'
    return keys.map((found) => ({ ...found, file: source.file, line: field ? line : lineAt(found.index), ...shared, published }))
  })

/** What the row around a value says, else the head of its file. */
const sharedAround = (source: YamlSource, path: Path): Shared => {
  const row = sharedIn(rowOf(source.data, path))
  return row.sharedWith.length ? row : sharedIn(source.data)
}

const rowOf = (data: unknown, [list, index]: Path): unknown =>
  list !== undefined && typeof index === 'number' ? valueAt(valueAt(data, list), index) : data

const sharedIn = (row: unknown): Shared => {
  const [shared, origin] = [valueAt(row, 'shared_with'), valueAt(row, 'source')]
  return {
    sharedWith: Array.isArray(shared) ? shared.filter((one) => typeof one === 'string') : [],
    sourced: typeof origin === 'string' && origin.trim() !== '',
  }
}

const valueAt = (data: unknown, key: string | number): unknown =>
  data && typeof data === 'object' && Object.hasOwn(data, key) ? Reflect.get(data, key) : undefined

/** Every `shared_with` of a layer. */
export const sharedMarks = (files: PackFiles, layer: string): SharedMark[] =>
  [...files.allYaml, ...files.allMarkdown.map(({ file, head }) => ({ ...head, file }))]
    .filter(({ file }) => file.startsWith(`${layer}/`))
    .flatMap((source) =>
      source.strings().flatMap(({ path, text, line }): SharedMark[] => {
        if (path.at(-2) !== 'shared_with') return []
        return [{ file: source.file, line, pack: text, sourced: sharedIn(rowOf(source.data, path)).sourced }]
      }),
    )
