import { askShift } from '../../../../commands/rota/ask-shift.ts'
import { type Rota, readRota } from '../../../../commands/rota/read-rota.ts'
import { mayAny } from '../../../../domain/access/table.ts'
import { clashes, taken } from '../../../../domain/rota/clashes.ts'
import { mostNights, shiftOn, usualNight } from '../../../../domain/rota/nights.ts'
import { isOver, type RungNumber, type Span } from '../../../../domain/rota/shift.ts'
import type { Fields } from '../../../forms/fields.ts'
import { type Entered, oneOf, type Reader, readEntered, unsent, withFault } from '../../context/entered.ts'
import { time } from '../../context/entered-times.ts'
import type { Member, MemberPage, Shown } from '../../context/page.ts'
import { deniedPage } from '../../layout/texts.tsx'
import { timeWord } from '../../on-call/when.ts'
import { chooseShown } from './ask-choose.tsx'
import { askForm, clashMessage, nightsShown } from './ask-form.tsx'
import { dayIn } from './day-in.ts'

/** A coordinator asks someone on the list for a night, or for several. */
export const askPage: MemberPage = {
  path: '/desk/rota/ask',
  here: 'rota',
  show: async (member) => {
    if (!mayAny(member.viewer, 'add', 'shift')) return deniedPage(member, 'not-allowed')
    const day = member.query('day')
    const first = dayIn(day ?? member.query('from'), member.local.toPlainDate())
    const [from, to] = [usualNight.from, usualNight.to].map((text) => timeWord(Temporal.PlainTime.from(text)))
    return askShown(member, unsent({ from: from ?? '', to: to ?? '', day: day ? [String(first)] : [] }), first)
  },
  send: async (member, fields) => {
    if (!mayAny(member.viewer, 'add', 'shift')) return deniedPage(member, 'not-allowed')
    const first = dayIn(fields.text('first'), member.local.toPlainDate())
    const rota = await rotaOf(member, first)
    const entered = readEntered(fields, {
      person: oneOf(
        rota.people.map(({ person }) => person),
        'ask.fault-who',
      ),
      rung: oneOf(['1', '2'], 'ask.fault-rung'),
      from: time('ask.fault-time'),
      to: time('ask.fault-time'),
      day: daysOf(member.local.toPlainDate()),
    })
    if (!entered.values) return askShown(member, entered, first, rota)
    const { person, from, to, day } = entered.values
    const rung = Number(entered.values.rung) as RungNumber
    const times = day.flatMap((one) => shiftOn(one, from, to, member.local.timeZoneId) ?? [])
    if (times.length < day.length) return askShown(member, withFault(entered, 'from', 'ask.fault-no-time'), first, rota)
    if (fields.choice('keep', ['theirs'])) return { to: '/desk/rota?told=kept' }
    const instead = fields.choice('keep', ['mine']) ? seenIn(fields) : []
    const outcome = await member.perform(askShift, { person, rung, times, instead }, member.key)
    if ('done' in outcome) return { to: `/desk/rota?told=asked&who=${person}` }
    // What stands against it is read again: it is as it is now, and said by the same rule as the command's.
    const there = await member.perform(readRota, spanOf(times))
    const { shifts, leaves } = there.done
    switch (outcome.fault) {
      case 'taken': {
        const theirs = taken(rung, times, shifts)
        return theirs.length
          ? chooseShown(member, { entered, first, theirs, times, name: nameIn(rota, person) })
          : askShown(member, entered, first, rota, 409)
      }
      case 'clash': {
        const rest = shifts.filter(({ id }) => !instead.includes(id))
        const found = clashes(person, times, { shifts: rest, leaves, timeZone: member.local.timeZoneId })
        const message = clashMessage(member, nameIn(rota, person), found)
        return askShown(member, withFault(entered, 'day', 'ask.fault-clash'), first, rota, 409, message)
      }
      case 'not-listed':
        return askShown(member, withFault(entered, 'person', 'ask.fault-listed'), first, rota)
      case 'over':
        return askShown(member, withFault(entered, 'day', 'ask.fault-over'), first, rota)
      default:
        return askShown(member, withFault(entered, 'day', 'ask.fault-night'), first, rota)
    }
  },
}

const nameIn = ({ people }: Rota, person: string): string => people.find((one) => one.person === person)?.name ?? ''

const spanOf = (times: readonly Span[]): Span => ({
  starts: times.map(({ starts }) => starts).toSorted(Temporal.Instant.compare)[0] as Temporal.Instant,
  ends: times
    .map(({ ends }) => ends)
    .toSorted(Temporal.Instant.compare)
    .at(-1) as Temporal.Instant,
})

/** Days as they are ticked: each once, none that the form could not have shown. */
const daysOf =
  (today: Temporal.PlainDate): Reader<readonly Temporal.PlainDate[]> =>
  (fields, name) => {
    // A choice between two versions carries them in one field.
    const typed = [...new Set(fields.several(name).flatMap((value) => value.split(',')))].slice(0, 60)
    const days = typed.filter((text) => String(dayIn(text, today)) === text).sort()
    const wrong = !days.length || days.length > mostNights || days.length < typed.length
    return { typed: days, read: wrong ? { fault: 'ask.fault-night' } : { value: days.map((text) => Temporal.PlainDate.from(text)) } }
  }

/** The shifts that whoever chooses has seen, and that make way. */
const seenIn = (fields: Fields): string[] => (fields.text('seen', 4000) ?? '').split(',').filter(Boolean)

const rotaOf = async (member: Member, first: Temporal.PlainDate): Promise<Rota> => {
  const zone = member.local.timeZoneId
  const within = {
    starts: first.toZonedDateTime(zone).toInstant(),
    ends: first.add({ days: nightsShown }).toZonedDateTime(zone).toInstant(),
  }
  return (await member.perform(readRota, within)).done
}

const askShown = async (
  member: Member,
  entered: Entered<unknown>,
  first: Temporal.PlainDate,
  read?: Rota,
  status?: number,
  message: Shown['body'] = null,
): Promise<Shown> => {
  const rota = read ?? (await rotaOf(member, first))
  const shifts = rota.shifts.filter((shift) => !isOver(shift, member.now))
  return askForm(member, { entered, first, rota: { ...rota, shifts }, message, ...(status ? { status } : {}) })
}
