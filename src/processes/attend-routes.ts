import type { AttendParts } from '../commands/attend/parts.ts'
import { placePages } from '../web/attend/booking/form.ts'
import { certificatePages } from '../web/attend/certificate/form.ts'
import { badgeRoutes } from '../web/attend/certificate/public-keys.ts'
import { countedPages } from '../web/attend/counted/form.ts'
import { enterPages } from '../web/attend/enter/form.ts'
import { feedbackPages } from '../web/attend/feedback/form.ts'
import type { Frame } from '../web/attend/frame.ts'
import { stopPages } from '../web/attend/stop/form.tsx'
import { updatePages } from '../web/attend/update/form.ts'
import { xapiRoutes } from '../web/attend/xapi/statements.ts'
import { renderContextOfMinute } from '../web/context/render-context.ts'
import type { FormAnswer } from '../web/forms/form.ts'
import { formHandler } from '../web/forms/form-handler.ts'
import type { ErrorPages } from '../web/http/error-pages.ts'
import { respond } from '../web/http/respond.ts'
import type { Route } from '../web/http/router.ts'
import type { FormTools } from '../web/public/layout/page.ts'
import { documentOf } from '../web/public/layout/shell.tsx'

/** Pages of the register for the public, in the shell of the site: made for one reader each time, and kept by no browser. */
export const attendRoutes = (
  { locale, sealer }: FormTools,
  { door, pepper }: Pick<AttendParts, 'door' | 'pepper'>,
  errors: ErrorPages,
  origin?: string,
): Route[] => {
  const { pack, clock } = locale.site
  const context = renderContextOfMinute(locale)
  const parts: AttendParts = { door, pepper, pack: () => pack, now: clock }
  const frame: Frame = (page) => documentOf(context(), { ...page, nav: 'training', exit: false, rest: true, form: 'attend' })
  const tools = { parts, sealer, frame, context }
  const [enter, place, feedback] = [enterPages(tools), placePages(tools), feedbackPages(tools)]
  const certificate = certificatePages({ parts, frame, context })
  const update = updatePages({ parts, sealer, frame, context })
  const counted = countedPages({ parts, sealer, frame, context })
  const stop = stopPages({ parts, frame, context })
  /** A page that a form stands on; `field`: of its address, what a scanned code brings along. */
  const route = (ask: (typed: string | null) => Promise<FormAnswer>, form: unknown, field: string): Route => ({
    path: (form as { path: string }).path,
    page: async (c) => {
      const answer = await ask(c.req.query(field) ?? null)
      const status = 'status' in answer ? answer.status : 200
      return respond(c.var.reader, {
        ...{ status, body: 'page' in answer ? (answer.page as string) : '', cacheControl: 'no-store' },
        ...('retryAfter' in answer ? { headers: { 'retry-after': String(answer.retryAfter) } } : {}),
      })
    },
    form: formHandler(form as Parameters<typeof formHandler>[0], errors),
  })
  return [
    route(enter.ask, enter.form, 'e'),
    route(place.ask, place.form, 'b'),
    route(feedback.ask, feedback.form, 'e'),
    route(certificate.ask, certificate.form, 'c'),
    route(update.ask, update.form, 'c'),
    route(counted.ask, counted.form, 'p'),
    route(stop.ask, stop.form, 't'),
    ...badgeRoutes(parts, origin),
    ...xapiRoutes(locale, parts),
  ]
}
