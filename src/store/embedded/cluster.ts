import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import { bringUp, type Parts, type Running } from './bring-up.ts'
import type { Connect } from './lock.ts'
import { ensureCluster, owner, removeLeftovers } from './make-cluster.ts'
import { openPlace } from './place.ts'
import { port } from './settings.ts'
import { socketFolder } from './socket-folder.ts'

export type { Connect } from './lock.ts'
export type Cluster = {
  /** As its owner. */
  connect: Connect
  /** Where the cluster really lies, with the files that belong to it. */
  folder: string
  close(): Promise<void>
  /** Calls when the server has stopped; it is being started again. */
  onDown(told: (why: string) => void): void
}

const database = 'waymark'
/** Between two attempts, in ms: twice as long each time. One that was up for `steady` counts as well again: what killed it did not come from its files. */
const pauses = { first: 100, longest: 30_000, steady: 200 }

/** PostgreSQL in a folder, under us: made where there is none, started again when it dies, ended with this process however that ends. Throws a StoreFault. */
export const openCluster = async (parts: {
  folder: string
  tell(line: string): void
  /** Settings of PostgreSQL besides ours; tests turn fsync off. */
  settings?: Readonly<Record<string, string>>
  /** Where root's cluster goes when its user may not go into the folder. */
  fallback?: string
}): Promise<Cluster> => {
  const { tell } = parts
  const place = openPlace(parts.folder, tell, parts.fallback)
  const binaries = findBinaries(place)
  const password = await ensureCluster(place, binaries)
  const socket = socketFolder(place.cluster)
  const connect = { host: socket.host, port, user: owner, password, database }
  const up: Parts = { place, binaries, settings: parts.settings ?? {}, tell, connect: { ...connect, database: 'postgres' } }
  let running: Running
  try {
    running = await bringUp(up)
    await ensureDatabase(running)
  } catch (error) {
    socket.remove()
    throw error
  }
  removeLeftovers(place)
  const closing = new AbortController()
  const listeners: ((why: string) => void)[] = []
  const watched = watch(running, up, closing.signal, (why) => {
    for (const told of listeners) told(why)
  })
  return {
    connect,
    folder: place.folder,
    onDown: (told) => void listeners.push(told),
    close: async () => {
      closing.abort()
      await watched
      socket.remove()
    },
  }
}

const ensureDatabase = async ({ server, lock }: Running): Promise<void> => {
  try {
    const { rowCount } = await lock.client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await lock.client.query(`create database ${database}`)
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Until it is to close: waits for the server to stop, and starts it again. */
const watch = async (first: Running, up: Parts, closing: AbortSignal, down: (why: string) => void): Promise<void> => {
  const closed = new Promise<void>((resolve) => closing.addEventListener('abort', () => resolve(), { once: true }))
  let running = first
  let wait = 0
  for (;;) {
    const since = performance.now()
    await Promise.race([closed, running.server.ended, running.lock.lost])
    if (closing.aborted) return end(running)
    // A moment later it is known whether the whole server ended, or one of its processes and with it every connection.
    await Promise.race([running.server.ended, pause(100)])
    const why = running.server.isOver() ? lastLine(running) : 'it ended its connections'
    down(why)
    up.tell(`The database stopped (${why}). It is being started again.`)
    if (performance.now() - since > pauses.steady) wait = 0
    const again = await startAgain(running, up, closing, wait)
    if (!again) return
    running = again.running
    wait = again.wait
    up.tell('The database is up again.')
  }
}

const lastLine = ({ server }: Running): string => server.lines().at(-1)?.trim() ?? 'it gave no reason'

const startAgain = async (
  old: Running,
  up: Parts,
  closing: AbortSignal,
  wait: number,
): Promise<{ running: Running; wait: number } | null> => {
  let own = old.server.isOver() ? null : old.server
  await old.lock.release()
  for (let next = wait; ; next = Math.min(Math.max(next * 2, pauses.first), pauses.longest)) {
    await pause(next, undefined, { signal: closing }).catch(() => {})
    if (closing.aborted) {
      await own?.stop()
      return null
    }
    try {
      const running = await bringUp(up, own, closing)
      if (!closing.aborted) return { running, wait: Math.max(next * 2, pauses.first) }
      await end(running)
      return null
    } catch (error) {
      if (closing.aborted) return null
      own = null
      up.tell(error instanceof Error ? error.message : String(error))
    }
  }
}

const end = async ({ server, lock }: Running): Promise<void> => {
  await Promise.all([lock.release(), server.stop()])
}
