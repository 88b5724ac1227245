import type { IntakeParts } from '../commands/intake/parts.ts'
import { renderContextOfMinute } from '../web/context/render-context.ts'
import { formHandler } from '../web/forms/form-handler.ts'
import type { ErrorPages } from '../web/http/error-pages.ts'
import { networkOf } from '../web/http/network.ts'
import { respond, seeOther } from '../web/http/respond.ts'
import type { Route } from '../web/http/router.ts'
import { codePages } from '../web/intake/code/form.ts'
import { codeAddress } from '../web/intake/code/pages/parts.tsx'
import type { Frame } from '../web/intake/frame.ts'
import type { FormTools } from '../web/public/layout/page.ts'
import { documentOf } from '../web/public/layout/shell.tsx'
import { redraw } from './pictures/redraw.ts'

/** The way back to a report, in the shell of the public site: made for one reader each time, and kept by no browser. */
export const codeRoutes = (
  { locale, sealer }: FormTools,
  { door, pepper }: Pick<IntakeParts, 'door' | 'pepper'>,
  hops: number,
  errors: ErrorPages,
): Route[] => {
  const { pack, clock } = locale.site
  const context = renderContextOfMinute(locale)
  const parts: IntakeParts = { door, pepper, pack: () => pack, now: clock, redraw }
  const frame: Frame = (page) => documentOf(context(), { ...page, harmless: true, nav: 'report', exit: true, rest: true, form: 'by-code' })
  const code = codePages({
    ...{ parts, sealer, frame, context },
    networkOf: ({ header, peer }) =>
      networkOf({ headers: { 'x-forwarded-for': header('x-forwarded-for') }, socket: { remoteAddress: peer } }, hops),
  })
  return [
    {
      path: codeAddress,
      page: (c) => respond(c.var.reader, { status: 200, body: code.ask(), cacheControl: 'no-store' }),
      form: formHandler(code.form as Parameters<typeof formHandler>[0], errors),
    },
    // Short enough for paper.
    { path: '/code', page: () => seeOther(codeAddress, 'no-store') },
  ]
}
