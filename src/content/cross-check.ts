import { groupsOf } from '../domain/services/serves.ts'
import type { Service } from '../domain/services/service.ts'
import type { Collections } from './collections.ts'
import type { PackFiles } from './files.ts'
import type { Finding } from './finding.ts'
import { type Known, knownOf } from './known-ids.ts'
import type { Named, Place } from './named.ts'
import { didYouMean, nearest } from './nearest.ts'
import { namesOf } from './references.ts'
import { placesFindings } from './serving-findings.ts'
import { type Singles, singleFindings } from './singles.ts'

type Placed = Named & Place

/**
 * References between files: every id that is named must be there, every service on a public list must have its words.
 * One finding for each name that is missing, at the first place that names it. Lists that could not be read whole are
 * not asked. `awaits` collects services that a local pack has yet to bring, where only the national files are checked.
 */
export const crossCheck = (lists: Collections, singles: Singles, files: PackFiles, awaits?: Set<string>): Finding[] => {
  const known = knownOf(lists, singles, files)
  const targetOf = (kind: string): Known => {
    const target = known.get(kind)
    if (!target) throw new Error(`no list of a pack says that its rows are a "${kind}"`)
    return target
  }
  const asked = namesOf(lists, singles, files).filter(({ kind, name }) => !targetOf(kind).besides?.includes(name))
  const named = answered(asked, lists.services.rows)
  const used = new Map<string, Set<string>>()
  for (const { kind, name } of named) if (kind === 'phone') used.set('service', (used.get('service') ?? new Set()).add(name))
  for (const { kind, name } of named) used.set(kind, (used.get(kind) ?? new Set()).add(name))

  const groups = new Map<string, Placed[]>()
  for (const ref of named) {
    const target = targetOf(ref.kind)
    if (ref.kind === 'words' || !target.complete || target.ids.has(ref.name)) continue
    if (ref.kind === 'service' && awaits) awaits.add(ref.name)
    else groups.set(`${ref.kind} ${ref.name}`, [...(groups.get(`${ref.kind} ${ref.name}`) ?? []), { ...ref, ...ref.place() }])
  }
  const misnamed: Finding[] = []
  const dangling: Finding[] = []
  for (const refs of groups.values()) {
    const [first] = sortPlaces(refs)
    if (!first) continue
    const { kind, name } = first
    const target = targetOf(kind)
    const unused = [...target.ids].filter((id) => !used.get(kind)?.has(id))
    const meant = refs.length > 1 ? nearest(name, unused, 2) : null
    const place = meant ? target.definition(meant) : null
    if (meant && place) misnamed.push(misnamedFinding(kind, name, meant, place, refs))
    else dangling.push(danglingFinding(first, refs, target))
  }
  const at = (f: Place) => `${f.file}:${f.line}`
  const explained = new Set(misnamed.map(at))
  return [
    ...misnamed,
    ...dangling.filter((f) => !explained.has(at(f))),
    ...wordless(named, targetOf('words'), targetOf('service')),
    ...singleFindings(singles),
    ...placesFindings(asked, lists, singles, files),
  ]
}

/** A service that several rows answer is asked of each of them: it must be there, with its words, and its number where one is printed. */
const answered = (named: readonly Named[], services: readonly Service[]): Named[] => {
  const groups = groupsOf(services)
  return named.flatMap((ref): Named[] => {
    const rows = ref.kind === 'service' || ref.kind === 'phone' || ref.kind === 'words' ? groups.get(ref.name) : undefined
    return rows ? rows.map(({ id }) => ({ ...ref, name: id })) : [ref]
  })
}

const sortPlaces = <T extends Place>(places: readonly T[]): T[] =>
  [...places].sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)

/** `a/b.yaml:3, a/c.yaml:9 and 2 more`. */
const placesWords = (places: readonly Place[]): string => {
  const [shown, more] = [places.slice(0, 3), places.length - 3]
  return `${shown.map((p) => `${p.file}:${p.line}`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const danglingFinding = (first: Placed, refs: readonly Placed[], target: Known): Finding => {
  const others = sortPlaces(refs).slice(1)
  return {
    severity: 'error',
    rule: 'reference',
    file: first.file,
    line: first.line,
    found: `${first.whole ?? `"${first.name}"`} does not match any ${first.kind === 'phone' ? 'service that has a number' : `${first.kind} in this pack`}${others.length ? ` (also named in ${placesWords(others)})` : ''}`,
    instead:
      first.kind === 'drawing'
        ? `Add drawings/${first.name}.svg, or name another drawing${didYouMean(first.name, target.ids)}.`
        : `Use an id from ${target.where}${didYouMean(first.name, target.ids)}.`,
  }
}

const misnamedFinding = (kind: string, name: string, meant: string, place: Place, refs: readonly Placed[]): Finding => ({
  severity: 'error',
  rule: 'reference',
  ...place,
  found: `nothing uses the ${kind} "${meant}", but ${refs.length} places use "${name}": ${placesWords(sortPlaces(refs))}`,
  instead: `Write "${name}" here, or "${meant}" there.`,
})

/** Services that pages show in words, without words. Words under a misspelt id are told of as such, not here. */
const wordless = (named: readonly Named[], words: Known, services: Known): Finding[] => {
  if (!words.complete || !services.complete) return []
  const stray = [...words.ids].filter((id) => !services.ids.has(id))
  const places = new Map<string, Place>()
  const lacking = named.filter(({ kind, name }) => kind === 'words' && !words.ids.has(name) && services.ids.has(name))
  for (const { name, file, line } of sortPlaces(lacking.map((ref) => ({ ...ref, ...ref.place() }))))
    if (!nearest(name, stray) && !places.has(name)) places.set(name, { file, line })
  return [...places].map(([name, place]) => ({
    severity: 'error',
    rule: 'reference',
    ...place,
    found: `"${name}" does not have any words`,
    instead: `Add an entry \`id: ${name}\` to words/en/services.yaml.`,
  }))
}
