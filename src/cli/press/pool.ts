import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import type { Logo, LogoFault } from '../../domain/organisation/organisation.ts'
import { type Fault, PressFault } from '../../press/kind.ts'
import type { Output } from '../../press/output.ts'
import type { Cache } from './cache.ts'
import { openCache } from './cache.ts'

/** Makes outputs in worker threads. Whoever asks for one that is being made waits for the same one. */
export type Press = {
  /** The file of an output, from the cache or made anew. Rejects with a PressFault where it cannot be drawn. */
  make(output: Output): Promise<{ bytes: Uint8Array; made: boolean }>
  /** Draws an organisation's logo anew. Nothing of it is kept. */
  readLogo(file: Uint8Array): Promise<{ logo: Logo } | { fault: LogoFault }>
  close(): Promise<void>
}

/** Seen from the bundle `dist/cli.js`. The worker lies apart, so that its hash says what draws (tools/press.ts). */
const worker = fileURLToPath(new URL('press/worker.js', import.meta.url))
const lookFile = fileURLToPath(new URL('press/look', import.meta.url))

/** `folder`: where finished files are kept. What carries an organisation's own entries is never put there. */
export const openPress = (folder: string): Press => {
  const cache: Cache = openCache(folder, readFileSync(lookFile, 'utf8'))
  let pool: Tinypool | undefined
  const running = new Map<string, Promise<{ bytes: Uint8Array; made: boolean }>>()
  const keep = ({ own }: Output): boolean => own !== true
  const workers = () => {
    pool ??= new Tinypool({
      runtime: 'worker_threads',
      filename: worker,
      minThreads: 0,
      maxThreads: Math.max(1, availableParallelism()),
      // What draws takes memory: a quiet site gives it back.
      idleTimeout: 10_000,
    })
    return pool
  }
  const fresh = async (output: Output, key: string) => {
    const bytes: Uint8Array | Fault = await workers().run(output)
    if (!(bytes instanceof Uint8Array)) throw new PressFault(bytes.output, bytes.why, bytes)
    if (keep(output)) cache.put(key, bytes)
    return { bytes, made: true }
  }
  return {
    make: (output) => {
      const key = cache.keyOf(output)
      const kept = keep(output) ? cache.get(key) : null
      if (kept) return Promise.resolve({ bytes: kept, made: false })
      const known = running.get(key)
      if (known) return known
      const promise = fresh(output, key).finally(() => running.delete(key))
      running.set(key, promise)
      return promise
    },
    readLogo: (file) => workers().run(file, { name: 'readLogo' }),
    close: async () => {
      await pool?.destroy()
    },
  }
}
