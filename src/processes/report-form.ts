import type { IntakeParts } from '../commands/intake/parts.ts'
import { since } from '../domain/time/validity.ts'
import { renderContextOfMinute } from '../web/context/render-context.ts'
import type { Form } from '../web/forms/form.ts'
import type { FinishedPage } from '../web/http/page-cache.ts'
import type { Frame } from '../web/intake/frame.ts'
import { reportForm } from '../web/intake/report/form.ts'
import { firstPage } from '../web/intake/report/pages/first.tsx'
import { reportAddress } from '../web/intake/report/pages/parts.tsx'
import type { ReportCarried } from '../web/intake/report/said/carried.ts'
import { everyMs, type IntakeWatch, reportsNow } from '../web/intake/watch.ts'
import type { FormTools } from '../web/public/layout/page.ts'
import { documentOf } from '../web/public/layout/shell.tsx'
import { openPathway } from '../web/public/pages/pathway/form.tsx'
import { openSignsCheck } from '../web/public/pages/signs/check/form.tsx'
import { redraw } from './pictures/redraw.ts'

/** The site's way into the database, the secret that hashes of codes are made with (intake-door.ts), and what it knows of the desk meanwhile. */
export type SiteIntake = Pick<IntakeParts, 'door' | 'pepper'> & { watch: IntakeWatch }

/**
 * The form at /report, in the shell of the public site. Its first page is a finished one like any other, made again every few seconds while
 * somebody asks for it: a flood asks neither the database nor the renderer. While the form is closed it is the page of ways that a site
 * without a desk has, and without any field.
 */
export const reportsOf = (
  { locale, sealer }: FormTools,
  intake: SiteIntake,
  finished: ReadonlyMap<string, FinishedPage>,
): { path: string; finished: FinishedPage; form: Form<ReportCarried> } => {
  const { pack, clock } = locale.site
  const [ways, flow] = [finished.get(reportAddress), pack.flows.get('report')]
  if (!ways || !flow) throw new Error('the pack has no report form')
  const context = renderContextOfMinute(locale)
  const frame: Frame = (page) => documentOf(context(), { ...page, harmless: true, nav: 'report', exit: true, rest: true, form: 'report' })
  const reports = () => reportsNow(pack, intake.watch, clock())
  return {
    path: reportAddress,
    finished: {
      ...ways,
      make: (now) => {
        const so = reportsNow(pack, intake.watch, now)
        const soon = since(now, now.add({ milliseconds: everyMs }))
        if (so.open) return { body: frame(firstPage(context(), so)), valid: soon, unkept: true }
        const { body, valid } = ways.make(now)
        return { body, valid: { from: valid.from, until: Math.min(valid.until, soon.until) } }
      },
    },
    form: reportForm({
      parts: { ...intake, pack: () => pack, now: clock, redraw },
      flow,
      pathway: pack.flows.get('pathway'),
      ...{ sealer, frame, context, reports },
      others: { signs: (field) => openSignsCheck(sealer, field), pathway: (field) => openPathway(locale, sealer, field) },
    }),
  }
}
