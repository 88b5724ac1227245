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
}
type Lock = { lockfileVersion: number; packages: Record<string, Entry> }
type Package = Entry & { allowScripts?: Record<string, boolean>; engines?: { node: string } }

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

test('no entry says where it was loaded from, and each has its hash', () => {
  expect(lock.lockfileVersion).toBe(3)
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '')
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(entries.filter(([, entry]) => !entry.integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
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
  expect(loose(wanted)).toEqual([])
  expect(loose({ a: '^1.0.0', b: '1', c: 'latest', d: '1.0.0', e: '>=1.0.0 <2', f: '1.0.0-beta.1' })).toEqual([
    'a ^1.0.0',
    'b 1',
    'c latest',
    'e >=1.0.0 <2',
  ])
  for (const [name, version] of Object.entries(wanted))
    expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
})

test('Node comes with the packages, and install scripts are allowed or refused by name', () => {
  const node = own.optionalDependencies?.node ?? ''
  expect(node).toMatch(/^26\./)
  expect(own.allowScripts?.node).toBe(true)
  expect(Object.keys(own.allowScripts ?? {}).filter((name) => name.indexOf('@') > 0)).toEqual([])
  const scripted = Object.entries(lock.packages).flatMap(([path, entry]) =>
    entry.hasInstallScript ? [path.replace(/^.*node_modules\//, '')] : [],
  )
  expect(scripted).toContain('node')
  expect(scripted.filter((name) => own.allowScripts?.[name] === undefined)).toEqual([])
})
