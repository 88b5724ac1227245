import { z } from 'zod'
import type { Figure } from '../domain/figures.ts'
import type { LineLists, Roles } from '../domain/services/line-lists.ts'
import { answering, type Groups, groupsOf, type Place, placeSchema, placesOf } from '../domain/services/serves.ts'
import type { Service } from '../domain/services/service.ts'
import type { ServiceWords } from '../domain/services/words.ts'
import type { Layers } from './collection.ts'
import { readBlock } from './document.ts'
import { madeOnce } from './made-once.ts'
import type { Pack, PackBody } from './pack.ts'
import { numbersOfAll, orWords, withPlaces } from './places.ts'
import type { Refs } from './text-references.ts'

const none: readonly Place[] = []

/** The places of a pack, which must be known before its texts are filled in. Null where they are faulty: that is told where the file is read whole. */
export const readPlaces = (partnership: Layers): readonly Place[] | null => {
  const read = readBlock(partnership, z.looseObject({ places: z.array(placeSchema).optional() }), [])
  return read && (read.places ?? none)
}

// Asked of every figure in every language: to make one takes long.
const inEngland = new Intl.NumberFormat('en-GB')

/** What `{phone:ID}` and `{figure:ID}` stand for in a pack. */
export const refsOf = (services: readonly Service[], figures: readonly Figure[], places: readonly Place[], locale: string): Refs =>
  refs([services, figures, places], locale, () =>
    asBefore(locale, {
      phone: phoneRefs(services, places, locale),
      figure: new Map(figures.flatMap((f) => (f.value === 'unknown' ? [] : [[f.id, inEngland.format(f.value)]]))),
    }),
  )
const refs = madeOnce<Refs>()

/** The last few that texts were filled in with, by locale. A fact may change without any number or figure: then they are the same object. */
const filledIn = new Map<string, { says: string; refs: Refs }[]>()
const asBefore = (locale: string, fresh: Refs): Refs => {
  const says = JSON.stringify([[...fresh.phone], [...fresh.figure]])
  const before = filledIn.get(locale) ?? []
  const one = before.find((known) => known.says === says) ?? { says, refs: fresh }
  filledIn.set(locale, [...before.filter((known) => known !== one).slice(-2), one])
  return one.refs
}

/** Numbers for `{phone:ID}`, those of an id that several rows answer among them. */
const phoneRefs = (services: readonly Service[], places: readonly Place[], locale: string): Refs['phone'] =>
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

/** The service of each role; several councils each with a line of their own answer for children, and for adults. */
export const servedRoles = ({ children, adults, ...single }: LineLists['roles'], services: readonly Service[]): Roles => {
  const groups = groupsOf(services)
  return { ...single, children: answering([children], groups), adults: answering([adults], groups) }
}

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
    getHelp: { yourself: lists(pack.getHelp.yourself), someone_else: lists(pack.getHelp.someone_else) },
    tellSomebody: lists(pack.tellSomebody),
    tellAboutChild: lists(pack.tellAboutChild),
    printOrder: lists(pack.printOrder),
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
