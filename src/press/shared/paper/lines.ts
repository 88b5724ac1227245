import { arrange, type Contact, groupOf } from '../../../domain/services/arrange.ts'
import { type ByNeed, byNeed } from '../../../domain/services/needs.ts'
import type { Service } from '../../../domain/services/service.ts'
import type { ServiceState } from '../../../domain/services/state.ts'
import { timelessState } from '../../../domain/services/timeless.ts'
import { costWord } from '../../../format/cost.ts'
import { weekWords } from '../../../format/hours.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { partialDate } from '../../../format/when.ts'
import { englishOfAll, type LocalisedText, localisedText } from './localised-text.ts'
import type { Run } from './runs.ts'

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

/** A line as a leaflet tells it in the language of the sheet. What nobody knows of it is left out. */
export type LocalisedLine = {
  number: string | null
  name: LocalisedText
  hours: LocalisedText | null
  about: LocalisedText | null
  facts: readonly LocalisedText[]
  english: readonly Run[] | null
}

/** `again`: told in full further up, so only name, number and hours. */
export const localisedLine = (locale: PackLocale, service: Service, now: Temporal.Instant, again: boolean): LocalisedLine => {
  const { number } = lineOf(locale, service, now)
  const field = (key: 'about' | 'your_name'): LocalisedText[] =>
    again || locale.english.pack.serviceWords.get(service.id)?.[key] === undefined
      ? []
      : [localisedText(locale, ({ pack }) => pack.serviceWords.get(service.id)?.[key] ?? '', [`services.${service.id}.${key}`])]
  const cost = costWord(service)
  const name = localisedText(locale, (of) => lineOf(of, service, now).name, [`services.${service.id}.name`])
  const hours = number ? localisedText(locale, (of) => lineOf(of, service, now).hours) : null
  const [about = null] = field('about')
  const languages = locale.english.pack.serviceWords.get(service.id)?.languages
  const facts =
    again || !number
      ? []
      : [
          ...(cost ? [localisedText(locale, ({ t }) => end(`${t('service.cost')}: ${t(cost)}`))] : []),
          ...field('your_name'),
          ...(languages === undefined
            ? []
            : [
                localisedText(locale, ({ t, pack }) => end(`${t('service.languages')}: ${pack.serviceWords.get(service.id)?.languages}`), [
                  `services.${service.id}.languages`,
                ]),
              ]),
        ]
  const sentence = (said: LocalisedText | null): LocalisedText[] =>
    said ? [{ ...said, english: said.english?.map((run) => (typeof run === 'string' ? end(run) : run)) ?? null }] : []
  return {
    number,
    name,
    hours,
    about,
    facts,
    english: englishOfAll([...sentence(name), ...sentence(hours), ...(about ? [about] : []), ...facts]),
  }
}

const end = (text: string): string => (/[.!?።]$/.test(text) ? text : `${text}.`)

/** The services of a list that still exist, those that are confirmed first, as on the page. */
export const servicesOf = (locale: PackLocale, ids: readonly string[], now: Temporal.Instant): Service[] =>
  arrange(ids.flatMap((id) => contactOf(locale, id, now) ?? [])).map(({ service }) => service)

const contactOf = (locale: PackLocale, id: string, now: Temporal.Instant): Contact | null => {
  const service = locale.pack.services.find((s) => s.id === id && !s.legacy)
  const state = service && stateOf(locale, service, now)
  return service && state && state.reason !== 'ended' ? { service, state } : null
}

/** The lines of "get help" by need, as on the page, but for those that no longer exist and those whose number nobody confirms: paper outlives a doubt. */
export const linesByNeed = (locale: PackLocale, now: Temporal.Instant): ByNeed['groups'] =>
  byNeed(locale.pack.getHelp, (id) => contactOf(locale, id, now)).groups

/** How a service's number is printed; empty where it has none. */
export const displayOf = ({ pack }: PackLocale, id: string): string => {
  const phone = pack.services.find((s) => s.id === id)?.phone
  return phone && phone !== 'unknown' ? phone.display : ''
}

/** The latest day on which one of the pack's lines was compared with its source. */
export const checkedOn = ({ pack }: PackLocale): string => pack.services.map((s) => s.checked).reduce((a, b) => (a > b ? a : b))
