/** `npm run bench`: prints the figures that QUALITY.md sets bars for. It never fails: a bar that is not met is printed as such. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deskFigures } from './desk.ts'
import { imported, importFigures } from './imports.ts'
import { intakeFigures } from './intake.ts'
import { large, listFigures, small } from './lists.ts'
import { peakWhileMaking } from './memory.ts'
import { type Pressed, pressTimes } from './press.ts'
import { askOnce, ratios } from './ratios.ts'
import { few, many, registerFigures } from './register.ts'
import { startServer } from './server.ts'
import { sizes } from './sizes.ts'
import { checkTime, coldStart, firstSearch } from './starts.ts'

const command = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'waymark-bench-data-'))
// Nothing is measured while files are made beside it; but what that takes (memory.ts).
const env = { PORT: '0', HOST: '127.0.0.1', WAYMARK_DATA: data, WAYMARK_PACK: 'hertfordshire', WAYMARK_ORIGIN: '', WAYMARK_PREMAKE: 'off' }

const print = (title: string, head: string[], rows: readonly string[][]): void => {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  console.log(`\n${title}`)
  for (const row of all) console.log(row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '))
}

/** `npm run bench -- concerns` measures the parts with this word in their title alone. */
const wanted = process.argv[2] ?? ''

const section = async (title: string, head: string[], rowsOf: () => Promise<string[][]>): Promise<void> => {
  if (!title.includes(wanted)) return
  try {
    print(title, head, await rowsOf())
  } catch (error) {
    console.log(`\n${title}: could not be measured. ${error instanceof Error ? error.message : error}`)
  }
}

const megabytes = (bytes: number): number => bytes / 1024 / 1024

const within = (value: number, bar: number, unit: string): string[] => [
  `${value.toFixed(0)} ${unit}`,
  `≤ ${bar} ${unit}`,
  value <= bar ? 'yes' : 'NO',
]

