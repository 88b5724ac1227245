import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeCheck } from '../../src/commands/facts/change-check.ts'
import type { FactKey, Finding } from '../../src/commands/facts/check.ts'
import { exportChecks } from '../../src/commands/facts/export-checks.ts'
import { readCheck } from '../../src/commands/facts/read-check.ts'
import { readExports } from '../../src/commands/facts/read-exports.ts'
import { readFact } from '../../src/commands/facts/read-fact.ts'
import { readFacts } from '../../src/commands/facts/read-facts.ts'
import { recordCheck } from '../../src/commands/facts/record-check.ts'
import { withdrawCheck } from '../../src/commands/facts/withdraw-check.ts'
import { roles } from '../../src/domain/access/roles.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let now = Temporal.Instant.from('2026-12-03T12:00:00Z')
let member: Somebody
let other: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await openTestDesk({ now: () => now })
  member = await desk.somebody(['practitioner'], { partner: 'watford' })
  other = await desk.somebody(['spoc'], { partner: 'stevenage' })
  coordinator = await desk.somebody(['coordinator'])
})
afterAll(() => desk.close())

const beacon: FactKey = { list: 'services', fact: 'beacon' }
const finding: Finding = { checkedOn: '2026-12-03', way: 'telephone', asked: 'the duty manager', said: 'All as before.', holds: 'yes' }

const record = async (who: Somebody, more: Partial<FactKey & Finding> = {}): Promise<string> => {
  const outcome = await desk.as(who, recordCheck, { ...beacon, ...finding, ...more })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  return outcome.done.check
}
const done = <Value>(outcome: { done: Value } | { fault: string }): Value => {
  if (!('done' in outcome)) throw new Error(outcome.fault)
  return outcome.done
}

test('whoever has a role reads and records; once, however often the form is sent; in their name and organisation', async () => {
  for (const role of roles) {
    const one = await desk.somebody([role])
    expect(await desk.as(one, readFacts, {})).toHaveProperty('done')
    expect(await desk.as(one, recordCheck, { ...beacon, ...finding })).toHaveProperty('done')
  }
  const nobody = await desk.somebody([])
  expect(await desk.as(nobody, recordCheck, { ...beacon, ...finding })).toEqual({ fault: 'signed-out' })
  expect(await desk.as(nobody, readFact, beacon)).toEqual({ fault: 'signed-out' })
  const key = '5c1d8a52-5d5f-4a4e-9d0e-5b6a3f1c2d3e'
  const [one, two] = await Promise.all([
    desk.as(member, recordCheck, { list: 'partners', fact: 'watford', ...finding }, key),
    desk.as(member, recordCheck, { list: 'partners', fact: 'watford', ...finding }, key),
  ])
  expect(one).toEqual(two)
  const checks = done(await desk.as(member, readFact, { list: 'partners', fact: 'watford' }))
  expect(checks).toMatchObject([{ name: member.name, partner: 'Watford Borough Council', holds: 'yes', withdrawn: false }])
  // A practitioner is in no directory: others see the organisation alone, and a coordinator the name.
  expect(done(await desk.as(other, readFact, { list: 'partners', fact: 'watford' }))).toMatchObject([{ name: null }])
  expect(done(await desk.as(coordinator, readFact, { list: 'partners', fact: 'watford' }))).toMatchObject([{ name: member.name }])
})

test('a fact that is not in the pack, a check of another fact, an id that is none: nothing is there', async () => {
  const check = await record(member)
  const forged: FactKey[] = [
    { list: 'services', fact: 'nowhere' },
    { list: 'nothing', fact: 'beacon' },
    { list: 'services', fact: "x' or '1'='1" },
    { list: '__proto__', fact: 'constructor' },
  ]
  for (const key of forged) {
    expect(await desk.as(coordinator, readFact, key)).toEqual({ fault: 'not-found' })
    expect(await desk.as(member, recordCheck, { ...key, ...finding })).toEqual({ fault: 'not-found' })
    expect(await desk.as(member, changeCheck, { ...key, ...finding, check, version: 1 })).toEqual({ fault: 'not-found' })
    expect(await desk.as(coordinator, withdrawCheck, { ...key, check })).toEqual({ fault: 'not-found' })
  }
  for (const id of ['x', '', '\0', '0b9c8a52-5d5f-4a4e-9d0e-5b6a3f1c2d3e', `${check}' or true --`])
    expect(await desk.as(coordinator, readCheck, { ...beacon, check: id })).toEqual({ fault: 'not-found' })
  expect(await desk.as(coordinator, withdrawCheck, { list: 'services', fact: 'childline', check })).toEqual({ fault: 'not-found' })
})

