import { existsSync, rmSync } from 'node:fs'
import type { ListenOptions } from 'node:net'
import { resolve } from 'node:path'
import { roles } from '../domain/access/roles.ts'
import { StoreFault } from '../store/embedded/fault.ts'
import { codePath, tryPath } from '../web/desk/pages/demo/demo.tsx'
import type { Begun } from './begin.ts'
import { type OpenDesk, openDesk } from './open-desk.ts'
import { reloader } from './reload.ts'
import { runServer } from './run-server.ts'

/** Ended because another instance has the database: whoever started this process waits for its turn. */
export const inUse = 75

/** Is the desk on a socket of this host? Else it listens at HOST and PORT, on a host of its own. */
export const socketOf = (desk: string | undefined): string | null =>
  desk === undefined || desk.startsWith('https:') ? null : resolve(desk)

/** Serves the desk over its database until SIGTERM or SIGINT; resolves to the code to end with. */
export const serveDesk = async (begun: Begun, { demo }: { demo: boolean }): Promise<number> => {
  const { settings, log, clock, clockStep, sealer, secrets, pack, shown } = begun
  const socket = socketOf(settings.WAYMARK_DESK)
  const hops = settings.WAYMARK_TRUST_PROXY + (socket ? 1 : 0)
  const origin = settings.WAYMARK_DESK?.startsWith('https:') ? settings.WAYMARK_DESK : begun.origin
  let desk: OpenDesk
  try {
    desk = await openDesk(pack, { settings, origin, demo, clock, clockStep, sealer, log, hops })
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    log.fatal({}, error.message)
    secrets.close()
    return error.code === 'in-use' ? inUse : 1
  }
  // Left by a process that was killed. The database's lock is ours, so nobody listens there.
  if (socket && existsSync(socket)) rmSync(socket)
  const at: ListenOptions = socket ? { path: socket } : { port: settings.PORT, host: settings.HOST }
  process.on(
    'SIGHUP',
    reloader(settings.WAYMARK_PACK, log, (next) => desk.use(shown(next))),
  )
  return runServer({
    server: desk.server,
    at,
    log,
    listening: () => {
      log.info({}, `The desk: ${origin}/desk`)
      for (const role of desk.tryAs ? roles : []) log.info({}, `Try the desk as ${role}: ${origin}${tryPath(role)}`)
      if (desk.tryAs?.code)
        log.info({}, `See what a reporter sees: ${origin}${codePath}, with the made-up code ${desk.tryAs.code.join(' ')}`)
      if (desk.firstLink !== null) {
        const link = `${origin}/desk/first/${desk.firstLink}`
        log.info({}, `Nobody looks after the desk yet. To set it up, open ${link} (it works once, within 24 hours).`)
      }
      process.send?.('listening')
      void desk.begin()
    },
    stop: async () => {
      secrets.close()
      await desk.close()
    },
  })
}
