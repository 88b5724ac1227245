import { type Collection, placeOf } from './collection.ts'
import type { Collections } from './collections.ts'
import type { PackFiles } from './files.ts'
import type { List } from './lists/descriptor.ts'
import { lists as descriptors, type ListName } from './lists/index.ts'
import type { Place } from './named.ts'
import { pageIds } from './page-ids.ts'
import type { Singles } from './singles.ts'

/** The ids of one kind. `complete`: only then is an id that is not here a dangling one. `where`: the end of "Use an id of …". */
export type Known = {
  ids: ReadonlySet<string>
  complete: boolean
  where: string
  definition: (id: string) => Place | null
  /** Values that stand for no row. */
  besides?: readonly string[]
}

/** What may be named, by kind: the rows of each list that says what they are, and what is no list. */
export const knownOf = (lists: Collections, singles: Singles, files: PackFiles): ReadonlyMap<string, Known> =>
  new Map([...listed(lists), ...Object.entries(unlisted(lists, singles, files))])

const listed = (lists: Collections): [string, Known][] =>
  Object.entries<List>(descriptors).flatMap(([name, { of, where, file, besides }]): [string, Known][] =>
    of === undefined ? [] : [[of, { ...rowsOf(lists[name as ListName], where ?? file), ...(besides ? { besides } : {}) }]],
  )

const rowsOf = (list: Collection<{ id: string }>, where: string): Known => ({
  ids: list.ids,
  complete: list.complete,
  where,
  definition: (id) => {
    const origins = list.origins(id).slice(0, 1)
    return origins.length ? placeOf(origins, ['id']) : null
  },
})

/** Pages that Search does not lead to. */
const unsearched: readonly string[] = ['home', 'not-found', 'server-error']

const unlisted = (lists: Collections, { course }: Singles, files: PackFiles): Record<string, Known> => {
  const pathway = lists.flows.find(({ id }) => id === 'pathway')?.parts
  const own = (ids: Iterable<string>, where: string): Known => ({ ids: new Set(ids), complete: true, where, definition: () => null })
  const parts = (course?.parts ?? []).map(({ part }) => part)
  const silent = lists.services.rows.flatMap((s) => (s.phone && s.phone !== 'unknown' ? [] : [s.id]))
  return {
    phone: {
      ...own(lists.services.ids.difference(new Set(silent)), 'the services that have a number'),
      complete: lists.services.complete,
    },
    page: own(
      [...pageIds.filter((id) => !unsearched.includes(id)), 'check', 'dates', 'pathway'],
      'the pages, `check`, `dates` or `pathway`',
    ),
    part: own(
      parts.map(({ id }) => id),
      'the parts that a tier lists',
    ),
    'check question': own(
      parts.flatMap(({ check }) => (check ?? []).map((item) => item.id)),
      'the questions under `check:` in a part',
    ),
    'way of the pathway': own(pathway?.outcomes.rows.map(({ id }) => id) ?? [], 'the outcomes in flows/pathway.yaml'),
    'step of the pathway': own(
      pathway?.actions.rows.flatMap(({ id, on }) => on.map((outcome) => `${outcome}: ${id}`)) ?? [],
      'the outcomes and their steps in flows/pathway.yaml',
    ),
    drawing: {
      ...own(files.drawings.keys(), 'drawings/'),
      definition: (id) => {
        const drawing = files.drawings.get(id)
        return drawing ? { file: drawing.file, line: 1 } : null
      },
    },
  }
}
