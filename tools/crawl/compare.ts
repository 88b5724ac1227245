import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { bodyFile, type CrawlRecord, type Entry } from './record.ts'

/** `key`: what was asked. `what`: how its answers differ, a line each. `bodies`: both hashes where the bodies differ. */
export type Difference = { key: string; what: string[]; bodies?: [string, string]; sent?: string | undefined }

export const differences = (a: CrawlRecord, b: CrawlRecord): Difference[] =>
  [...new Set([...Object.keys(a.entries), ...Object.keys(b.entries)])].sort().flatMap((key): Difference[] => {
    const [one, two] = [a.entries[key], b.entries[key]]
    if (!one) return [{ key, what: ['only in the second'] }]
    if (!two) return [{ key, what: ['only in the first'] }]
    const what = [
      ...(one.status === two.status ? [] : [`status ${one.status} → ${two.status}`]),
      ...headerDifferences(a.headers[one.headers] ?? [], b.headers[two.headers] ?? []),
      ...(one.body === two.body ? [] : [`body, ${one.size} → ${two.size} bytes`]),
    ]
    if (!what.length) return []
    return [{ key, what, sent: one.sent, ...(one.body === two.body ? {} : { bodies: [one.body, two.body] as [string, string] }) }]
  })

type Headers = CrawlRecord['headers'][number]

const headerDifferences = (one: Headers, two: Headers): string[] => {
  const valuesOf = (headers: Headers, name: string): string => headers.flatMap(([its, value]) => (its === name ? value : [])).join(', ')
  const names = (headers: Headers): string[] => headers.map(([name]) => name)
  return [...new Set([...names(one), ...names(two)])].flatMap((name) => {
    const [before, after] = [valuesOf(one, name), valuesOf(two, name)]
    if (!names(one).includes(name)) return [`header ${name} added: ${after}`]
    if (!names(two).includes(name)) return [`header ${name} gone: ${before}`]
    return before === after ? [] : [`header ${name}: ${before} → ${after}`]
  })
}

/**
 * How many answers name the same headers in another order. It is no difference: the order of headers of different names says nothing
 * (RFC 9110 5.3); of those of one name it is compared.
 */
export const otherOrders = (a: CrawlRecord, b: CrawlRecord): number =>
  Object.entries(a.entries).filter(([key, { headers }]) => {
    const other = b.entries[key]
    const [one, two] = [a.headers[headers] ?? [], other ? (b.headers[other.headers] ?? []) : []]
    return other && !headerDifferences(one, two).length && JSON.stringify(one) !== JSON.stringify(two)
  }).length

/** What stands around the first place in which two texts differ. */
export const firstDifference = (one: string, two: string, around = 60): string[] => {
  let at = 0
  while (at < one.length && one[at] === two[at]) at += 1
  const cut = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - around), at + around))
  return [`at ${at}`, `- ${cut(one)}`, `+ ${cut(two)}`]
}

/** The same of two bodies; of two packages (slides, Word, a course) first which of their files differ, and of those the first. */
export const placesOf = (one: Buffer, two: Buffer): string[] => {
  const isPackage = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
  if (!isPackage(one) || !isPackage(two)) return firstDifference(one.toString(), two.toString())
  const [before, after] = [unzipSync(one), unzipSync(two)]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const bytesOf = (files: typeof before, name: string): Buffer => Buffer.from(files[name] ?? [])
  const changed = names.filter((name) => !bytesOf(before, name).equals(bytesOf(after, name)))
  const [first] = changed
  if (first === undefined) return ['the same files, packed otherwise']
  return [`in ${changed.join(', ')}`, ...placesOf(bytesOf(before, first), bytesOf(after, first))]
}

const bodyIn = (folders: readonly string[], hash: string): Buffer | undefined => {
  const file = folders.map((folder) => bodyFile(folder, hash)).find((path) => existsSync(path))
  return file === undefined ? undefined : gunzipSync(readFileSync(file))
}

/** In words, the first `most` of them; with the folders of bodies each first place that differs, told once where it is the same for many. */
export const told = (all: readonly Difference[], folders: readonly string[], most: number): string[] => {
  const shown = new Set<string>()
  const lines = all.slice(0, most).flatMap(({ key, what, bodies, sent }) => {
    const [one, two] = (bodies ?? []).map((hash) => bodyIn(folders, hash))
    const places = one === undefined || two === undefined ? [] : placesOf(one, two)
    const place = places.slice(1).join('\n')
    const known = shown.has(place)
    shown.add(place)
    return [
      sent ? `${key} (${sent})` : key,
      ...what.map((line) => `  ${line}`),
      ...(known && places.length ? [`  ${places[0]}: as above`] : places.map((line) => `  ${line}`)),
    ]
  })
  return all.length > most ? [...lines, `… and ${all.length - most} more`] : lines
}

export const statusCounts = (entries: Readonly<Record<string, Entry>>): string =>
  Object.entries(Object.groupBy(Object.values(entries), ({ status }) => String(status)))
    .map(([status, of = []]) => `${status}: ${of.length}`)
    .join(', ')
