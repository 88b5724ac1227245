import type { IntakeParts } from '../../../commands/intake/parts.ts'
import { raiseConcern } from '../../../commands/intake/raise-concern.ts'
import type { PackFlow } from '../../../content/flows.ts'
import { leavesReader } from '../../../domain/concerns/intake-open.ts'
import type { Answers } from '../../../domain/flow/answers.ts'
import { relevant } from '../../../domain/flow/route.ts'
import type { World } from '../../../domain/flow/walk.ts'
import { rules } from '../../../domain/pathway/rules.ts'
import { handedOn } from '../../components/hand-over.tsx'
import type { RenderContext } from '../../context/types.ts'
import { flowButtons } from '../../flow/buttons.ts'
import { flowForm } from '../../flow/flow-form.ts'
import type { Fields } from '../../forms/fields.ts'
import type { Form, FormAnswer, Sent } from '../../forms/form.ts'
import type { Sealer } from '../../forms/seal.ts'
import type { Frame } from '../frame.ts'
import type { Reports } from '../watch.ts'
import { answersOf, type Besides, newBesides, type ReportCarried, reportCarrier, thatFits } from './carried.ts'
import { begunWith, plainOf, reportOf, saidOf, walledOf } from './content.ts'
import { checkPage, sendButton, withoutPathway } from './pages/check.tsx'
import { donePage } from './pages/done.tsx'
import { closedPage, type NotSentBecause } from './pages/not-sent.tsx'
import { reportAddress } from './pages/parts.tsx'
import { questionPage } from './pages/question.tsx'

/** How what two other forms of the site hand on is opened. */
export type OpenOthers = {
  signs(field: string): { sector: string | null; signs: readonly string[] } | null
  pathway(field: string): Promise<Answers | null>
}

export type ReportTools = {
  parts: IntakeParts
  flow: PackFlow
  /** The pathway, whose answers may be sent along. */
  pathway: PackFlow | undefined
  sealer: Sealer
  frame: Frame
  context(): RenderContext
  reports(): Reports
  others: OpenOthers
}

/** POST /report: one step of the form. Answers travel sealed in the page; nothing is kept until it is sent. */
export const reportForm = (tools: ReportTools): Form<ReportCarried> => {
  const { flow, sealer, frame, context } = tools
  const carrier = reportCarrier(flow.flow, sealer)
  const world = (): World => ({ rules, today: context().local.toPlainDate() })
  const page = (status: number, html: string): FormAnswer => ({ status, page: html })

  const check = (answers: Answers, besides: Besides, reports: Reports, notSent: NotSentBecause | null = null): FormAnswer => {
    const field = carrier.keep({ answers, besides })
    const status = notSent === null ? 200 : notSent === 'too-large' || notSent === 'no-reader' ? 400 : 503
    return page(status, frame(checkPage(context(), { flow, answers, besides, field, reports, notSent })))
  }

  /** One step of the flow. Sending what there is goes on like any other step, and then straight to the check. */
  const step = (sent: Sent<ReportCarried>, answers: Answers, besides: Besides, reports: Reports): Promise<FormAnswer> | FormAnswer => {
    const leaves = sent.fields.has(flowButtons.leave)
    const { answer } = flowForm({
      path: reportAddress,
      cacheControl: 'no-store',
      flow: flow.flow,
      world,
      carrier: answersOf(carrier, besides),
      views: {
        question: (asked) => {
          const faulty = asked.faults.length > 0
          if (leaves && !faulty && asked.answers.what !== undefined) return check(asked.answers, besides, reports)
          return page(faulty ? 400 : reports.open ? 200 : 503, frame(questionPage(context(), flow, asked, reports)))
        },
        outcome: (reached) => check(reached.answers, besides, reports),
      },
    })
    return answer({ ...sent, carried: answers })
  }

  const send = async ({ answers: carried, besides }: ReportCarried, reports: Reports): Promise<FormAnswer> => {
    const answers = relevant(flow.flow, carried, world())
    const walled = walledOf(answers)
    const { standing, promise } = reports
    if (!reports.open || !standing?.key || !promise) return check(answers, besides, reports, standing ? 'closed' : 'gone')
    if (!leavesReader(standing.coordinators, walled)) return check(answers, besides, reports, 'no-reader')
    const raised = await raiseConcern(tools.parts, {
      once: Buffer.from(besides.once, 'base64url'),
      plain: plainOf(answers),
      walled,
      report: reportOf(flow, answers, besides.pathway),
      readBy: promise,
      to: standing.key,
    })
    if ('fault' in raised) return check(answers, besides, reports, raised.fault)
    return page(200, frame(donePage(context(), { code: raised.code, promise, answers })))
  }

  /** What someone answered elsewhere on the site, and chose to take along. */
  const begun = async (fields: Fields): Promise<ReportCarried> => {
    const [signs, way] = [fields.text(handedOn.signs), fields.text(handedOn.pathway)]
    const given = signs === null ? null : tools.others.signs(signs)
    const answers = way === null ? null : await tools.others.pathway(way)
    const pathway = answers && tools.pathway ? thatFits(saidOf(tools.pathway, answers)) : null
    return { answers: given ? begunWith(flow, given) : {}, besides: newBesides(pathway) }
  }

  return {
    path: reportAddress,
    cacheControl: 'no-store',
    carrier,
    // Built once here too, so that a flow that cannot be a form is refused at the start.
    largest:
      flowForm({
        path: reportAddress,
        cacheControl: 'no-store',
        flow: flow.flow,
        world,
        carrier: answersOf(carrier, newBesides()),
        views: { question: () => ({ refused: 'check.lost' }), outcome: () => ({ refused: 'check.lost' }) },
      }).largest ?? 0,
    answer: async (sent) => {
      const reports = tools.reports()
      const { fields, carried } = sent
      // Whoever has written nothing yet is told who to call, and given no field.
      if (!reports.open && !carried && !fields.text('what')?.trim()) return page(503, frame(closedPage(context())))
      const so = carried ?? (await begun(fields))
      const { answers } = so
      if (answers.what !== undefined && fields.has(sendButton)) return send(so, reports)
      const besides = fields.has(withoutPathway) ? { ...so.besides, pathway: null } : so.besides
      if (fields.has(withoutPathway)) return check(answers, besides, reports)
      return step(sent, answers, besides, reports)
    },
  }
}
