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
import { endedOnes } from '../ended.ts'
import type { Frame } from '../frame.ts'
import { type PicturesFault, pictureField, pictureUpload, readPictures } from '../pictures/read.ts'
import type { Reports } from '../watch.ts'
import { checkPage, sendButton, withoutPathway } from './pages/check.tsx'
import { donePage } from './pages/done.tsx'
import { endedPage } from './pages/ended.tsx'
import { firstPage, type Taken } from './pages/first.tsx'
import { closedPage, type NotSentBecause } from './pages/not-sent.tsx'
import { endButton, reportAddress } from './pages/parts.tsx'
import { questionPage } from './pages/question.tsx'
import { answeredBy, foundIn, isWork } from './said/alarms.ts'
import { answersOf, type Besides, newBesides, type ReportCarried, reportCarrier, thatFits } from './said/carried.ts'
import { begunWith, pathwaySaid, plainOf, reportOf, walledOf } from './said/content.ts'

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
  const ended = endedOnes()
  const world = (): World => ({ rules, today: context().local.toPlainDate() })
  const page = (status: number, html: string): FormAnswer => ({ status, page: html })

  type Unsent = { because?: NotSentBecause; pictures?: { chosen: boolean; fault: PicturesFault | null } }
  const check = (answers: Answers, besides: Besides, reports: Reports, { because, pictures }: Unsent = {}): FormAnswer => {
    const field = carrier.keep({ answers, besides })
    const ours = because === 'gone' || because === 'closed' || pictures?.fault === 'busy'
    const status = ours ? 503 : because || pictures?.fault ? 400 : 200
    const checked = { flow, answers, besides, field, reports, notSent: because ?? null, ...(pictures ? { pictures } : {}) }
    return page(status, frame(checkPage(context(), checked)))
  }

  /** One step of the flow. Sending what there is goes on like any other step, and then straight to the check. */
  const step = (sent: Sent<ReportCarried>, answers: Answers, besides: Besides, reports: Reports): Promise<FormAnswer> | FormAnswer => {
    const leaves = sent.fields.has(flowButtons.leave)
    const { answer } = flowForm({
      path: reportAddress,
      cacheControl: 'no-store',
      flow: flow.flow,
      world,
      stepwise: true,
      carrier: answersOf(carrier, besides),
      views: {
        question: (asked) => {
          const faulty = asked.faults.length > 0
          if (leaves && !faulty && asked.answers.what !== undefined) return check(asked.answers, besides, reports)
          return page(faulty ? 400 : reports.open ? 200 : 503, frame(questionPage(context(), flow, asked, { besides, reports })))
        },
        outcome: (reached) => check(reached.answers, besides, reports),
      },
    })
    return answer({ ...sent, carried: answers })
  }

  const send = async ({ answers: carried, besides }: ReportCarried, reports: Reports, sent: Sent<unknown>): Promise<FormAnswer> => {
    const answers = relevant(flow.flow, carried, world())
    const walled = walledOf(answers)
    const { standing, promise } = reports
    const chosen = Boolean(sent.files.get(pictureField)?.length)
    const unsent = (because: NotSentBecause) => check(answers, besides, reports, { because, pictures: { chosen, fault: null } })
    if (!reports.open || !standing?.key || !promise) return unsent(standing ? 'closed' : 'gone')
    if (!leavesReader(standing.coordinators, walled)) return unsent('no-reader')
    const read = await readPictures(tools.parts, sent)
    if ('fault' in read) return check(answers, besides, reports, { pictures: { chosen, fault: read.fault } })
    const raised = await raiseConcern(tools.parts, {
      once: Buffer.from(besides.once, 'base64url'),
      plain: plainOf(answers, besides.found),
      walled,
      report: reportOf(flow, answers, besides.pathway),
      pictures: read.pictures,
      readBy: promise,
      to: standing.key,
    })
    if ('fault' in raised) return unsent(raised.fault)
    return page(
      200,
      frame(
        donePage(context(), {
          code: raised.code,
          promise,
          answers,
          besides,
          reports,
          pictures: read.pictures.length,
          field: carrier.keep({ answers: {}, besides }),
        }),
      ),
    )
  }

  /** What someone answered elsewhere on the site, and chose to take along: from the first page on, for they have not read it. */
  const begun = async (fields: Fields): Promise<{ carried: ReportCarried; taken: Taken | null }> => {
    const [signs, way] = [fields.text(handedOn.signs), fields.text(handedOn.pathway)]
    const given = signs === null ? null : tools.others.signs(signs)
    const opened = way === null ? null : await tools.others.pathway(way)
    if (!opened || !tools.pathway)
      return { carried: { answers: given ? begunWith(flow, given) : {}, besides: newBesides() }, taken: given ? 'signs' : null }
    const answers = relevant(tools.pathway.flow, opened, world())
    const pathway = thatFits(pathwaySaid(tools.pathway, answers, world()))
    // Even where all of it is too long to go along, a child and danger do.
    const carried = { answers: answeredBy(answers), besides: newBesides({ pathway, work: isWork(answers), found: foundIn(answers) }) }
    return { carried, taken: pathway ? 'pathway' : null }
  }

  // Built once here too, so that a flow that cannot be a form is refused at the start.
  const { largest = 0 } = flowForm({
    path: reportAddress,
    cacheControl: 'no-store',
    flow: flow.flow,
    world,
    carrier: answersOf(carrier, newBesides()),
    views: { question: () => ({ refused: 'check.lost' }), outcome: () => ({ refused: 'check.lost' }) },
  })

  return {
    path: reportAddress,
    cacheControl: 'no-store',
    carrier,
    largest,
    // The check page has what was said so far, and buttons.
    upload: { ...pictureUpload, texts: { most: 8, bytes: Math.max(largest, 64 * 1024) } },
    answer: async (sent) => {
      const reports = tools.reports()
      const { fields, carried } = sent
      if (carried && fields.has(endButton)) {
        ended.close(carried.besides.once)
        return page(200, frame(endedPage(context())))
      }
      if (carried && ended.has(carried.besides.once)) return page(400, frame(endedPage(context())))
      // Whoever has written nothing yet is told who to call, and given no field.
      if (!reports.open && !carried && !fields.text('what')?.trim()) return page(503, frame(closedPage(context())))
      const elsewhere = carried ? null : await begun(fields)
      if (elsewhere && (fields.has(handedOn.signs) || fields.has(handedOn.pathway))) {
        const { taken, carried: started } = elsewhere
        return page(200, frame(firstPage(context(), reports, { taken, field: carrier.keep(started), work: started.besides.work })))
      }
      const so = carried ?? elsewhere?.carried ?? { answers: {}, besides: newBesides() }
      const { answers } = so
      if (answers.what !== undefined && fields.has(sendButton)) return send(so, reports, sent)
      const besides = fields.has(withoutPathway) ? { ...so.besides, pathway: null, found: null } : so.besides
      if (fields.has(withoutPathway)) return check(answers, besides, reports)
      return step(sent, answers, besides, reports)
    },
  }
}
