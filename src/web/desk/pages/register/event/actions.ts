import { cancelBooking, openBooking, tickBooked } from '../../../../../commands/register/bookings.ts'
import { changeWord, sentLater } from '../../../../../commands/register/change-event.ts'
import { restoreEntries, strikeEntries, type WhichEntries } from '../../../../../commands/register/strike-entries.ts'
import { uncountEntry } from '../../../../../commands/register/uncount-entry.ts'
import type { DeskId } from '../../../../../content/word-ids.ts'
import type { Fields } from '../../../../forms/fields.ts'
import { time } from '../../../context/entered-times.ts'
import type { Answer, Member, MemberPage } from '../../../context/page.ts'
import { eventAgain } from './event.tsx'
import { addressOf, readEventOf } from './event-of.ts'

/* What is done to an event by one press: each leads back to its page, which says what was done. */

const back = (member: Member, told: string, more = ''): Answer => ({ to: `${addressOf(member.param('id'))}?told=${told}${more}` })
const action = (name: string, send: (member: Member, fields: Fields, event: string) => Promise<Answer>): MemberPage => ({
  path: `/desk/events/:id/${name}`,
  here: 'events',
  send: (member, fields) => send(member, fields, member.param('id')),
})

/** Its page says who is struck out, and brings all of them back. */
const struck = (member: Member, { strike, struck }: { strike: string; struck: number }): Answer =>
  back(member, 'struck', `&n=${struck}&strike=${strike}`)

/** These, all of one list that was typed, or everybody who came on a phone between two times of the event's day. */
const strike = action('strike', async (member, fields, event) => {
  const outcome = async (which: WhichEntries) => member.perform(strikeEntries, { event, which }, member.key)
  const batch = fields.text('batch', 40)
  const entries = fields.several('entries')
  if (batch || entries.length) {
    const came = await outcome(batch ? { batch } : { entries })
    return 'done' in came ? struck(member, came.done) : back(member, 'gone')
  }
  const read = time('event-fault.flood-time')
  const [from, to] = [read(fields, 'from').read, read(fields, 'to').read]
  const typed = { from: fields.text('from', 20) ?? '', to: fields.text('to', 20) ?? '' }
  const wrong = (name: string, fault: DeskId) => eventAgain(member, [{ name, text: member.t(fault) }], typed)
  if ('fault' in from) return wrong('from', from.fault)
  if ('fault' in to) return wrong('to', to.fault)
  if (Temporal.PlainTime.compare(from.value, to.value) > 0) return wrong('to', 'event-fault.flood-order')
  const { starts } = (await readEventOf(member)).event
  const day = starts.toZonedDateTimeISO(member.local.timeZoneId).toPlainDate()
  const at = (plainTime: Temporal.PlainTime) => day.toZonedDateTime({ timeZone: member.local.timeZoneId, plainTime }).toInstant()
  // The minute that was typed is within it, to its end.
  const came = await outcome({ from: at(from.value), to: at(to.value).add({ minutes: 1 }) })
  return 'done' in came ? struck(member, came.done) : wrong('from', 'event-fault.flood-none')
})

const restore = action('back', async (member, fields, event) => {
  const strike = fields.text('strike', 40)
  const which = strike ? { strike } : { entries: fields.several('entries') }
  const came = await member.perform(restoreEntries, { event, ...which }, member.key)
  return 'done' in came ? back(member, 'restored', `&n=${came.done.restored}`) : back(member, strike ? 'gone' : 'pick')
})

const here = action('here', async (member, fields, event) => {
  const came = await member.perform(tickBooked, { event, entries: fields.several('entries') }, member.key)
  return 'done' in came ? back(member, 'here', `&n=${came.done.here}`) : back(member, 'pick')
})

const unbook = action('unbook', async (member, fields, event) => {
  const came = await member.perform(cancelBooking, { event, entry: fields.text('entry', 40) ?? '' }, member.key)
  return 'done' in came ? back(member, 'unbooked') : back(member, 'gone')
})

const uncount = action('uncount', async (member, fields, event) => {
  const came = await member.perform(uncountEntry, { event, entry: fields.text('entry', 40) ?? '' }, member.key)
  if ('done' in came) return back(member, 'uncounted')
  return back(member, came.fault === 'certificate' ? 'certificate' : 'gone')
})

const booking = action('booking', async (member, fields, event) => {
  const open = fields.text('open') === 'yes'
  const came = await member.perform(openBooking, { event, open }, member.key)
  return 'done' in came ? back(member, open ? 'booking-open' : 'booking-shut') : back(member, 'gone')
})

/** From the wall back to the wall, where the new word is wanted. */
const word = action('word', async (member, fields, event) => {
  const stop = fields.text('stop') === 'yes'
  await member.perform(changeWord, { event, stop }, member.key)
  return fields.text('wall') === 'yes' ? { to: `${addressOf(event)}/wall` } : back(member, stop ? 'word-stopped' : 'word')
})

const later = action('later', async (member, _, event) => {
  await member.perform(sentLater, { event }, member.key)
  return back(member, 'later')
})

export const eventActions: readonly MemberPage[] = [strike, restore, here, unbook, uncount, booking, word, later]
