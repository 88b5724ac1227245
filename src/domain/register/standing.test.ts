import fc from 'fast-check'
import { expect, it } from 'vitest'
import { release } from '../training/fixtures.ts'
import { type Chain, enoughVersions, type Held, holdsUntil, renewedBy, worthOf } from './standing.ts'

const parts = ['welcome', 'signs', 'report', 'pathway', 'close'] as const
const today = Temporal.PlainDate.from('2030-06-01')
const version = (n: number): string => n.toString(16).padStart(12, '0')

/** Changes one after the other, oldest first: of each, the parts in which there is something to learn. None: a change of wording alone. */
const changes = fc.array(fc.subarray([...parts], { minLength: 0 }), { maxLength: 8 })
const tier = fc.subarray([...parts], { minLength: 1 }).map((own) => ({ parts: own }))
const chainOf = (learns: readonly string[][]): Chain => {
  const oldestFirst = [[], ...learns].map((learn, n) =>
    release(version(n), `2027-01-${String(n + 1).padStart(2, '0')}`, { learn: learn.map((part) => ({ part, text: `New in ${n}.` })) }),
  )
  return { releases: oldestFirst.toReversed(), taught: version(learns.length) }
}
const held = (of: string | null, more: Partial<Held> = {}): Held => ({ version: of, endsOn: null, ...more })

it('asks of a holder of any version, after any changes, exactly what came since and their tier is taught', () => {
  fc.assert(
    fc.property(changes, tier, fc.nat(), (learns, own, at) => {
      const chain = chainOf(learns)
      const from = at % (learns.length + 1)
      const worth = worthOf(chain, own, held(version(from)), today)
      const missing = learns
        .slice(from)
        .flatMap((learn, n) => learn.filter((part) => own.parts.includes(part as never)).map((part) => [part, n + from + 1]))
      const asked = worth.worth === 'needs-update' ? worth.delta.learn.map(({ part, text }) => [part, Number(text.match(/\d+/)?.[0])]) : []
      expect(worth.worth).toBe(missing.length ? 'needs-update' : 'current')
      expect(asked.toSorted()).toEqual(missing.toSorted())
    }),
  )
})

it('turns none by a change of wording alone, wherever it comes', () => {
  fc.assert(
    fc.property(changes, tier, fc.nat(), fc.nat(), (learns, own, at, where) => {
      const from = at % (learns.length + 1)
      const after = from + (where % (learns.length - from + 1))
      const before = worthOf(chainOf(learns), own, held(version(from)), today)
      // Versions are numbered anew behind it: the holder's is before it, and stays.
      const changed = worthOf(chainOf(learns.toSpliced(after, 0, [])), own, held(version(from)), today)
      expect(changed.worth).toBe(before.worth)
    }),
  )
})

it('makes whoever learns the newest current, and lists for the database exactly the versions that need nothing', () => {
  fc.assert(
    fc.property(changes, tier, (learns, own) => {
      const chain = chainOf(learns)
      expect(worthOf(chain, own, held(chain.taught), today).worth).toBe('current')
      const enough = enoughVersions(chain, own)
      for (const each of [...chain.releases.map(({ taught }) => taught), 'ffffffffffff'])
        expect([each, enough.includes(each)]).toEqual([each, worthOf(chain, own, held(each), today).worth === 'current'])
    }),
  )
})

it.each([null, 'ffffffffffff'])('asks for the whole course of whoever learned what nobody knows: %s', (unknown) => {
  const worth = worthOf(chainOf([['signs']]), { parts: ['signs', 'close'] }, held(unknown), today)
  expect(worth).toMatchObject({ worth: 'needs-update', delta: { known: false, learn: [{ part: 'signs' }, { part: 'close' }] } })
})

it('knows a version that came twice, since a change was taken back', () => {
  const [a, b] = [version(1), version(2)]
  const learn = [{ part: 'signs', text: 'As before.' }]
  const chain = {
    taught: a,
    releases: [release(a, '2027-03-01', { learn }), release(b, '2027-02-01', { learn }), release(a, '2027-01-01')],
  }
  expect(enoughVersions(chain, { parts: ['signs'] })).toEqual([a])
  expect(worthOf(chain, { parts: ['signs'] }, held(b), today)).toMatchObject({ worth: 'needs-update', delta: { learn } })
})

it('holds until the end of the last day, and says first what weighs most', () => {
  const chain = chainOf([['signs']])
  const own = { parts: ['signs'] }
  const old = held(version(0))
  const ends = holdsUntil(Temporal.PlainDate.from('2027-06-01'), Temporal.Duration.from({ years: 3 }))
  expect(worthOf(chain, own, { ...old, endsOn: ends }, today).worth).toBe('needs-update')
  const tomorrow = today.add({ days: 1 })
  expect(worthOf(chain, own, { ...old, endsOn: ends }, tomorrow)).toEqual({ worth: 'ended', on: ends })
  expect(worthOf(chain, own, { ...old, endsOn: ends, replaced: true }, tomorrow)).toEqual({ worth: 'replaced' })
  expect(worthOf(chain, own, { ...old, endsOn: ends, replaced: true, withdrawn: true }, tomorrow)).toEqual({ worth: 'withdrawn' })
  expect(holdsUntil(today, null)).toBeNull()
  // Whoever learned on the last day of February, of a year that has it.
  expect(holdsUntil(Temporal.PlainDate.from('2028-02-29'), Temporal.Duration.from({ years: 3 }))?.toString()).toBe('2031-02-28')
})

it('renews by an update, from any version to any later one, whoever lacks nothing but what it teaches, and nobody else', () => {
  fc.assert(
    fc.property(changes, tier, fc.nat(), fc.nat(), (learns, own, a, b) => {
      const many = learns.length + 1
      const [from = 0, to = 0] = [a % many, b % many].toSorted((x, y) => x - y)
      const lacks = (since: number, until: number) =>
        learns
          .slice(since, until)
          .flat()
          .some((part) => own.parts.includes(part as never))
      const expected = Array.from({ length: to }, (_, n) => n).filter((n) => n >= from || !lacks(n, from))
      const renewed = renewedBy(chainOf(learns), own, version(from), version(to))
      // A version after the one that it leads to has nothing to learn for it, and is not made older by it: the database looks at days.
      expect(renewed.filter((one) => one < version(to)).toSorted()).toEqual(expected.map(version).toSorted())
      expect(renewedBy(chainOf(learns), own, 'unknown', version(to))).toEqual([])
    }),
  )
})
