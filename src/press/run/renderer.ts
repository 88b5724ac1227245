import type { Logo, LogoFault } from '../../domain/training-provider/training-provider.ts'
import { type Fault, PressFault } from '../shared/kind.ts'
import type { Output } from '../shared/output.ts'
import { openCache } from './cache.ts'
import { type Manner, openWorkers } from './pool.ts'

/** Makes outputs in workers. Whoever asks for one that is being made waits for the same one. */
export type Renderer = {
  /** The file of an output, from the cache or made anew. Rejects with a PressFault where it cannot be drawn. */
  make(output: Output): Promise<{ bytes: Uint8Array; made: boolean }>
  /** Draws a training provider's logo anew. Nothing of it is kept. */
  readLogo(file: Uint8Array): Promise<{ logo: Logo } | { fault: LogoFault }>
  close(): Promise<void>
}

/** `folder`: where finished files are kept. What carries a training provider's own entries is never put there. */
export const openRenderer = (folder: string, manner: Manner = 'threads'): Renderer => {
  const cache = openCache(folder)
  const workers = openWorkers(manner)
  const keep = ({ cobranded }: Output): boolean => cobranded !== true
  const running = new Map<string, Promise<{ bytes: Uint8Array; made: boolean }>>()
  const find = async (output: Output, key: string) => {
    const kept = keep(output) ? await cache.get(key) : null
    if (kept) return { bytes: kept, made: false }
    const bytes = await workers.run<Uint8Array | Fault>('draw', output)
    if (!(bytes instanceof Uint8Array)) throw new PressFault(bytes.output, bytes.why, bytes)
    if (keep(output)) cache.put(key, bytes)
    return { bytes, made: true }
  }
  return {
    make: (output) => {
      const key = cache.keyOf(output)
      const promise = running.get(key) ?? find(output, key).finally(() => running.delete(key))
      running.set(key, promise)
      return promise
    },
    readLogo: (file) => workers.run('readLogo', file),
    close: workers.close,
  }
}
