import { z } from 'zod'
import { id } from '../fact.ts'
import type { Service } from './service.ts'

/** A part of the pack's area, by the name that people there use. Each is served by one council. */
export const placeSchema = z.strictObject({ id, name: z.string().min(1) })
export type Place = z.infer<typeof placeSchema>

type Row = Pick<Service, 'id' | 'for' | 'serves' | 'legacy'>

/** The rows that answer an id together, each for its places, in the order of the pack. An id that is a row of its own is in no group. */
export type Groups<T extends Row = Service> = ReadonlyMap<string, readonly T[]>

export const groupsOf = <T extends Row>(services: readonly T[]): Groups<T> => {
  const groups = new Map<string, T[]>()
  for (const row of services) if (row.for !== undefined && !row.legacy) groups.set(row.for, [...(groups.get(row.for) ?? []), row])
  return groups
}

/**
 * Ids as national content names them, each in the place of those rows that answer it: all of them, for a reader's place is not known. The one
 * resolver: the loader puts every list of a pack through it, so that no page and no sheet chooses a council by itself.
 */
export const answering = (ids: readonly string[], groups: Groups<Row>): string[] => [
  ...new Set(ids.flatMap((one) => groups.get(one)?.map((row) => row.id) ?? [one])),
]

/** The first `count` of a list, where rows that answer one id count as one: the list never ends between two councils. */
export const firstOf = (ids: readonly string[], services: readonly Row[], count: number): string[] => {
  const asked = (one: string) => services.find((row) => row.id === one)?.for ?? one
  const kept = [...new Set(ids.map(asked))].slice(0, count)
  return ids.filter((one) => kept.includes(asked(one)))
}

/** The names of the places that a row serves, in the pack's order; empty for one that serves the whole area. */
export const placesOf = ({ serves = [] }: Pick<Service, 'serves'>, places: readonly Place[]): string[] =>
  places.flatMap((place) => (serves.includes(place.id) ? [place.name] : []))

/** `01632 960001 (Northtown or Eastham) or 01632 960002 (Weston)`: what a text says for one number, where each place has its own. */
const numbersByPlace = /(?<!\d ?)\d[\d ]*\d \([^()]+\)(?:,? (?:or )?\d[\d ]*\d \([^()]+\))+/g

/** The text with one number where it gives each council's, to be measured: national words must not be too long because a county has more councils. */
export const asOneNumber = (text: string): string => text.replace(numbersByPlace, (all) => /^\d[\d ]*\d/.exec(all)?.[0] ?? all)

/** May `other` be offered to whoever `service` is for? It serves the whole area, or each of the same places: never another council. */
export const servesAsWell = (other: Pick<Service, 'serves'>, service: Pick<Service, 'serves'>): boolean =>
  other.serves === undefined || (service.serves?.every((place) => other.serves?.includes(place)) ?? false)

/** What is wrong with the places of a pack's services. `row` is the service at which it is to be mended. */
export type ServingFault =
  | { kind: 'no-places'; row: string }
  | { kind: 'unknown-place'; row: string; at: number; place: string }
  | { kind: 'twice-in-row'; row: string; at: number; place: string }
  | { kind: 'two-rows'; row: string; at: number; place: string; other: string; for: string }
  | { kind: 'unserved'; row: string; places: readonly string[]; for: string }
  | { kind: 'one-row'; row: string; for: string }

/** Every place is served by exactly one row of each id that several rows answer. */
export const servingFaults = (services: readonly Row[], places: readonly Place[]): ServingFault[] => {
  const known = new Set(places.map((place) => place.id))
  const single = services.flatMap((row): ServingFault[] => {
    const { id: own, serves } = row
    const wanting: ServingFault[] = row.for !== undefined && !serves ? [{ kind: 'no-places', row: own }] : []
    const replaced: ServingFault[] =
      row.for !== undefined && services.some((other) => other.id === row.for) ? [{ kind: 'one-row', row: own, for: row.for }] : []
    const placed = (serves ?? []).flatMap((place, at): ServingFault[] => {
      if (!known.has(place)) return [{ kind: 'unknown-place', row: own, at, place }]
      return serves && serves.indexOf(place) < at ? [{ kind: 'twice-in-row', row: own, at, place }] : []
    })
    return [...wanting, ...replaced, ...placed]
  })
  const shared = [...groupsOf(services)].flatMap(([group, rows]): ServingFault[] => {
    const first = new Map<string, string>()
    const twice = rows.flatMap((row) =>
      (row.serves ?? []).flatMap((place, at): ServingFault[] => {
        const other = first.get(place)
        if (other === undefined) first.set(place, row.id)
        return other === undefined || other === row.id ? [] : [{ kind: 'two-rows', row: row.id, at, place, other, for: group }]
      }),
    )
    const unserved = [...known].filter((place) => !first.has(place))
    const [row] = rows
    // Rows that name no known place are told of above.
    return row && unserved.length && rows.every((one) => one.serves?.every((place) => known.has(place)))
      ? [...twice, { kind: 'unserved', row: row.id, places: unserved, for: group }]
      : twice
  })
  return [...single, ...shared]
}
