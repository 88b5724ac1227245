import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { harbour, harbourWithFiles } from '../../../src/domain/flow/every-kind-fixtures.ts'
import type { Flow } from '../../../src/domain/flow/flow.ts'
import { always } from '../../../src/domain/time/validity.ts'
import type { Locale } from '../../../src/web/context/types.ts'
import { sealedAnswers, storedAnswers } from '../../../src/web/flow/answers-carrier.ts'
import { flowForm } from '../../../src/web/flow/flow-form.ts'
import { formHandler } from '../../../src/web/forms/form-handler.ts'
import { testSealer } from '../../../src/web/forms/sealer-fixtures.ts'
import type { ErrorPages } from '../../../src/web/http/error-pages.ts'
import { type FinishedPage, pageCache } from '../../../src/web/http/page-cache.ts'
import type { SentFile } from '../../../src/web/http/read-multipart.ts'
import { createRouter } from '../../../src/web/http/router.ts'
import { createHttpServer } from '../../../src/web/http/server.ts'
import { errorPage, harbourViews, startPage } from './views.tsx'

export const harbourAddress = '/harbour'

export type Harbour = {
  url: string
  flow: Flow
  /** Files that were kept, by what they are kept under. */
  kept: ReadonlyMap<string, SentFile>
  close(): Promise<void>
}

const world = { rules: {}, today: Temporal.PlainDate.from('2026-11-27') }
const lost = { otherVersion: 'pathway.other-version', notAnswers: 'check.lost' } as const

/** The made-up flow, whose answers travel sealed in the page. */
export const sealedHarbour = () =>
  flowForm({
    path: harbourAddress,
    cacheControl: 'no-store',
    flow: harbour,
    world: () => world,
    carrier: sealedAnswers(harbour, testSealer(), lost),
    views: harbourViews(harbour, false),
  })

/** The same with files, whose answers are stored. */
export const storedHarbour = (kept: Map<string, SentFile>) => {
  const store = new Map<string, string>()
  return flowForm({
    path: harbourAddress,
    cacheControl: 'no-store',
    flow: harbourWithFiles,
    world: () => world,
    carrier: storedAnswers(
      harbourWithFiles,
      {
        put: async (answers) => {
          const key = randomUUID()
          store.set(key, JSON.stringify(answers))
          return key
        },
        get: async (key) => JSON.parse(store.get(key) ?? 'null'),
      },
      lost,
    ),
    views: harbourViews(harbourWithFiles, true),
    files: {
      keeper: {
        put: async (file) => {
          const key = `${randomUUID()} ${file.name.replace(/\s+/g, ' ')}`
          kept.set(key, file)
          return key
        },
      },
      bytes: 4 * 2 ** 20,
      atOnce: 4,
      busy: 'your-pack.busy',
      later: 5,
      patience: 20_000,
    },
  })
}

/** Serves the made-up flow by the server of the site, on a free port of this machine. `more`: its stylesheets. */
export const serveHarbour = async (how: 'sealed' | 'stored', more: ReadonlyMap<string, FinishedPage> = new Map()): Promise<Harbour> => {
  const kept = new Map<string, SentFile>()
  const form = how === 'sealed' ? sealedHarbour() : storedHarbour(kept)
  const errors: ErrorPages = { refused: errorPage, broken: errorPage, file: errorPage, busy: () => errorPage('busy') }
  const flow = how === 'sealed' ? harbour : harbourWithFiles
  const start = startPage(flow, how === 'stored')
  const finished = new Map<string, FinishedPage>([
    [harbourAddress, { type: 'text/html; charset=utf-8', make: () => ({ body: start, valid: always }) }],
    ...more,
  ])
  const routes = [{ path: harbourAddress, form: formHandler(form as Parameters<typeof formHandler>[0], errors) }]
  // Nothing that answers here asks for a site.
  const router = createRouter({ locale: {} as Locale, errors, routes, finished })
  const server = createHttpServer({ pages: pageCache(finished, () => Temporal.Now.instant()), router, errors })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    flow,
    kept,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