test('who recorded it changes it, nobody else; the second save of the same version is refused', async () => {
  const check = await record(member)
  const change = (who: Somebody, version: number, said: string) =>
    desk.as(who, changeCheck, { ...beacon, ...finding, check, version, said })
  expect(await change(other, 1, 'no')).toEqual({ fault: 'not-allowed' })
  expect(await change(coordinator, 1, 'no')).toEqual({ fault: 'not-yours' })
  const both = await Promise.all([change(member, 1, 'one'), change(member, 1, 'two')])
  expect(both.filter((one) => 'done' in one)).toHaveLength(1)
  expect(both).toContainEqual({ fault: 'changed-meanwhile' })
  expect(done(await desk.as(member, readCheck, { ...beacon, check }))).toMatchObject({ version: 2, exported: false })
  expect(await desk.as(other, withdrawCheck, { ...beacon, check })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(coordinator, withdrawCheck, { ...beacon, check })).toHaveProperty('done')
  expect(await desk.as(member, withdrawCheck, { ...beacon, check })).toEqual({ fault: 'withdrawn-already' })
  expect(await change(member, 3, 'no')).toEqual({ fault: 'withdrawn-already' })
  const entries = await desk.owner.selectFrom('audit').select(['verb', 'owner']).where('object_id', '=', check).orderBy('seq').execute()
  expect(entries).toEqual(['record-check', 'change-check', 'withdraw-check'].map((verb) => ({ verb, owner: member.person })))
})

test.each([
  // The day is London's: half past midnight there is still the day before in UTC.
  ['2027-06-30T23:30:00Z', '2027-07-01', true],
  ['2027-06-30T22:30:00Z', '2027-07-01', false],
  ['2027-02-28T12:00:00Z', '2026-02-28', true],
  ['2027-02-28T12:00:00Z', '2026-02-27', false],
  ['2028-02-29T12:00:00Z', '2027-02-28', true],
])('at %s a check of %s can be recorded: %s', async (at, checkedOn, can) => {
  const before = now
  now = Temporal.Instant.from(at)
  const outcome = await desk.as(member, recordCheck, { ...beacon, ...finding, checkedOn })
  now = before
  expect('done' in outcome ? true : outcome.fault).toBe(can || 'not-that-day')
  if ('done' in outcome) await desk.as(member, withdrawCheck, { ...beacon, check: outcome.done.check })
})

describe('an export', () => {
  test('is a coordinator’s; it takes each check once, none that was withdrawn, and what is withdrawn later leaves it', async () => {
    const [kept, gone, later] = [
      await record(member, { list: 'services', fact: 'childline' }),
      await record(member, { list: 'services', fact: 'childline', holds: 'no' }),
      await record(other, { list: 'services', fact: 'police-101', holds: 'partly' }),
    ]
    done(await desk.as(member, withdrawCheck, { list: 'services', fact: 'childline', check: gone }))
    for (const who of [member, other]) expect(await desk.as(who, exportChecks, {})).toEqual({ fault: 'not-allowed' })
    const [first, second] = await Promise.all([desk.as(coordinator, exportChecks, {}), desk.as(coordinator, exportChecks, {})])
    expect([first, second].filter((one) => 'done' in one)).toHaveLength(1)
    const inExport = async () =>
      done(await desk.as(coordinator, readExports, {})).earlier.flatMap(({ checks }) => checks.map(({ id }) => id))
    const ids = await inExport()
    expect(ids).toEqual(expect.arrayContaining([kept, later]))
    expect(ids).not.toContain(gone)
    expect(done(await desk.as(coordinator, readExports, {})).fresh).toEqual([])
    expect(await desk.as(coordinator, exportChecks, {})).toEqual({ fault: 'nothing-to-export' })
    expect(await desk.as(member, changeCheck, { list: 'services', fact: 'childline', ...finding, check: kept, version: 2 })).toEqual({
      fault: 'exported-already',
    })
    done(await desk.as(coordinator, withdrawCheck, { list: 'services', fact: 'police-101', check: later }))
    expect(await inExport()).not.toContain(later)
  })
})
