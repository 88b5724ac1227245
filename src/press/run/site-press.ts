import { existsSync } from 'node:fs'
import { debuglog } from 'node:util'
import type { Pack } from '../../content/pack.ts'
import type { CatalogueEntry, Press } from '../catalogue/press.ts'
import type { Edition } from '../shared/output.ts'
import { builtPackFile } from './built-pack.ts'
import { openCache, tidy } from './cache.ts'
import { openWorkers } from './pool.ts'
import type { ForEdition } from './worker.ts'

/** `NODE_DEBUG=waymark-press` writes each file that is made. */
const debug = debuglog('waymark-press')

/** The press behind a site: it hands out finished files, and has processes of their own make what is missing. */
export const openSitePress = (pack: Pack, folder: string): Press => {
  const cache = openCache(folder)
  const workers = openWorkers('processes')
  const running = new Map<string, Promise<void>>()
  const reading = new Map<string, Promise<Uint8Array>>()
  // While somebody is being sent a file the next one is sent the same bytes.
  const held = new Map<string, WeakRef<Uint8Array>>()
  // Where nothing can be written files are still handed out, and none is made twice.
  const unwritten = new Map<string, Uint8Array>()
  const built = builtPackFile(pack.id)
  const task = ({ now, origin }: Edition): ForEdition => ({
    pack: existsSync(built) ? built : pack,
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
  const ensure = (edition: Edition, offer: CatalogueEntry): Promise<void> => {
    if (sizeOf(offer) !== null) return Promise.resolve()
    const promise = running.get(offer.key) ?? make(edition, offer).finally(() => running.delete(offer.key))
    running.set(offer.key, promise)
    return promise
  }
  const read = async (edition: Edition, offer: CatalogueEntry): Promise<Uint8Array> => {
    const kept = async () => {
      await ensure(edition, offer)
      return unwritten.get(offer.key) ?? (await cache.get(offer.key))
    }
    // One that was damaged is gone at the first try, and made at the second.
    const bytes = (await kept()) ?? (await kept())
    if (!bytes) throw new Error(`${offer.id}: made, but it cannot be read`)
    held.set(offer.key, new WeakRef(bytes))
    return bytes
  }
  return {
    keyOf: cache.keyOf,
    sizeOf,
    ensure,
    list: (edition) => workers.run<CatalogueEntry[]>('list', task(edition)),
    read: (edition, offer) => {
      const bytes = held.get(offer.key)?.deref()
      if (bytes) return Promise.resolve(bytes)
      const promise = reading.get(offer.key) ?? read(edition, offer).finally(() => reading.delete(offer.key))
      reading.set(offer.key, promise)
      return promise
    },
    tidy: (current) => tidy(folder, new Set(current.map(({ key }) => key)), Date.now()),
    close: workers.close,
  }
}
