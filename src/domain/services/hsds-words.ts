import { type ScheduleRow, type Service, type Weekday, weekdays } from './service.ts'
import type { WeeklyHours } from './weekly-hours.ts'

const kinds = ['phone', 'textphone', 'sms', 'form', 'app', 'office', 'email', 'website'] as const satisfies readonly Service['kind'][]
const audiences = ['public', 'possible-victim', 'child', 'professional'] as const satisfies readonly Service['audience'][number][]
const taxonomies = ['kind', 'audience', 'area'] as const
const doubts = ['hours', 'number', 'address'] as const

/** Why a term stands on a service. */
export type Taxonomy = (typeof taxonomies)[number]
/** What is not confirmed. */
export type Doubt = (typeof doubts)[number]

/** Ids of the pack's words in HSDS records, each an ICU message `hsds.<id>`. */
export const hsdsWordIds = [
  ...kinds.flatMap((kind) => [`kind-${kind}`, `kind-${kind}-about`, `by-${kind}`] as const),
  ...audiences.flatMap((who) => [`audience-${who}`, `audience-${who}-about`, `group-${who}`] as const),
  ...taxonomies.flatMap((taxonomy) => [`taxonomy-${taxonomy}`, `taxonomy-${taxonomy}-about`] as const),
  ...weekdays.map((day) => `day-${day}` as const),
  ...doubts.flatMap((what) => [`doubt-${what}`, `doubt-${what}-since`] as const),
  ...(['open', 'closed', 'unknown'] as const).map((rule) => `holidays-${rule}` as const),
  'area-uk',
  'area-about',
  'for',
  'and',
  'days',
  'hours',
  'hours-night',
  'hours-always',
  'hours-then',
  'unsure',
  'answers',
  'closed',
  'free',
  'not-free',
  'general',
  'as-of',
  'source-of',
  'source-undated',
  'source-none',
] as const
export type HsdsWordId = (typeof hsdsWordIds)[number]

/** Says words of the pack. */
export type HsdsText = (id: HsdsWordId, values?: Record<string, string>) => string

const small = new Set(['and', 'of', 'the'])
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The name of an area of the pack: `england-and-wales` is England and Wales. */
export const areaName = (t: HsdsText, area: string): string =>
  area === 'uk'
    ? t('area-uk')
    : area
        .split('-')
        .map((word, i) => (i > 0 && small.has(word) ? word : capital(word)))
        .join(' ')

const joined = (t: HsdsText, parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : t('and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' })

/** `Monday to Friday`; days that do not follow one another are listed. */
export const daysText = (t: HsdsText, named: readonly Weekday[]): string => {
  const sorted = weekdays.filter((day) => named.includes(day))
  const [first, last] = [sorted[0], sorted.at(-1)]
  const run = first && last && weekdays.indexOf(last) - weekdays.indexOf(first) === sorted.length - 1
  const name = (day: Weekday): string => t(`day-${day}`)
  return run && sorted.length > 2 ? t('days', { first: name(first), last: name(last) }) : joined(t, sorted.map(name))
}

/** `Monday to Friday 08:00 to 20:00; Saturday 09:00 to 17:00`. */
export const hoursText = (t: HsdsText, { runs, allDay }: WeeklyHours): string =>
  allDay
    ? t('hours-always')
    : runs
        .map(({ days, opens, closes }) => t(closes <= opens ? 'hours-night' : 'hours', { days: daysText(t, days), opens, closes }))
        .join('; ')

/** `For the public and children.` */
export const forWhom = (t: HsdsText, audience: Service['audience']): string =>
  audience.length
    ? t('for', {
        groups: joined(
          t,
          audience.map((who) => t(`group-${who}`)),
        ),
      })
    : ''

/** Marks of how sure a part of a text is, which readers elsewhere do not know: `[C]` is general knowledge. */
export const unmarked = (t: HsdsText, text: string): string => text.replace(/ ?\[[AB]\]/g, '').replace(/\[C\]/g, t('unsure'))

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
/** Texts as sentences one after the other; empty ones are left out. */
export const sentences = (t: HsdsText, ...texts: (string | undefined)[]): string =>
  texts.flatMap((text) => (text ? [sentence(capital(unmarked(t, text)))] : [])).join(' ')

/** What a pack knows of a body: which services it answers. */
export const answersText = (t: HsdsText, services: readonly string[]): string => t('answers', { services: services.join('; ') })

/** `Hours not confirmed since 2019-07-30.`; without a date where none is known. */
export const notConfirmed = (t: HsdsText, what: Doubt, since: string | null): string =>
  since ? t(`doubt-${what}-since`, { date: since }) : t(`doubt-${what}`)

/** What is said of hours that are over, or not confirmed, where the pack has no words for it. */
export const thenHours = (t: HsdsText, hours: WeeklyHours): string => t('hours-then', { hours: hoursText(t, hours) })

export const closedText = (t: HsdsText, from: string, until: string, note: string): string => t('closed', { from, until, note })

const isGeneral = (sure: ScheduleRow['sure'] | undefined): boolean => sure === 'C' || sure === '?'

/** Whether it costs something; nothing where that is not known. */
export const feesText = (t: HsdsText, { value, sure, note }: Service['free']): string | undefined =>
  value === 'unknown' ? undefined : sentences(t, `${t(value ? 'free' : 'not-free')}${isGeneral(sure) ? ` ${t('general')}` : ''}`, note)

/** What an interpreter makes possible, with the date of that. */
export const interpretersText = (t: HsdsText, { interpreter, source_date }: Service['languages']): string | undefined =>
  interpreter && sentences(t, source_date ? t('as-of', { text: interpreter, date: source_date }) : interpreter)

/** What a schedule row rests on, and what it says of bank holidays. */
export const notesText = (t: HsdsText, { bank_holidays, source_date, sure }: ScheduleRow): string =>
  sentences(
    t,
    t(`holidays-${bank_holidays}`),
    source_date === 'unknown' ? t('source-undated') : t('source-of', { date: source_date }),
    isGeneral(sure) ? t('source-none') : undefined,
  )
