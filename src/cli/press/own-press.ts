import { existsSync } from 'node:fs'
import type { Pack } from '../../content/pack.ts'
import type { OwnPress } from '../../press/organisation/own-press.ts'
import { builtPackFile } from '../built-pack.ts'
import { openWorkers } from './pool.ts'

/** Makes the courses of organisations beside a site, with workers of its own: whoever wants a leaflet does not wait for them. */
export const openOwnPress = (pack: Pack): OwnPress & { close(): Promise<void> } => {
  const workers = openWorkers('waited-for')
  const file = builtPackFile(pack.id)
  return {
    readLogo: (logo) => workers.run('readLogo', logo),
    make: (organisation, { now, origin }) =>
      workers.run('own', { pack: existsSync(file) ? file : pack, origin, now: now.toString(), organisation }),
    close: workers.close,
  }
}
