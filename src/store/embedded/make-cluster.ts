import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../files/replace-file.ts'
import type { Binaries } from './binaries.ts'
import { StoreFault } from './fault.ts'
import type { Place } from './place.ts'
import { runProgram } from './program.ts'
import { readSecret, secretIn } from './secret-file.ts'

/** Who owns the cluster, made with it. */
export const owner = 'waymark_owner'
/** The version whose files these binaries read. */
const version = '18'
const workPrefix = 'new-'

/** Makes the cluster where there is none, and gives the password of its owner. It gets its name when it is whole and on the disk: one that was cut short is never taken for one. */
export const ensureCluster = async (place: Place, { initdb }: Binaries): Promise<string> => {
  const file = join(place.folder, 'password')
  if (isThere(place.cluster)) return passwordOf(file, place.cluster)
  const password = await secretIn(file)
  const work = mkdtempSync(join(place.folder, workPrefix))
  try {
    const [fresh, entry] = [join(work, 'cluster'), join(work, 'password')]
    writeFileSync(entry, password, { mode: 0o600 })
    if (place.user) for (const path of [work, entry]) chownSync(path, place.user.uid, place.user.gid)
    const settings = ['--auth=scram-sha-256', `--pwfile=${entry}`, '--encoding=UTF8', '--no-locale']
    // The same order and letters on every machine: PostgreSQL's own, not the system's.
    const letters = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    await runProgram(initdb, ['-D', fresh, '-U', owner, ...settings, ...letters, '--no-sync', '--no-instructions'], place)
    await runProgram(initdb, ['-D', fresh, '--sync-only'], place)
    renameSync(fresh, place.cluster)
    await syncFolder(place.folder)
  } catch (error) {
    // Another process made it meanwhile.
    if (!isThere(place.cluster)) throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return password
}

/** What was being made when a process was killed. Only whoever holds the cluster's lock may take it away. */
export const removeLeftovers = ({ folder }: Place): void => {
  for (const name of readdirSync(folder).filter((name) => name.startsWith(workPrefix))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // A program that was not killed with it still writes there: it goes at the next start.
    }
  }
}

const isThere = (cluster: string): boolean => {
  if (!existsSync(cluster)) return false
  let names: string[]
  let found: string
  try {
    names = readdirSync(cluster)
    // A folder that was put there for us, such as a volume of a container.
    if (names.length === 0) return false
    found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch {
    throw new StoreFault(
      'broken',
      `${cluster} holds no database that Waymark can read. Start Waymark as the user who made it; or, if these files are something else, choose another folder with WAYMARK_DATA.`,
    )
  }
  if (found === version) return true
  throw new StoreFault(
    'broken',
    `The database in ${cluster} is of PostgreSQL ${found}, and this Waymark brings PostgreSQL ${version}. Make a backup with the Waymark that wrote it, and restore it with this one into an empty folder.`,
  )
}

const passwordOf = (file: string, cluster: string): string => {
  const password = readSecret(file)
  if (password) return password
  throw new StoreFault(
    'secret',
    `${file} is gone, and without it nobody can open the database in ${cluster}. Put it back from a copy of this folder.`,
  )
}
