import { existsSync } from 'node:fs'
import pLimit from 'p-limit'
import type { Pack } from '../../content/pack.ts'
import type { CobrandedPress } from '../training-provider/own-press.ts'
import { builtPackFile } from './built-pack.ts'
import { openWorkers } from './pool.ts'

/**
 * Makes the courses of organisations beside a site, one after the other, with a process of its own: whoever wants a leaflet does not
 * wait for them.
 */
export const openCobrandedPress = (pack: Pack): CobrandedPress & { close(): Promise<void> } => {
  const workers = openWorkers('waited-for')
  // Here and not in the pool: a task that waits there is forgotten when the one before it is broken off (tinypool 2.2).
  const inTurn = pLimit(1)
  const run = <T>(name: string, task: unknown, signal: AbortSignal): Promise<T> =>
    inTurn(() => {
      signal.throwIfAborted()
      return workers.run<T>(name, task, signal)
    })
  const file = builtPackFile(pack.id)
  return {
    readLogo: (logo, signal) => run('readLogo', logo, signal),
    make: (organisation, { now, origin }, signal) =>
      run('own', { pack: existsSync(file) ? file : pack, origin, now: now.toString(), organisation }, signal),
    close: workers.close,
  }
}
