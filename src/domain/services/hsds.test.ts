import { describe, expect, test } from 'vitest'
import { beacon, helpline, hsdsText, london, row, service } from './fixtures.ts'
import { hsdsListItem, hsdsPage, hsdsRoot, hsdsService, hsdsServices } from './hsds.ts'
import type { HsdsService, PublicWords } from './hsds-types.ts'
import { areaName, daysText, unmarked } from './hsds-words.ts'
import type { Service } from './service.ts'

const context = (at: string) => ({ pack: 'a-pack', at: Temporal.Instant.from(at), calendar: london, t: hsdsText })
const now = context('2026-11-28T21:10:00Z')
const words: PublicWords = { name: 'Plain name', about: 'Somebody answers.' }
const made = (changes: Partial<Service>, at = now): HsdsService => hsdsService(service(changes), undefined, null, at)

describe('what is not confirmed', () => {
  const published = (at: string): HsdsService | undefined => hsdsServices([beacon], new Map(), context(at))[0]

  test('Beacon has hours and a provider until doubt begins', () => {
    expect(published('2026-03-31T22:59:59Z')?.schedules).toHaveLength(1)
    const before = published('2026-03-29T12:00:00Z')
    expect(before?.schedules?.every(({ valid_to }) => valid_to === '2026-03-31')).toBe(true)
    expect(before?.organization).toMatchObject({ name: 'nobody' })
    expect(before).not.toHaveProperty('alert')
    expect(before?.phones).toEqual([{ id: expect.any(String), number: '03000 11 55 55', type: 'voice' }])
  })

  test('and none from then on: the hours only in words that say so', () => {
    const after = published('2026-03-31T23:00:00Z')
    expect(after).not.toHaveProperty('schedules')
    expect(after).not.toHaveProperty('organization')
    expect(after?.description).toBe(
      'Nobody. Hours not confirmed since 2019-07-30. Last known hours: Monday to Friday 08:00 to 20:00; Saturday 09:00 to 17:00.',
    )
    expect(after?.alert).toBe('Number not confirmed since 2019-07-30. Hours not confirmed since 2019-07-30.')
    expect(after?.phones?.[0]?.description).toBe('Number not confirmed since 2019-07-30.')
    expect(after?.status).toBe('active')
  })

  test('the pack’s own words stand in place of ours', () => {
    const { description } = hsdsService(helpline, { ...words, unconfirmed: 'It was open in 2021.' }, null, now)
    expect(description).toBe('Somebody answers. Hours not confirmed since 2021-10-25. It was open in 2021.')
  })

  test('past its review nothing is in force', () => {
    expect(made({ review: '2026-11-28' }).schedules).toHaveLength(1)
    expect(made({ review: '2026-11-27' })).not.toHaveProperty('schedules')
    expect(made({ review: '2026-11-27' }).alert).toBe('Hours not confirmed since 2019-07-30.')
  })

  test('nor are rows that may have ended, or history without a date', () => {
    expect(made({ schedule: [row({ valid_to: 'unknown' })] })).not.toHaveProperty('schedules')
    expect(made({ schedule_now: 'unknown' })).not.toHaveProperty('schedules')
    expect(made({ schedule: [row({ valid_to: '2026-11-27' })] })).not.toHaveProperty('schedules')
    expect(made({ schedule: [row({ source_date: 'unknown', valid_to: 'unknown' })] }).alert).toBe('Hours not confirmed.')
  })

  test('a number from general knowledge says so; one that is not known is left out', () => {
    expect(made({ sure: 'C', source_date: 'unknown' }).phones?.[0]?.description).toBe('Number not confirmed.')
    expect(made({ phone: 'unknown' })).not.toHaveProperty('phones')
    expect(made({ phone: null, sure: 'C' }).alert).toBe('Address not confirmed since 2019-07-30.')
  })

  test('unknowns are absent', () => {
    const bare = made({ schedule: 'unknown', audience: [], use_when: '' })
    expect(Object.keys(bare)).toEqual(['id', 'name', 'description', 'status', 'assured_date', 'phones', 'service_areas', 'attributes'])
    expect(JSON.stringify(bare)).not.toMatch(/null|unknown|undefined/)
  })

  test('who answers is left out where it rests on general knowledge', () => {
    const body = (answered_by: string) => hsdsServices([service({ answered_by })], new Map(), now)[0]?.organization?.name
    expect(body('A trust [C]')).toBe(undefined)
    expect(body('A council, its care services')).toBe('A council')
    expect(body('A charity (a national one)')).toBe('A charity')
  })

  test('a body is one record, wherever it answers', () => {
    const [line, form] = [service({ name: 'A line', answered_by: 'Us' }), service({ name: 'A form', answered_by: 'Us; by post' })]
    const bodies = hsdsServices([line, form], new Map(), now).map(({ organization }) => organization)
    expect(bodies[0]).toEqual({ id: expect.any(String), name: 'Us', description: 'It is the contact for: A line; A form.' })
    expect(bodies[1]).toEqual(bodies[0])
  })
})

