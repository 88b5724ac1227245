import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAlike } from '../../src/commands/register/people/answer-alike.ts'
import { correctName, moveLearner, partLearner } from '../../src/commands/register/people/change-person.ts'
import { mergeOrganisation } from '../../src/commands/register/people/merge-organisation.ts'
import { exportPeople, type PeopleEdge, type PeopleRow, readPeople } from '../../src/commands/register/people/read-people.ts'
import { readPerson } from '../../src/commands/register/people/read-person.ts'
import { readAlike } from '../../src/commands/register/people/same-person.ts'
import { nameKey } from '../../src/domain/register/names.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { counts, trained } from '../support/trained.ts'

let desk: ServedDesk
let spoc: Somebody
let coordinator: Somebody
const ids = new Map<string, string>()

beforeAll(async () => {
  desk = await serveTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford', name: 'Joan Cairn' })
  coordinator = await desk.somebody(['coordinator'], { name: 'Ruth Milestone' })
  await desk.owner
    .insertInto('organisation')
    .values({ name: 'Hatfield Car Wash', name_key: 'hatfield car wash', sector: 'business' })
    .execute()
  const add = async (name: string, where: string, attended: Parameters<typeof trained>[3], more = {}) =>
    ids.set(`${name} ${where}`, await trained(desk, name, where, attended, more))
  await add('Abi Lychgate', 'watford', [{ days: 3 }, { tier: 'public-facing', days: 400 }])
  await add('Ben Packhorse', 'watford', [{ days: 40, version: null }])
  await add('Cass Ford', 'watford', [{ days: 5 * 365 }], { made_on: '2024-01-01' })
  await add('=cmd()|Dee Stile', 'watford', [{ days: 20 }])
  await add('Dee Stile', 'watford', [{ days: 1 }], { email_key: Buffer.alloc(32, 1) })
  await add('Dee Stiles', 'watford', [{ days: 9 }])
  for (let n = 0; n < 30; n++)
    await add(`Guest ${String(n).padStart(2, '0')} ${'abcdefghij'[n % 10]?.repeat(9)}`, 'stevenage', [{ days: n }])
  await add('Eli Wharf', 'Hatfield Car Wash', [{ days: 8 }])
  await desk.owner
    .insertInto('head_count')
    .values({ partner_id: 'watford', people: 40, on_date: '2026-04-01', made_by: spoc.person })
    .execute()
  await counts(desk)
}, 60_000)
afterAll(() => desk.stop())

const id = (name: string, where = 'watford'): string => ids.get(`${name} ${where}`) ?? ''
const asked = { partner: null, tier: null, state: null, words: [], after: null }
const names = async (who: Somebody, more: Partial<Parameters<typeof readPeople.run>[1]>): Promise<string[]> => {
  const read = await desk.as(who, readPeople, { ...asked, ...more })
  if ('fault' in read) throw new Error(read.fault)
  return read.done.map(({ name, tier }) => `${name}, ${tier}`)
}

test('a list is by name, of a course, of a state, or of a part of a name, and a SPOC’s of their own partner alone', async () => {
  expect(await names(spoc, {})).toEqual([
    ...['Abi Lychgate, everyone', 'Abi Lychgate, public-facing', 'Ben Packhorse, everyone', 'Cass Ford, everyone'],
    ...['=cmd()|Dee Stile, everyone', 'Dee Stile, everyone', 'Dee Stiles, everyone'],
  ])
  expect(await names(spoc, { tier: 'public-facing' })).toEqual(['Abi Lychgate, public-facing'])
  expect(await names(spoc, { state: 'ended' })).toEqual(['Cass Ford, everyone'])
  expect(await names(spoc, { state: 'needs-update' })).toEqual(['Ben Packhorse, everyone'])
  expect(await names(spoc, { state: 'new', tier: 'everyone' })).not.toContain('Cass Ford, everyone')
  expect(await names(spoc, { words: ['lych'] })).toEqual(['Abi Lychgate, everyone', 'Abi Lychgate, public-facing'])
  expect(await names(spoc, { words: ['dee', 'sti'], state: 'current' })).toHaveLength(3)
  expect(await names(spoc, { words: ['guest'] })).toEqual([])
  expect(await names(coordinator, { partner: 'watford' })).toEqual(await names(spoc, {}))
  expect(await names(coordinator, { words: ['wharf'] })).toEqual(['Eli Wharf, everyone'])
  expect(await desk.as(spoc, readPeople, { ...asked, partner: 'stevenage' })).toEqual({ fault: 'not-allowed' })
})