const main = async (): Promise<void> => {
  execFileSync(process.execPath, [command, '--help'], { stdio: 'ignore' })
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)

  await section('Start, memory, check', ['what', 'figure', 'bar', 'met'], async () => {
    const { median, worst } = await coldStart(command, env)
    const idle = await startServer(command, ['serve', '--only', 'site'], env)
    await askOnce(idle.port, { path: '/', headers: {} })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const { rss, peak } = await idle.used()
    await idle.stop()
    const making = await peakWhileMaking(command, env)
    const check = await checkTime(command)
    const [search, second] = await firstSearch(command, env)
    return [
      ['cold start to first page, median of 7', ...within(median, 500, 'ms')],
      ['the slowest of them', `${worst.toFixed(0)} ms`, '', ''],
      ['memory, idle', ...within(megabytes(rss), 120, 'MB')],
      ['the most until then', `${megabytes(peak).toFixed(0)} MB`, '', ''],
      ...(making
        ? [
            ['the most while every file is made beside it, the site alone', `${megabytes(making.site).toFixed(0)} MB`, '', ''],
            ['the site and what makes them', `${megabytes(making.together).toFixed(0)} MB`, '', ''],
          ]
        : []),
      ['the first search after a start', `${search.toFixed(0)} ms`, '', ''],
      ['the second', `${second.toFixed(0)} ms`, '', ''],
      ['waymark check', ...(check === null ? ['not there', '', ''] : [`${check.toFixed(0)} ms`, '', ''])],
    ]
  })

  await section('The desk: starts, memory, lists with 2,000 people, signing in', ['what', 'figure', 'bar', 'met'], async () => {
    const { first, later, memory, lists, password } = await deskFigures(command)
    return [
      ['first start with a new database, until the desk is ready', ...within(first, 3000, 'ms')],
      ['later starts', ...within(later, 1500, 'ms')],
      ['memory of the site beside it, idle', ...within(megabytes(memory.site), 120, 'MB')],
      ['memory of the desk, idle', ...within(megabytes(memory.desk), 120, 'MB')],
      ['memory of the database, idle', ...within(megabytes(memory.database), 60, 'MB')],
      ...lists.map(({ path, median, p95 }) => [`${path}, p95 (median ${median.toFixed(0)} ms)`, ...within(p95, 50, 'ms')]),
      ['a wrong password', `${password.alone.toFixed(0)} ms`, '', ''],
      ['the last of sixteen at once', `${password.sixteenth.toFixed(0)} ms`, '', ''],
    ]
  })

  await section(
    `The desk’s lists of concerns: p95 with ${large.toLocaleString('en-GB')} and with ${small.toLocaleString('en-GB')}, by who looks`,
    ['list', 'who sees', 'figure', 'bar', 'met', 'with few', 'no more than twice, or 10 ms'],
    async () => {
      const { rows, intake } = await listFigures(command)
      return [
        ...rows.map(({ path, who, small, large, median }) => [
          `${path.replace('OWNER', 'someone').replaceAll('DAY', 'a day')} (median ${median.toFixed(0)} ms)`,
          who,
          ...within(large, 50, 'ms'),
          `${small.toFixed(0)} ms`,
          large <= Math.max(2 * small, 10) ? 'yes' : 'NO',
        ]),
        ['one concern taken in, with its lists', '', `${intake.with.toFixed(2)} ms`, '', '', '', ''],
        ['the same without them', '', `${intake.without.toFixed(2)} ms`, '', '', '', ''],
      ]
    },
  )
  await section(
    `Register: pages of who is trained, p95 with ${many.toLocaleString('en-GB')} attendances and with ${few.toLocaleString('en-GB')}, by who looks`,
    ['page', 'who sees', 'figure', 'bar', 'met', 'with few', 'no more than twice, or 10 ms'],
    async () => {
      const { rows, count } = await registerFigures(command)
      return [
        ...rows.map(({ path, who, small, large, median }) => [
          `${path} (median ${median.toFixed(0)} ms)`,
          who,
          ...within(large, 50, 'ms'),
          `${small.toFixed(0)} ms`,
          large <= Math.max(2 * small, small + 10) ? 'yes' : 'NO',
        ]),
        ['to count them all', '', `${(count / 1000).toFixed(1)} s`, '', '', '', ''],
      ]
    },
  )
  await section('Reports through HTTP, each on the disk before it is answered; and floods', ['what', 'figure', 'bar', 'met'], async () => {
    const { reports, plain, calm, floods, sent } = await intakeFigures(command)
    const least = (value: number, bar: number): string[] => [`${value.toFixed(0)}/s`, `≥ ${bar.toFixed(0)}/s`, value >= bar ? 'yes' : 'NO']
    return [
      [`${sent} reports, 20 at a time`, ...least(reports, 300)],
      [`against plain rows of their size: ${plain.toFixed(0)}/s`, ...least(reports, plain / 4)],
      ['/get-help alone, p95', `${calm.toFixed(1)} ms`, '', ''],
      ...floods.map(({ what, perSecond, p95 }) => [
        `/get-help while ${what} come, ${perSecond.toFixed(0)}/s answered, p95`,
        `${p95.toFixed(1)} ms`,
        `${(p95 / calm).toFixed(1)} times`,
        '',
      ]),
    ]
  })

  await section(
    `Import of a list: ${imported.toLocaleString('en-GB')} people as CSV, each new, through HTTP`,
    ['what', 'figure', 'bar', 'met'],
    async () => {
      const { sent, checked, kept, again, undone, peak } = await importFigures(command)
      return [
        ['sent, until its columns are asked for', `${sent.toFixed(0)} ms`, '', ''],
        ['checked', `${checked.toFixed(0)} ms`, '', ''],
        ['kept', `${kept.toFixed(0)} ms`, '', ''],
        ['together', ...within(sent + checked + kept, 10_000, 'ms')],
        ['the same file again, until it is checked', `${again.toFixed(0)} ms`, '', ''],
        ['taken back', `${undone.toFixed(0)} ms`, '', ''],
        ['the most memory of the desk meanwhile', `${megabytes(peak).toFixed(0)} MB`, '', ''],
      ]
    },
  )

  await section('Press: every output of the pack, all languages', ['what', 'figure', 'bar', 'met', 'made'], async () => {
    const { cold, again, oneNumber } = pressTimes()
    const of = ({ made, files }: Pressed) => `${made} of ${files}`
    return [
      ['nothing in the cache', ...within(cold.ms, 15_000, 'ms'), of(cold)],
      ['nothing changed', ...within(again.ms, 1000, 'ms'), of(again)],
      ['the number of one line changed', `${oneNumber.ms.toFixed(0)} ms`, '', '', of(oneNumber)],
    ]
  })

  if (wanted) return
  const site = await startServer(command, ['serve', '--only', 'site'], env)
  await section(
    'Weight as sent with brotli, headers included, in KB of 1,024',
    ['page', 'html + css', 'everything', 'requests', 'met'],
    () => sizes(site.port),
  )
  await section(
    'Against node:http: requests a second, server CPU a request, how busy the server was; ratios of speed and of CPU',
    ['what', 'Waymark', 'node:http', 'speed', 'CPU', 'bar', 'met'],
    () => ratios(site),
  )
  const { peak } = await site.used()
  console.log(`\nThe most memory of the site under these loads: ${megabytes(peak).toFixed(0)} MB.`)
  await site.stop()
}

await main().catch((error: unknown) => console.log(error))
rmSync(data, { recursive: true, force: true })
