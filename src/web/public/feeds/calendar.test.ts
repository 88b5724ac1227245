import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { shippedPack } from '../../../content/fixtures.ts'
import type { CampaignDay, Campaigns } from '../../../domain/campaigns/campaign.ts'
import { madeUp, madeUpMain, weekly } from '../../../domain/campaigns/fixtures.ts'
import { type AllDay, icalendar } from '../../../domain/time/icalendar.ts'
import { publicSite } from '../site.ts'
import { calendarFile, campaignEvents } from './calendar.ts'

const { pack, findings } = shippedPack('hertfordshire')
if (!pack) throw new Error(`the shipped pack has faults: ${JSON.stringify(findings.slice(0, 3))}`)
const noAssets = { url: () => '', all: [], favicon: Buffer.alloc(0), icon: '' }
const locale = publicSite({ pack, assets: noAssets, origin: 'https://waymark.example.org' })
const shipped: Campaigns = pack.campaigns
const date = Temporal.PlainDate.from

/** What the form of the text breaks (RFC 5545, 3.1): line ends, length in octets, letters cut in two, signs that may not be there. */
const lineFaults = (bytes: Uint8Array): string[] => {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const lines = text.split('\r\n')
  return [
    ...(lines.pop() === '' ? [] : ['the last line has no end']),
    ...lines.flatMap((line, i) => [
      ...(/[\r\n]/.test(line) ? [`${i + 1}: a bare CR or LF`] : []),
      ...(/(?!\t)\p{Cc}/u.test(line) ? [`${i + 1}: a control sign`] : []),
      ...(Buffer.byteLength(line) > 75 ? [`${i + 1}: ${Buffer.byteLength(line)} octets`] : []),
      ...(line === '' || line === ' ' ? [`${i + 1}: empty`] : []),
      ...(line.startsWith(' ') || /^[A-Z-]+(?:;[A-Z-]+=[A-Z]+)*:/.test(line) ? [] : [`${i + 1}: no name`]),
    ]),
  ]
}

type Event = {
  uid: string
  first: string
  end: string
  allDay: boolean
  summary: string
  description: string
  url: string | null
  stamp: string
  names: string[]
}

/** Another's reading of it: ical.js. */
const readBack = (text: string): { name: unknown; version: unknown; events: Event[] } => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  if (calendar.name !== 'vcalendar') throw new Error(`a ${calendar.name}`)
  return {
    name: calendar.getFirstPropertyValue('name'),
    version: calendar.getFirstPropertyValue('version'),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component)
      return {
        uid: event.uid,
        first: event.startDate.toString(),
        end: event.endDate.toString(),
        allDay: event.startDate.isDate && event.endDate.isDate,
        summary: event.summary,
        description: event.description,
        url: component.getFirstPropertyValue('url')?.toString() ?? null,
        stamp: String(component.getFirstPropertyValue('dtstamp')),
        names: component.getAllProperties().map((p) => p.name),
      }
    }),
  }
}

const faultsOf = (text: string): string[] => lineFaults(Buffer.from(text))
const fileOf = (days: readonly CampaignDay[], today: string): string =>
  icalendar('Days', campaignEvents(locale, { days, history: [] }, date(today)))
const event = (changes: Partial<AllDay> = {}): AllDay => ({
  uid: 'a@b',
  stamp: date('2026-11-24'),
  first: date('2027-07-30'),
  last: date('2027-07-30'),
  summary: 'A day',
  description: 'What it is for',
  url: 'https://waymark.example.org/campaigns/a',
  ...changes,
})