test('each page goes on where the one before ended, with nobody twice or left out', async () => {
  for (const words of [[], ['guest']]) {
    const all: string[] = []
    let after: PeopleEdge | null = null
    for (let page = 0; page < 5; page++) {
      const read: { done: readonly PeopleRow[] } | { fault: string } = await desk.as(coordinator, readPeople, { ...asked, words, after })
      if ('fault' in read) throw new Error(read.fault)
      const rows: readonly PeopleRow[] = read.done.slice(0, 25)
      all.push(...rows.map(({ id, tier }) => `${id} ${tier}`))
      const last: PeopleRow | undefined = rows.at(-1)
      if (read.done.length <= 25 || !last) break
      after = { name: last.nameKey, id: last.id, tier: last.tier, word: last.word }
    }
    expect([all.length, new Set(all).size]).toEqual(words.length ? [30, 30] : [38, 38])
  }
})

test('nobody of another partner is seen, put right, moved or saved as a file', async () => {
  const other = await desk.somebody(['spoc', 'trainer'], { partner: 'stevenage' })
  const person = id('Abi Lychgate')
  const { id: stevenage } = await desk.owner
    .selectFrom('organisation')
    .select('id')
    .where('partner_id', '=', 'stevenage')
    .executeTakeFirstOrThrow()
  expect(await desk.as(other, readPerson, { person })).toEqual({ fault: 'not-found' })
  expect(await desk.as(other, correctName, { person, name: 'X', version: 1 })).toEqual({ fault: 'not-found' })
  expect(await desk.as(other, moveLearner, { person, organisation: stevenage })).toEqual({ fault: 'not-found' })
  expect(await desk.as(other, exportPeople, { partner: 'watford' })).toEqual({ fault: 'not-allowed' })
  const seen = await desk.as(other, readAlike, { partner: null })
  expect('done' in seen && seen.done.pairs.flatMap(({ sides }) => sides).every(({ name }) => name.startsWith('Guest '))).toBe(true)
  expect(
    await deskVisitor(desk.at, other.cookie)
      .get(`/desk/register/county`)
      .then(({ status }) => status),
  ).toBe(403)
})

test('two who are one are joined by somebody, counted once, and can be taken apart again', async () => {
  const read = await desk.as(spoc, readAlike, { partner: null })
  if ('fault' in read) throw new Error(read.fault)
  const pair = read.done.pairs.find(({ sides }) => sides.every(({ name }) => ['Dee Stile', 'Dee Stiles'].includes(name)))
  const figures = async () => (await deskVisitor(desk.at, spoc.cookie).get('/desk/register')).text.match(/<dd>[^<]+<\/dd>/g)?.slice(0, 3)
  expect(await figures()).toEqual(['<dd>2 to 4</dd>', '<dd>1</dd>', '<dd>1</dd>'])
  const joined = await desk.as(spoc, answerAlike, { pair: pair?.id ?? '', answer: 'joined' })
  // Whoever has an email stays.
  expect(joined).toEqual({ done: { person: id('Dee Stile') } })
  await counts(desk)
  expect(await figures()).toEqual(['<dd>2 to 3</dd>', '<dd>1</dd>', '<dd>1</dd>'])
  expect(await names(spoc, { words: ['dee'] })).toHaveLength(2)
  const person = await desk.as(spoc, readPerson, { person: id('Dee Stile') })
  expect('done' in person && [person.done.joined.map(({ name }) => name), person.done.attended.length]).toEqual([['Dee Stiles'], 2])
  expect(await desk.as(spoc, answerAlike, { pair: pair?.id ?? '', answer: 'joined' })).toEqual({ fault: 'answered' })
  expect(await desk.as(spoc, partLearner, { person: id('Dee Stiles') })).toEqual({ done: { from: id('Dee Stile') } })
  expect(await names(spoc, { words: ['dee'] })).toHaveLength(3)
  await counts(desk)
  // What somebody said stays said.
  const again = await desk.as(spoc, readAlike, { partner: null })
  expect('done' in again && again.done.pairs.map((one) => one.id)).not.toContain(pair?.id)
})

