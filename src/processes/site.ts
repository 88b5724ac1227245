import type { AddressInfo } from 'node:net'
import { constants } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import type { Pack } from '../content/pack.ts'
import { makeSealer } from '../web/forms/seal.ts'
import { readEnvironment } from './environment.ts'
import { openLog } from './log.ts'
import { openSite } from './open-site.ts'
import { operationsOf } from './operations.ts'
import { packNamed } from './read-pack.ts'
import { reloader, takeOver } from './reload.ts'
import { openSecrets } from './secrets/secrets.ts'
import { SecretsFault } from './secrets/secrets-file.ts'
import { warm } from './warm.ts'
import { watchedClock } from './watched-clock.ts'

/** After so many ms what is handed out as files is made: the first readers come first. */
const quiet = 3000

/** Serves the pack, reads it anew on SIGHUP, until SIGTERM or SIGINT, and then resolves to 128 and the signal's number; with `demo` drafts too, and every page says so. A pack that is not whole is refused before anything listens. */
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
  const ownOrigin = settings.WAYMARK_ORIGIN?.replace(/\/$/, '')
  const origin = ownOrigin ?? `http://localhost:${settings.PORT}`
  const clock = watchedClock(
    () => Temporal.Now.instant(),
    () => performance.now(),
    (sentence) => log.warn({}, sentence),
  )
  const secrets = await openSecrets(settings.WAYMARK_DATA, { clock, tell: (line) => log.warn({}, line) }).catch((error: unknown) => {
    if (!(error instanceof SecretsFault)) throw error
    console.error(error.message)
    return null
  })
  if (!secrets) return 1
  const sealer = makeSealer(secrets, clock)
  const running = {
    log,
    origin: ownOrigin,
    operations: operationsOf(settings.WAYMARK_DATA, () => performance.now()),
    gate: { hops: settings.WAYMARK_TRUST_PROXY },
  }
  const siteOf = (served: Pack) => openSite(served, { settings, origin, demo, clock, sealer, running })
  let site = siteOf(pack)
  const { server } = site
  // Node would write the message down, which may hold what somebody typed.
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'Waymark failed and is stopping.')
    process.exit(1)
  })
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') log.fatal({}, `Port ${settings.PORT} is already in use. Set PORT to another number.`)
      else log.fatal({ why: error.message, err: error }, 'The server could not start listening.')
      resolve(1)
    })
    server.listen(settings.PORT, settings.HOST, () => {
      // It was kept from growing while garbage of the start was made (bin/waymark.cjs).
      setTimeout(() => setFlagsFromString('--semi-space-growth-factor=2'), quiet).unref()
      const { port } = server.address() as AddressInfo
      const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST
      log.info({}, `${pack.brand.name} ${pack.partnership.area}: http://${host}:${port}`)
    })
    let stopping = false
    let warming: NodeJS.Timeout | undefined
    const warmSoon = (): void => {
      if (!settings.WAYMARK_PREMAKE) return
      clearTimeout(warming)
      const { resources } = site.locale.site
      warming = setTimeout(
        () => void warm(resources, clock(), () => stopping || resources !== site.locale.site.resources, log),
        quiet,
      ).unref()
    }
    warmSoon()
    const reload = reloader(settings.WAYMARK_PACK, log, (next) => {
      const [old, fresh] = [site, siteOf(next)]
      takeOver(server, fresh.server)
      site = fresh
      old.retire()
      warmSoon()
    })
    // Whoever closes the terminal that it was started from wants it to end.
    if (!process.stdout.isTTY) process.on('SIGHUP', reload)
    const stop = (signal: 'SIGTERM' | 'SIGINT'): void => {
      if (stopping) return
      stopping = true
      log.info({}, 'Stopping: no new requests are accepted.')
      clearTimeout(warming)
      secrets.close()
      site.close()
      server.close(() => {
        log.info({}, 'Stopped.')
        resolve(128 + constants.signals[signal])
      })
      server.closeIdleConnections()
      // Whoever is still reading has a moment to finish: it must be over within three seconds.
      setTimeout(() => server.closeAllConnections(), 1500).unref()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })
}
