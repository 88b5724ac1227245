import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const work = mkdtempSync(join(tmpdir(), 'waymark-press-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const out = join(work, 'out')
const waymark = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))
const press = (args: string[], data = join(work, 'data'), env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [waymark, 'press', '--out', out, '--only', 'deck,elearning,flowchart,handbook', ...args], {
    encoding: 'utf8',
    env: { ...process.env, WAYMARK_DATA: data, WAYMARK_ORIGIN: 'https://waymark.example.org', ...env },
  })

const times = (): [string, number][] => readdirSync(out).map((name) => [name, statSync(join(out, name)).mtimeMs])

test('a second run leaves every file as it was, and one that was lost comes from the cache', () => {
  const first = press(['--json'])
  expect(first.stderr).toBe('')
  expect(first.status).toBe(0)
  const { files } = JSON.parse(first.stdout) as { files: { file: string; state: string }[] }
  expect(files.map(({ state }) => state)).toEqual(files.map(() => 'made'))
  expect(readdirSync(out).sort()).toEqual(files.map(({ file }) => file).sort())
  const before = times()
  rmSync(join(out, 'flowchart-child.pdf'))
  const second = press(['--json'])
  const states = (JSON.parse(second.stdout) as { files: { file: string; state: string }[] }).files
  expect(states.filter(({ state }) => state !== 'kept').map(({ file, state }) => [file, state])).toEqual([
    ['flowchart-child.pdf', 'from-cache'],
  ])
  expect(times().filter(([name]) => name !== 'flowchart-child.pdf')).toEqual(before.filter(([name]) => name !== 'flowchart-child.pdf'))
})

test('what is damaged in the cache is made anew', () => {
  const folder = join(work, 'data/press')
  const names = readdirSync(folder).filter((name) => /^[0-9a-f]{32}$/.test(name))
  for (const [i, name] of names.entries()) truncateSync(join(folder, name), i % 2 ? 1000 : 0)
  const before = times()
  const states = (JSON.parse(press(['--json']).stdout) as { files: { state: string }[] }).files
  expect(states.length).toBe(names.length)
  expect(times()).toEqual(before)
  rmSync(join(out, 'flowchart-child.pdf'))
  expect(press(['--json']).stdout).toContain('"from-cache"')
  expect(statSync(join(out, 'flowchart-child.pdf')).size).toBeGreaterThan(10_000)
}, 120_000)

test('another process in another zone and language makes the same bytes', () => {
  const there = join(work, 'there')
  const { status } = press(['--out', there], join(work, 'empty'), { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' })
  expect(status).toBe(0)
  const names = readdirSync(out).sort()
  expect(readdirSync(there).sort()).toEqual(names)
  expect(names.filter((name) => !readFileSync(join(out, name)).equals(readFileSync(join(there, name))))).toEqual([])
})

test('an unknown kind is refused by name, with what to write', () => {
  const { status, stderr } = press(['--only', 'leaflets'])
  expect(status).toBe(2)
  expect(stderr).toContain('leaflet')
})

test('where the cache cannot be written nothing else is', () => {
  rmSync(out, { recursive: true, force: true })
  // A file stands where its folder should be.
  const { status, stderr } = press(['--only', 'poster'], waymark)
  expect(status).toBe(1)
  expect(stderr).toContain('Nothing was written')
  expect(existsSync(out)).toBe(false)
})
