import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { press as pressHere } from '../../src/cli/press.ts'
import { outputsOf } from '../../src/press/catalogue/kinds.ts'
import { buildFirst } from '../promises/process.ts'
import { keepMadeUp } from '../support/kept-outputs.ts'
import { drawn } from '../support/press.ts'
import { realPack } from '../support/real-pack.ts'

beforeAll(buildFirst, 60_000)

const work = mkdtempSync(join(tmpdir(), 'waymark-press-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
afterEach(() => void vi.restoreAllMocks())

const out = join(work, 'out')
const origin = 'https://waymark.example.org'
const waymark = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))
const kinds = 'deck,elearning,card,handbook'
const outputs = outputsOf(realPack(), { now: Temporal.Now.instant(), origin }, (kind) => kinds.split(',').includes(kind))
const press = (args: string[], data = join(work, 'data'), env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [waymark, 'press', '--out', out, '--only', kinds, ...args], {
    encoding: 'utf8',
    env: { ...process.env, WAYMARK_DATA: data, WAYMARK_ORIGIN: origin, ...env },
  })

/** All but these are as if they had been drawn before. */
const keepOthers = (data: string, toDraw: readonly string[]): void =>
  keepMadeUp(
    data,
    outputs.filter(({ file }) => !toDraw.includes(file)),
  )

type Told = { files: { file: string; state: string }[] }
const statesIn = (stdout: string) => new Map((JSON.parse(stdout) as Told).files.map(({ file, state }) => [file, state]))
const times = (): [string, number][] => readdirSync(out).map((name) => [name, statSync(join(out, name)).mtimeMs])
const kept = join(work, 'data/press')
/** Files in the cache by their size. */
const keptSizes = () => readdirSync(kept).map((name) => [name, statSync(join(kept, name)).size])

test('a second run leaves every file as it was; one that was lost comes from the cache, and what is damaged there is made anew', () => {
  const [lost, damaged] = ['useful-numbers-card-en.pdf', 'elearning-public-facing-scorm-1.2.zip'] as const
  const toDraw: readonly string[] = [lost, damaged]
  keepOthers(join(work, 'data'), toDraw)
  const madeUp = new Set(readdirSync(kept))
  const first = press(['--json'])
  expect(first.stderr).toBe('')
  expect(first.status).toBe(0)
  const states = statesIn(first.stdout)
  expect(states.size).toBeGreaterThan(toDraw.length)
  for (const [file, state] of states) expect([file, state]).toEqual([file, toDraw.includes(file) ? 'made' : 'from-cache'])
  expect(readdirSync(out).sort()).toEqual([...states.keys()].sort())
  const [before, sizes] = [times(), keptSizes()]
  rmSync(join(out, lost))
  const drawn = readdirSync(kept).filter((name) => !madeUp.has(name))
  expect(drawn).toHaveLength(toDraw.length)
  const cut = drawn.find((name) => statSync(join(kept, name)).size - 32 === statSync(join(out, damaged)).size)
  truncateSync(join(kept, cut ?? ''), 1000)
  const second = statesIn(press(['--json']).stdout)
  expect([...second].filter(([, state]) => state !== 'kept')).toEqual([[lost, 'from-cache']])
  expect(statSync(join(out, lost)).size).toBeGreaterThan(10_000)
  expect(times().filter(([name]) => name !== lost)).toEqual(before.filter(([name]) => name !== lost))
  expect(keptSizes()).toEqual(sizes)
})

test('another process in another zone and language makes the same bytes', async () => {
  const there = join(work, 'there')
  // One of each format.
  const toDraw = [
    'training-public-facing.pptx',
    'elearning-public-facing-scorm-1.2.zip',
    'useful-numbers-card-en.pdf',
    'handbook-public-facing.docx',
  ]
  keepOthers(join(work, 'empty'), toDraw)
  const { status } = press(['--out', there], join(work, 'empty'), { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' })
  expect(status).toBe(0)
  const here = outputs.filter(({ file }) => toDraw.includes(file))
  expect(here).toHaveLength(toDraw.length)
  for (const output of here)
    expect([output.file, readFileSync(join(there, output.file)).equals(await drawn(output))]).toEqual([output.file, true])
})

test('an unknown kind is refused by name, with what to write', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await pressHere({ out, only: 'leaflets', json: false }, {})).toBe(2)
  expect(told.mock.calls.join('\n')).toMatch(/^--only leaflets: write .*leaflet,/)
})

test('where the cache cannot be written nothing else is', () => {
  rmSync(out, { recursive: true, force: true })
  // A file stands where its folder should be.
  const { status, stderr } = press(['--only', 'elearning'], waymark)
  expect(status).toBe(1)
  expect(stderr).toContain('No files were written')
  expect(existsSync(out)).toBe(false)
})
