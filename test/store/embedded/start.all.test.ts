import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect as connectTo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { findBinaries } from '../../../src/store/embedded/binaries.ts'
import { type Cluster, openCluster } from '../../../src/store/embedded/cluster.ts'
import { faultOf, StoreFault } from '../../../src/store/embedded/fault.ts'
import { openPlace } from '../../../src/store/embedded/place.ts'
import { signal } from '../../../src/store/embedded/postgres-process.ts'
import { serverArguments } from '../../../src/store/embedded/settings.ts'
import { startHolder } from '../../support/cluster-holder.ts'
import { folderWithCluster, storeFolder, tidy } from '../../support/database.ts'
import { postmasterOf } from '../../support/server-pids.ts'

/** One after another, the tests use the same one. */
const folder = await folderWithCluster()
const opened: Cluster[] = []
const told: string[] = []
const open = async (folder: string, more: { fallback?: string; settings?: Record<string, string> } = {}): Promise<Cluster> => {
  const cluster = await openCluster({ folder, tell: (line) => told.push(line), settings: { ...tidy, fsync: 'off' }, ...more })
  opened.push(cluster)
  return cluster
}
const fault = async (folder: string, more = {}): Promise<StoreFault> => {
  const error = await open(folder, more).then(
    () => null,
    (error: unknown) => error,
  )
  if (error instanceof StoreFault) return error
  throw error ?? new Error('It opened.')
}
const ended: (() => void)[] = []
afterEach(async () => {
  for (const cluster of opened.splice(0)) await cluster.close()
  for (const end of ended.splice(0)) end()
  told.length = 0
})
const answers = async ({ connect }: Cluster): Promise<unknown> => {
  const client = new pg.Client(connect)
  await client.connect()
  const { rows } = await client.query('select current_database() as name, current_user as person')
  await client.end()
  return rows[0]
}
/** The cluster, for a while in another folder. */
const movedTo = async (other: string, during: () => Promise<void>): Promise<void> => {
  const move = (from: string, to: string): void => {
    for (const name of ['cluster', 'password']) renameSync(join(from, name), join(to, name))
  }
  move(folder, other)
  await during().finally(() => move(other, folder))
}
const itself = { name: 'waymark', person: 'waymark_owner' }
const asRoot = process.getuid?.() === 0

/** What a server leaves that was killed: its files name a process, and nobody listens at its socket. */
const leaveFiles = async (folder: string, pid: number): Promise<void> => {
  const cluster = await open(folder)
  const mine = postmasterOf(folder)
  const [text, lock] = ['postmaster.pid', '.s.PGSQL.5432.lock'].map((name) => readFileSync(join(folder, 'cluster', name), 'utf8'))
  await cluster.close()
  writeFileSync(join(folder, 'cluster/postmaster.pid'), (text ?? '').replace(String(mine), String(pid)))
  writeFileSync(join(folder, 'cluster/.s.PGSQL.5432.lock'), (lock ?? '').replace(String(mine), String(pid)))
  const script = "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))"
  spawnSync(process.execPath, ['-e', script, join(folder, 'cluster/.s.PGSQL.5432')])
  expect(existsSync(join(folder, 'cluster/.s.PGSQL.5432'))).toBe(true)
}

test('what a killed server left does not hold up the next, though another program has its number now', async () => {
  const other = spawn('sleep', ['60'])
  ended.push(() => other.kill())
  await leaveFiles(folder, other.pid ?? 0)
  expect(await answers(await open(folder))).toEqual(itself)
  expect(other.exitCode ?? other.signalCode).toBe(null)
})

test('nor one that is dead and that nobody has reaped', async () => {
  // The shell starts a process and becomes another program, which does not wait for it.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] })
  ended.push(() => parent.kill())
  const [bytes] = await once(parent.stdout, 'data')
  await leaveFiles(folder, Number(bytes))
  expect(await answers(await open(folder))).toEqual(itself)
})

