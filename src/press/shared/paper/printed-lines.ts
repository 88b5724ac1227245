import { groupOf } from '../../../domain/services/arrange.ts'
import { rowsInForce } from '../../../domain/services/local-day.ts'
import type { Service } from '../../../domain/services/service.ts'
import { timelessState } from '../../../domain/services/timeless.ts'
import { costWord } from '../../../format/cost.ts'
import { weekWords } from '../../../format/hours.ts'
import type { PackLocale } from '../../../format/locale.ts'
import { sentencesOf } from '../../../format/sentences.ts'
import { type LocalisedText, localisedText, type Words } from './localised-text.ts'
import { type Run, runs } from './runs.ts'

/** A line on a sheet for who needs help: what a reader can act on. What nobody knows, or nobody vouches for, is not on it. */
export type PrintedLine = {
  id: string
  name: LocalisedText
  number: string
  /** Who answers, and what for; `more` is left out before letters grow small, for the site has it. */
  about: LocalisedText
  more: LocalisedText | null
  /** What it costs, when, in which languages, whether a name is asked. */
  facts: readonly LocalisedText[]
  /** The same line of other councils: area first, then the number. */
  others: readonly { place: LocalisedText; number: string; facts: readonly LocalisedText[] }[]
}

const isVouchedFor = (letter: string | undefined): boolean => letter !== 'C' && letter !== '?'

const end = (text: string): string => (/[.!?።؟]$/.test(text) ? text : `${text}.`)

/** The lines of the pack's `print_order`, at most so many: those whose number is confirmed. Those of several councils for one thing are one line. */
export const printedLines = (locale: PackLocale, now: Temporal.Instant, most: number, said: readonly Words[]): PrintedLine[] => {
  const { pack } = locale
  const services = pack.printOrder.flatMap((id) => {
    const service = pack.services.find((one) => one.id === id && !one.legacy)
    return service && numberOf(service) && isConfirmed(locale, service, now) && id !== pack.roles.emergency ? [service] : []
  })
  return [...Map.groupBy(services, (service) => service.for ?? service.id).values()].slice(0, most).flatMap((rows) => {
    // The board is that of the council for most places.
    const [first, ...others] = rows.toSorted((a, b) => (b.serves?.length ?? 0) - (a.serves?.length ?? 0))
    return first ? [lineOf(locale, first, others, now, said)] : []
  })
}

const numberOf = ({ phone }: Service): string => (phone && phone !== 'unknown' ? phone.display : '')

const isConfirmed = ({ pack }: PackLocale, service: Service, now: Temporal.Instant): boolean => {
  const state = timelessState(service, now, pack.calendar)
  return state.reason !== 'ended' && groupOf(state) !== 'unconfirmed'
}

const lineOf = (
  locale: PackLocale,
  service: Service,
  others: readonly Service[],
  now: Temporal.Instant,
  said: readonly Words[],
): PrintedLine => {
  const { about, more } = aboutOf(locale, service, said)
  return {
    id: service.id,
    name: nameOf(locale, service),
    number: numberOf(service),
    about,
    more,
    facts: factsOf(locale, service, now),
    others: others.map((other) => ({
      place: placesOf(locale, other),
      number: numberOf(other),
      facts: timesOf(locale, other, now),
    })),
  }
}

const nameOf = (locale: PackLocale, service: Service): LocalisedText =>
  localisedText(locale, ({ pack }) => pack.serviceWords.get(service.id)?.name ?? service.name, [`services.${service.id}.name`])

const placesOf = (locale: PackLocale, { id, name }: Service): LocalisedText =>
  localisedText(
    locale,
    ({ pack }) => {
      const words = pack.serviceWords.get(id)
      return words?.served?.places ?? words?.name ?? name
    },
    [`services.${id}.name`],
  )

/** Two sentences, and the rest apart. `said`: what the sheet tells of all lines is not told of one. */
const aboutOf = (locale: PackLocale, { id }: Service, said: readonly Words[]): Pick<PrintedLine, 'about' | 'more'> => {
  const sentences = (of: PackLocale): string[] => {
    const told = said.map((words) => [words(of)].flat().join(''))
    return sentencesOf(of.pack.serviceWords.get(id)?.about ?? '', of.t.locale).filter((sentence) => !told.includes(sentence))
  }
  const text = (from: number, to?: number) =>
    localisedText(locale, (of) => sentences(of).slice(from, to).join(' '), [`services.${id}.about`])
  const more = text(2)
  return { about: text(0, 2), more: more.own.join('') ? more : null }
}

const factsOf = (locale: PackLocale, service: Service, now: Temporal.Instant): LocalisedText[] => {
  const words = locale.english.pack.serviceWords.get(service.id)
  const cost = isVouchedFor(service.free.sure) ? costWord(service) : null
  return [
    ...(cost ? [localisedText(locale, ({ t }) => end(cost === 'service.cost-free' ? t(cost) : `${t('service.cost')}: ${t(cost)}`))] : []),
    ...timesOf(locale, service, now),
    ...(words?.languages && isVouchedFor(service.languages.sure)
      ? [
          localisedText(locale, ({ t, pack }) => end(`${t('service.languages')}: ${pack.serviceWords.get(service.id)?.languages}`), [
            `services.${service.id}.languages`,
          ]),
        ]
      : []),
    ...(words?.your_name && isVouchedFor(service.anonymous.sure)
      ? [localisedText(locale, ({ pack }) => pack.serviceWords.get(service.id)?.your_name ?? '', [`services.${service.id}.your_name`])]
      : []),
  ]
}

/** When it answers, and who does at other times. */
const timesOf = (locale: PackLocale, service: Service, now: Temporal.Instant): LocalisedText[] => {
  const hours = hoursOf(locale, service, now)
  return hours ? [hours, ...[outsideOf(locale, service, now)].filter((one) => one !== null)] : []
}

/** Regular hours that somebody vouches for; none where they are not known. */
const hoursOf = (locale: PackLocale, service: Service, now: Temporal.Instant): LocalisedText | null => {
  const { pack } = locale.english
  const state = timelessState(service, now, pack.calendar)
  const today = now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate()
  const known = state.state === 'always' || state.reason === 'hours'
  if (!known || !rowsInForce(service, today).every((row) => isVouchedFor(row.sure))) return null
  const said = localisedText(locale, ({ t }) => end(weekWords(t, service, today, false).trim().replace(/ {2,}/g, ' ')))
  return said.own.join('') === '.' ? null : said
}

/** Who answers when a line that keeps hours does not: the first confirmed one that it names. */
const outsideOf = (locale: PackLocale, service: Service, now: Temporal.Instant): LocalisedText | null => {
  const { pack } = locale
  if (timelessState(service, now, pack.calendar).state === 'always') return null
  const other = (service.instead ?? [])
    .flatMap((id) => pack.services.find((one) => one.id === id) ?? [])
    .find((one) => numberOf(one) && isConfirmed(locale, one, now))
  if (!other) return null
  return localisedText(
    locale,
    ({ t, pack: of }): Run[] => {
      const name = of.serviceWords.get(other.id)?.name ?? other.name
      return runs(t, 'leaflet.other-times', { service: name, number: { n: numberOf(other) } })
    },
    [`services.${other.id}.name`],
  )
}
