/** For tests only: services made up or copied, so that a change of the pack cannot change what a rule is tested on. */
import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { parse } from 'yaml'
import { type BankHoliday, buildCalendar, type Calendar } from '../time/calendar.ts'
import type { HsdsText } from './hsds-words.ts'
import type { ScheduleRow, Service } from './service.ts'

const content = new URL('../../../content/', import.meta.url)
export const readContent = (path: string) => parse(readFileSync(new URL(path, content), 'utf8'))

const { words }: { words: { hsds: Record<string, string> } } = readContent('national/words/en/open-referral.yaml')
/** The words of the national pack. */
export const hsdsText: HsdsText = (id, values = {}) => String(new IntlMessageFormat(words.hsds[id] ?? '', 'en-GB').format(values))

const file: { covers: Calendar['covers']; days: BankHoliday[] } = readContent('national/bank-holidays.yaml')
export const calendarOf = (region: string): Calendar => buildCalendar(region, 'Europe/London', file.covers, file.days)
export const london = calendarOf('england-and-wales')

export const everyDay: ScheduleRow['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export const row = (changes: Partial<ScheduleRow> = {}): ScheduleRow => ({
  days: everyDay,
  opens: '00:00',
  closes: '24:00',
  valid_from: null,
  valid_to: null,
  bank_holidays: 'open',
  sure: 'A',
  source: 'a test',
  source_date: '2019-07-30',
  ...changes,
})

export const service = (changes: Partial<Service> = {}): Service => ({
  id: 'made-up',
  name: 'Made up',
  kind: 'phone',
  audience: ['public'],
  area: 'uk',
  phone: { dial: '03069990000', e164: '+443069990000', display: '0306 999 0000' },
  url: null,
  free: { value: 'unknown' },
  on_bill: { value: 'unknown' },
  anonymous: { value: 'unknown' },
  languages: { value: 'unknown' },
  answered_by: 'nobody',
  use_when: 'never',
  schedule: [row()],
  note: '',
  source: 'a test',
  source_date: '2019-07-30',
  checked: '2026-11-24',
  review: '2400-01-01',
  owner: 'nobody',
  sure: 'A',
  ...changes,
})

/** As in content/hertfordshire/services.yaml of 24 Nov 2026. */
export const beacon = service({
  id: 'beacon',
  schedule: [
    row({
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      opens: '08:00',
      closes: '20:00',
      valid_from: '2019-07-30',
      bank_holidays: 'unknown',
    }),
    row({ days: ['sat'], opens: '09:00', closes: '17:00', valid_from: '2019-07-30', bank_holidays: 'unknown' }),
  ],
  schedule_now: 'unknown',
  doubt_from: '2026-04-01',
  review: '2026-12-24',
  audience: ['possible-victim', 'public', 'professional'],
  phone: { dial: '03000115555', e164: '+443000115555', display: '03000 11 55 55' },
})

/** As in content/national/services.yaml of 24 Nov 2026. */
export const helpline = service({
  id: 'modern-slavery-helpline',
  schedule: [row({ valid_from: '2016-10-10', valid_to: 'unknown', source_date: '2021-10-25' })],
  schedule_now: 'unknown',
  doubt_from: '2023-01-01',
  source_date: '2026-04',
  review: '2026-12-24',
})
