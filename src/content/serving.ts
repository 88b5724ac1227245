import { z } from 'zod'
import {
  answering,
  type Groups,
  groupsOf,
  type Place,
  placeSchema,
  placesOf,
  type ServingFault,
  servingFaults,
} from '../domain/services/serves.ts'
import type { Service } from '../domain/services/service.ts'
import { type Collection, type Layers, placeOf } from './collection.ts'
import { readBlock } from './document.ts'
import type { Finding } from './finding.ts'
import { didYouMean } from './nearest.ts'
import type { Pack, PackBody } from './pack.ts'
import type { Refs } from './references.ts'
import { numbersOfAll, orWords, withPlaces } from './speech/places.ts'
import type { ServiceWords } from './words.ts'
import type { Path } from './yaml-source.ts'

/** The places of a pack, which must be known before its texts are filled in. What is wrong with the file is told where it is read whole. */
export const readPlaces = (partnership: Layers): readonly Place[] =>
  readBlock(partnership, z.looseObject({ places: z.array(placeSchema).optional() }), [])?.places ?? []

/** Numbers for `{phone:ID}`, those of an id that several rows answer among them. */
export const phoneRefs = (services: readonly Service[], places: readonly Place[], locale: string): Refs['phone'] =>
  new Map([
    ...services.flatMap((s): [string, string][] => (s.phone && s.phone !== 'unknown' ? [[s.id, s.phone.display]] : [])),
    ...[...groupsOf(services)].flatMap(([group, rows]): [string, string][] => {
      const numbers = numbersOfAll(rows, places, locale)
      return numbers === null ? [] : [[group, numbers]]
    }),
  ])

/** Words of services, each name with its places where it does not serve the whole area. */
export const servedWords = (words: readonly ServiceWords[], services: readonly Service[], places: readonly Place[]): Pack['serviceWords'] =>
  new Map(
    words.map((own) => {
      const service = services.find(({ id }) => id === own.id)
      return [own.id, service ? withPlaces(own, service, places, 'en-GB') : own]
    }),
  )

/** Bodies with the services that reach them: several where several councils stand behind the same name. */
export const servedBodies = (
  bodies: readonly (Omit<PackBody, 'services'> & { service: string | null })[],
  services: readonly Service[],
): PackBody[] => {
  const groups = groupsOf(services)
  return bodies.map(({ service, ...body }) => ({
    ...body,
    services: service === null ? [] : answering([service], groups),
    ...(body.instead ? { instead: answering(body.instead, groups) } : {}),
  }))
}

/**
 * The pack with every list of services resolved (domain/services/serves.ts): an id that several rows answer has given way to those rows. Where each
 * id is one row, as in most packs, nothing is changed.
 */
export const servePack = (pack: Pack): Pack => {
  const groups = groupsOf(pack.services)
  if (!groups.size) return pack
  const { places = [] } = pack.partnership
  const lists = (ids: readonly string[]) => answering(ids, groups)
  const inside = <T>(value: T): T => servedInside(value, groups, places)
  return {
    ...pack,
    services: pack.services.map((s) => (s.instead ? { ...s, instead: lists(s.instead) } : s)),
    getHelp: lists(pack.getHelp),
    tellSomebody: lists(pack.tellSomebody),
    tellAboutChild: lists(pack.tellAboutChild),
    reportWays: inside(pack.reportWays),
    support: inside(pack.support),
    campaigns: inside(pack.campaigns),
    course: inside(pack.course),
    flows: new Map([...pack.flows].map(([id, flow]) => [id, inside(flow)])),
    search: {
      ...pack.search,
      services: pack.search.services.flatMap((row) => lists([row.id]).map((id) => ({ ...row, id }))),
    },
  }
}

/** Names under which parts of a pack list ids of services. */
const listNames: readonly string[] = ['services', 'ring']

/** Every list of services within a value, wherever it stands; a label for an id is one for each of its rows, with its places. */
const servedInside = <T>(value: T, groups: Groups, places: readonly Place[]): T => {
  const walk = (of: unknown): unknown => {
    if (Array.isArray(of)) return of.map(walk)
    if (!of || typeof of !== 'object' || of instanceof Map) return of
    return Object.fromEntries(
      Object.entries(of).map(([key, inner]): [string, unknown] => {
        if (listNames.includes(key) && isIds(inner)) return [key, answering(inner, groups)]
        return [key, key === 'labels' && inner && typeof inner === 'object' ? labels(inner) : walk(inner)]
      }),
    )
  }
  const labels = (of: object) =>
    Object.fromEntries(
      Object.entries(of).flatMap(([id, label]): [string, unknown][] => {
        const rows = groups.get(id)
        return rows ? rows.map((row) => [row.id, `${label} (${orWords(placesOf(row, places), 'en-GB')})`]) : [[id, label]]
      }),
    )
  return walk(value) as T
}

const isIds = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string')

// ------------------------------------------------------------------ what is wrong, and what to write instead

/** Services whose places are not those of the pack, and places that no row, or more than one row, serves. */
export const servingFindings = (services: Collection<Service>, places: readonly Place[]): Finding[] => {
  // Of a row that could not be read, it is not known what it serves.
  if (!services.complete || services.rows.length < services.ids.size) return []
  const all = servingFaults(services.rows, places)
  // Without a list of places the first row that names one speaks for all.
  const faults = places.length ? all : all.slice(0, 1)
  return faults.map((fault): Finding => {
    const { path, found, instead } = sayFault(fault, places)
    return { severity: 'error', rule: 'serves', ...placeOf(services.origins(fault.row), path), found, instead }
  })
}

type Said = { path: Path; found: string; instead: string }

const sayFault = (fault: ServingFault, places: readonly Place[]): Said => {
  const name = (id: string) => places.find((place) => place.id === id)?.name ?? id
  switch (fault.kind) {
    case 'no-places':
      return {
        path: ['for'],
        found: `"${fault.row}" does not say which places it serves`,
        instead: 'Add `serves: [...]` with places of partnership.yaml.',
      }
    case 'one-row':
      return {
        path: ['for'],
        found: `"${fault.row}" is for "${fault.for}", which is a service itself`,
        instead: `Take \`for:\` out, or take the service "${fault.for}" out and give its places a row of their own.`,
      }
    case 'unknown-place':
      return {
        path: ['serves', fault.at],
        found: `"${fault.place}" is no place of this pack`,
        instead: places.length
          ? `Use an id of \`places:\` in partnership.yaml${didYouMean(
              fault.place,
              places.map(({ id }) => id),
            )}.`
          : 'Add `places:` to partnership.yaml: an id and a name for each part of the area.',
      }
    case 'twice-in-row':
      return { path: ['serves', fault.at], found: `"${fault.place}" stands twice`, instead: 'Keep one of the two.' }
    case 'two-rows':
      return {
        path: ['serves', fault.at],
        found: `${name(fault.place)} has two rows for "${fault.for}": this one and "${fault.other}"`,
        instead:
          'Find out which of the two serves it, and take it out of the other. A line for the night is a row without `for:`, named in `instead:`.',
      }
    case 'unserved':
      return {
        path: ['for'],
        found: `nobody in ${orWords(fault.places.map(name), 'en-GB')} would be told of a line: no row for "${fault.for}" serves ${fault.places.length > 1 ? 'them' : 'it'}`,
        instead: `Add ${fault.places.map((place) => `"${place}"`).join(', ')} to the \`serves:\` of the row that does, or add a row.`,
      }
  }
}
