import type { Server } from 'node:http'
import type { AddressInfo, ListenOptions } from 'node:net'
import { constants } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import type { Log } from '../web/http/log.ts'

/** After so many ms the start is over. */
const quiet = 3000

type Parts = {
  server: Server
  at: ListenOptions
  log: Log
  listening(address: AddressInfo | string | null): void
  /** Ends what the server was made with; the server itself stops taking requests meanwhile. */
  stop(): void | Promise<void>
}

/** Serves until SIGTERM or SIGINT, and then resolves to 128 and the signal's number; 1 where it could not listen. */
export const runServer = ({ server, at, log, listening, stop }: Parts): Promise<number> =>
  new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') log.fatal({ why: error.message, err: error }, 'The server could not start listening.')
      else if (at.path) log.fatal({}, `${at.path} is already in use. Set WAYMARK_DESK to another path.`)
      else log.fatal({}, `Port ${at.port} is already in use. Set PORT to another number.`)
      void Promise.resolve(stop()).then(() => resolve(1))
    })
    server.listen(at, () => {
      // It was kept from growing while garbage of the start was made (bin/waymark.cjs).
      setTimeout(() => setFlagsFromString('--semi-space-growth-factor=2'), quiet).unref()
      listening(server.address())
    })
    let stopping = false
    const end = (signal: 'SIGTERM' | 'SIGINT'): void => {
      if (stopping) return
      stopping = true
      log.info({}, 'Stopping: no new requests are accepted.')
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeIdleConnections()
      // Whoever is still reading has a moment to finish: it must be over within three seconds.
      setTimeout(() => server.closeAllConnections(), 1500).unref()
      // What answers are made with is needed until the last of them.
      void closed.then(stop).then(() => {
        log.info({}, 'Stopped.')
        resolve(128 + constants.signals[signal])
      })
    }
    process.on('SIGTERM', end)
    process.on('SIGINT', end)
  })
