import type { Server } from 'node:http'
import type { ReleasedWatch } from '../web/attend/released.ts'
import { formHandler } from '../web/forms/form-handler.ts'
import type { GateOptions } from '../web/http/gate.ts'
import { strictTransport } from '../web/http/headers.ts'
import { type Log, silent } from '../web/http/log.ts'
import { pageCache } from '../web/http/page-cache.ts'
import { seeOther } from '../web/http/respond.ts'
import { createRouter, type Route } from '../web/http/router.ts'
import { createHttpServer } from '../web/http/server.ts'
import { apiRoutes } from '../web/public/api/api.ts'
import { type Operations, operationsRoutes } from '../web/public/api/operations.ts'
import { errorPages } from '../web/public/errors/error-pages.tsx'
import { finishedOf } from '../web/public/finished-pages.ts'
import { formsOf } from '../web/public/forms.ts'
import type { FormTools } from '../web/public/layout/page.ts'
import { downloadRoute } from '../web/public/pages/resources/download.ts'
import { pagesOf } from '../web/public/pages-of.ts'
import { attendRoutes } from './attend-routes.ts'
import { codeRoutes } from './code-routes.ts'
import { reportsOf, type SiteIntake } from './report-form.ts'

export type Desk = { socket: string } | { origin: string }

/** What a site that is served has besides its pages. A test leaves out what it is not about. */
export type Running = {
  /** Without it nothing is written down. */
  log?: Log
  /** What it says of itself to whoever runs it. */
  operations?: Operations
  /** The site's own origin, where whoever runs it has said it: forms are taken from there alone. */
  origin?: string | undefined
  /** Where the desk is: a socket of this host, to which its addresses are passed on, or an origin of its own, to which browsers are sent. */
  desk?: Desk | undefined
  /** Without it nothing is reported here, and there is no way back to a report. */
  intake?: SiteIntake | undefined
  /** Figures of the register that were released. Without it there are none. */
  released?: ReleasedWatch | undefined
  /** Without it no limit holds for a network. */
  gate?: GateOptions
}

const untold: Operations = { needs: () => ({}), version: 'unknown', commit: null }

/** The server of the public site, not listening yet: finished pages from the page cache, all else through one router. */
export const createSiteServer = (
  tools: FormTools,
  { log = silent, gate, origin, desk, intake, operations = untold }: Running = {},
): Server => {
  const { locale } = tools
  const errors = errorPages(locale)
  // Putting the pages into all their languages takes memory: once is enough.
  const pages = pagesOf(locale)
  const finished = finishedOf(locale, pages)
  const report = intake ? reportsOf(tools, intake, finished) : null
  if (report) finished.set(report.path, report.finished)
  const given = formsOf(pages.values(), { ...tools, counts: Boolean(intake) })
  const forms = given.map((form) => ({ path: form.path, form: formHandler(form, errors) }))
  const uploads = new Set(given.filter(({ upload }) => upload).map(({ path }) => path))
  const always = origin?.startsWith('https:') ? strictTransport : {}
  const elsewhere = desk && 'origin' in desk ? ['/desk', '/desk/*'].map((path) => toDesk(path, desk.origin)) : []
  const routes = [
    ...operationsRoutes(locale, operations, origin),
    ...apiRoutes(locale),
    ...forms,
    ...(report ? [{ path: report.path, form: formHandler(report.form as Parameters<typeof formHandler>[0], errors) }] : []),
    ...(intake ? codeRoutes(tools, intake, gate?.hops ?? 0, errors) : []),
    ...(intake ? attendRoutes(tools, intake, errors, origin) : []),
    downloadRoute(locale, errors),
    ...elsewhere,
  ]
  const router = createRouter({ locale, errors, log, origin, finished, routes })
  return createHttpServer({
    pages: pageCache(finished, locale.site.clock, always),
    router,
    errors,
    log,
    always,
    ...(desk && 'socket' in desk ? { passOn: { at: '/desk', socket: desk.socket } } : {}),
    ...(gate ? { gate: { ...gate, uploads } } : {}),
  })
}

/** Whoever asks the site for the desk is sent to its own host. Nothing that was sent goes along: a form belongs to its own page. */
const toDesk = (path: string, origin: string): Route => ({
  path,
  page: (c) => seeOther(`${origin}${c.req.path}`, 'no-store'),
})
