import { arrange, type Contact, groupOf } from '../../../domain/services/arrange.ts'
import type { Service } from '../../../domain/services/service.ts'
import type { ServiceState } from '../../../domain/services/state.ts'
import { timelessState } from '../../../domain/services/timeless.ts'
import { weekWords } from '../../../format/hours.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { partialDate } from '../../../format/when.ts'

/** A service on paper: nothing that grows old in an hour. */
export type Line = {
  id: string
  name: string
  number: string | null
  /** Not confirmed: its board is hollow and dashed. */
  doubtful: boolean
  /** Its regular hours, or that they are not known. */
  hours: string
  about: string
}

const stateOf = (locale: PackLocale, service: Service, now: Temporal.Instant): ServiceState =>
  timelessState(service, now, locale.pack.calendar)

const hoursOf = ({ pack, t }: PackLocale, service: Service, state: ServiceState, now: Temporal.Instant): string => {
  if (!state.numberConfirmed)
    return service.source_date === 'unknown'
      ? t('service.number-unknown')
      : t('service.number-unknown-since', { date: partialDate(service.source_date, t.locale) })
  const week = weekWords(t, service, now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate(), true).trim()
  return week && (state.state === 'always' || state.reason === 'hours') ? week : t('service.hours-unknown')
}

export const lineOf = (locale: PackLocale, service: Service, now: Temporal.Instant): Line => {
  const { pack } = locale
  const state = stateOf(locale, service, now)
  const words = pack.serviceWords.get(service.id)
  const doubtful = groupOf(state) === 'unconfirmed'
  return {
    id: service.id,
    name: words?.name ?? service.name,
    number: service.phone && service.phone !== 'unknown' ? service.phone.display : null,
    doubtful,
    hours: hoursOf(locale, service, state, now),
    about: (doubtful && words?.unconfirmed) || words?.about || '',
  }
}

/** The services of a list that still exist, those that are confirmed first, as on the page. */
export const servicesOf = (locale: PackLocale, ids: readonly string[], now: Temporal.Instant): Service[] =>
  arrange(ids.flatMap((id) => contactOf(locale, id, now) ?? [])).map(({ service }) => service)

const contactOf = (locale: PackLocale, id: string, now: Temporal.Instant): Contact | null => {
  const service = locale.pack.services.find((s) => s.id === id && !s.legacy)
  const state = service && stateOf(locale, service, now)
  return service && state && state.reason !== 'ended' ? { service, state } : null
}

/** A name without what stands in brackets or after a comma; its places stay. The helpline is the helpline. */
export const shortNameOf = ({ pack, t }: PackLocale, id: string): string => {
  if (id === pack.roles.helpline) return t('press.card-helpline')
  const { name, served } = pack.serviceWords.get(id) ?? { name: id }
  const whole = served?.name ?? name
  // One that begins with a bracket stays whole.
  const short = whole.split(/ ?[(（]|, |، | – /)[0] || whole
  return served ? `${short} (${served.places})` : short
}

/** How a service's number is printed; empty where it has none. */
export const displayOf = ({ pack }: PackLocale, id: string): string => {
  const phone = pack.services.find((s) => s.id === id)?.phone
  return phone && phone !== 'unknown' ? phone.display : ''
}

/** The latest day on which one of the pack's lines was compared with its source. */
export const checkedOn = ({ pack }: PackLocale): string => pack.services.map((s) => s.checked).reduce((a, b) => (a > b ? a : b))
