import { giveUpPlace, readPlace } from '../../../commands/attend/book-place.ts'
import { readAttendEvent } from '../../../commands/attend/read-event.ts'
import type { Form, FormAnswer } from '../../forms/form.ts'
import { codePage } from '../event-pages.tsx'
import type { AttendTools } from '../tools.ts'
import { placeAddress, placePage } from './pages.tsx'

/** What /in/place gives and takes: a booking by its address, and giving it up. */
export const placePages = ({ parts, frame, context }: AttendTools): { ask(entry: string | null): Promise<FormAnswer>; form: Form } => {
  const gone = (): FormAnswer => ({ status: 503, page: frame(codePage(context(), 'gone')), retryAfter: 60 })
  const unknown = (entry: string): FormAnswer => ({
    status: 404,
    page: frame(placePage(context(), { state: 'unknown', event: null, entry })),
  })
  const idOf = (typed: string | null): string => (/^[0-9a-f-]{36}$/.test(typed ?? '') ? (typed ?? '') : '')
  const show = async (entry: string, given = false): Promise<FormAnswer> => {
    const place = await readPlace(parts, entry)
    if ('fault' in place) return place.fault === 'gone' ? gone() : unknown(entry)
    const event = await readAttendEvent(parts, place.code)
    const state = given && place.state === 'gone-up' ? 'given-up' : place.state
    return { status: 200, page: frame(placePage(context(), { state, event: 'fault' in event ? null : event, entry })) }
  }
  return {
    ask: async (typed) => (idOf(typed) ? show(idOf(typed)) : unknown('')),
    form: {
      ...{ path: placeAddress, cacheControl: 'no-store' },
      answer: async ({ fields }) => {
        const entry = idOf(fields.text('b', 40))
        if (!entry) return unknown('')
        const came = await giveUpPlace(parts, entry)
        if ('fault' in came) return came.fault === 'gone' ? gone() : unknown(entry)
        return show(entry, true)
      },
    },
  }
}
