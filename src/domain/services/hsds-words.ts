import { type ScheduleRow, type Service, type Weekday, weekdays } from './service.ts'
import type { WeeklyHours } from './weekly-hours.ts'

/** English of our own in HSDS records, in one place. Facts and the public's words come from the pack. */

type Term = { name: string; description: string }

export const kinds: Record<Service['kind'], Term & { attending: string }> = {
  phone: { name: 'Phone line', description: 'A number to ring', attending: 'By phone' },
  textphone: { name: 'Textphone', description: 'A number for a textphone or the Relay UK app', attending: 'By textphone' },
  sms: { name: 'Text message', description: 'A number to send a text message to', attending: 'By text message' },
  form: { name: 'Online form', description: 'A form on a website', attending: 'By online form' },
  app: { name: 'App', description: 'An app for a phone', attending: 'By app' },
  office: { name: 'Office', description: 'An office that is reached by phone or e-mail', attending: 'By phone or e-mail' },
  email: { name: 'E-mail', description: 'An e-mail address', attending: 'By e-mail' },
  website: { name: 'Website', description: 'A website to read', attending: 'On a website' },
}

export const audiences: Record<Service['audience'][number], Term & { group: string }> = {
  public: { name: 'Public', description: 'Anyone', group: 'the public' },
  'possible-victim': {
    name: 'Possible victim',
    description: 'A person who may be a victim of modern slavery',
    group: 'people who may be victims',
  },
  child: { name: 'Child', description: 'A person under 18', group: 'children' },
  professional: { name: 'Professional', description: 'A person who meets possible victims at work', group: 'professionals' },
}

/** Why a term stands on a service; also the name of its taxonomy. */
export const taxonomies = {
  kind: { name: 'Waymark: kind of contact', description: 'How a service is reached' },
  audience: { name: 'Waymark: audience', description: 'Who may use a service' },
  area: { name: 'Waymark: area', description: 'Where a service is for' },
} as const

const small = new Set(['and', 'of', 'the'])
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The name of an area of the pack: `england-and-wales` is England and Wales. */
export const areaName = (area: string): string =>
  area === 'uk'
    ? 'United Kingdom'
    : area
        .split('-')
        .map((word, i) => (i > 0 && small.has(word) ? word : capital(word)))
        .join(' ')

const days: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** `Monday to Friday`; days that do not follow one another are listed. */
export const daysText = (named: readonly Weekday[]): string => {
  const sorted = weekdays.filter((day) => named.includes(day))
  const [first, last] = [sorted[0], sorted.at(-1)]
  const run = first && last && weekdays.indexOf(last) - weekdays.indexOf(first) === sorted.length - 1
  return run && sorted.length > 2 ? `${days[first]} to ${days[last]}` : joined(sorted.map((day) => days[day]))
}

/** `Monday to Friday 08:00 to 20:00; Saturday 09:00 to 17:00`. */
export const hoursText = ({ runs, allDay }: WeeklyHours): string =>
  allDay
    ? 'Day and night, every day'
    : runs.map((run) => `${daysText(run.days)} ${run.opens} to ${run.closes}${run.closes <= run.opens ? ' the next day' : ''}`).join('; ')

export const forWhom = (audience: Service['audience']): string =>
  audience.length ? `For ${joined(audience.map((who) => audiences[who].group))}.` : ''

/** Marks of how sure a part of a text is, which readers elsewhere do not know: `[C]` is general knowledge. */
export const unmarked = (text: string): string => text.replace(/ ?\[[AB]\]/g, '').replace(/\[C\]/g, '(not confirmed)')

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
/** Texts as sentences one after the other; empty ones are left out. */
export const sentences = (...texts: (string | undefined)[]): string =>
  texts.flatMap((text) => (text ? [sentence(capital(unmarked(text)))] : [])).join(' ')

/** What a pack knows of a body: which services it answers. */
export const answersText = (services: readonly string[]): string => `Answers: ${services.join('; ')}.`

/** `Hours not confirmed since 2019-07-30.`; without a date where none is known. */
export const notConfirmed = (what: 'Hours' | 'Number' | 'Address', since: string | null): string =>
  since ? `${what} not confirmed since ${since}.` : `${what} not confirmed.`

/** What is said of hours that are over, or not confirmed, where the pack has no words for it. */
export const thenHours = (hours: WeeklyHours): string => `The hours then: ${hoursText(hours)}.`

export const closedText = (from: string, to: string, note: string): string => `Closed from ${from} until ${to}: ${note}`

const general = '(from general knowledge, not confirmed)'

/** Whether it costs something; nothing where that is not known. */
export const feesText = ({ value, sure, note }: Service['free']): string | undefined =>
  value === 'unknown'
    ? undefined
    : sentences(`${value ? 'Free to contact' : 'Not free to contact'}${sure === 'C' || sure === '?' ? ` ${general}` : ''}`, note)

/** What an interpreter makes possible, with the date of that. */
export const interpretersText = ({ interpreter, source_date }: Service['languages']): string | undefined =>
  interpreter && sentences(`${interpreter}${source_date ? ` (as of ${source_date})` : ''}`)

const bankHolidays = { open: 'Open on bank holidays', closed: 'Closed on bank holidays', unknown: 'Bank holidays: hours not confirmed' }

/** What a schedule row rests on, and what it says of bank holidays. */
export const notesText = ({ bank_holidays, source_date, sure }: ScheduleRow): string =>
  sentences(
    bankHolidays[bank_holidays],
    source_date === 'unknown' ? 'The source has no date' : `From a source of ${source_date}`,
    sure === 'C' || sure === '?' ? 'From general knowledge: no source to hand confirms it' : undefined,
  )
