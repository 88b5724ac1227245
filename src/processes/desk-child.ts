import { type ChildProcess, fork } from 'node:child_process'
import { request } from 'node:http'
import { inUse } from './desk.ts'
import { program } from './paths.ts'

/** Between two starts, in ms: longer each time, until one has held for a while. */
const pauses = { first: 250, longest: 30_000, steady: 60_000 }

export type DeskChild = {
  /** Does it answer, with its database? */
  ready(): Promise<boolean>
  /** Has it read its content anew. */
  reload(): void
  stop(): Promise<void>
}

/** Whether the one that serves is still there is asked so often, in ms. */
const turn = 1000

type Parts = { env: NodeJS.ProcessEnv; args: readonly string[]; socket: string; tell(line: string): void }

/**
 * The desk as a process of its own, with its own memory: what is read there cannot leak from here. It ends with us, however we end
 * (the channel between us closes), and is started again when it ends by itself. Where another instance on this host has the database,
 * its desk answers for us, and ours waits for its turn.
 */
export const startDesk = ({ env, args, socket, tell }: Parts): DeskChild => {
  let child: ChildProcess | undefined
  let stopping = false
  let wait = pauses.first
  let timer: NodeJS.Timeout | undefined
  const start = (): void => {
    const since = performance.now()
    const own = fork(program, [...args], { env: { ...env, WAYMARK_DESK: socket }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child = own
    own.on('exit', (code, signal) => {
      if (stopping) return
      if (performance.now() - since > pauses.steady) wait = pauses.first
      if (code === inUse) return void waitForTurn()
      tell(`The desk ended (${signal ?? code}). It is being started again; public pages stay.`)
      timer = setTimeout(start, wait).unref()
      wait = Math.min(wait * 2, pauses.longest)
    })
  }
  /** Asks, which costs nothing, rather than starting a process that would have to end again. */
  const waitForTurn = async (): Promise<void> => {
    if (stopping) return
    if (await says(socket, '/healthz')) timer = setTimeout(() => void waitForTurn(), turn).unref()
    else timer = setTimeout(start, pauses.first).unref()
  }
  start()
  return {
    ready: () => says(socket, '/readyz'),
    reload: () => void child?.kill('SIGHUP'),
    stop: () =>
      new Promise((resolve) => {
        stopping = true
        clearTimeout(timer)
        if (!child || child.exitCode !== null || child.signalCode !== null) return resolve()
        child.on('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

const says = (socketPath: string, path: '/healthz' | '/readyz'): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ socketPath, path, timeout: 2000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('error', () => resolve(false))
    asked.on('timeout', () => asked.destroy())
    asked.end()
  })
