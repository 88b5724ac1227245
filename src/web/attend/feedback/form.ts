import { randomUUID } from 'node:crypto'
import { answerEvent, linkIn, readLink } from '../../../commands/attend/answer-event.ts'
import { type AttendEvent, readAttendEvent } from '../../../commands/attend/read-event.ts'
import { typedEventCode } from '../../../domain/register/codes.ts'
import { plainName } from '../../../domain/register/names.ts'
import type { Fields } from '../../forms/fields.ts'
import type { Form, FormAnswer } from '../../forms/form.ts'
import { type EnterCarried, feedbackCarrier, pageLife } from '../carried.ts'
import { feedbackAddress } from '../event-pages.tsx'
import type { AttendTools } from '../tools.ts'
import { lettersOf } from '../who/typed.ts'
import {
  type FeedbackCodeFault,
  type FeedbackFault,
  feedbackCodePage,
  feedbackPage,
  nothingSaid,
  type Said,
  thankedPage,
} from './pages.tsx'

const longest = 1000

/** What /in/feedback gives and takes: what somebody thinks of an event, by its code. Nothing in it says who they are, or when. */
export const feedbackPages = ({
  parts,
  sealer,
  frame,
  context,
}: AttendTools): { ask(code: string | null): Promise<FormAnswer>; form: Form<EnterCarried> } => {
  const carrier = feedbackCarrier(sealer)
  const seconds = (): number => Math.floor(parts.now().epochMilliseconds / 1000)
  const say = (status: number, page: Parameters<typeof frame>[0]): FormAnswer => ({
    ...{ status, page: frame(page) },
    ...(status === 503 ? { retryAfter: 60 } : {}),
  })
  const askCode = (fault?: FeedbackCodeFault, typed = ''): FormAnswer =>
    say(fault === undefined ? 200 : fault === 'gone' ? 503 : 400, feedbackCodePage(context(), fault, typed))

  const opened = async (typed: string, link: string | null): Promise<{ event: AttendEvent; code: string } | { answer: FormAnswer }> => {
    const code = typedEventCode(typed)
    if (!code) return { answer: askCode('code', typed) }
    const event = await readAttendEvent(parts, code)
    if ('fault' in event) return { answer: askCode(event.fault, typed) }
    if (event.asking === 'half-year' && link === null) return { answer: askCode('link') }
    return event.asking ? { event, code } : { answer: askCode('closed', typed) }
  }

  /** By the code of an event, or by what the mail brought that asks half a year on. */
  const begin = async (typed: string): Promise<FormAnswer> => {
    const link = linkIn(typed)
    const of = link === null ? { code: typed } : await readLink(parts, link)
    if ('fault' in of) return askCode(of.fault)
    const found = await opened(of.code, link)
    if ('answer' in found) return found.answer
    const { event, code } = found
    const sealed = carrier.keep({ entry: randomUUID(), event: event.id, code, at: seconds(), ...(link === null ? {} : { link }) })
    return say(200, feedbackPage(context(), { event, sealed, said: nothingSaid }))
  }

  const send = async (fields: Fields, carried: EnterCarried): Promise<FormAnswer> => {
    const link = carried.link ?? null
    const found = await opened(carried.code, link)
    if ('answer' in found) return found.answer
    const { event } = found
    const steps = parts.pack().course.confidence.scale.map((_, step) => String(step))
    const said: Said = {
      ...{ before: fields.choice('before', steps) ?? '', since: fields.choice('since', steps) ?? '' },
      ...{ differently: plainName(fields.text('differently', 4000) ?? ''), more: plainName(fields.text('more', 4000) ?? '') },
    }
    const again = (faults: readonly FeedbackFault[], gone = false): FormAnswer =>
      say(gone ? 503 : 400, feedbackPage(context(), { event, sealed: carrier.keep(carried), said, faults, gone }))
    const long = (['differently', 'more'] as const).filter((field) => lettersOf(said[field]) > longest)
    const faults: FeedbackFault[] = [
      ...(said.since === '' ? [{ field: 'since', fault: 'since' } as const] : []),
      ...long.map((field) => ({ field, fault: 'long' }) as const),
    ]
    if (faults.length) return again(faults)
    const came = await answerEvent(parts, {
      ...{ answer: carried.entry, code: carried.code, since: Number(said.since) },
      before: said.before === '' || event.asking !== 'after' ? null : Number(said.before),
      ...{ differently: said.differently || null, more: said.more || null, link },
    })
    if ('done' in came) return say(200, thankedPage(context()))
    return came.fault === 'gone' ? again([], true) : askCode(came.fault, carried.code)
  }

  return {
    ask: async (code) => (code === null ? askCode() : begin(code)),
    form: {
      ...{ path: feedbackAddress, cacheControl: 'no-store', carrier },
      answer: async ({ fields, carried }) => {
        if (fields.choice('do', ['code', 'send']) !== 'send') return begin(fields.text('code', 40) ?? '')
        if (!carried?.entry || seconds() - carried.at > pageLife * 60) return askCode('late')
        return send(fields, carried)
      },
    },
  }
}
