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
import { formKey } from './form-key.ts'
import { openLog } from './log.ts'
import { accessibilityFile, assetFolder, shareImageFolder } from './paths.ts'
import { packNamed } from './read-pack.ts'
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
  const log = openLog()
  const origin = settings.WAYMARK_ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${settings.PORT}`
  const press = openSitePress(pack, join(settings.WAYMARK_DATA, 'press'))
  const cobrandedPress = openCobrandedPress(pack)
  const locale = publicSite({
    pack,
    assets: loadAssets(assetFolder, paletteOf(pack.brand)),
    shareImages: loadShareImages(join(shareImageFolder, pack.id)),
    origin,
    press,
    demonstration: demo,
    clock: watchedClock(
      () => Temporal.Now.instant(),
      () => performance.now(),
      (sentence) => log.warn({}, sentence),
    ),
    accessibility: readAccessibility(accessibilityFile),
  })
  const server = createSiteServer(
    { locale, sealer: makeSealer(formKey(settings.WAYMARK_DATA)), cobrandedPress },
    { log, gate: { hops: settings.WAYMARK_TRUST_PROXY } },
  )
  // Node would write the message down, which may hold what somebody typed.
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'The program failed and ends.')
    process.exit(1)
  })
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') log.fatal({}, `Port ${settings.PORT} is taken. Set PORT to another number.`)
      else log.fatal({ why: error.message, err: error }, 'The server cannot listen.')
      resolve(1)
    })
    server.listen(settings.PORT, settings.HOST, () => {
      const { port } = server.address() as AddressInfo
      const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST
      log.info({}, `${pack.brand.name} ${pack.partnership.area}: http://${host}:${port}`)
    })
    let stopping = false
    const warming = setTimeout(() => void warm(locale.site.resources, locale.site.clock(), () => stopping, log), quiet).unref()
    // The signal may come twice: to the group, and from the older Node that started this one.
    const stop = (): void => {
      if (stopping) return
      stopping = true
      log.info({}, 'Stopping: no new reader is taken.')
      clearTimeout(warming)
      void press.close()
      void cobrandedPress.close()
      server.close(() => {
        log.info({}, 'Stopped.')
        resolve(0)
      })
      server.closeIdleConnections()
      // Whoever is still reading has a moment to finish: it must be over within three seconds.
      setTimeout(() => server.closeAllConnections(), 1500).unref()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
