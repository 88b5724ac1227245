import { type Collection, collect, type Layers } from './collection.ts'
import type { Finding } from './finding.ts'
import type { FlowLists } from './flows.ts'
import type { List } from './lists/descriptor.ts'
import { type ListName, lists, type RowOf } from './lists/index.ts'

/** Every list of a pack with the places of its rows. */
export type Collections = { readonly [Name in ListName]: Collection<RowOf<Name>> } & { flows: readonly FlowLists[] }

/** Reads one list in all layers of its file. */
export type ReadList = <T extends { id: string }>(list: List<T>) => Collection<T>

export const listReader =
  (plain: (file: string) => Layers, printed: (file: string) => Layers, findings: Finding[]): ReadList =>
  ({ file, key, schema, printed: filled }) =>
    collect(filled ? printed(file) : plain(file), key, schema, findings)

/** Reads every list of a pack but those that were read before, because others are filled in from them. */
export const readLists = (read: ReadList, known: Partial<Collections>, flows: readonly FlowLists[]): Collections => ({
  // `fromEntries` forgets which name has which rows; each was read by the descriptor of its name.
  ...(Object.fromEntries(
    Object.entries<List>(lists).map(([name, list]) => [name, known[name as ListName] ?? read(list)]),
  ) as unknown as Omit<Collections, 'flows'>),
  flows,
})