test('a server that lives on without its supervisor is ended, and started under this one', async () => {
  const place = openPlace(folder, () => {})
  const server = spawn(findBinaries(place).postgres, serverArguments(place.cluster, { ...tidy, fsync: 'off' }), {
    ...place.user,
    cwd: '/',
    stdio: 'ignore',
  })
  ended.push(() => server.kill('SIGKILL'))
  const socket = join(place.cluster, '.s.PGSQL.5432')
  const listens = (): Promise<boolean> =>
    new Promise((resolve) => {
      const probe = connectTo(socket, () => resolve(probe.end() !== null)).on('error', () => setTimeout(resolve, 10, false))
    })
  while (!(await listens()));
  expect(await answers(await open(folder))).toEqual(itself)
  expect(postmasterOf(folder)).not.toBe(server.pid)
  expect(server.exitCode).toBe(0)
})

test('a cluster that was cut short while it was made is made anew, and what was begun is taken away', async () => {
  const empty = storeFolder()
  const maker = startHolder(empty, {})
  const begun = (): boolean => readdirSync(empty).some((name) => name.startsWith('new-') && existsSync(join(empty, name, 'cluster/base')))
  while (!begun()) await new Promise((resolve) => setTimeout(resolve, 5))
  const gone = once(maker, 'exit')
  // With initdb, which is in its group.
  process.kill(-(maker.pid ?? 0), 'SIGKILL')
  await gone
  expect(existsSync(join(empty, 'cluster'))).toBe(false)
  expect(await answers(await open(empty))).toEqual(itself)
  expect(readdirSync(empty).toSorted()).toEqual(['cluster', 'password'])
  expect(statSync(join(empty, 'password')).mode & 0o777).toBe(0o600)
})

test('a socket whose path is too long is reached another way', async () => {
  const long = join(storeFolder(), 'a-folder-with-a-long-name'.repeat(5))
  mkdirSync(long)
  chmodSync(long, 0o711)
  await movedTo(long, async () => {
    const cluster = await open(long)
    expect(await answers(cluster)).toEqual(itself)
    expect(cluster.connect.host.length).toBeLessThan(80)
    await cluster.close()
    expect(existsSync(cluster.connect.host)).toBe(false)
  })
})

test('each thing that is wrong with the folder is said, with what to do', async () => {
  const [version, password] = [join(folder, 'cluster/PG_VERSION'), join(folder, 'password')]
  const said = async (): Promise<string> => `${(await fault(folder)).message}`
  writeFileSync(version, '17\n')
  expect(await said()).toContain('is of PostgreSQL 17, and this Waymark brings PostgreSQL 18. Make a backup')
  rmSync(version)
  expect(await said()).toContain('holds no database that Waymark can read')
  writeFileSync(version, '18\n')
  const right = readFileSync(password)
  writeFileSync(password, `${'x'.repeat(43)}\n`)
  expect(await said()).toContain('does not take the password in')
  writeFileSync(password, 'short')
  expect(await said()).toContain('is not as Waymark wrote it')
  chmodSync(password, 0o644)
  expect(await said()).toContain('chmod 600')
  rmSync(password)
  expect(await said()).toContain('Put it back from a copy of this folder')
  writeFileSync(password, right, { mode: 0o600 })
  expect((await fault(folder, { settings: { shared_buffers: 'many' } })).message).toContain('invalid value for parameter "shared_buffers"')
  expect(await answers(await open(folder))).toEqual(itself)
})

test('a system that has no PostgreSQL among the packages is told to set DATABASE_URL', () => {
  const place = { folder: 'x', cluster: 'x/cluster', user: null }
  for (const platform of ['freebsd-x64', 'win32-x64', process.platform === 'darwin' ? 'linux-x64' : 'darwin-arm64'])
    expect(() => findBinaries(place, platform)).toThrow('Set DATABASE_URL to a PostgreSQL server')
})