test('one event, octet for octet', () => {
  expect(
    icalendar('Days, all; of\\them', [
      event({ summary: 'A; b, c\\d', description: 'One\r\ntwo\nthree\u0007\tfour', url: 'https://example.org/a b,c;d' }),
    ]),
  ).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Waymark//Calendar//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Days\\, all\\; of\\\\them',
      'X-WR-CALNAME:Days\\, all\\; of\\\\them',
      'BEGIN:VEVENT',
      'UID:a@b',
      'DTSTAMP:20261124T000000Z',
      'DTSTART;VALUE=DATE:20270730',
      'DTEND;VALUE=DATE:20270731',
      'SUMMARY:A\\; b\\, c\\\\d',
      'DESCRIPTION:One\\ntwo\\nthree\tfour',
      'URL:https://example.org/a%20b,c;d',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

describe('the shipped days', () => {
  const file = fileOf(shipped.days, '2026-11-24')

  test('are well-formed, and another reads in them what we wrote', () => {
    expect(faultsOf(file)).toEqual([])
    const written = campaignEvents(locale, shipped, date('2026-11-24'))
    expect(readBack(file).version).toBe('2.0')
    expect(readBack(file).events).toEqual(
      written.map((e) => ({
        uid: e.uid,
        first: e.first.toString(),
        end: e.last.add({ days: 1 }).toString(),
        allDay: true,
        summary: e.summary,
        description: e.description,
        url: e.url ?? null,
        stamp: `${e.stamp}T00:00:00Z`,
        names: ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'description', ...(e.url ? ['url'] : []), 'transp'],
      })),
    )
  })

  test('have 30 July and 18 October of the next three years, each with its page', () => {
    const withPage = readBack(file).events.filter((e) => e.url !== null)
    expect(withPage.map((e) => [e.first, e.url])).toEqual(
      [2027, 2028, 2029].flatMap((year) => [
        [`${year}-07-30`, 'https://waymark.example.org/campaigns/world-day-against-trafficking'],
        [`${year}-10-18`, 'https://waymark.example.org/campaigns/anti-slavery-day'],
      ]),
    )
  })

  test('have the supporting days too, and no week whose dates nobody knows', () => {
    const ids = new Set(readBack(file).events.map((e) => e.uid.replace(/-\d{4}@.*/, '')))
    const expected = shipped.days.filter(
      (d) => d.use !== 'remember' && (d.rule.type === 'fixed' || d.weeks?.some((w) => w.from !== 'unknown' && w.from > '2026-11-24')),
    )
    expect([...ids].sort()).toEqual(expected.map((d) => d.id).sort())
  })

  test('give the same bytes whenever they are asked for, until a day has passed', () => {
    expect(fileOf(shipped.days, '2026-11-24')).toBe(file)
    expect(fileOf(shipped.days, '2026-11-25')).toBe(file)
    expect(fileOf(shipped.days, '2026-12-03')).not.toBe(file)
  })
})

describe('which days', () => {
  const firsts = (days: readonly CampaignDay[], today: string) => readBack(fileOf(days, today)).events.map((e) => e.first)

  test('those of today and of three years from it, both ends counted', () => {
    expect(firsts([madeUp()], '2026-02-28')).toEqual(['2026-02-28', '2027-02-28', '2028-02-28', '2029-02-28'])
    expect(firsts([madeUp()], '2026-03-01')).toEqual(['2027-02-28', '2028-02-28', '2029-02-28'])
    expect(firsts([madeUp()], '2026-02-27')).toEqual(['2026-02-28', '2027-02-28', '2028-02-28'])
  })

  test('a week is one event; its end is the day after its last day', () => {
    expect(readBack(fileOf([weekly], '2024-11-24')).events.map(({ uid, first, end, allDay }) => ({ uid, first, end, allDay }))).toEqual([
      { uid: 'made-up-week-2024@hertfordshire-modern-slavery-partnership.waymark', first: '2024-11-18', end: '2024-11-25', allDay: true },
      { uid: 'made-up-week-2027@hertfordshire-modern-slavery-partnership.waymark', first: '2027-11-22', end: '2027-11-27', allDay: true },
    ])
  })

  test('nothing that is only to be remembered; and a calendar without days is one still', () => {
    const empty = fileOf([madeUp({ use: 'remember' })], '2026-11-24')
    expect([faultsOf(empty), readBack(empty).events]).toEqual([[], []])
  })

  test('a uid is the same from year to year of asking, and no two events share one', () => {
    const uids = (today: string) => readBack(fileOf([...shipped.days, madeUp(), weekly], today)).events.map((e) => e.uid)
    const [before, after] = [uids('2026-11-24'), uids('2027-11-21')]
    expect(new Set(before).size).toBe(before.length)
    expect(after.filter((uid) => before.includes(uid)).length).toBeGreaterThan(8)
  })

  test('the stamp is the day on which the pack’s fact was checked', () => {
    expect(readBack(fileOf([madeUp({ checked: '2025-01-02' })], '2026-11-24')).events[0]?.stamp).toBe('2025-01-02T00:00:00Z')
  })
})

describe('what an event says', () => {
  const said = (day: CampaignDay, today: string) =>
    readBack(fileOf([day], today)).events.map((e) => e.description.replaceAll('\u00a0', ' '))

  test('the theme only of a year whose theme is known, then the purpose, and what it rests on', () => {
    const rests = 'None.\nChecked 24 November 2026. Source: a test. Official source.'
    expect(said(madeUpMain, '2026-11-24')).toEqual([rests, `Theme: Of 2028. Official source.\n${rests}`, rests])
  })

  test('what is not from an official text says so', () => {
    expect(said(madeUp({ sure: 'C' }), '2026-11-24')[0]).toContain('Source: a test. General knowledge.')
  })
})

test('whatever a text holds, the file is well-formed and reads back as it was', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('\\', ';', ',', '\n', '\r', 'n', ' ', '\t', '"', ':', 'é', '€', '👩‍👧', '\u0000', '\u007f', '\u0085', '\u2028'),
      maxLength: 200,
    }),
    fc.string({ unit: fc.constantFrom('a', 'ü', '字', '🪧'), minLength: 60, maxLength: 90 }),
  )
  /** As a reader may expect it: one kind of line break, no control signs. */
  const plain = (text: string) =>
    text
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/(?![\t\n])\p{Cc}/gu, '')
  fc.assert(
    fc.property(anyText, anyText, fc.integer({ min: 0, max: 40 }), (summary, description, days) => {
      const last = date('2027-07-30').add({ days })
      const file = icalendar(summary, [event({ summary, description, last }), event({ uid: 'second@b' })])
      expect(faultsOf(file)).toEqual([])
      const { events } = readBack(file)
      expect(events).toHaveLength(2)
      expect(events[0]).toMatchObject({
        summary: plain(summary),
        description: plain(description),
        end: last.add({ days: 1 }).toString(),
        allDay: true,
      })
    }),
    { numRuns: process.env.WAYMARK_ALL ? 400 : 120 },
  )
})

