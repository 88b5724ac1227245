import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { runningPostmaster } from './pid-file.ts'
import type { Place } from './place.ts'
import { cleanEnvironment } from './program.ts'
import { serverArguments } from './settings.ts'

export type PostgresProcess = {
  /** What it wrote last, newest at the end. */
  lines(): readonly string[]
  /** True once it has ended. */
  isOver(): boolean
  /** Its exit code; 127 where the program could not be started at all. */
  ended: Promise<number>
  /** Ends it, in well under 3 s. */
  stop(): Promise<void>
}

/**
 * The shell waits for PostgreSQL. A second one reads from a pipe that we hold: however we end, that pipe closes, and it ends PostgreSQL in
 * its fast way (INT). The numbers are those of file descriptors: 3 is the pipe, which PostgreSQL is not to hold itself.
 */
const script = '"$@" 3<&- & p=$!; (read _ <&3; kill -INT $p) 2>&- & w=$!; exec 3<&-; wait $p; c=$?; kill $w 2>&-; exit $c'
const kept = 20
/** What each client is told while the server is not there: many lines, that say nothing of why. */
const ofClients = /FATAL: {2}(?:the database system is|terminating connection)/
const patience = 2_000

export const startPostgres = (program: string, settings: Readonly<Record<string, string>>, { cluster, user }: Place): PostgresProcess => {
  const child = spawn('sh', ['-c', script, 'sh', program, ...serverArguments(cluster, settings)], {
    ...user,
    cwd: '/',
    env: cleanEnvironment,
    // A session of its own: Ctrl-C in a terminal is for us, who first end what we are doing.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (ofClients.test(line)) return
      lines.push(line)
      if (lines.length > kept) lines.shift()
    })
  let over = false
  const ended = new Promise<number>((resolve) => {
    const end = (code: number | null): void => {
      over = true
      resolve(code ?? 1)
    }
    child.on('error', () => end(127))
    // Not at `exit`: its last lines may be still to come. Nor at `close`: a process that it left may hold them open.
    child.on('exit', (code) => setTimeout(end, 20, code))
  })
  const pipe = child.stdio[3]
  pipe?.on('error', () => {})
  return {
    lines: () => lines,
    isOver: () => over,
    ended,
    stop: async () => {
      pipe?.destroy()
      const timer = setTimeout(() => endAtOnce(cluster), patience)
      await ended
      clearTimeout(timer)
    },
  }
}

/** As a last resort: the next start goes through the journal. */
const endAtOnce = (cluster: string): void => {
  const pid = runningPostmaster(cluster)
  if (pid) signal(pid, 'SIGQUIT')
}

export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended meanwhile.
  }
}