describe('what is known', () => {
  test('facts, with how they are known', () => {
    const full = made({
      email: 'a@example.org',
      url: 'https://example.org/',
      free: { value: false, sure: 'C', note: '03 number' },
      languages: { value: ['en', 'pl'], interpreter: '200 languages', source_date: '2019-09-19' },
      other_phones: [{ display: '0306 999 0001', e164: '+443069990001', note: 'out of hours' }],
      sms: { dial: '61016', note: 'text' },
      audience: ['public', 'child', 'professional'],
      use_when: 'A worry [C]',
    })
    expect(full).toMatchObject({
      email: 'a@example.org',
      url: 'https://example.org/',
      fees_description: 'Not free to contact (not checked against a source). 03 number.',
      interpretation_services: '200 languages (as of 2019-09-19).',
      languages: [{ code: 'en' }, { code: 'pl' }],
      eligibility_description: 'For the public, children and professionals. A worry (not confirmed).',
      assured_date: '2026-11-24',
      phones: [
        { number: '0306 999 0000', type: 'voice' },
        { number: '0306 999 0001', type: 'voice', description: 'out of hours' },
        { number: '61016', type: 'text', description: 'text' },
      ],
      service_areas: [{ name: 'United Kingdom' }],
    })
    expect(full.attributes.map(({ link_type, taxonomy_term }) => [link_type, taxonomy_term.code])).toEqual([
      ['kind', 'phone'],
      ['audience', 'public'],
      ['audience', 'child'],
      ['audience', 'professional'],
      ['area', 'uk'],
    ])
  })

  test('the plain name is the alternate one, and only where it differs', () => {
    expect(hsdsService(service(), words, null, now)).toMatchObject({ name: 'Made up', alternate_name: 'Plain name' })
    expect(hsdsService(service(), { ...words, name: 'Made up' }, null, now)).not.toHaveProperty('alternate_name')
  })

  test('the body that answers, when the pack was last changed', () => {
    const modified = Temporal.Instant.from('2026-11-24T08:00:00Z')
    const body = { name: 'A charity', description: 'It answers.', website: 'https://example.org/' }
    expect(hsdsService(service(), words, body, { ...now, modified })).toMatchObject({
      organization: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), ...body },
      last_modified: '2026-11-24T08:00:00.000Z',
    })
  })

  test('a body that has ended is defunct, a closure shuts for a time', () => {
    expect(made({ valid_to: '2026-11-27' })).toMatchObject({ status: 'defunct' })
    expect(made({ valid_to: '2026-11-27' })).not.toHaveProperty('schedules')
    const closures = [{ from: '2026-11-28', to: '2026-12-01', note: 'works', source: 'x', source_date: '2026' }]
    expect(made({ closures })).toMatchObject({
      status: 'temporarily closed',
      alert: 'Closed from 2026-11-28 until 2026-12-01: works.',
      schedules: [{ valid_from: '2026-12-01' }],
    })
    expect(made({ closures }, context('2026-12-01T00:00:00Z'))).not.toHaveProperty('alert')
  })

  test('legacy services are left out', () => {
    expect(hsdsServices([service({ legacy: true }), service()], new Map(), now)).toHaveLength(1)
  })

  test('words', () => {
    expect(['uk', 'england-and-wales', 'hertfordshire'].map((area) => areaName(hsdsText, area))).toEqual([
      'United Kingdom',
      'England and Wales',
      'Hertfordshire',
    ])
    expect(daysText(hsdsText, ['sun', 'sat'])).toBe('Saturday and Sunday')
    expect(daysText(hsdsText, ['mon', 'wed', 'fri'])).toBe('Monday, Wednesday and Friday')
    expect(unmarked(hsdsText, 'Yes. [B]')).toBe('Yes.')
  })
})

describe('lists', () => {
  test('an item of a list has no lists of its own', () => {
    expect(Object.values(hsdsListItem(made({}))).some(Array.isArray)).toBe(false)
    expect(hsdsListItem(made({}))).toMatchObject({ name: 'Made up', status: 'active' })
  })

  test.each([
    [[1, 2, 3, 4, 5], 1, 2, { total_pages: 3, size: 2, first_page: true, last_page: false, empty: false, contents: [1, 2] }],
    [[1, 2, 3, 4, 5], 3, 2, { total_pages: 3, size: 1, first_page: false, last_page: true, empty: false, contents: [5] }],
    [[1, 2, 3, 4, 5], 4, 2, { total_pages: 3, size: 0, first_page: false, last_page: true, empty: true, contents: [] }],
    [[1, 2], undefined, undefined, { total_pages: 1, size: 2, first_page: true, last_page: true, empty: false, contents: [1, 2] }],
    [[], undefined, undefined, { total_pages: 1, size: 0, first_page: true, last_page: true, empty: true, contents: [] }],
  ])('%j, page %j of %j each', (items, page, perPage, expected) => {
    expect(hsdsPage(items, page, perPage)).toEqual({ total_items: items.length, page_number: page ?? 1, ...expected })
  })

  test('a page that is no number from 1 on is the first', () => {
    for (const odd of [0, -1, Number.NaN, 1.5]) expect(hsdsPage([1, 2, 3], odd, 2)).toEqual(hsdsPage([1, 2, 3], 1, 2))
    expect(hsdsPage([1, 2, 3], 1, 0)).toEqual(hsdsPage([1, 2, 3], 1, 1))
  })

  test('the root names the version', () => expect(hsdsRoot.version).toBe('3.0'))
})
