import pLimit from 'p-limit'
import type { Pack } from '../../content/pack.ts'
import type { Logo, LogoFault, TrainingProvider } from '../../domain/training-provider/training-provider.ts'
import type { Edition } from '../shared/output.ts'
import { builtFileOf } from './built-pack.ts'
import { openWorkers } from './pool.ts'

/** Makes what carries a training provider's own entries. Nothing of it is written anywhere. `signal`: whoever asked has gone; it then rejects. */
export type CobrandedPress = {
  /** Draws a logo anew, or says why not. */
  readLogo(file: Uint8Array, signal: AbortSignal): Promise<{ logo: Logo } | { fault: LogoFault }>
  /** All files of its course in one zip. Rejects where one cannot be made. */
  make(provider: TrainingProvider, edition: Omit<Edition, 'provider'>, signal: AbortSignal): Promise<Uint8Array>
}

/**
 * Makes the courses of training providers beside a site, one after the other, with a process of its own: whoever wants a leaflet does not
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
  return {
    readLogo: (logo, signal) => run('readLogo', logo, signal),
    make: (provider, { now, origin }, signal) =>
      run('cobranded', { pack: builtFileOf(pack) ?? pack, origin, now: now.toString(), provider }, signal),
    close: workers.close,
  }
}
