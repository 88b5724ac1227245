import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessColumns, saysDone } from './columns.ts'
import { dateOrderOf, dayIn } from './dates.ts'
import { decoded, encodingOf, separatorOf } from './decode.ts'
import { tableIn } from './layout.ts'
import { type Mapping, mappingSchema } from './mapping.ts'
import { apartByEmail, peopleIn, type Reading } from './people.ts'
import { type Sheet, sheetKind } from './sheet.ts'

const zone = 'Europe/London'
const days = fc.integer({ min: 0, max: 4000 }).map((n) => Temporal.PlainDate.from('2016-01-01').add({ days: n }))
const two = (n: number): string => String(n).padStart(2, '0')

test('a day is read as it was written, in whichever way, and a column tells its order or asks', () => {
  const written = (day: Temporal.PlainDate): Record<string, string> => {
    const { year, month, day: d } = day
    const name = day.toLocaleString('en-GB', { month: 'long' })
    const dmy = `${two(d)}/${two(month)}/${year}`
    return {
      iso: day.toString(),
      moodle: `${day} 09:58:12`,
      dmy,
      'short dmy': `${d}.${month}.${two(year % 100)}`,
      esr: `${two(d)}-${name.slice(0, 3)}-${year}`,
      long: `${day.toLocaleString('en-GB', { weekday: 'long' })}, ${d} ${name} ${year}, 9:58 AM`,
      american: `${name} ${d}, ${year}`,
    }
  }
  fc.assert(
    fc.property(days, (day) => {
      for (const text of Object.values(written(day))) expect(dayIn(text, 'dmy', zone)?.toString()).toBe(day.toString())
      expect(dayIn(`${day.month}/${day.day}/${two(day.year % 100)}, 9:58:12 AM`, 'mdy', zone)?.toString()).toBe(day.toString())
    }),
  )
  fc.assert(
    fc.property(fc.array(days, { minLength: 1 }), fc.constantFrom('dmy' as const, 'mdy' as const), (column, order) => {
      const texts = column.map(({ year, month, day }) => (order === 'dmy' ? [day, month, year] : [month, day, year]).join('/'))
      const plain = column.some(({ day }) => day > 12)
      expect(dateOrderOf(texts)).toBe(plain ? order : 'ask')
    }),
  )
  expect(dateOrderOf(['2026-11-24', ''])).toBeNull()
  for (const text of ['31/02/2026', '24/13/2026', 'soon', '', '2026-02-30', '30-Feb-2026', '-1/2/2026'])
    expect(dayIn(text, 'dmy', zone)).toBeNull()
})

test('a text is read in the way of writing that it has; bytes of no way are never refused', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.isWellFormed() && !/[\0\uFEFF]/.test(text)),
      (text) => {
        expect(decoded(Buffer.from(text), encodingOf(Buffer.from(text)))).toBe(text)
        const marked = Buffer.from(`\uFEFF${text}`, 'utf16le')
        expect(decoded(marked, encodingOf(marked))).toBe(text)
      },
    ),
  )
  expect(encodingOf(Buffer.from('Name,Date\nAbi,1/2/2026\n', 'utf16le'))).toBe('utf-16le')
  const windows = Buffer.from([...Buffer.from('Name\nSi'), 0xe2, 0x6e])
  expect([encodingOf(windows), decoded(windows, 'windows-1252')]).toEqual(['windows-1252', 'Name\nSiân'])
  fc.assert(fc.property(fc.uint8Array(), (bytes) => decoded(bytes, encodingOf(bytes)).length >= 0))
  expect([separatorOf('sep=;\r\na;b').separator, separatorOf('"a,b";c\n"d,e";f\n"g";h').separator]).toEqual([';', ';'])
  expect([sheetKind(Buffer.from('%PDF-1.7')), sheetKind(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])), sheetKind(Buffer.from('Name'))]).toEqual([
    null,
    null,
    'text',
  ])
})

const sheet = (cells: string[][]): Sheet => ({
  cells,
  lines: cells.map((_, at) => at + 1),
  how: { encoding: 'utf-8', separator: ',', loose: false },
})

test('a title above a list is no list, and a word of a column is what it says', () => {
  const table = tableIn(
    sheet([
      ['Training report'],
      ['Made on', '24 November'],
      ['Surname', 'Forename', 'E-mail', 'Completion Date', 'Status'],
      ['Ford', 'Abi', '', '', ''],
    ]),
  )
  expect([table?.headers, table?.rows[0]?.line]).toEqual([['Surname', 'Forename', 'E-mail', 'Completion Date', 'Status'], 4])
  expect(guessColumns(table?.headers ?? [])).toEqual({ last: 0, first: 1, email: 2, date: 3, result: 4 })
  expect(guessColumns(['Employee Name', 'Last Updated By'])).toEqual({ name: 0 })
  expect(tableIn(sheet([['Name', 'Date']]))).toBeNull()
  expect(['Completed', 'Yes', 'Attended', 'Completed (achieved pass grade)'].every(saysDone)).toBe(true)
  expect(
    ['Not completed', 'In progress', 'Failed', '', 'Organizer', 'Completed (did not achieve pass grade)', 'Incomplete'].some(saysDone),
  ).toBe(false)
})

