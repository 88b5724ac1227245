import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { codeOf, StoreFault } from './fault.ts'

/** As whom PostgreSQL runs; null: as whoever runs Waymark. It refuses to run as root. */
export type ServerUser = { uid: number; gid: number } | null

/** Where the cluster lies, with what belongs to it. */
export type Place = { folder: string; cluster: string; user: ServerUser }

/** For a store that root keeps where nobody else may go, such as a clone in root's home. */
const elsewhere = '/var/lib/waymark'
const passwd = '/etc/passwd'

export const openPlace = (named: string, tell: (line: string) => void, fallback: string = elsewhere): Place => {
  const asRoot = process.getuid?.() === 0
  const folder = makeFolder(resolve(named), asRoot)
  if (!asRoot) return { folder, cluster: join(folder, 'cluster'), user: null }
  const near = placeIn(folder)
  const far = join(fallback, createHash('sha256').update(folder).digest('hex').slice(0, 16))
  if (mayPass(near.folder, near.user)) {
    // It was there before this folder was opened to others: that database is not to be left behind for an empty one.
    return existsSync(near.cluster) || !existsSync(join(far, 'cluster')) ? near : told(far, folder, tell)
  }
  if (existsSync(near.cluster))
    throw new StoreFault(
      'place',
      `PostgreSQL runs as user ${near.user?.uid}, who may no longer go into ${folder}. Let others pass through it and every folder above it (chmod o+x), or start Waymark as a user other than root.`,
    )
  return told(far, folder, tell)
}

const told = (far: string, folder: string, tell: (line: string) => void): Place => {
  const place = placeIn(makeFolder(far, true))
  if (!mayPass(place.folder, place.user))
    throw new StoreFault(
      'place',
      `PostgreSQL does not run as root, and user ${place.user?.uid} may go neither into ${folder} nor into ${far}. Start Waymark as a user other than root, or set DATABASE_URL.`,
    )
  tell(`The database lies in ${far}: it does not run as root, and other users may not go into ${folder}.`)
  return place
}

const placeIn = (folder: string): Place => {
  const cluster = join(folder, 'cluster')
  return { folder, cluster, user: userFor(cluster) }
}

/** Whose a cluster is runs it: it may have been made before Waymark was started as root. A new one goes to a user who owns nothing. */
const userFor = (cluster: string): { uid: number; gid: number } => {
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const rows = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = rows.find(([, , uid]) => uid === '65534') ?? rows.find(([name]) => name === 'nobody')
  if (!row)
    throw new StoreFault(
      'place',
      'PostgreSQL does not run as root, and this machine has no user `nobody`. Start Waymark as a user other than root, or set DATABASE_URL.',
    )
  return { uid: Number(row[2]), gid: Number(row[3]) }
}

/** Asks the system itself: modes alone do not tell of access lists. */
export const mayPass = (folder: string, user: ServerUser): boolean =>
  !user || spawnSync('sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0

/** A folder that is there stays as it is; those made here, and only those, let the user of PostgreSQL pass. */
const makeFolder = (folder: string, asRoot: boolean): string => {
  const mode = asRoot ? 0o711 : 0o700
  try {
    const first = mkdirSync(folder, { recursive: true, mode })
    if (first) {
      const made = relative(first, folder).split(sep).filter(Boolean)
      // The mask of the process may have taken from the mode.
      for (let at = folder, left = made.length; left >= 0; left--, at = dirname(at)) chmodSync(at, mode)
    }
    return realpathSync(folder)
  } catch (error) {
    throw new StoreFault(
      'place',
      `${folder} cannot be used for the database (${codeOf(error) ?? error}). Choose another folder with WAYMARK_DATA, or let the user who runs Waymark write there.`,
    )
  }
}
