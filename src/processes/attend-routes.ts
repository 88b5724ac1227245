import type { AttendParts } from '../commands/attend/parts.ts'
import { enterPages } from '../web/attend/enter/form.ts'
import { enterAddress } from '../web/attend/enter/pages.tsx'
import type { Frame } from '../web/attend/frame.ts'
import { xapiRoutes } from '../web/attend/xapi/statements.ts'
import { renderContextOfMinute } from '../web/context/render-context.ts'
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
): Route[] => {
  const { pack, clock } = locale.site
  const context = renderContextOfMinute(locale)
  const parts: AttendParts = { door, pepper, pack: () => pack, now: clock }
  const frame: Frame = (page) => documentOf(context(), { ...page, nav: 'training', exit: false, rest: true, form: 'questions' })
  const enter = enterPages({ parts, sealer, frame, context })
  return [
    {
      path: enterAddress,
      page: async (c) => {
        const answer = await enter.ask(c.req.query('e') ?? null)
        const status = 'status' in answer ? answer.status : 200
        return respond(c.var.reader, { status, body: 'page' in answer ? (answer.page as string) : '', cacheControl: 'no-store' })
      },
      form: formHandler(enter.form as Parameters<typeof formHandler>[0], errors),
    },
    ...xapiRoutes(locale, parts),
  ]
}