test('a name is put right once, and who works elsewhere goes to whoever looks after them there', async () => {
  const person = id('Ben Packhorse')
  expect(await desk.as(spoc, correctName, { person, name: 'Ben  Packhorse-Lane', version: 1 })).toEqual({ done: null })
  expect(await desk.as(spoc, correctName, { person, name: 'Ben', version: 1 })).toEqual({ fault: 'changed' })
  expect(await names(spoc, { words: ['packhorselane'] })).toEqual(['Ben Packhorse-Lane, everyone'])
  const { id: stevenage } = await desk.owner
    .selectFrom('organisation')
    .select('id')
    .where('partner_id', '=', 'stevenage')
    .executeTakeFirstOrThrow()
  expect(await desk.as(spoc, moveLearner, { person, organisation: stevenage })).toEqual({ done: null })
  expect(await desk.as(spoc, readPerson, { person })).toEqual({ fault: 'not-found' })
  expect(await names(coordinator, { partner: 'stevenage', words: ['packhorselane'] })).toHaveLength(1)
})

test('an organisation that was typed becomes a partner’s, with its people and what they were taught; a SPOC cannot', async () => {
  const { id: typed } = await desk.owner
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', 'Hatfield Car Wash')
    .executeTakeFirstOrThrow()
  const { id: watford } = await desk.owner
    .selectFrom('organisation')
    .select('id')
    .where('partner_id', '=', 'watford')
    .executeTakeFirstOrThrow()
  expect(await desk.as(spoc, mergeOrganisation, { organisation: typed, into: watford })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(coordinator, mergeOrganisation, { organisation: typed, into: watford })).toEqual({ done: { moved: 1 } })
  expect(await names(spoc, { words: ['wharf'] })).toEqual(['Eli Wharf, everyone'])
  expect(await desk.as(coordinator, mergeOrganisation, { organisation: typed, into: watford })).toEqual({ fault: 'no-organisation' })
})

/** People of a partner, all at once, of two courses each. */
const many = async (where: string, all: readonly string[]): Promise<void> => {
  const { id: organisation_id, sector } = await desk.owner
    .selectFrom('organisation')
    .select(['id', 'sector'])
    .where('partner_id', '=', where)
    .executeTakeFirstOrThrow()
  const at = { organisation_id, partner_id: where }
  const people = all.map((name) => ({ id: randomUUID(), name, name_key: nameKey(name), ...at }))
  await desk.owner.insertInto('learner').values(people).execute()
  await desk.owner
    .insertInto('attendance')
    .values(
      people.flatMap(({ id: learner_id }) =>
        ['everyone', 'public-facing'].map((tier) => ({
          ...{ id: randomUUID(), who: learner_id, learner_id, ...at, sector, tier, version: null, on_date: '2026-03-01' },
          way: 'file' as const,
        })),
      ),
    )
    .execute()
}

test('a search finds words that begin with what was typed, those that are it first, and each person once', async () => {
  await many('dacorum', ['Joanne Abbot', 'Jo Zander', 'Ann Jo', 'Bo Joan Jonas', 'Major Rule', 'Jo’Ann Abe'])
  const found = async (who: Somebody, ...words: string[]) => (await names(who, { words, tier: 'everyone' })).map((one) => one.split(',')[0])
  expect(await found(coordinator, 'jo')).toEqual(['Ann Jo', 'Jo Zander', 'Bo Joan Jonas', 'Jo’Ann Abe', 'Joanne Abbot'])
  expect(await found(coordinator, 'jon')).toEqual(['Bo Joan Jonas'])
  expect(await found(coordinator, 'ab', 'jo')).toEqual(await found(coordinator, 'jo', 'ab'))
  expect((await found(coordinator, 'jo', 'ab')).toSorted()).toEqual(['Joanne Abbot', 'Jo’Ann Abe'])
  expect(await found(coordinator, 'jo', 'joan', 'jo')).toEqual(['Bo Joan Jonas', 'Jo’Ann Abe', 'Joanne Abbot'])
  expect(await found(coordinator, 'jo', 'nobody')).toEqual([])
  expect(await found(spoc, 'jo')).toEqual([])
  expect(await names(coordinator, { words: ['jo'], partner: 'watford' })).toEqual([])
  expect(await desk.as(spoc, readPeople, { ...asked, words: ['jo'], partner: 'dacorum' })).toEqual({ fault: 'not-allowed' })
})

