import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hsdsText, london, readContent, row, service } from './fixtures.ts'
import { hsdsListItem, hsdsPage, hsdsRoot, hsdsServices } from './hsds.ts'
import { hsdsFaults } from './hsds-fixtures.ts'
import type { PublicWords } from './hsds-types.ts'
import { type Service, serviceSchema } from './service.ts'

const faults = hsdsFaults('/services/{id}')
const strictFaults = hsdsFaults('/services/{id}', 'strict')
const pageFaults = hsdsFaults('/services')
const strictPageFaults = hsdsFaults('/services', 'strict')

type File = { owner_default: string; services: { id: string }[] }
/** The rows of the pack's files, the county's laid over the national ones. */
const laidOver = (path: string): Map<string, { id: string; owner: string }> => {
  const entries = new Map<string, { id: string; owner: string }>()
  for (const { services, owner_default } of [`national/${path}`, `hertfordshire/${path}`].map((file): File => readContent(file)))
    for (const entry of services) entries.set(entry.id, { owner: owner_default, ...entries.get(entry.id), ...entry })
  return entries
}
const pack: Service[] = [...laidOver('services.yaml').values()].map((entry) => serviceSchema.parse(entry))
const words = laidOver('words/en/services.yaml') as unknown as Map<string, PublicWords>

const at = (moment: string) => ({
  pack: 'hertfordshire',
  at: Temporal.Instant.from(moment),
  calendar: london,
  t: hsdsText,
  modified: Temporal.Instant.from('2026-11-24T08:00:00Z'),
})

test.each(['2019-08-01T10:00:00Z', '2026-11-28T21:10:00Z', '2031-01-01T00:00:00Z'])(
  'every service of the pack is valid, at %s',
  (moment) => {
    const all = hsdsServices(pack, words, at(moment))
    expect(all.length).toBe(pack.filter(({ legacy }) => !legacy).length)
    expect(all.length).toBeGreaterThan(25)
    for (const one of all) expect([one.name, ...faults(one), ...strictFaults(one)]).toEqual([one.name])
  },
)

test('every id in the answers is of one thing', () => {
  const seen = new Map<string, string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && typeof value.id === 'string') {
      const text = JSON.stringify(value)
      expect(text).toBe(seen.get(value.id) ?? text)
      seen.set(value.id, text)
    }
    for (const inner of Object.values(value)) walk(inner)
  }
  walk(hsdsServices(pack, words, at('2026-11-28T21:10:00Z')))
  expect(seen.size).toBeGreaterThan(100)
})

test('the list is valid, page by page, with full services and with short ones', () => {
  const all = hsdsServices(pack, words, at('2026-11-28T21:10:00Z'))
  const short = all.map(hsdsListItem)
  for (const page of [hsdsPage(short), hsdsPage(short, 2, 10), hsdsPage(short, 99, 10), hsdsPage([])]) {
    expect([...pageFaults(page), ...strictPageFaults(page)]).toEqual([])
    // The schema of a page requires none of its fields; the API reference means all of them.
    expect(Object.keys(page)).toEqual(['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'])
  }
  expect(pageFaults(hsdsPage(all))).toEqual([])
})

test('the root has the fields of the API', () => {
  const root = hsdsFaults('/')
  expect(root(hsdsRoot)).toEqual([])
  expect(root({ ...hsdsRoot, profile: 'none' })).toHaveLength(1)
})

const [sample] = hsdsServices([service()], new Map(), at('2026-11-28T21:10:00Z'))
test.each<[string, object]>([
  ['no name', { name: undefined }],
  ['no status', { status: undefined }],
  ['a status of its own', { status: 'unknown' }],
  ['an id that is no UUID', { id: 'beacon' }],
  ['an address that is none', { url: 'unknown' }],
  ['null for not known', { email: null }],
  ['a moment that is a day', { last_modified: '2026-11-24' }],
  ['a phone without its number', { phones: [{ id: sample?.id }] }],
  ['a schedule every day', { schedules: [{ ...sample?.schedules?.[0], freq: 'DAILY' }] }],
  ['a timezone by name', { schedules: [{ ...sample?.schedules?.[0], timezone: 'Europe/London' }] }],
  ['an organization that is not described', { organization: { id: sample?.id, name: 'x' } }],
  ['a term without a name', { attributes: [{ id: sample?.id, taxonomy_term: { id: sample?.id, description: 'x' } }] }],
])('a broken service is refused: %s', (_, broken) => {
  expect(faults(sample)).toEqual([])
  expect(faults({ ...sample, ...broken }).length).toBeGreaterThan(0)
})

test('a broken page is refused, and a field that HSDS does not have', () => {
  expect(pageFaults({ ...hsdsPage([]), total_items: '0' })).toHaveLength(1)
  expect(pageFaults({ ...hsdsPage([]), contents: {} })).toHaveLength(1)
  expect(pageFaults(hsdsPage([{ id: 'beacon' }]))).toHaveLength(3)
  expect(faults({ ...sample, state: 'open' })).toEqual([])
  expect(strictFaults({ ...sample, state: 'open' })).toHaveLength(1)
  expect(strictFaults({ ...sample, phones: [{ ...sample?.phones?.[0], dial: '999' }] })).toHaveLength(1)
})

const text = fc.oneof(fc.string({ minLength: 1, maxLength: 30 }), fc.constantFrom('unknown', '[C]', 'a (b)', 'ß, ü; “q”'))
const sure = fc.constantFrom(...(['A', 'B', 'C', '?'] as const))
const truth = fc.record({ value: fc.constantFrom(true, false, 'unknown' as const), sure, note: text }, { requiredKeys: ['value'] })
const made = fc
  .record(
    {
      name: text,
      answered_by: text,
      use_when: text,
      kind: fc.constantFrom(...serviceSchema.shape.kind.options),
      audience: fc.subarray([...serviceSchema.shape.audience.element.options]),
      area: fc.constantFrom('uk', 'england-and-wales', 'somewhere'),
      phone: fc.constantFrom(null, 'unknown' as const, service().phone),
      url: fc.oneof(fc.constant(null), fc.constant('https://example.org/a?b=c#d')),
      free: truth,
      languages: fc.record(
        { value: fc.oneof(fc.constant('unknown' as const), fc.constant(['en', 'ro', 'en'])), interpreter: text, sure, note: text },
        { requiredKeys: ['value'] },
      ),
      schedule: fc.constantFrom(
        'unknown' as const,
        [row()],
        [row({ days: ['mon'], opens: '22:00', closes: '06:00' }), row({ valid_from: 'unknown' })],
      ),
      schedule_now: fc.constant('unknown' as const),
      doubt_from: fc.constantFrom('2020-01-01', '2027-01-01'),
      valid_to: fc.constantFrom('2020-01-01', '2027-01-01'),
      email: fc.constant('a@example.org'),
      source_date: fc.constantFrom('unknown', '2020', '2026-04'),
      sure,
    },
    { requiredKeys: ['name', 'answered_by', 'use_when', 'schedule', 'sure', 'source_date'] },
  )
  .map((changes) => service(changes as Partial<Service>))

test('any service that a pack may hold is valid', () => {
  const property = fc.property(
    made,
    fc.option(fc.record({ name: text, about: text, unconfirmed: text }), { nil: undefined }),
    (of, said) => {
      expect(serviceSchema.safeParse(of).success).toBe(true)
      const [record] = hsdsServices([of], new Map(said ? [[of.id, said]] : []), at('2026-11-28T21:10:00Z'))
      expect([...faults(record), ...strictFaults(record)]).toEqual([])
    },
  )
  fc.assert(property, { numRuns: 500 })
})
