import type { Server } from 'node:http'
import { always } from '../domain/time/validity.ts'
import type { Desk, DeskPage } from '../web/desk/context/page.ts'
import { deskErrors } from '../web/desk/error-pages.tsx'
import { routeOf } from '../web/desk/handlers.tsx'
import { deskPages } from '../web/desk/registry.ts'
import type { GateOptions } from '../web/http/gate.ts'
import { strictTransport } from '../web/http/headers.ts'
import { type Log, silent } from '../web/http/log.ts'
import { type FinishedPage, pageCache } from '../web/http/page-cache.ts'
import { createRouter } from '../web/http/router.ts'
import { createHttpServer } from '../web/http/server.ts'
import { type Operations, operationsRoutes } from '../web/public/api/operations.ts'

type Running = { log?: Log; operations: Operations; gate?: GateOptions }

/** The server of the desk, not listening yet. `more`: pages that not every desk has. */
export const createDeskServer = (desk: Desk, { log = silent, operations, gate }: Running, more: readonly DeskPage[] = []): Server => {
  const errors = deskErrors(desk)
  const { site } = desk.locale
  // On a host of its own, nobody else gives it its stylesheet and fonts.
  const finished = new Map(
    site.assets.all.map((asset): [string, FinishedPage] => [
      asset.path,
      { type: asset.type, immutable: true, make: () => ({ body: asset.bytes, valid: always }) },
    ]),
  )
  const headers = desk.origin.startsWith('https:') ? strictTransport : {}
  const routes = [
    ...operationsRoutes(desk.locale, operations, desk.origin),
    ...[...deskPages, ...more].map((page) => routeOf(desk, page, errors, log)),
  ]
  return createHttpServer({
    pages: pageCache(finished, site.clock, headers),
    router: createRouter({ locale: desk.locale, errors, log, origin: desk.origin, finished, routes }),
    errors,
    log,
    always: headers,
    ...(gate ? { gate: { ...gate, uploads: new Set<string>() } } : {}),
  })
}
