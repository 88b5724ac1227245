import { describe, expect, test } from 'vitest'
import { arrange, groupOf, nextChange } from './arrange.ts'
import { beacon, london, row, service } from './fixtures.ts'
import type { Service } from './service.ts'
import { type ServiceState, serviceState } from './state.ts'

const now = Temporal.Instant.from('2026-11-25T21:10:00Z')
const contact = (of: Service, at = now) => ({ service: of, state: serviceState(of, at, london) })
const made = (id: string, changes: Partial<Service> = {}) => service({ id, ...changes })
const daytime = [row({ opens: '09:00', closes: '17:00' })]
const order = (...services: Service[]) =>
  arrange(services.map((each) => contact(each))).map((each) => [each.service.id, each.group, each.beside?.id ?? null])

test.each<[string, Service, string]>([
  ['always, sure', made('a'), 'open'],
  ['open until some hour', made('a', { schedule: [row({ days: ['wed'] })] }), 'open'],
  ['open but past review', made('a', { review: '2026-11-24' }), 'hours-unconfirmed'],
  ['open but in doubt, number newer', made('a', { doubt_from: '2019-01-01' }), 'hours-unconfirmed'],
  ['no schedule', made('a', { schedule: 'unknown' }), 'hours-unconfirmed'],
  ['closed', made('a', { schedule: daytime }), 'closed'],
  ['closed but past review', made('a', { schedule: daytime, review: '2026-11-24' }), 'hours-unconfirmed'],
  ['number of general knowledge', made('a', { sure: 'C' }), 'unconfirmed'],
  ['number of general knowledge, closed', made('a', { sure: 'C', schedule: daytime }), 'unconfirmed'],
  ['no number found', made('a', { phone: 'unknown', schedule: 'unknown' }), 'unconfirmed'],
  ['Beacon since April 2026', beacon, 'unconfirmed'],
])('%s', (_, of, group) => expect(groupOf(contact(of).state)).toBe(group))

describe('arrange', () => {
  test('goes group by group and keeps the pack order inside', () => {
    const open = order(
      made('shut', { schedule: daytime }),
      made('c', { sure: 'C' }),
      made('open-1'),
      made('no-hours', { schedule: 'unknown' }),
      made('open-2'),
      made('shut-2', { schedule: daytime }),
    )
    expect(open).toEqual([
      ['open-1', 'open', null],
      ['open-2', 'open', null],
      ['no-hours', 'hours-unconfirmed', 'open-1'],
      ['shut', 'closed', 'open-1'],
      ['shut-2', 'closed', 'open-1'],
      ['c', 'unconfirmed', 'open-1'],
    ])
  })
  test('sets beside it the first of `instead` that is open and confirmed now', () => {
    const asked = made('asked', { schedule: daytime, instead: ['gone', 'closed', 'good', 'first'] })
    expect(order(made('first'), asked, made('closed', { schedule: daytime }), made('good'))).toContainEqual(['asked', 'closed', 'good'])
  })
  test('else the first open for the same people, else the first open, else nothing', () => {
    const child = made('child', { audience: ['child'], schedule: daytime, instead: ['shut'] })
    const shut = made('shut', { schedule: daytime })
    const professional = made('professional', { audience: ['professional'] })
    const children = made('children', { audience: ['public', 'child'] })
    expect(order(child, shut, professional, children)).toContainEqual(['child', 'closed', 'children'])
    expect(order(child, shut, professional)).toContainEqual(['child', 'closed', 'professional'])
    expect(order(child, shut)).toContainEqual(['child', 'closed', null])
  })
  test('of nothing is nothing', () => expect(arrange([])).toEqual([]))
})

describe('nextChange', () => {
  const states = (...services: Service[]): ServiceState[] => services.map((each) => contact(each).state)
  test('is the first change of any of them', () => {
    const found = nextChange(states(made('a'), made('b', { schedule: daytime }), made('c', { schedule: [row({ closes: '23:00' })] })), now)
    expect(found?.toString()).toBe('2026-11-25T23:00:00Z')
  })
  test('counts a review that runs out: what was sure is not from then on', () => {
    expect(nextChange(states(made('a', { review: '2026-11-25' })), now)?.toString()).toBe('2026-11-26T00:00:00Z')
  })
  test('a change that has come is not the next one', () => {
    const old = states(made('b', { schedule: daytime }))
    expect(nextChange(old, Temporal.Instant.from('2026-11-26T08:59:59Z'))?.toString()).toBe('2026-11-26T09:00:00Z')
    expect(nextChange(old, Temporal.Instant.from('2026-11-26T09:00:00Z'))?.toString()).not.toBe('2026-11-26T09:00:00Z')
  })
  test('leaves out what is past, and is null when nothing will change', () => {
    expect(nextChange(states(made('b', { schedule: daytime })), Temporal.Instant.from('2500-01-01T00:00:00Z'))).toBe(null)
    expect(nextChange([], now)).toBe(null)
  })
})
