import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { differences, otherOrders, statusCounts, told } from './compare.ts'
import { type CrawlRecord, makeRecorder, recordText } from './record.ts'
import { crawlSites } from './sites.ts'

/* Records all that the site answers, and compares two records: docs/reference/crawl.md. */

const usage = `npm run crawl -- record --out FILE.json [--root DIR] [--bodies DIR] [--quick]
npm run crawl -- compare A.json B.json [--bodies DIR …] [--most N]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    root: { type: 'string' },
    bodies: { type: 'string', multiple: true, default: [] },
    most: { type: 'string', default: '40' },
    quick: { type: 'boolean', default: false },
  },
})

const record = async (out: string): Promise<number> => {
  const root = resolve(values.root ?? fileURLToPath(new URL('../..', import.meta.url)))
  const data = mkdtempSync(join(tmpdir(), 'waymark-crawl-'))
  const recorder = makeRecorder(values.quick, values.bodies[0])
  const from = performance.now()
  try {
    await crawlSites({ root, data, quick: values.quick, recorder, say: console.log })
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  const made = recorder.record()
  mkdirSync(dirname(resolve(out)), { recursive: true })
  writeFileSync(out, recordText(made))
  console.log(`${out}: ${recorder.count()} answers (${statusCounts(made.entries)}) in ${Math.round((performance.now() - from) / 1000)} s`)
  return 0
}

const compare = (one: string, two: string): number => {
  const [a, b] = [one, two].map((file): CrawlRecord => JSON.parse(readFileSync(file, 'utf8')))
  if (!a || !b) return 2
  if (a.quick !== b.quick) console.error('One of the records is a quick one: only what both asked can be equal.')
  const all = differences(a, b)
  for (const line of told(all, values.bodies, Number(values.most))) console.log(line)
  const asked = Object.keys(a.entries).length
  const orders = otherOrders(a, b)
  if (orders) console.log(`${orders} answers name the same headers in another order, which says nothing (RFC 9110 5.3).`)
  console.log(all.length ? `${all.length} of ${asked} answers differ.` : `All ${asked} answers are equal.`)
  return all.length ? 1 : 0
}

const main = (): number | Promise<number> => {
  const [command, one, two] = positionals
  if (command === 'record' && values.out) return record(values.out)
  if (command === 'compare' && one && two) return compare(one, two)
  console.error(usage)
  return 2
}

process.exitCode = await main()