const reading: Reading = {
  course: {
    id: 'course',
    tiers: [{ id: 'everyone', name: 'Everyone', for: 'all', minutes: 30, parts: ['a'] }],
    taught: 'bbbbbbbbbbbb',
    releases: [
      { taught: 'bbbbbbbbbbbb', date: '2026-06-01', changes: ['x'], learn: [] },
      { taught: 'aaaaaaaaaaaa', date: '2026-01-01', changes: ['x'], learn: [] },
    ],
  },
  groups: [{ id: 'manages', name: 'I manage people' }],
  today: Temporal.PlainDate.from('2026-11-30'),
  timeZone: zone,
}
const mapping = (more: Partial<Mapping> = {}): Mapping => ({
  ...{ columns: { name: 0, email: 1, date: 2, group: 3 }, tier: 'everyone', tiers: {}, done: [], order: 'dmy' },
  ...{ on: null, ends: 0, ours: true, sector: null, ...more },
})
const read = (rows: string[][], more?: Partial<Mapping>) => {
  const table = tableIn(sheet([['Name', 'Email', 'Date', 'Role group'], ...rows]))
  if (!table) throw new Error('no table')
  return peopleIn(table, mapping(more), reading)
}

test('who learned has the version that was taught on their day, and none where it was not our course', () => {
  const rows = [
    ['Abi', '', '01/12/2025', ''],
    ['Ben', '', '01/02/2026', 'manages'],
    ['Cat', '', '01/06/2026', ''],
  ]
  expect(read(rows).people.map(({ version }) => version)).toEqual([null, 'aaaaaaaaaaaa', 'bbbbbbbbbbbb'])
  expect(read(rows, { ours: false }).people.map(({ version }) => version)).toEqual([null, null, null])
  expect(read([['Dot', '', '01/06/2029', '']], { ends: 3 }).people.map(({ on }) => on)).toEqual(['2026-06-01'])
})

test('each row is somebody, somebody else’s, or bad with a reason; none is lost, whatever stands in it', () => {
  expect(
    read([
      ['', 'a@b.org', '1/1/2026'],
      ['x'.repeat(121), '', '1/1/2026'],
      ['=HYPERLINK("x")', '', '1/1/2026'],
      ['see https://example.org', '', '1/1/2026'],
      ['Abi', 'a@b', '1/1/2026'],
      ['Abi', '', ''],
      ['Abi', '', 'then'],
      ['Abi', '', '1/12/2026'],
      ['Abi', '', '1/1/2015'],
    ]).bad.map(({ line, column, reason }) => [line, column, reason]),
  ).toEqual([
    [2, 'Name', 'name-missing'],
    [3, 'Name', 'name-long'],
    [4, 'Name', 'name-odd'],
    [5, 'Name', 'name-odd'],
    [6, 'Email', 'email'],
    [7, 'Date', 'date-missing'],
    [8, 'Date', 'date'],
    [9, 'Date', 'date-future'],
    [10, 'Date', 'date-old'],
  ])
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '=1+1', '\u202EAbi', 'a@b.org', '1/2/2026', 'null', '\0'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (rows) => {
      const filled = rows.filter((row) => row.some((one) => one.trim()))
      if (!filled.length) return
      const { people, bad, others } = read(rows)
      expect(people.length + bad.length + others).toBe(filled.length)
      for (const { name, on } of people) {
        expect(name).not.toMatch(/[\u202A-\u202E]|\p{Cc}/u)
        expect(on).toMatch(/^\d{4}-\d\d-\d\d$/)
      }
    }),
  )
})

test('what stands in place of a number of an employee is no number: nobody is found by it', () => {
  const numberOf = (number: string) =>
    read([['Abi', '', '1/1/2026', '', number]], { columns: { name: 0, date: 2, number: 4 } }).people[0]?.number
  for (const none of [
    '',
    '-',
    '--',
    'N/A',
    'n.a.',
    '#N/A',
    'na',
    '0',
    '000',
    '0.0',
    'None',
    'nil',
    'NULL',
    'Unknown',
    'not known',
    'TBC',
    'x',
    '?',
    'Agency',
    'bank staff',
  ])
    expect([none, numberOf(none)]).toEqual([none, null])
  for (const some of ['7', '00012', '20417733', '10-0', 'JSMITH', 'N1', 'A/0']) expect(numberOf(some)).toBe(some)
})

test('a mailbox that two people share makes them one person no more; a new name or a new number alone is the same person', () => {
  const person = { organisation: null, group: null, tier: 'everyone', version: null, from: null, on: '2026-11-01' }
  const rows = [
    { line: 2, name: 'Abi Weir', email: 'ward@example.org', number: '11' },
    { line: 3, name: 'Ben Fold', email: 'Ward@example.org', number: '12' },
    { line: 4, name: 'Abi Ford', email: 'ward@example.org', number: '11' },
    { line: 5, name: 'Abi Weir', email: 'ward@example.org', number: '13' },
    { line: 6, name: 'Cas Fold', email: 'ward@example.org', number: null },
    { line: 7, name: 'Di Fold', email: null, number: '12' },
  ].map((row) => ({ ...row, ...person }))
  const { people, bad } = apartByEmail(rows, 'Email')
  expect(people.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7])
  expect(bad).toEqual([{ line: 3, column: 'Email', reason: 'email-shared', said: 'Ben Fold', of: 2 }])
})

test('what a page carried as a mapping is one, or nothing', () => {
  expect(mappingSchema.safeParse(mapping()).success).toBe(true)
  for (const wrong of [{ columns: { name: 999 } }, { ends: 4 }, { on: 'today' }, { done: 'all' }])
    expect(mappingSchema.safeParse({ ...mapping(), ...wrong }).success).toBe(false)
})
