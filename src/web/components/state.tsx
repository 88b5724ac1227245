import type { Service } from '../../domain/services/service.ts'
import type { ServiceState } from '../../domain/services/state.ts'
import { clock, dayAndMonth, partialDate, weekday } from '../../format/when.ts'
import type { RenderContext } from '../context/types.ts'
import { hoursWords } from './hours.tsx'
import { langAttributes, localeFor, Translated, type Words } from './translated.tsx'

/** What is so now: shape, then words, then tint. */
export const StatePill = ({ context, id }: { context: RenderContext; id: string }) => {
  const service = context.locale.site.services.get(id)
  if (!service) return null
  const state = context.stateOf(id)
  const words = stateSaid(context, service)
  if (isHours(context, state))
    return (
      <span data-now={id} {...langAttributes(context.locale, words)}>
        {words.in(localeFor(context.locale, words))}
      </span>
    )
  return <Translated as="span" class={`state ${lookOf(state)}`.trim()} locale={context.locale} words={words} />
}

/** What the pill says, as a sentence. */
export const stateSaid = (context: RenderContext, service: Service): Words => ({
  in: (locale) => {
    const state = context.stateOf(service.id)
    const there = { ...context, locale }
    return isHours(context, state) ? hoursWords(there, service) : stateWords(there, service, state)
  },
})

/** In a file that may be read at any time: hours, and no word on what is so now. A script may put that before them (script/now.ts). */
const isHours = ({ locale }: RenderContext, { state, reason, numberConfirmed }: ServiceState): boolean =>
  locale.site.publishing.static !== null && numberConfirmed && (state === 'always' || reason === 'hours')

export const lookOf = (state: ServiceState): string => {
  if (!state.numberConfirmed) return 'ask'
  if (state.state === 'unknown') return 'ask time'
  return { open: '', always: 'always', closed: 'shut' }[state.state]
}

/** The state in words. A line past its check date says so; one never confirmed is never said to be open. */
export const stateWords = (context: RenderContext, service: Service, state: ServiceState): string => {
  const { t } = context.locale
  if (!state.numberConfirmed) {
    return service.source_date === 'unknown'
      ? t('service.number-unknown')
      : t('service.number-unknown-since', { date: partialDate(service.source_date, t.locale) })
  }
  if (state.state === 'unknown') return state.reason === 'bank-holiday' ? t('service.hours-holiday') : t('service.hours-unknown')
  const words = plainWords(context, state)
  return state.sure ? words : t('service.check', { state: words })
}

const plainWords = (context: RenderContext, { state, until, opens }: ServiceState): string => {
  const { t } = context.locale
  const today = context.local.toPlainDate()
  if (state === 'always') return t('service.always')
  if (state === 'open') {
    if (!until) return t('service.always')
    // Midnight at the end of today belongs to today.
    const end = until.hour === 0 && until.minute === 0 ? until.toPlainDate().subtract({ days: 1 }) : until.toPlainDate()
    const time = clock(until, t.locale)
    return end.equals(today) ? t('service.open-today', { time }) : t('service.open-until', { time, day: dayWords(today, end, t.locale) })
  }
  if (!opens) return t('service.closed')
  const [day, time] = [opens.toPlainDate(), clock(opens, t.locale)]
  if (day.equals(today)) return t('service.opens-today', { time })
  if (day.equals(today.add({ days: 1 }))) return t('service.opens-tomorrow', { time })
  return t('service.opens-day', { day: dayWords(today, day, t.locale), time })
}

/** `Monday` within the next six days, else `Monday 30 November`. */
const dayWords = (today: Temporal.PlainDate, day: Temporal.PlainDate, language: string): string =>
  today.until(day).days < 7 ? weekday(day, language) : dayAndMonth(day, language)
