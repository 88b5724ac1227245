import { addByCode } from '../../../commands/intake/add-by-code.ts'
import { type ByCode, openByCode } from '../../../commands/intake/by-code.ts'
import type { IntakeParts } from '../../../commands/intake/parts.ts'
import { typedCode } from '../../../commands/intake/typed-code.ts'
import { withdrawByCode } from '../../../commands/intake/withdraw-by-code.ts'
import type { RenderContext } from '../../context/types.ts'
import type { Form, FormAnswer, Sent } from '../../forms/form.ts'
import type { Sealer } from '../../forms/seal.ts'
import { endedOnes } from '../ended.ts'
import type { Frame } from '../frame.ts'
import { beginVisit, type Carried, codeCarrier, goOn, isOver } from './carried.ts'
import { type AskFault, askPage } from './pages/ask.tsx'
import { endedPage } from './pages/ended.tsx'
import { codeAddress, steps } from './pages/parts.tsx'
import { type AnswerFault, reportPage, type Showing } from './pages/report.tsx'
import { withdrawPage } from './pages/withdraw.tsx'
import { openSlowing, type Slowing } from './slowing.ts'

export type CodeTools = {
  parts: IntakeParts
  sealer: Sealer
  frame: Frame
  context(): RenderContext
  /** The network that a form came from; null where it cannot be told. */
  networkOf(asked: Sent<unknown>['asked']): string | null
  slowing?: Slowing
}

/** Letters of one message (domain/concerns/report.ts). */
const longest = 20_000

/** Letters that are looked at: seven words of eight letters, and what a hand or a keyboard puts between them. */
const longestCode = 400

/** Percent-encoded, a letter takes up to nine bytes, and a line break six. */
const largest = longest * 9 + 16 * 1024

/** What /report/code gives and takes. The code travels from page to page sealed in each (carried.ts). */
export const codePages = (tools: CodeTools): { ask(): string; form: Form<Carried> } => {
  const { parts, frame, context, sealer, networkOf, slowing = openSlowing() } = tools
  const carrier = codeCarrier(sealer)
  const visits = endedOnes()
  const now = (): Temporal.Instant => parts.now()
  const say = (status: number, page: Parameters<Frame>[0], later?: number): FormAnswer => ({
    ...{ status, page: frame(page) },
    ...(later === undefined ? {} : { retryAfter: later }),
  })

  const ask = (fault: AskFault, { typed = '', draft = '' } = {}): FormAnswer => {
    const page = askPage(context(), { sealed: carrier.keep(beginVisit(now())), fault, typed, draft })
    if (fault.fault === 'gone') return say(503, page, 60)
    return fault.fault === 'crowded' ? say(429, page, 60) : say(400, page)
  }

  /** The words as they were typed: slowed, then looked at. */
  const open = async ({ fields, asked }: Sent<Carried>, visit: Carried): Promise<FormAnswer> => {
    const typed = fields.text('words', longestCode) ?? ''
    const draft = draftIn(fields)
    const read = typedCode(typed)
    if ('fault' in read) return ask(read, { typed, draft })
    const turn = await slowing.turn(networkOf(asked))
    if (turn === 'crowded') return ask({ fault: 'crowded' }, { typed, draft })
    let wrong = false
    try {
      const report = await openByCode(parts, read.code)
      wrong = 'fault' in report && report.fault === 'unknown'
      return 'fault' in report ? ask({ ...report, readAs: read.readAs }, { typed, draft }) : show(visit, read.code, { report, draft })
    } finally {
      turn.done(wrong)
    }
  }

  const show = (visit: Carried, code: readonly string[], showing: Omit<Showing, 'sealed'>, status = 200): FormAnswer =>
    say(status, reportPage(context(), { sealed: carrier.keep(goOn(visit, code, now())), ...showing }))

  /** A page of a report, as it is now. */
  const again = async (code: readonly string[], make: (report: ByCode) => FormAnswer, draft = ''): Promise<FormAnswer> => {
    const report = await openByCode(parts, code)
    return 'fault' in report ? ask(report, { draft }) : make(report)
  }

  const add = async ({ fields }: Sent<Carried>, visit: Carried, code: readonly string[]): Promise<FormAnswer> => {
    const text = (fields.text('text') ?? '').replace(/\r\n?/g, '\n').trim()
    const failed = (fault: AnswerFault): Promise<FormAnswer> =>
      again(code, (report) => show(visit, code, { report, fault, draft: text }, fault === 'gone' ? 503 : 400), text)
    if (!text) return failed('empty')
    if (text.length > longest) return failed('too-long')
    const came = await addByCode(parts, { code, once: Buffer.from(visit.once), text })
    if ('done' in came) return again(code, (report) => show(visit, code, { report, added: true }))
    if (came.fault === 'unknown') return ask({ fault: 'unknown' }, { draft: text })
    return failed(came.fault === 'too-large' ? 'too-long' : came.fault)
  }

  const withdraw = async (visit: Carried, code: readonly string[]): Promise<FormAnswer> => {
    const came = await withdrawByCode(parts, code)
    if ('fault' in came && came.fault === 'unknown') return ask(came)
    const fault = 'fault' in came ? 'gone' : undefined
    return again(code, (report) => show(visit, code, { report, ...(fault ? { fault } : {}) }, fault ? 503 : 200))
  }

  const answer = async (sent: Sent<Carried>): Promise<FormAnswer> => {
    const { fields, carried } = sent
    if (carried && visits.has(carried.visit)) return ask({ fault: 'ended' })
    if (!carried || isOver(carried, now())) return ask({ fault: 'late' }, { draft: draftIn(fields) })
    const { code } = carried
    const step = fields.choice('do', steps) ?? 'open'
    if (step === 'end') {
      visits.close(carried.visit)
      return say(200, endedPage(context()))
    }
    if (!code) return open(sent, carried)
    if (step === 'add') return add(sent, carried, code)
    if (step === 'withdraw-yes') return withdraw(carried, code)
    return again(code, (report) => {
      if (step !== 'withdraw' || report.state === 'withdrawn') return show(carried, code, { report, earlier: step === 'earlier' })
      return say(200, withdrawPage(context(), { sealed: carrier.keep(goOn(carried, code, now())), report }))
    })
  }

  return {
    ask: () => frame(askPage(context(), { sealed: carrier.keep(beginVisit(now())) })),
    form: { path: codeAddress, cacheControl: 'no-store', carrier, largest, answer },
  }
}

const draftIn = (fields: Sent<unknown>['fields']): string => fields.text('text', longest) ?? ''
