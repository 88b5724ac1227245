import { themeOf } from '../../domain/campaigns/archive.ts'
import { type CampaignDay, type Campaigns, isMain } from '../../domain/campaigns/campaign.ts'
import { datesOf, type Occurrence } from '../../domain/campaigns/dates.ts'
import type { Finished } from '../front/finished.ts'
import { calendarName } from '../pages/campaigns.tsx'
import type { Site } from '../site.ts'
import { longDate } from '../words/when.ts'

/** An event that lasts whole days, in no time zone: 30 July is 30 July wherever the reader is. */
export type AllDay = {
  /** The same as long as the event is the same, or a calendar would show it twice. */
  uid: string
  /** When it was last looked at. Not the time of writing, so that the same pack gives the same bytes. */
  stamp: Temporal.PlainDate
  first: Temporal.PlainDate
  /** Inclusive. */
  last: Temporal.PlainDate
  summary: string
  description: string
  url?: string | undefined
}

const basic = (date: Temporal.PlainDate): string => date.toString().replaceAll('-', '')

/** TEXT of RFC 5545, 3.3.11: no control signs but the tab; backslash, semicolon, comma and line break written with a backslash. */
const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '')

/** A content line, folded after 75 octets at most and never inside a letter (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** An iCalendar object (RFC 5545; NAME: RFC 7986, with the older X-WR-CALNAME beside it). Days take up no time of the reader's. */
export const icalendar = (name: string, events: readonly AllDay[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waymark//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${text(event.uid)}`,
      `DTSTAMP:${basic(event.stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${basic(event.first)}`,
      // The end is the first day that is not part of it (3.6.1).
      `DTEND;VALUE=DATE:${basic(event.last.add({ days: 1 }))}`,
      `SUMMARY:${text(event.summary)}`,
      `DESCRIPTION:${text(event.description)}`,
      // A URI is no TEXT: it is percent-encoded, not written with backslashes (3.3.13).
      ...(event.url === undefined ? [] : [`URL:${new URL(event.url).href}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')

/** The main and supporting days of the three years from `today` whose date is known, in order. */
export const campaignEvents = (site: Site, { days }: Campaigns, today: Temporal.PlainDate): AllDay[] =>
  days
    .filter((day) => day.use !== 'remember')
    .flatMap((day) => datesOf(day, today, today.add({ years: 3 })).map((occurrence) => ({ day, occurrence })))
    .sort((a, b) => Temporal.PlainDate.compare(a.occurrence.from, b.occurrence.from) || a.day.id.localeCompare(b.day.id))
    .map(({ day, occurrence }) => eventOf(site, day, occurrence))

const eventOf = ({ say, pack, origin }: Site, day: CampaignDay, { year, from, to }: Occurrence): AllDay => {
  const theme = themeOf(day, year)
  const checked = Temporal.PlainDate.from(day.checked)
  return {
    uid: `${day.id}-${year}@${pack.partnership.id}.waymark`,
    stamp: checked,
    first: from,
    last: to,
    summary: day.name,
    description: [
      ...(theme ? [`${say('campaigns.theme-line', { theme: theme.text })}. ${say('campaigns.how-sure', { sure: theme.sure })}.`] : []),
      day.purpose,
      `${say('site.checked', { date: longDate(checked, say.locale), source: day.source })} ${say('campaigns.how-sure', { sure: day.sure })}.`,
    ].join('\n'),
    url: isMain(day) ? `${origin}/campaigns/${day.id}` : undefined,
  }
}

/** GET /campaigns.ics: made anew each midnight, when "the next three years" begin a day later. */
export const calendarFile = (site: Site, campaigns: Campaigns): [string, Finished] => [
  '/campaigns.ics',
  {
    type: 'text/calendar; charset=utf-8',
    open: true,
    make: (now) => {
      const local = now.toZonedDateTimeISO(site.pack.partnership.timezone)
      const body = icalendar(calendarName(site), campaignEvents(site, campaigns, local.toPlainDate()))
      return { body, until: local.startOfDay().add({ days: 1 }).toInstant() }
    },
  },
]
