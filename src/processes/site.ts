import type { Pack } from '../content/pack.ts'
import { watchReleased } from '../web/attend/released.ts'
import { watchIntake } from '../web/intake/watch.ts'
import type { Begun } from './begin.ts'
import { siteDoor } from './intake-door.ts'
import { openSite } from './open-site.ts'
import { operationsOf } from './operations.ts'
import { reloader, takeOver } from './reload.ts'
import { runServer } from './run-server.ts'
import type { Desk } from './site-server.ts'
import { warm } from './warm.ts'

/** After so many ms what is handed out as files is made: the first readers come first. */
const quiet = 3000

export type Site = {
  /** Drafts are shown too, and every page says so. */
  demo: boolean
  /** Where the desk is, if there is one. */
  desk?: Desk | undefined
  /** Does the desk say that it can work? Without it, the site answers for itself alone. */
  deskReady?: (() => Promise<boolean>) | undefined
  /** Once it listens. */
  started?: (port: number) => void
  /** Once it is to stop. */
  stop?: () => void | Promise<void>
}

/** Serves the public pages of the pack, reads it anew on SIGHUP, until SIGTERM or SIGINT; resolves to the code to end with. A pack that is not whole is refused before anything listens. */
export const serveSite = async (begun: Begun, { demo, desk, deskReady, started, stop }: Site): Promise<number> => {
  const { settings, pack, shown, log, clock, secrets, sealer, ownOrigin, origin } = begun
  const operations = operationsOf(settings.WAYMARK_DATA, () => performance.now())
  const door = desk ? await siteDoor(settings.WAYMARK_DATA) : undefined
  const intake = door && { ...door, watch: watchIntake(door) }
  void intake?.watch.look()
  const released = door && watchReleased(door)
  void released?.look()
  const running = {
    log,
    origin: ownOrigin,
    operations: deskReady ? { ...operations, needs: async () => ({ ...(await operations.needs()), desk: await deskReady() }) } : operations,
    gate: { hops: settings.WAYMARK_TRUST_PROXY },
    desk,
    intake,
    released,
  }
  const siteOf = (served: Pack) => openSite(served, { settings, origin, demo, clock, sealer, running })
  let site = siteOf(pack)
  const { server } = site
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
    const [old, fresh] = [site, siteOf(shown(next))]
    takeOver(server, fresh.server)
    site = fresh
    old.retire()
    warmSoon()
  })
  // Whoever closes the terminal that it was started from wants it to end.
  if (!process.stdout.isTTY) process.on('SIGHUP', reload)
  const halt = (): void => {
    stopping = true
    clearTimeout(warming)
    secrets.close()
    site.close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, halt)
  return runServer({
    server,
    at: { port: settings.PORT, host: settings.HOST },
    log,
    listening: (address) => {
      const port = address !== null && typeof address === 'object' ? address.port : settings.PORT
      const host = settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST
      log.info({}, `${pack.brand.name} ${pack.partnership.area}: http://${host}:${port}`)
      started?.(port)
    },
    stop: async () => {
      intake?.watch.stop()
      released?.stop()
      await intake?.close()
      await stop?.()
    },
  })
}
