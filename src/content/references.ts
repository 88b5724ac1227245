import { groupsOf } from '../domain/services/serves.ts'
import { placeOf } from './collection.ts'
import type { Collections } from './collections.ts'
import type { PackFiles } from './files.ts'
import type { ListPart, Reference, References } from './lists/descriptor.ts'
import { flowParts } from './lists/flows.ts'
import { lists as descriptors, type ListName } from './lists/index.ts'
import { lineLists, pages as pageFile, partnership as partnershipFile } from './lists/values.ts'
import { type Named, type Place, textsAt } from './named.ts'
import type { Singles } from './singles.ts'
import { textRefs } from './text-references.ts'
import { courseNames } from './training.ts'
import type { Path } from './yaml-source.ts'

/** Every place of a pack that names an id of another list, by what the descriptors say of each list and file, and by what texts print. */
export const namesOf = (lists: Collections, { partnership, order, pages, course }: Singles, files: PackFiles): Named[] => {
  const services = lists.services.ids.union(groupsOf(lists.services.rows))
  const inValue = (value: unknown, references: References | undefined, place: (path: Path) => Place): Named[] =>
    Object.entries(references ?? {}).flatMap(([pattern, reference]) =>
      textsAt(value, pattern).flatMap(({ name, path }) => namedBy(reference, name, () => place(path), services)),
    )
  const inRows = ({ references }: ListPart, { rows, origins }: Collections[ListName]): Named[] =>
    references ? rows.flatMap((row) => inValue(row, references, (path) => placeOf(origins(row.id), path))) : []
  return [
    ...Object.entries<ListPart>(descriptors).flatMap(([name, list]) => inRows(list, lists[name as ListName])),
    ...lists.flows.flatMap(({ parts }) =>
      Object.entries<ListPart>(flowParts).flatMap(([name, part]) =>
        // Of a part's rows only their ids and references are read, which those of every list have.
        inRows(part, parts[name as keyof typeof flowParts] as unknown as Collections[ListName]),
      ),
    ),
    ...(course ? courseNames(course, inValue) : []),
    ...textRefs(files).map(({ kind, id, whole, file, line }) => ({
      kind: kind === 'phone' && !services.has(id) ? 'service' : kind,
      name: id,
      whole,
      place: () => ({ file, line: line() }),
    })),
    ...(order ? inValue(order.value, lineLists.references, order.place) : []),
    ...(partnership ? inValue(partnership.value, partnershipFile.references, partnership.place) : []),
    ...files
      .markdown('pages')
      .flatMap(({ source: { id, file, head } }) =>
        inValue(pages.get(id), pageFile.references, (path) => ({ file, line: head.line(path) })),
      ),
  ]
}

/** Finds what a value names. */
export type NamesIn = (value: unknown, references: References | undefined, place: (path: Path) => Place) => Named[]

/** A service without a number is a fault of another kind than a service that is not there. */
const namedBy = (reference: Reference, name: string, place: () => Place, services: ReadonlySet<string>): Named[] => {
  const { to, words, one }: Exclude<Reference, string> = typeof reference === 'string' ? { to: reference } : reference
  const kind = to === 'phone' && !services.has(name) ? 'service' : to
  return [{ kind, name, place, ...(one ? { one } : {}) }, ...(words ? [{ kind: 'words', name, place }] : [])]
}