test.runIf(asRoot)('as root: a cluster whose user may not go into the folder lies elsewhere, told, and stays there', async () => {
  const [closed, fallback] = [mkdtempSync(join(storeFolder(), 'closed-')), storeFolder()]
  // Found as if an earlier start had made it.
  const { folder: far } = openPlace(closed, () => {}, fallback)
  await movedTo(far, async () => {
    const cluster = await open(closed, { fallback })
    expect(cluster.folder).toBe(far)
    expect(told).toEqual([`The database lies in ${far}: it does not run as root, and other users may not go into ${closed}.`])
    expect(statSync(closed).mode & 0o777).toBe(0o700)
    await cluster.close()
    chmodSync(closed, 0o711)
    expect(openPlace(closed, () => {}, fallback).folder).toBe(far)
    mkdirSync(join(closed, 'cluster'))
    expect(openPlace(closed, () => {}, fallback).folder).toBe(closed)
    chmodSync(closed, 0o700)
    expect(() => openPlace(closed, () => {}, fallback)).toThrow('may no longer go into')
  })
})

test.runIf(asRoot)('as root: a cluster that another user made is run as that user', () => {
  const other = storeFolder()
  mkdirSync(join(other, 'cluster'))
  chownSync(join(other, 'cluster'), 12345, 12346)
  expect(openPlace(other, () => {}).user).toEqual({ uid: 12345, gid: 12346 })
})

test('a user without a name, as containers have them, is told that PostgreSQL asks for one', () => {
  const line = 'initdb: error: could not look up effective user ID 54321: user does not exist'
  expect(faultOf('The database could not be made', [line], folder).message).toContain('user 54321 has none here. Give it a line in')
})

test('a server that does not come up again is tried with growing pauses, and comes when it can', async () => {
  const cluster = await open(folder)
  const control = join(folder, 'cluster/global/pg_control')
  renameSync(control, `${control}.away`)
  signal(postmasterOf(folder), 'SIGKILL')
  const tries = (): number => told.filter((line) => line.startsWith('The database does not start')).length
  while (tries() < 3) await new Promise((resolve) => setTimeout(resolve, 10))
  renameSync(`${control}.away`, control)
  while (!told.includes('The database is up again.')) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(await answers(cluster)).toEqual(itself)
})

/** A disk of 100 MB in memory, where a test may mount one. */
const mount = (folder: string): boolean =>
  asRoot && process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m,mode=711', 'tmpfs', folder]).status === 0
const disk = storeFolder()
const mounted = mount(disk)

test.runIf(mounted)(
  'a full disk (where this machine lets root mount one): an error, reads go on, and nothing acknowledged is lost',
  async () => {
    try {
      spawnSync('cp', ['-a', ...['cluster', 'password'].map((name) => join(folder, name)), disk])
      // Not `tidy`: shared memory that lies in files would need the disk for reading too.
      const settings = { fsync: 'off' }
      const cluster = await open(disk, { settings })
      const client = new pg.Client(cluster.connect)
      client.on('error', () => {})
      await client.connect()
      await client.query('create table filled (n int, words text)')
      let kept = 0
      const fill = async (): Promise<void> => {
        for (;;) {
          await client.query('insert into filled select $1, repeat(md5(random()::text), 30) from generate_series(1, 3000)', [kept])
          kept += 1
        }
      }
      await expect(fill()).rejects.toMatchObject({ code: '53100' })
      expect(kept).toBeGreaterThan(2)
      const { rows } = await client.query('select count(*)::int as rows from filled')
      expect(rows[0]).toEqual({ rows: kept * 3000 })
      await client.end()
      await cluster.close()
      writeFileSync(join(disk, 'more'), Buffer.alloc(1))
      spawnSync('sh', ['-c', 'cat /dev/zero > "$1/more"', 'sh', disk], { stdio: 'ignore' })
      expect(await fault(disk, { settings })).toMatchObject({ code: 'disk-full', message: expect.stringContaining('Make room on it') })
      rmSync(join(disk, 'more'))
      expect(await answers(await open(disk, { settings }))).toEqual(itself)
    } finally {
      for (const cluster of opened.splice(0)) await cluster.close()
      spawnSync('umount', [disk])
    }
  },
)
