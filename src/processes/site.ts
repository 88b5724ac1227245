import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { paletteOf } from '../domain/brand/palette.ts'
import { openCobrandedPress } from '../press/run/cobranded-press.ts'
import { openSitePress } from '../press/run/site-press.ts'
import { loadAssets } from '../web/assets/assets.ts'
import { loadShareImages } from '../web/assets/share-images.ts'
import { makeSealer } from '../web/forms/seal.ts'
import { publicSite } from '../web/public/site.ts'
import { readAccessibility } from './accessibility.ts'
import { readEnvironment } from './environment.ts'
import { accessibilityFile, assetFolder, shareImageFolder } from './paths.ts'
import { packNamed } from './read-pack.ts'
import { openSecrets } from './secrets/secrets.ts'
import { SecretsFault } from './secrets/secrets-file.ts'
import { createSiteServer } from './site-server.ts'
import { warm } from './warm.ts'
import { watchedClock } from './watched-clock.ts'

/** After so many ms what is handed out as files is made: the first readers come first. */
const quiet = 3000

/** Serves the pack until SIGTERM or SIGINT; with `demo` drafts too, and every page says so. A pack that is not whole is refused before anything listens. */
export const serve = async (env: NodeJS.ProcessEnv, demo = false): Promise<number> => {
  const environment = readEnvironment(env)
  if ('faults' in environment) {
    for (const fault of environment.faults) console.error(fault)
    return 2
  }
  const { settings } = environment
  const pack = await packNamed(settings.WAYMARK_PACK)
  if (!pack) return 1
  const origin = settings.WAYMARK_ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${settings.PORT}`
  const clock = watchedClock(
    () => Temporal.Now.instant(),
    () => performance.now(),
    console.error,
  )
  const secrets = await openSecrets(settings.WAYMARK_DATA, { clock, tell: console.error }).catch((error: unknown) => {
    if (!(error instanceof SecretsFault)) throw error
    console.error(error.message)
    return null
  })
  if (!secrets) return 1
  const press = openSitePress(pack, join(settings.WAYMARK_DATA, 'press'))
  const cobrandedPress = openCobrandedPress(pack)
  const locale = publicSite({
    pack,
    assets: loadAssets(assetFolder, paletteOf(pack.brand)),
    shareImages: loadShareImages(join(shareImageFolder, pack.id)),
    origin,
    press,
    demonstration: demo,
    clock,
    accessibility: readAccessibility(accessibilityFile),
  })
  const server = createSiteServer({ locale, sealer: makeSealer(secrets, clock), cobrandedPress })
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      console.error(error.code === 'EADDRINUSE' ? `Port ${settings.PORT} is taken. Set PORT to another number.` : error.message)
      resolve(1)
    })
    server.listen(settings.PORT, settings.HOST, () => {
      const { port } = server.address() as AddressInfo
      console.log(
        `${pack.brand.name} ${pack.partnership.area}: http://${settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST}:${port}`,
      )
    })
    let stopping = false
    const warming = setTimeout(() => void warm(locale.site.resources, locale.site.clock(), () => stopping), quiet).unref()
    // The signal may come twice: to the group, and from the older Node that started this one.
    const stop = (): void => {
      if (stopping) return
      stopping = true
      clearTimeout(warming)
      secrets.close()
      void press.close()
      void cobrandedPress.close()
      server.close(() => resolve(0))
      server.closeIdleConnections()
      // Whoever is still reading has a moment to finish: it must be over within three seconds.
      setTimeout(() => server.closeAllConnections(), 1500).unref()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
