import { groupsOf, type Place, type ServingFault, servingFaults } from '../domain/services/serves.ts'
import type { Service } from '../domain/services/service.ts'
import { type Collection, placeOf } from './collection.ts'
import type { Collections } from './collections.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { linesOf } from './line-lists.ts'
import type { Place as Line, Named } from './named.ts'
import { didYouMean } from './nearest.ts'
import { orWords } from './places.ts'
import type { Singles } from './singles.ts'
import type { Path } from './yaml-source.ts'

/** Services whose places are not those of the pack, and places that no row, or more than one row, serves. */
export const servingFindings = (services: Collection<Service>, places: readonly Place[] | null): Finding[] => {
  // Of a row that could not be read, it is not known what it serves.
  if (!places || !services.complete || services.rows.length < services.ids.size) return []
  const all = servingFaults(services.rows, places)
  // Without a list of places the first row that names one speaks for all.
  const faults = places.length ? all : all.slice(0, 1)
  return faults.map((fault): Finding => {
    const { path, found, instead } = messageOf(fault, places)
    return { severity: 'error', rule: 'serves', ...placeOf(services.origins(fault.row), path), found, instead }
  })
}

type Message = { path: Path; found: string; instead: string }

const messageOf = (fault: ServingFault, places: readonly Place[]): Message => {
  const name = (id: string) => places.find((place) => place.id === id)?.name ?? id
  switch (fault.kind) {
    case 'no-places':
      return {
        path: ['for'],
        found: `"${fault.row}" does not say which places it serves`,
        instead: 'Add `serves: [...]` with places from partnership.yaml.',
      }
    case 'one-row':
      return {
        path: ['for'],
        found: `"${fault.row}" is for "${fault.for}", but "${fault.for}" is a service itself`,
        instead: `Remove \`for:\`, or remove the service "${fault.for}" and give its places their own row.`,
      }
    case 'unknown-place':
      return {
        path: ['serves', fault.at],
        found: `"${fault.place}" is not a place in this pack`,
        instead: places.length
          ? `Use an id from \`places:\` in partnership.yaml${didYouMean(
              fault.place,
              places.map(({ id }) => id),
            )}.`
          : 'Add `places:` to partnership.yaml, with an id and a name for each part of the area.',
      }
    case 'twice-in-row':
      return { path: ['serves', fault.at], found: `"${fault.place}" is in the list twice`, instead: 'Keep one of the two.' }
    case 'two-rows':
      return {
        path: ['serves', fault.at],
        found: `${name(fault.place)} has two rows for "${fault.for}": this one and "${fault.other}"`,
        instead:
          'Find out which of the two serves it, and remove it from the other. For an out-of-hours service, write a row without `for:`, and name it in `instead:`.',
      }
    case 'unserved':
      return {
        path: ['for'],
        found: `people in ${orWords(fault.places.map(name), 'en-GB')} would not see any service, because no row for "${fault.for}" serves ${fault.places.length > 1 ? 'those places' : 'that place'}`,
        instead: `Add ${fault.places.map((place) => `"${place}"`).join(', ')} to the \`serves:\` of the row that covers ${fault.places.length > 1 ? 'them' : 'it'}, or add a row.`,
      }
  }
}

// ------------------------------------------------------------------ where other files name such services

/** What is wrong with the places that name a service: `asked` are all of them. */
export const placesFindings = (asked: readonly Named[], lists: Collections, singles: Singles, files: PackFiles): Finding[] => [
  ...crowded(asked, lists.services.rows),
  ...partial(asked, lists.services, singles, files),
  ...halves(lists, singles),
]

/** Several rows where there is room for one number. */
const crowded = (asked: readonly Named[], services: readonly Service[]): Finding[] => {
  const groups = groupsOf(services)
  return asked.flatMap(({ one, name, place }): Finding[] => {
    const rows = one ? groups.get(name) : undefined
    if (!rows) return []
    const instead = `Name one number that serves the whole area, or give each place its own: ${rows.map(({ id }) => id).join(', ')}.`
    return [
      {
        severity: 'error',
        rule: 'serves',
        ...place(),
        found: `"${name}" is ${rows.length} services, but there is only room for one number here`,
        instead,
      },
    ]
  })
}

/** A service for some places to which national content sends everybody: whoever is elsewhere would be told of no line. */
const partial = (asked: readonly Named[], services: Collection<Service>, { partnership }: Singles, files: PackFiles): Finding[] => {
  const places = partnership?.value.places ?? []
  const some = services.rows.filter(
    (row) => row.serves && row.for === undefined && places.some(({ id: place }) => !row.serves?.includes(place)),
  )
  return some.flatMap(({ id }): Finding[] => {
    const national = asked.some((ref) => ref.name === id && ref.kind === 'service' && ref.place().file.startsWith(`${files.layers[0]}/`))
    if (!national) return []
    const found = `"${id}" only serves some places, but national pages send everyone to it`
    const instead = `Give the row a different id, add \`for: ${id}\` to it, and add a row for the other places.`
    return [{ severity: 'error', rule: 'serves', ...placeOf(services.origins(id), ['serves']), found, instead }]
  })
}

/** A list with the line of one council and not of the others. */
const halves = ({ services, reportWays, support }: Collections, { order }: Singles): Finding[] => {
  const groups = groupsOf(services.rows)
  const listed = [
    ...(order ? linesOf(order.value) : []).map(({ path, names }) => ({
      ids: names,
      place: (at: number): Line => order?.place([...path, at]) ?? { file: '', line: 1 },
    })),
    ...[reportWays, support].flatMap((ways) =>
      ways.rows.map((way) => ({ ids: way.services, place: (at: number) => placeOf(ways.origins(way.id), ['services', at]) })),
    ),
  ]
  return listed.flatMap(({ ids, place }) =>
    [...groups].flatMap(([group, rows]): Finding[] => {
      const [own, lacking] = [rows.find(({ id }) => ids.includes(id)), rows.find(({ id }) => !ids.includes(id))]
      if (!own || !lacking || ids.includes(group)) return []
      const found = `"${own.id}" is here without "${lacking.id}", which is for other places`
      return [
        {
          severity: 'error',
          rule: 'serves',
          ...place(ids.indexOf(own.id)),
          found,
          instead: `Write "${group}", which means all of them.`,
        },
      ]
    }),
  )
}
