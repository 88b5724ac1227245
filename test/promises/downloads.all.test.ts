import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { outputsOf } from '../../src/press/catalogue/kinds.ts'
import { editionAt } from '../../src/web/context/resources.ts'
import { keepMadeUp } from '../support/kept-outputs.ts'
import type { Download } from '../support/many-downloads.ts'
import { realPack } from '../support/real-pack.ts'
import { buildFirst, portOf, startCommand, statusOf } from './process.ts'

beforeAll(buildFirst, 60_000)

const files = [
  'useful-numbers-card-en.pdf',
  'useful-numbers-card-ar.pdf',
  'useful-numbers-card-ti.pdf',
  'leaflet-hotel.pdf',
  'useful-numbers-vi.pdf',
  'poster-help-a4.pdf',
  'handbook-everyone.pdf',
]

const downloadAll = (port: number, paths: string[]): Promise<Download[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../support/many-downloads.ts', import.meta.url), { workerData: { port, paths } })
    worker.on('message', resolve).on('error', reject)
  })

/** What 95 of 100 readers of a page wait at most, in ms, while something lasts and for a hundred readers at least. */
const p95 = async (port: number, during: Promise<unknown>): Promise<number> => {
  let lasts = true
  void during.finally(() => {
    lasts = false
  })
  const times: number[] = []
  while (lasts || times.length < 100) {
    const began = performance.now()
    if ((await statusOf(port, '/get-help')) !== 200) throw new Error('the page is not there')
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

const origin = 'https://waymark.example.org'
/** Files that the site makes by itself, beside those that are asked for. */
const ownFiles = ['leaflet-bank.pdf', 'leaflet-street.pdf', 'useful-numbers-so.pdf', 'useful-numbers-card-pl.pdf']

test('a thousand downloads at once make no file twice, and pages answer meanwhile', async () => {
  const data = mkdtempSync(join(tmpdir(), 'waymark-many-'))
  // All others are there already: what is asked is who makes a file, not how long all of them take.
  keepMadeUp(
    data,
    outputsOf(realPack(), editionAt(realPack(), origin, Temporal.Now.instant())).filter(
      ({ file }) => ![...files, ...ownFiles].includes(file),
    ),
  )
  const started = startCommand({ env: { NODE_DEBUG: 'waymark-press', WAYMARK_DATA: data, WAYMARK_ORIGIN: origin } })
  const port = await portOf(started)
  const idle = await p95(port, Promise.resolve())
  const downloads = downloadAll(
    port,
    Array.from({ length: 1000 }, (_, n) => `/resources/${files[n % files.length]}`),
  )
  const busy = await p95(port, downloads)
  const came = await downloads
  expect(came.filter(({ status }) => status !== 200)).toEqual([])
  const byPath = Map.groupBy(came, ({ path }) => path)
  expect(byPath.size).toBe(files.length)
  for (const [path, same] of byPath) expect([path, new Set(same.map(({ hash }) => hash)).size]).toEqual([path, 1])
  // The site makes its own by itself meanwhile: none of them twice either.
  const made = [...started.output().matchAll(/WAYMARK-PRESS \d+: makes (\S+)/g)].map(([, id]) => id)
  expect(made.length).toBeGreaterThanOrEqual(files.length)
  expect(new Set(made).size).toBe(made.length)
  expect(made.length, made.join()).toBeLessThanOrEqual(files.length + ownFiles.length)
  // Far more than it is (some ms), for other tests run beside this one. To draw one handbook in the server would take longer.
  expect(busy, `beside ${idle} ms when idle`).toBeLessThan(Math.max(250, 25 * idle))
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(143)
  rmSync(data, { recursive: true, force: true })
}, 120_000)

test('a file that was cut in the folder of data is made anew, not handed out', async () => {
  const data = mkdtempSync(join(tmpdir(), 'waymark-cut-'))
  const once = async () => {
    const started = startCommand({ env: { WAYMARK_DATA: data, WAYMARK_PREMAKE: 'off' } })
    const came = await downloadAll(await portOf(started), ['/resources/poster-help-a4.pdf'])
    started.child.kill('SIGTERM')
    expect(await started.ended).toBe(143)
    return came
  }
  const whole = await once()
  expect(whole.map(({ status }) => status)).toEqual([200])
  const kept = readdirSync(join(data, 'press')).filter((name) => /^[0-9a-f]{32}$/.test(name))
  expect(kept.length).toBeGreaterThan(0)
  for (const name of kept) truncateSync(join(data, 'press', name), 1000)
  expect(await once()).toEqual(whole)
  rmSync(data, { recursive: true, force: true })
}, 60_000)
