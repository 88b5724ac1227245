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

const octetsOf = (letter: string): number => new TextEncoder().encode(letter).length

/** A content line, folded after 75 octets at most and never inside a letter (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const size = octetsOf(letter)
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
