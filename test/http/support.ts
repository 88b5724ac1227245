import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import type { CobrandedPress } from '../../src/press/run/cobranded-press.ts'
import type { SitePress } from '../../src/press/run/site-press.ts'
import { createSiteServer, type Running as Served } from '../../src/processes/site-server.ts'
import { loadAssets } from '../../src/web/assets/assets.ts'
import { loadShareImages } from '../../src/web/assets/share-images.ts'
import type { Locale } from '../../src/web/context/types.ts'
import type { FormAnswer } from '../../src/web/forms/form.ts'
import { testSealer } from '../../src/web/forms/sealer-fixtures.ts'
import { reportsNow } from '../../src/web/intake/watch.ts'
import { errorPages } from '../../src/web/public/errors/error-pages.tsx'
import { pagesOf } from '../../src/web/public/pages-of.ts'
import { publicSite } from '../../src/web/public/site.ts'
import { build } from '../../tools/build.ts'
import { fakePress } from '../support/fake-press.ts'
import { adopted, realPack } from '../support/real-pack.ts'

/** The real server in this process, on a free port of this machine. */
export type Running = { locale: Locale; server: Server; host: string; port: number; stop(): Promise<void> }

export type Options = {
  /** The instant at which its clock stands; without it the clock runs. */
  at?: string
  /** Its clock, where a test moves it. */
  clock?: () => Temporal.Instant
  pack?: (pack: Pack) => Pack
  /** In place of one that gives a line of text for each file. */
  press?: (pack: Pack) => SitePress
  /** Makes a training provider's own course; without it none is made. */
  cobrandedPress?: CobrandedPress
  /** What it has besides its pages: a log, limits. */
  served?: Served
}

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

let built: Promise<unknown> | undefined

export const start = async ({ at, clock, pack: change, press = fakePress, cobrandedPress, served }: Options = {}): Promise<Running> => {
  // Whether it is fresh is asked once in each worker.
  built ??= build()
  await built
  const pack = change ? change(realPack()) : realPack()
  const intake = served?.intake
  const standing = at === undefined ? clock : () => Temporal.Instant.from(at)
  const locale = publicSite({
    pack,
    assets: loadAssets(folder('../../dist/assets'), pack.brand),
    shareImages: loadShareImages(folder('../../dist/share-images/hertfordshire')),
    origin: 'https://waymark.example.org',
    press: press(pack),
    ...(standing ? { clock: standing } : {}),
    register: Boolean(intake),
    ...(intake ? { reportsOpen: () => reportsNow(pack, intake.watch, standing?.() ?? Temporal.Now.instant()).open } : {}),
    ...(served?.released ? { released: served.released.last } : {}),
  })
  const server = createSiteServer({ locale, sealer: testSealer(), cobrandedPress: cobrandedPress ?? null }, served)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { locale, server, host: `127.0.0.1:${port}`, port, stop }
}

const shared = new Map<string, Promise<Running>>()

/** A server that many files ask the same of: what it has made for one it has for the next. It ends with the worker. */
const sharedServer = (options: Options): Promise<Running> => {
  const key = JSON.stringify([options.at, options.pack === adopted])
  const server =
    shared.get(key) ??
    start(options).then(async (one) => {
      one.server.unref()
      // As a start does, and from what other servers of this worker have found out of the same pack.
      await one.locale.site.resources.learn(one.locale.site.clock())
      return one
    })
  shared.set(key, server)
  return server
}

/** What the real pack says at an instant, taken as one's own or not, and nothing else: asking it changes nothing. */
const mayBeShared = ({ at: _at, pack, ...more }: Options): boolean => (pack === undefined || pack === adopted) && !Object.keys(more).length

/** One server for all tests of a file. */
export const withServer = (options: Options = {}): (() => Running) => {
  let running: Running | undefined
  const isShared = mayBeShared(options)
  // It may have to build first, beside many other tests.
  beforeAll(async () => {
    running = await (isShared ? sharedServer : start)(options)
  }, 60_000)
  afterAll(() => (isShared ? undefined : running?.stop()))
  return () => {
    if (!running) throw new Error('the server has not started')
    return running
  }
}

export type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string }
export type Asked = { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer | undefined; timeout?: number }

/** Asks with the bytes as given: nothing is decoded, followed or added. Rejects after `timeout` ms (5 s) without an answer. */
export const ask = (port: number, path: string, { method = 'GET', headers = {}, body, timeout = 5000 }: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        clearTimeout(timer)
        const bytes = Buffer.concat(parts)
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() })
      })
      response.on('error', reject)
    })
    const timer = setTimeout(() => request.destroy(new Error(`no answer to ${method} ${path.slice(0, 80)} within ${timeout} ms`)), timeout)
    request.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    request.end(body)
  })

const formType = { 'content-type': 'application/x-www-form-urlencoded' }

export const post = (
  port: number,
  path: string,
  fields: Record<string, string> | [string, string][],
  headers: Asked['headers'] = {},
): Promise<Answer> =>
  ask(port, path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: { ...formType, ...headers } })

const paths = new WeakMap<Locale, readonly string[]>()

/** Every public page of a site, by address. */
export const publicPaths = ({ locale }: Running): readonly string[] => {
  const all = paths.get(locale) ?? [...pagesOf(locale).keys()]
  paths.set(locale, all)
  return all
}

/** The page with which a form answers. */
export const pageOf = (answer: FormAnswer, locale: Locale): { status: number; html: string } => {
  if ('refused' in answer) return { status: 400, html: errorPages(locale).refused(answer.refused) }
  if (!('page' in answer)) throw new Error('the form answers with no page')
  return { status: answer.status, html: typeof answer.page === 'string' ? answer.page : answer.page.plain().toString() }
}
