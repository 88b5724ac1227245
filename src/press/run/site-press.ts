import { debuglog } from 'node:util'
import type { Pack } from '../../content/pack.ts'
import type { CatalogueEntry } from '../catalogue/catalogue.ts'
import type { Edition, Output } from '../shared/output.ts'
import { builtFileOf } from './built-pack.ts'
import { openCache, tidy } from './cache.ts'
import { openWorkers } from './pool.ts'
import type { ForEdition } from './worker.ts'

/** `NODE_DEBUG=waymark-press` writes each file that is made. */
const debug = debuglog('waymark-press')

/** Makes what a site hands out, beside the work of its process, and keeps it. */
export type SitePress = {
  /** All that there is. Finding it out takes longer than making a page. */
  list(edition: Edition): Promise<readonly CatalogueEntry[]>
  /** Makes its file where there is none: once, however many ask for it. Rejects where it cannot be made. */
  ensure(edition: Edition, entry: CatalogueEntry): Promise<void>
  /** The file itself, made where there is none. Rejects as `ensure` does. */
  read(edition: Edition, entry: CatalogueEntry): Promise<Uint8Array>
  keyOf(output: Output): string
  /** How many bytes it has; null while it is not made. */
  sizeOf(entry: CatalogueEntry): number | null
  /** Takes away what was made long ago and is none of these. */
  tidy(current: readonly CatalogueEntry[]): void
  close(): Promise<void>
}

/** The press behind a site: it hands out finished files, and has processes of their own make what is missing. */
export const openSitePress = (pack: Pack, folder: string): SitePress => {
  const cache = openCache(folder)
  const workers = openWorkers('processes')
  const running = new Map<string, Promise<void>>()
  const reading = new Map<string, Promise<Uint8Array>>()
  // While somebody is being sent a file the next one is sent the same bytes.
  const sent = new Map<string, WeakRef<Uint8Array>>()
  // Where nothing can be written files are still handed out, and none is made twice.
  const unwritten = new Map<string, Uint8Array>()
  const task = ({ now, origin }: Edition): ForEdition => ({
    pack: builtFileOf(pack) ?? pack,
    origin,
    now: now.toString(),
    folder,
  })
  const make = async (edition: Edition, { id, key }: CatalogueEntry): Promise<void> => {
    debug('makes %s', id)
    const bytes = await workers.run<Uint8Array | null>('keep', { ...task(edition), id, key })
    if (bytes) unwritten.set(key, bytes)
  }
  const sizeOf = ({ key }: CatalogueEntry): number | null => unwritten.get(key)?.length ?? cache.size(key)
  const ensure = (edition: Edition, entry: CatalogueEntry): Promise<void> => {
    if (sizeOf(entry) !== null) return Promise.resolve()
    const promise = running.get(entry.key) ?? make(edition, entry).finally(() => running.delete(entry.key))
    running.set(entry.key, promise)
    return promise
  }
  const read = async (edition: Edition, entry: CatalogueEntry): Promise<Uint8Array> => {
    const kept = async () => {
      await ensure(edition, entry)
      return unwritten.get(entry.key) ?? (await cache.get(entry.key))
    }
    // One that was damaged is gone at the first try, and made at the second.
    const bytes = (await kept()) ?? (await kept())
    if (!bytes) throw new Error(`${entry.id}: made, but it cannot be read`)
    sent.set(entry.key, new WeakRef(bytes))
    return bytes
  }
  return {
    keyOf: cache.keyOf,
    sizeOf,
    ensure,
    list: (edition) => workers.run<CatalogueEntry[]>('list', task(edition)),
    read: (edition, entry) => {
      const bytes = sent.get(entry.key)?.deref()
      if (bytes) return Promise.resolve(bytes)
      const promise = reading.get(entry.key) ?? read(edition, entry).finally(() => reading.delete(entry.key))
      reading.set(entry.key, promise)
      return promise
    },
    tidy: (current) => {
      const keys = new Set(current.map(({ key }) => key))
      for (const kept of [unwritten, sent]) for (const key of kept.keys()) if (!keys.has(key)) kept.delete(key)
      tidy(folder, keys, Date.now())
    },
    close: workers.close,
  }
}
