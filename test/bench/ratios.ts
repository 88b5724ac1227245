import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { findTool, type Load } from './load.ts'
import { type Measured, startServer } from './server.ts'

const plainFile = fileURLToPath(new URL('plain.ts', import.meta.url))

type Sent = { status: number; headers: string[]; bytes: Buffer }

/** What the site answers, with its headers as they are written, but for those that Node adds itself. */
export const askOnce = (port: number, { path, headers, body }: Load): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: body === undefined ? 'GET' : 'POST', headers, agent: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const own = response.rawHeaders.flatMap((name, i) =>
            i % 2 || /^(date|connection|keep-alive|transfer-encoding)$/i.test(name) ? [] : [name, response.rawHeaders[i + 1] ?? ''],
          )
          resolve({ status: response.statusCode ?? 0, headers: own, bytes: Buffer.concat(parts) })
        })
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })

/** With the header of a proxy on this machine, which speaks for many: no limit for one address applies. */
const form = { 'content-type': 'application/x-www-form-urlencoded', 'accept-encoding': 'gzip, br', 'x-forwarded-for': '192.0.2.1' }

/** The last step of the pathway, with the answers so far as the site itself sealed them. */
const outcomeLoad = async (port: number): Promise<Load> => {
  let so = ''
  for (const step of ['danger=no', 'organisation=nhs', 'under-18=no', 'contact=agrees']) {
    const body = `${so}at=${step.split('=')[0]}&${step}`
    const page = gunzipSync((await askOnce(port, { path: '/pathway', headers: form, body })).bytes).toString()
    so = `so-far=${/name="so-far"[^>]*value="([\w-]+)"/.exec(page)?.[1] ?? ''}&`
  }
  return { path: '/pathway', headers: form, body: `${so}at=situation&situation=no-safe-place&situation=immigration` }
}

/** The loads that QUALITY.md sets bars for. The sealed field comes from the site itself. */
const loadsOf = async (port: number): Promise<{ name: string; bar: number; load: Load }[]> => {
  const step: Load = { path: '/signs/check', headers: form, body: 'place=car-wash' }
  const page = gunzipSync((await askOnce(port, step)).bytes).toString()
  const sealed = /name="so-far"[^>]*value="([\w-]+)"/.exec(page)?.[1] ?? ''
  const signs = [...page.matchAll(/name="sign"[^>]*value="([\w-]+)"/g)].slice(0, 3).map(([, id]) => `sign=${id}`)
  return [
    { name: 'GET /get-help, brotli', bar: 0.8, load: { path: '/get-help', headers: { 'accept-encoding': 'br' } } },
    { name: 'POST /signs/check, page known beforehand', bar: 0.25, load: step },
    {
      name: 'POST /signs/check, answer rendered',
      bar: 0.1,
      load: { path: '/signs/check', headers: form, body: [`so-far=${sealed}`, ...signs].join('&') },
    },
    { name: 'POST /pathway, question known beforehand', bar: 0.25, load: { path: '/pathway', headers: form, body: 'at=danger&danger=no' } },
    { name: 'POST /pathway, outcome', bar: 0.1, load: await outcomeLoad(port) },
    { name: 'POST /search, results rendered', bar: 0.1, load: { path: '/search', headers: form, body: 'q=hotle' } },
    { name: 'POST /search, words of danger', bar: 0.1, load: { path: '/search', headers: form, body: 'q=they+took+my+passport' } },
  ]
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

type Round = { perSecond: number; cpu: number; busy: number }

const roundOf = async (server: Measured, load: Load, seconds: number, tool: Awaited<ReturnType<typeof findTool>>): Promise<Round> => {
  const [before, began] = [await server.used(), performance.now()]
  const { requests, perSecond, bad } = await tool.load(server.port, load, seconds)
  if (bad) throw new Error(`${bad} of ${requests} answers to ${load.path} were refusals`)
  const cpu = (await server.used()).cpu - before.cpu
  return { perSecond, cpu: cpu / requests, busy: cpu / 1000 / (performance.now() - began) }
}

/** Server against `node:http` with the same bytes and headers, in turn, five rounds; medians. */
export const ratios = async (site: Measured, rounds = 5, seconds = 2): Promise<string[][]> => {
  const tool = await findTool()
  console.log(`Load: ${tool.name}; ${rounds} rounds of ${seconds} s, in turn with node:http.`)
  const rows: string[][] = []
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  for (const { name, bar, load } of await loadsOf(site.port)) {
    const { status, headers, bytes } = await askOnce(site.port, load)
    if (status !== 200) throw new Error(`${name}: ${status}`)
    const files = [join(folder, 'headers'), join(folder, 'bytes')] as const
    writeFileSync(files[0], JSON.stringify(headers))
    writeFileSync(files[1], bytes)
    const plain = await startServer(plainFile, files, {})
    const own: Round[] = []
    const other: Round[] = []
    for (const server of [site, plain]) await tool.load(server.port, load, 1)
    for (let round = 0; round < rounds; round += 1) {
      other.push(await roundOf(plain, load, seconds, tool))
      own.push(await roundOf(site, load, seconds, tool))
    }
    await plain.stop()
    const middle = (of: readonly Round[], what: keyof Round): number => median(of.map((round) => round[what]))
    const speed = median(own.map((round, i) => round.perSecond / (other[i]?.perSecond ?? Number.NaN)))
    const cost = median(own.map((round, i) => (other[i]?.cpu ?? Number.NaN) / round.cpu))
    const figures = [own, other].map(
      (of) => `${middle(of, 'perSecond').toFixed(0)}/s ${middle(of, 'cpu').toFixed(1)} µs ${(middle(of, 'busy') * 100).toFixed(0)} %`,
    )
    rows.push([name, ...figures, speed.toFixed(2), cost.toFixed(2), `≥ ${bar}`, Math.max(speed, cost) >= bar ? 'yes' : 'NO'])
  }
  rmSync(folder, { recursive: true })
  return rows
}
