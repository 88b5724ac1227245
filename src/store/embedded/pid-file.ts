import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeOf } from './fault.ts'
import { port } from './settings.ts'

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid')

/** No process can have this number: the systems that we run on end below it. */
const nobody = 99_999_999

const textOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** The server of this cluster, if it runs: a number in its file may be of a process that is dead and not yet reaped, or of another program. */
export const runningPostmaster = (cluster: string): number | null => {
  const pid = Number.parseInt(textOf(pidFile(cluster)) ?? '', 10)
  return pid > 0 && isPostgresOf(pid, cluster) ? pid : null
}

const isPostgresOf = (pid: number, cluster: string): boolean => {
  const argv = argumentsOf(pid)
  return basename(argv[0] ?? '') === 'postgres' && argv.includes(cluster)
}

/** What a process was started with; nothing of one that is dead. Small images of Linux have no `ps`. */
const argumentsOf = (pid: number): string[] => {
  if (process.platform !== 'linux') {
    const [state = '', ...argv] = spawnSync('ps', ['-o', 'state=,args=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .split(/\s+/)
    return state.startsWith('Z') ? [] : argv
  }
  // One that waits to be reaped has a state of Z, and no arguments.
  return (textOf(`/proc/${pid}/cmdline`) ?? '').split('\0')
}

/**
 * Before a start where no server runs. PostgreSQL takes any living process of the number in its files for its own, and refuses. In its first file
 * the number is changed, not the file removed: by the rest of it PostgreSQL knows whether a process of the old server still uses the shared memory.
 */
export const retirePidFiles = (cluster: string): void => {
  const text = textOf(pidFile(cluster))
  if (text && isAnybody(text)) writeFileSync(pidFile(cluster), text.replace(/^\d+/, String(nobody)))
  const lock = join(cluster, `.s.PGSQL.${port}.lock`)
  if (isAnybody(textOf(lock) ?? '')) rmSync(lock, { force: true })
}

/** Has any process the number that a text begins with? */
const isAnybody = (text: string): boolean => {
  const pid = Number.parseInt(text, 10)
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
