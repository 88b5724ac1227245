import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { faultOf, StoreFault } from './fault.ts'
import { askForLock, type Connect, type Lock } from './lock.ts'
import { retirePidFiles, runningPostmaster } from './pid-file.ts'
import type { Place } from './place.ts'
import { type PostgresProcess, signal, startPostgres } from './postgres-process.ts'
import { musl } from './program.ts'

export type Parts = {
  place: Place
  binaries: Binaries
  settings: Readonly<Record<string, string>>
  /** As the owner, to the database that every cluster has. */
  connect: Connect
  tell(line: string): void
}
export type Running = { server: PostgresProcess; lock: Lock }

/** What passes by itself: another process was a moment faster, or one of the old server has yet to notice that it is gone. */
const passing = /shared memory block|lock file "[^"]*" already exists|received fast shutdown request/
/** A server without a supervisor may be one that another process has started this moment: that one is given time to take the lock. */
const courtesy = 300
const step = 15
const longRecovery = 5_000
/** How long a server that nobody holds may take to end before it is made to, and before we give up. */
const patience = { leftover: 10_000, end: 20_000 }

/** Has the server of this cluster run under us, and under nobody else. `server`: ours, where it still runs and only the connection was lost. */
export const bringUp = async (
  { place, binaries, settings, connect, tell }: Parts,
  server: PostgresProcess | null = null,
  closing?: AbortSignal,
): Promise<Running> => {
  let own = server
  const began = performance.now()
  let toldOfRecovery = false
  let unheld = false
  const waited = (): number => performance.now() - began
  try {
    for (;;) {
      closing?.throwIfAborted()
      const answer = await askForLock(connect)
      if (answer.kind === 'stranger') throw wrongPassword(place)
      if (answer.kind === 'held') throw inUse(answer.by, place)
      if (answer.kind === 'ours') {
        if (own && !own.isOver()) return { server: own, lock: answer.lock }
        await answer.lock.release()
        if (unheld) await endLeftover(place)
        else await pause(courtesy)
        unheld = !unheld
      } else if (answer.kind === 'busy') {
        if (!toldOfRecovery && waited() > longRecovery)
          tell('The database is reading its journal after it was cut short. That can take minutes.')
        toldOfRecovery ||= waited() > longRecovery
      } else if (!own) {
        if (runningPostmaster(place.cluster)) await endSilent(place, waited())
        else {
          retirePidFiles(place.cluster)
          own = startPostgres(binaries.postgres, settings, place)
        }
      } else if (own.isOver()) {
        const lines = own.lines()
        if ((await own.ended) === 127) throw musl()
        if (!lines.some((line) => passing.test(line)) || waited() > patience.end)
          throw faultOf('The database does not start', lines, place.cluster)
        own = null
        await pause(100)
      }
      await pause(step)
    }
  } catch (error) {
    await own?.stop()
    throw error
  }
}

/** Its supervisor is gone, and it lives on. It is ended as if by its supervisor. */
const endLeftover = async (place: Place): Promise<void> => {
  const pid = runningPostmaster(place.cluster)
  if (!pid)
    throw new StoreFault(
      'in-use',
      `A PostgreSQL serves ${place.cluster} that is out of Waymark's reach, such as one in another container. End it, then start again.`,
    )
  signal(pid, 'SIGINT')
  for (const began = performance.now(); runningPostmaster(place.cluster); await pause(step)) {
    const waited = performance.now() - began
    if (waited > patience.leftover) signal(pid, 'SIGQUIT')
    if (waited > patience.end) throw stuck(pid, place)
  }
}

/** It runs, and does not answer: it has just begun, or is about to end. */
const endSilent = async (place: Place, waited: number): Promise<void> => {
  const pid = runningPostmaster(place.cluster)
  if (!pid || waited < patience.leftover) return
  signal(pid, 'SIGQUIT')
  if (waited > patience.end) throw stuck(pid, place)
}

const stuck = (pid: number, { cluster }: Place): StoreFault =>
  new StoreFault(
    'in-use',
    `An old PostgreSQL of ${cluster} (process ${pid}) does not end. End it, or restart the machine, then start again.`,
  )

const inUse = (by: string, { folder }: Place): StoreFault =>
  new StoreFault(
    'in-use',
    `Another Waymark (${by}) uses the database in ${folder}. Stop that one first. To run several, give all of them one server with DATABASE_URL.`,
  )

const wrongPassword = ({ folder }: Place): StoreFault =>
  new StoreFault(
    'secret',
    `The database in ${folder} does not take the password in ${folder}/password. Put both back from the same copy of this folder.`,
  )