describe('a file with a fault is seen', () => {
  const good = icalendar('Days', [event({ description: 'é'.repeat(100) })])

  test.each<[string, string, RegExp]>([
    ['LF for CRLF', good.replaceAll('\r\n', '\n'), /bare|no end/],
    ['no end of the last line', good.slice(0, -2), /no end/],
    ['a line that is not folded', good.replaceAll('\r\n ', ''), /octets/],
    ['a line break that is not written \\n', good.replace('A day', 'A\nday'), /bare/],
    ['a control sign', good.replace('A day', 'A\u0007day'), /control/],
    ['an empty line', good.replace('TRANSP', '\r\nTRANSP'), /empty/],
    ['a text that begins a line', good.replace('TRANSP:', 'half a line\r\nTRANSP:'), /no name/],
  ])('%s', (_name, text, fault) => expect(faultsOf(text).join()).toMatch(fault))

  test('a letter cut in two by folding', () => {
    const bytes = Buffer.from(good)
    const at = bytes.indexOf(0xc3) + 1
    expect(() => lineFaults(Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]))).toThrow()
  })

  test.each([
    ['END:VEVENT\r\n', ''],
    ['SUMMARY:A day', 'SUMMARY'],
    ['BEGIN:VCALENDAR', 'BEGIN:VCARD'],
  ])('another reader refuses it: %s become %s', (from, to) => {
    expect(good).toContain(from)
    expect(() => readBack(good.replace(from, to))).toThrow()
  })

  test('a day written as a time is not all day, and a comma that is not escaped is read otherwise', () => {
    const timed = good.replace('DTSTART;VALUE=DATE:20270730', 'DTSTART:20270730T000000Z')
    expect(readBack(timed).events[0]?.allDay).toBe(false)
    expect(readBack(good.replace('A day', 'A\\\\nday')).events[0]?.summary).toBe('A\\nday')
  })
})

describe('the address', () => {
  const [path, finished] = calendarFile(locale, shipped)

  test('is /campaigns.ics, of its own type', () => {
    expect([path, finished.type]).toEqual(['/campaigns.ics', 'text/calendar; charset=utf-8'])
    const body = String(finished.make(Temporal.Instant.from('2026-11-24T12:00:00Z')).body)
    expect(faultsOf(body)).toEqual([])
    expect(readBack(body).name).toBe('Campaign days in Hertfordshire')
  })

  test.each([
    ['2026-11-24T23:59:59Z', '2026-11-25T00:00:00Z'],
    ['2027-07-30T22:59:59Z', '2027-07-30T23:00:00Z'],
    ['2027-07-30T23:00:00Z', '2027-07-31T23:00:00Z'],
  ])('made at %s it holds until London’s midnight, %s', (now, until) => {
    expect(new Date(finished.make(Temporal.Instant.from(now)).valid.until).toISOString()).toBe(until.replace('Z', '.000Z'))
  })

  test('on the evening of the day it has the day, after midnight it has it no more', () => {
    const has = (now: string) => String(finished.make(Temporal.Instant.from(now)).body).includes('DTSTART;VALUE=DATE:20270730')
    expect([has('2027-07-30T22:59:59Z'), has('2027-07-30T23:00:00Z')]).toEqual([true, false])
  })
})