test('pages of a search give everybody once, also where more people come in between', async () => {
  const first = ['Lou', 'Louise', 'Loulou Lou', 'Mel Louis']
  const both = [...Array(60)].map((_, n) => `${first[n % 4]} ${n % 3 ? 'Quay' : 'Quaye'}${'abcde'[n % 5]?.repeat(n % 2)}`)
  await many('dacorum', [...both, ...[...Array(70)].map(() => 'Lou Brook')])
  const visitor = deskVisitor(desk.at, coordinator.cookie)
  const seen: string[] = []
  let next: string | undefined = '/desk/register?q=lou+qu&partner=dacorum'
  while (next) {
    const { text } = await visitor.get(next)
    seen.push(...[...text.matchAll(/\/desk\/register\/people\/([0-9a-f-]{36})/g)].flatMap(([, one]) => one ?? []))
    // Now fewer people have the other word: the pages go on as they began.
    if (seen.length === 25)
      await many(
        'dacorum',
        [...Array(200)].map(() => 'Ann Quarry'),
      )
    next = /href="([^"]*after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    if (seen.length > 200) break
  }
  expect([seen.length, new Set(seen).size]).toEqual([120, 60])
})

test('a list and its files say of whom nobody but they themselves said that they learned, and still do after the short update', async () => {
  const person = id('Dee Stiles')
  const ways = async (who: Somebody) => {
    const read = await desk.as(who, readPeople, { ...asked, partner: 'watford', words: ['stiles'] })
    return 'done' in read ? read.done.map(({ way }) => way) : read.fault
  }
  const before = await ways(spoc)
  await desk.owner.updateTable('attendance').set({ way: 'alone' }).where('learner_id', '=', person).execute()
  await sql`insert into attendance (id, who, learner_id, organisation_id, partner_id, sector, tier, version, on_date, way)
    select gen_random_uuid(), who, learner_id, organisation_id, partner_id, sector, tier, version, on_date + 1, 'update'
      from attendance where learner_id = ${person}::uuid`.execute(desk.owner)
  expect([before, await ways(spoc), await ways(coordinator)]).toEqual([['file'], ['alone'], ['alone']])
  const visitor = deskVisitor(desk.at, spoc.cookie)
  for (const page of ['/desk/register?q=stiles', '/desk/register/export/people.csv', '/desk/register/export/hr.csv'])
    expect((await visitor.get(page)).text, page).toContain('Online, on their own word')
})

test('files have one row a person for HR, and nothing in them is a formula', async () => {
  const visitor = deskVisitor(desk.at, spoc.cookie)
  const list = await visitor.get('/desk/register/export/people.csv')
  expect([list.status, list.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.csv')])
  expect(list.text).toContain("'=cmd()|Dee Stile")
  expect(list.text).not.toMatch(/(^|,|\n)[=+@-]/)
  const hr = (await visitor.get('/desk/register/export/hr.csv')).text.split('\r\n')
  expect(hr.filter((line) => line.startsWith('Abi Lychgate,'))).toHaveLength(1)
  expect(hr.find((line) => line.startsWith('Abi Lychgate,'))).toMatch(
    /,\d\d-[A-Z][a-z]{2}-\d{4},From a list,\d\d-[A-Z][a-z]{2}-\d{4},Current,/,
  )
  expect((await visitor.get('/desk/register/export/hr.xlsx')).status).toBe(200)
  const written = await desk.owner.selectFrom('audit').select('object_id').where('verb', '=', 'read-people-for-file').execute()
  expect(written.map(({ object_id }) => object_id)).toEqual(Array(5).fill('watford'))
  expect((await deskVisitor(desk.at, coordinator.cookie).get('/desk/register/export/figures.csv')).text).toContain('Watford')
})
