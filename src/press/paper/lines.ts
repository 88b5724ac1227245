import { costWord } from '../../content/speech/cost.ts'
import { weekWords } from '../../content/speech/hours.ts'
import { partialDate } from '../../content/speech/when.ts'
import { arrange, groupOf } from '../../domain/services/arrange.ts'
import type { Service } from '../../domain/services/service.ts'
import type { ServiceState } from '../../domain/services/state.ts'
import { timelessState } from '../../domain/services/timeless.ts'
import type { Tongue } from './edition.ts'

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
  facts: readonly (readonly [string, string])[]
}

const stateOf = (tongue: Tongue, service: Service, now: Temporal.Instant): ServiceState => timelessState(service, now, tongue.pack.calendar)

const hoursOf = ({ pack, say }: Tongue, service: Service, state: ServiceState, now: Temporal.Instant): string => {
  if (!state.numberConfirmed)
    return service.source_date === 'unknown'
      ? say('service.number-unknown')
      : say('service.number-unknown-since', { date: partialDate(service.source_date, say.locale) })
  const week = weekWords(say, service, now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate(), true).trim()
  return week && (state.state === 'always' || state.reason === 'hours') ? week : say('service.hours-unknown')
}

export const lineOf = (tongue: Tongue, service: Service, now: Temporal.Instant): Line => {
  const { pack, say } = tongue
  const state = stateOf(tongue, service, now)
  const words = pack.serviceWords.get(service.id)
  const doubtful = groupOf(state) === 'unconfirmed'
  const cost = costWord(service)
  const unknown = say('site.not-known')
  return {
    id: service.id,
    name: words?.name ?? service.name,
    number: service.phone && service.phone !== 'unknown' ? service.phone.display : null,
    doubtful,
    hours: hoursOf(tongue, service, state, now),
    about: (doubtful && words?.unconfirmed) || words?.about || '',
    facts: doubtful
      ? []
      : [
          [say('service.cost'), cost ? say(cost) : unknown],
          [say('service.name'), words?.your_name ?? unknown],
          [say('service.languages'), words?.languages ?? unknown],
        ],
  }
}

/** The services of a list that still exist, those that are confirmed first, as on the page. */
export const servicesOf = (tongue: Tongue, ids: readonly string[], now: Temporal.Instant): Service[] =>
  arrange(
    ids.flatMap((id) => {
      const service = tongue.pack.services.find((s) => s.id === id && !s.legacy)
      const state = service && stateOf(tongue, service, now)
      return service && state && state.reason !== 'ended' ? [{ service, state }] : []
    }),
  ).map(({ service }) => service)

/** What a line says, in one paragraph of English, to stand beside words that nobody has checked. */
export const lineInWords = ({ name, hours, about, facts }: Line): string => {
  const end = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
  return [end(name), end(hours), about, ...facts.map(([term, value]) => end(`${term}: ${value}`))].join(' ')
}

/** How a service's number is printed; empty where it has none. */
export const displayOf = ({ pack }: Tongue, id: string): string => {
  const phone = pack.services.find((s) => s.id === id)?.phone
  return phone && phone !== 'unknown' ? phone.display : ''
}

/** The latest day on which one of the pack's lines was compared with its source. */
export const checkedOn = ({ pack }: Tongue): string => pack.services.map((s) => s.checked).reduce((a, b) => (a > b ? a : b))
