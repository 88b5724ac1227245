import { randomUUID } from 'node:crypto'
import { bookPlace } from '../../../commands/attend/book-place.ts'
import { enterEvent } from '../../../commands/attend/enter-event.ts'
import { type AttendEvent, readAttendEvent, readAttendOrganisations } from '../../../commands/attend/read-event.ts'
import { typedEventCode } from '../../../domain/register/codes.ts'
import { plainName } from '../../../domain/register/names.ts'
import type { Form, FormAnswer, Sent } from '../../forms/form.ts'
import { type BookSaid, bookPage, nothingNeeded, placeAddressOf } from '../booking/pages.tsx'
import { type EnterCarried, enterCarrier, pageLife } from '../carried.ts'
import { type CodeFault, codePage, enterAddress, type PageSaid } from '../event-pages.tsx'
import type { AttendTools } from '../tools.ts'
import { lettersOf, nothingTyped, readWho, typedIn } from '../who/typed.ts'
import { enteredPage, enterPage } from './pages.tsx'

const longestNeeds = 500

/** What /in gives and takes: the code, then who one is. Before the event it books a place, where that is open. No account, no cookie, no script. */
export const enterPages = ({
  parts,
  sealer,
  frame,
  context,
}: AttendTools): { ask(code: string | null): Promise<FormAnswer>; form: Form<EnterCarried> } => {
  const carrier = enterCarrier(sealer)
  const { pack } = parts
  const seconds = (): number => Math.floor(parts.now().epochMilliseconds / 1000)
  const say = (status: number, page: Parameters<typeof frame>[0]): FormAnswer => ({
    ...{ status, page: frame(page) },
    ...(status === 503 || status === 429 ? { retryAfter: 60 } : {}),
  })
  const askCode = (fault?: CodeFault, typed = ''): FormAnswer =>
    say(fault === undefined ? 200 : fault === 'gone' ? 503 : 400, codePage(context(), fault, typed))

  /** The event of a code, if its list is open, or a place can be booked. */
  const opened = async (typed: string): Promise<{ event: AttendEvent; code: string } | { answer: FormAnswer }> => {
    const code = typedEventCode(typed)
    if (!code) return { answer: askCode('code', typed) }
    const event = await readAttendEvent(parts, code)
    if ('fault' in event) return { answer: askCode(event.fault, typed) }
    if (event.state === 'cancelled') return { answer: askCode('cancelled', typed) }
    return event.open || event.booking ? { event, code } : { answer: askCode('closed', typed) }
  }

  const fresh = (event: AttendEvent, code: string): string => carrier.keep({ entry: randomUUID(), event: event.id, code, at: seconds() })

  const begin = async (typed: string): Promise<FormAnswer> => {
    const found = await opened(typed)
    if ('answer' in found) return found.answer
    const { event, code } = found
    const props = { event, organisations: await readAttendOrganisations(parts), sealed: fresh(event, code), typed: nothingTyped }
    return say(200, event.open ? enterPage(context(), { ...props, word: '' }) : bookPage(context(), { ...props, needs: nothingNeeded }))
  }

  /** What was sent, with what the page needs to be shown again. */
  const sentAgain = async ({ fields }: Sent<EnterCarried>, event: AttendEvent, carried: EnterCarried) => {
    const organisations = await readAttendOrganisations(parts)
    const typed = typedIn(fields)
    const who = readWho(pack(), organisations, typed)
    const { faults, asksSector, isNext } = who
    // A page that was used is given anew, so that what stands in it can be sent.
    const propsFor = (said?: PageSaid | BookSaid) => ({
      ...{ event, organisations, typed, faults, asksSector, isNext },
      sealed: said === 'used' ? fresh(event, carried.code) : carrier.keep(carried),
    })
    return { typed, who, propsFor }
  }
  const statusOf = (said?: string, isWrong = true): number => (said === 'gone' ? 503 : said === 'wait' ? 429 : said || isWrong ? 400 : 200)

  const enter = async (sent: Sent<EnterCarried>, event: AttendEvent, carried: EnterCarried): Promise<FormAnswer> => {
    const { typed, who, propsFor } = await sentAgain(sent, event, carried)
    const word = plainName(sent.fields.text('word', 40) ?? '').slice(0, 20)
    const again = (wordFault: 'word' | 'word-none' | null, said?: PageSaid): FormAnswer =>
      say(
        statusOf(said, wordFault !== null || who.faults.length > 0),
        enterPage(context(), { ...propsFor(said), word, wordFault, ...(said ? { said } : {}) }),
      )
    if (who.faults.length || who.isNext || !word) return again(word ? null : 'word-none')
    const { entry, event: id, code } = carried
    const came = await enterEvent(parts, { entry, event: id, name: typed.name, word: word.toUpperCase().replace(/\s/g, ''), ...who })
    if ('done' in came) return say(200, enteredPage(context(), { code, name: typed.name, email: who.email }))
    if (came.fault === 'closed') return askCode('closed', code)
    return came.fault === 'word' ? again('word') : again(null, came.fault)
  }

  const book = async (sent: Sent<EnterCarried>, event: AttendEvent, carried: EnterCarried): Promise<FormAnswer> => {
    const { typed, who, propsFor } = await sentAgain(sent, event, carried)
    const needs = plainName(sent.fields.text('needs', 2000) ?? '')
    const long = lettersOf(needs) > longestNeeds
    const again = (said?: BookSaid): FormAnswer =>
      say(
        statusOf(said, long || who.faults.length > 0),
        bookPage(context(), { ...propsFor(said), needs: { text: needs, long }, ...(said ? { said } : {}) }),
      )
    if (who.faults.length || who.isNext || long) return again()
    const { entry, event: id, code } = carried
    const came = await bookPlace(parts, { entry, event: id, name: typed.name, ...who, accessNeeds: needs || null })
    if ('done' in came) return { to: placeAddressOf(entry) }
    return came.fault === 'closed' ? askCode('booking-closed', code) : again(came.fault === 'full' ? 'booking-full' : came.fault)
  }

  return {
    ask: async (code) => (code === null ? askCode() : begin(code)),
    form: {
      ...{ path: enterAddress, cacheControl: 'no-store', carrier },
      answer: async (sent) => {
        const wanted = sent.fields.choice('do', ['code', 'enter', 'book'])
        if (wanted !== 'enter' && wanted !== 'book') return begin(sent.fields.text('code', 40) ?? '')
        const { carried } = sent
        if (!carried?.entry || seconds() - carried.at > pageLife * 60) return askCode('late')
        const found = await opened(carried.code)
        if ('answer' in found) return found.answer
        if (wanted === 'book') return found.event.booking ? book(sent, found.event, carried) : askCode('booking-closed', carried.code)
        return found.event.open ? enter(sent, found.event, carried) : askCode('closed', carried.code)
      },
    },
  }
}
