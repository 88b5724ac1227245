import type { z } from 'zod'

/**
 * What the ids at a path of a row are ids of: the kind of another list's rows (`of` in its descriptor), or a kind that the loader
 * knows by itself (content/known-ids.ts). `words`: the service is shown to the public and must have its words. `one`: there is room
 * for a single number.
 */
export type Reference = string | { to: string; words?: true; one?: true }

/** Paths of a row, such as `services` or `parts.*.lines.*.drawing`: `*` is any entry of a list. At its end is an id or a list of ids. */
export type References = Readonly<Record<string, Reference>>

type Row = { id: string }

/** One list of a pack: its key in the file, the shape of its rows, and which ids of other lists they name. */
export type ListPart<T extends Row = Row> = {
  key: string
  schema: z.ZodType<T>
  /** What a row is called in a message (`no sign of this pack`), for lists that others refer to. */
  of?: string
  /** Where an id of it is to be found, as the end of "Use an id of …"; the file where it is not given. */
  where?: string
  /** Values that stand for no row, such as `any` for every sector. */
  besides?: readonly string[]
  references?: References
  /** Its rows stand in the pack under the list's own name. */
  inPack?: true
}

/** A list in its file. */
export type List<T extends Row = Row> = ListPart<T> & {
  file: string
  /** All that is said of the file. */
  in: ListFile
  /** `{phone:…}` and `{figure:…}` are filled in; not where the rows give the numbers themselves, or are read by machines alone. */
  printed: boolean
}

/** A file that holds lists. */
export type ListFile<Lists extends Record<string, ListPart> = Record<string, ListPart>> = {
  file: string
  /** Which layer must have it, and whether a pack may do without. */
  layer?: 'local'
  optional?: true
  /** See List. */
  printed?: false
  /** Its lists by the name that code uses. The first must be in the first layer that has the file. */
  lists: Lists
  /** Other keys at the top of the file. */
  values?: readonly string[]
}

type InFile = Pick<List, 'file' | 'in' | 'printed'>

/** The lists of a file, each with what is said of the file. */
export const listsOf = <Lists extends Record<string, ListPart>>(
  descriptor: ListFile<Lists>,
): { readonly [Name in keyof Lists]: Lists[Name] & InFile } => {
  const inFile: InFile = { file: descriptor.file, in: descriptor, printed: descriptor.printed ?? true }
  return Object.fromEntries(Object.entries(descriptor.lists).map(([name, list]) => [name, { ...list, ...inFile }])) as {
    [Name in keyof Lists]: Lists[Name] & InFile
  }
}

/** Checks the shape of a descriptor and keeps the type of each of its rows. */
export const listFile = <const Lists extends Record<string, ListPart>>(file: ListFile<Lists>): ListFile<Lists> => file
