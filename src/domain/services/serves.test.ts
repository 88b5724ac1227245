import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange } from './arrange.ts'
import { contactList } from './contact-list.ts'
import { london, row, service } from './fixtures.ts'
import { answering, asOneNumber, firstOf, groupsOf, placesOf, servesAsWell, servingFaults } from './serves.ts'
import type { Service } from './service.ts'
import { serviceState } from './state.ts'

const now = Temporal.Instant.from('2026-11-25T21:10:00Z')
const shut = [row({ opens: '09:00', closes: '17:00' })]
const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: id.toUpperCase() }))

/** Any county: its places, which council serves each of them, and which councils are shut at night. */
const county = fc
  .uniqueArray(fc.constantFrom('north', 'east', 'south', 'west', 'mid', 'isle'), { minLength: 1 })
  .chain((ids) =>
    fc.record({
      ids: fc.constant(ids),
      council: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: ids.length, maxLength: ids.length }),
      shut: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      teams: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    }),
  )
  .map(({ ids, council, shut: closed, teams }) => {
    const councils = [...new Set(council)].sort()
    const rows = councils.flatMap((c): Service[] => {
      const serves = ids.filter((_, i) => council[i] === c)
      const team = service({ id: `team-${c}`, serves })
      const own = {
        id: `children-${c}`,
        for: 'children',
        serves,
        ...(closed[c] ? { schedule: shut } : {}),
        ...(teams[c] ? { instead: [team.id] } : {}),
      }
      return [service(own), ...(teams[c] ? [team] : [])]
    })
    return { ids, council, rows: [service({ id: 'police' }), ...rows] }
  })

describe('any partition of places to councils', () => {
  test('is whole: each place has one row, which names it and no place of another', () => {
    fc.assert(
      fc.property(county, ({ ids, council, rows }) => {
        expect(servingFaults(rows, named(ids))).toEqual([])
        const shown = answering(['police', 'children'], groupsOf(rows)).flatMap((id) => rows.filter((one) => one.id === id))
        expect(shown.map(({ id }) => id)).toEqual(['police', ...new Set(rows.flatMap((one) => (one.for ? [one.id] : [])))])
        ids.forEach((place, i) => {
          const its = shown.filter((one) => placesOf(one, named(ids)).includes(place.toUpperCase()))
          expect(its.map(({ id }) => id)).toEqual([`children-${council[i]}`])
        })
      }),
    )
  })

  test('lists every council by night, and offers beside none of them a line for others', () => {
    fc.assert(
      fc.property(county, ({ rows }) => {
        const contactOf = (id: string) => {
          const found = rows.find((one) => one.id === id)
          return found ? { service: found, state: serviceState(found, now, london) } : null
        }
        const asked = answering(['children'], groupsOf(rows))
        const lines = contactList(asked, ['police'], contactOf)
        expect(new Set(lines.map((one) => one.service.id))).toEqual(new Set(asked))
        for (const { service: own, group, beside } of lines) {
          if (group === 'open') expect(beside).toBe(null)
          else expect([own.id, beside?.id]).toEqual([own.id, own.instead?.[0] ?? 'police'])
        }
      }),
    )
  })

  test('with one place lost, or served twice, is told', () => {
    fc.assert(
      fc.property(county, fc.nat(), ({ ids, rows }, seed) => {
        const place = ids[seed % ids.length] ?? ''
        const without = rows.map((one) => ({ ...one, serves: one.for ? one.serves?.filter((p) => p !== place) : one.serves }))
        expect(servingFaults(without, named(ids)).map(({ kind }) => kind)).toContain('unserved')
        const extra = service({ id: 'children-more', for: 'children', serves: [place] })
        expect(servingFaults([...rows, extra], named(ids)).map(({ kind }) => kind)).toEqual(['two-rows'])
      }),
    )
  })
})

test('the lines of all councils stand together, where the best of them stands', () => {
  const rows = [
    service({ id: 'late', schedule: shut }),
    service({ id: 'b-1', for: 'b', serves: ['north'], schedule: shut }),
    service({ id: 'police' }),
    service({ id: 'b-2', for: 'b', serves: ['south'] }),
    service({ id: 'last' }),
  ]
  const contacts = rows.map((one) => ({ service: one, state: serviceState(one, now, london) }))
  expect(arrange(contacts).map((one) => one.service.id)).toEqual(['police', 'b-2', 'b-1', 'last', 'late'])
})

test('a line for some places is offered only to whoever it serves', () => {
  const [whole, north, both] = [{}, { serves: ['north'] }, { serves: ['north', 'south'] }]
  const may = (other: Pick<Service, 'serves'>) => [whole, north, both].map((own) => servesAsWell(other, own))
  expect([may(whole), may(north), may(both)]).toEqual([
    [true, true, true],
    [false, true, false],
    [false, true, true],
  ])
})

test('the first lines of a list end before or after all councils, never between two', () => {
  const rows = [service({ id: 'a' }), service({ id: 'b-1', for: 'b' }), service({ id: 'b-2', for: 'b' }), service({ id: 'c' })]
  const ids = ['a', 'b-1', 'b-2', 'c']
  expect([1, 2, 3].map((count) => firstOf(ids, rows, count))).toEqual([['a'], ['a', 'b-1', 'b-2'], ids])
})

test('numbers by place are measured as one', () => {
  expect(asOneNumber('Ring 01632 960110 (A or B) or 01632 960210 (C). Then 101.')).toBe('Ring 01632 960110. Then 101.')
  expect(asOneNumber('Ring 01632 960110 (A), 01632 960210 (B), or 01632 960310 (C)')).toBe('Ring 01632 960110')
  expect(asOneNumber('Ring 101 (free) or write.')).toBe('Ring 101 (free) or write.')
})
