import { posix } from 'node:path'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { all, parseXml } from './xml.ts'

/** The parts of an Office file, by their paths without the first stroke. */
export type Parts = {
  paths(): string[]
  has(path: string): boolean
  text(path: string): string
  bytes(path: string): Uint8Array
  set(path: string, content: string | Uint8Array): void
  remove(path: string): void
  /** Throws where a relationship leads nowhere, an id is used that none has, or a part has no content type. */
  verify(): void
  zip(): Buffer
}

export const partsIn = (file: Uint8Array): Parts => {
  const held = new Map<string, Uint8Array>(Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith('/')))
  const bytes = (path: string): Uint8Array => {
    const found = held.get(path)
    if (!found) throw new Error(`the file has no part ${path}`)
    return found
  }
  const parts: Parts = {
    paths: () => [...held.keys()].sort(),
    has: (path) => held.has(path),
    text: (path) => strFromU8(bytes(path)),
    bytes,
    set: (path, content) => {
      held.set(path, typeof content === 'string' ? strToU8(content) : content)
    },
    remove: (path) => {
      held.delete(path)
    },
    verify: () => {
      const faults = faultsOf(parts)
      if (faults.length) throw new Error(`the file does not hang together: ${faults.join('; ')}`)
    },
    zip: () => Buffer.from(fixedZip(parts)),
  }
  return parts
}

/** The oldest time that a zip can tell, in whatever zone this machine counts. */
const noTime = new Date(1980, 0, 1)

/** The same parts give the same bytes. Content types come first: some programs look for them there. */
export const fixedZip = (parts: Parts): Uint8Array => {
  const first = '[Content_Types].xml'
  const order = [first, ...parts.paths().filter((path) => path !== first)]
  // Pictures are packed already.
  const packed = order.map((path) => [path, [parts.bytes(path), { level: path.endsWith('.png') ? 0 : 6 }]] as const)
  return zipSync(Object.fromEntries(packed) as Zippable, { mtime: noTime })
}

/** The part whose relationships a `_rels` part holds. */
const ownerOf = (rels: string): string => rels.replace(/_rels\/([^/]*)\.rels$/, '$1')

/** What is wrong between the parts of an Office file; nothing of it is seen by a validator of each part alone. */
export const faultsOf = (parts: Parts): string[] => {
  const paths = parts.paths()
  const types = parseXml(parts.text('[Content_Types].xml'))
  const standard = new Set(all(types, 'Default').map((one) => one.getAttribute('Extension')))
  const named = all(types, 'Override').map((one) => (one.getAttribute('PartName') ?? '').slice(1))
  const faults = [
    ...named.filter((path) => !parts.has(path)).map((path) => `content type of a part that is not there: ${path}`),
    ...named.filter((path, n) => named.indexOf(path) < n).map((path) => `two content types: ${path}`),
    ...paths
      .filter((path) => path !== '[Content_Types].xml' && !named.includes(path) && !standard.has(path.replace(/^.*\./, '')))
      .map((path) => `no content type: ${path}`),
  ]
  const reached = new Set<string>()
  for (const rels of paths.filter((path) => path.endsWith('.rels'))) {
    const owner = ownerOf(rels)
    const ids: string[] = []
    for (const relation of all(parseXml(parts.text(rels)), 'Relationship')) {
      const id = relation.getAttribute('Id') ?? ''
      if (ids.includes(id)) faults.push(`two relationships ${id}: ${rels}`)
      ids.push(id)
      if (relation.getAttribute('TargetMode') === 'External') continue
      const target = posix.join('/', posix.dirname(`/${owner}`), relation.getAttribute('Target') ?? '')
      const absolute = relation.getAttribute('Target')?.startsWith('/') ? (relation.getAttribute('Target') ?? '') : target
      reached.add(absolute.slice(1))
      if (!parts.has(absolute.slice(1))) faults.push(`a relationship to nowhere: ${rels} ${id} ${absolute}`)
    }
    if (!owner || !parts.has(owner) || !owner.endsWith('.xml')) continue
    for (const used of parts.text(owner).matchAll(/ r:(?:id|embed|link|pict)="([^"]*)"/g))
      if (!ids.includes(used[1] ?? '')) faults.push(`a relationship that is not there: ${owner} ${used[1]}`)
  }
  faults.push(
    ...paths
      .filter((path) => path !== '[Content_Types].xml' && !path.endsWith('.rels') && !reached.has(path))
      .map((path) => `a part that nothing leads to: ${path}`),
  )
  for (const path of paths.filter((one) => /^ppt\/.*\.xml$/.test(one))) {
    const numbers = [...parts.text(path).matchAll(/<p:cNvPr [^<>]*?\bid="(\d+)"/g)].map(([, id]) => id)
    if (new Set(numbers).size < numbers.length) faults.push(`two things of one number: ${path}`)
  }
  return faults
}
