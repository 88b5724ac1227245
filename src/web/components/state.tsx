import type { Service } from '../../domain/services/service.ts'
import type { ServiceState } from '../../domain/services/state.ts'
import type { Moment } from '../context/site.ts'
import { clock, dayAndMonth, partialDate, weekday } from '../words/when.ts'
import { hoursWords } from './hours.tsx'
import { markOf, Said, speakerOf, type Words } from './translated.tsx'

/** What is so now: shape, then words, then tint. */
export const StatePill = ({ moment, id }: { moment: Moment; id: string }) => {
  const service = moment.site.services.get(id)
  if (!service) return null
  const state = moment.stateOf(id)
  const words = stateSaid(moment, service)
  if (isHours(moment, state))
    return (
      <span data-now={id} {...markOf(moment.site, words)}>
        {words.in(speakerOf(moment.site, words))}
      </span>
    )
  return <Said as="span" class={`state ${lookOf(state)}`.trim()} site={moment.site} words={words} />
}

/** What the pill says, as a sentence. */
export const stateSaid = (moment: Moment, service: Service): Words => ({
  in: (site) => {
    const state = moment.stateOf(service.id)
    const there = { ...moment, site }
    return isHours(moment, state) ? hoursWords(there, service) : stateWords(there, service, state)
  },
})

/** In a file that may be read at any time: hours, and no word on what is so now. A script may put that before them (script/now.ts). */
const isHours = ({ site }: Moment, { state, reason, numberConfirmed }: ServiceState): boolean =>
  site.still !== null && numberConfirmed && (state === 'always' || reason === 'hours')

export const lookOf = (state: ServiceState): string => {
  if (!state.numberConfirmed) return 'ask'
  if (state.state === 'unknown') return 'ask time'
  return { open: '', always: 'always', closed: 'shut' }[state.state]
}

/** The state in words. A line past its check date says so; one never confirmed is never said to be open. */
export const stateWords = (moment: Moment, service: Service, state: ServiceState): string => {
  const { say } = moment.site
  if (!state.numberConfirmed) {
    return service.source_date === 'unknown'
      ? say('service.number-unknown')
      : say('service.number-unknown-since', { date: partialDate(service.source_date, say.locale) })
  }
  if (state.state === 'unknown') return state.reason === 'bank-holiday' ? say('service.hours-holiday') : say('service.hours-unknown')
  const words = plainWords(moment, state)
  return state.sure ? words : say('service.check', { state: words })
}

const plainWords = (moment: Moment, { state, until, opens }: ServiceState): string => {
  const { say } = moment.site
  const today = moment.local.toPlainDate()
  if (state === 'always') return say('service.always')
  if (state === 'open') {
    if (!until) return say('service.always')
    // Midnight at the end of today belongs to today.
    const end = until.hour === 0 && until.minute === 0 ? until.toPlainDate().subtract({ days: 1 }) : until.toPlainDate()
    const time = clock(until, say.locale)
    return end.equals(today)
      ? say('service.open-today', { time })
      : say('service.open-until', { time, day: dayWords(today, end, say.locale) })
  }
  if (!opens) return say('service.closed')
  const [day, time] = [opens.toPlainDate(), clock(opens, say.locale)]
  if (day.equals(today)) return say('service.opens-today', { time })
  if (day.equals(today.add({ days: 1 }))) return say('service.opens-tomorrow', { time })
  return say('service.opens-day', { day: dayWords(today, day, say.locale), time })
}

/** `Monday` within the next six days, else `Monday 30 November`. */
const dayWords = (today: Temporal.PlainDate, day: Temporal.PlainDate, language: string): string =>
  today.until(day).days < 7 ? weekday(day, language) : dayAndMonth(day, language)
