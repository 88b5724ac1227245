import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tryImport } from '../../src/commands/register/imports/try-import.ts'
import type { ArrivingRow } from '../../src/domain/register/arriving.ts'
import { nameKey, organisationKey } from '../../src/domain/register/names.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { importsRows } from '../support/register.ts'

/* Who a row of a list is: lists with emails and with numbers of employees, which may be shared, used already, or beside one email and not another. */

let desk: TestDesk
let spoc: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
})
afterAll(() => desk.close())

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
type Said = { name: string; email?: string | null; number?: string | null } & Partial<ArrivingRow>
const row = ({ name, email, number, ...more }: Said): ArrivingRow => ({
  ...{ name, name_key: nameKey(name), tier: 'everyone', version: '0123456789ab', on_date: '2026-10-01', way: 'file' },
  ...(email ? { email_key: hash(email) } : {}),
  ...(number ? { account_key: hash(`number ${number}`) } : {}),
  ...more,
})
const imports = (rows: readonly ArrivingRow[], who = spoc) => importsRows(desk, who, { id: randomUUID(), partner: 'watford', rows })
const looksUp = async (rows: readonly ArrivingRow[], who = spoc) => {
  const tried = await desk.as(who, tryImport, { partner: 'watford', event: null, rows })
  if ('fault' in tried) throw new Error(tried.fault)
  return tried.done
}
/** Who has a key: what they are called, and how many attendances they have. */
const whoHas = async (key: { email: string } | { number: string }) => {
  const [column, text] = 'email' in key ? (['email_key', key.email] as const) : (['account_key', `number ${key.number}`] as const)
  const found = await desk.owner
    .selectFrom('learner as l')
    .leftJoin('attendance as a', 'a.learner_id', 'l.id')
    .select((of) => ['l.id', 'l.name', of.fn.count<string>('a.id').as('held')])
    .where(column, '=', Buffer.from(hash(text), 'hex'))
    .groupBy(['l.id', 'l.name'])
    .executeTakeFirst()
  return found ? { id: found.id, name: found.name, held: Number(found.held) } : null
}
const pairOf = async (...ids: (string | undefined)[]) => {
  const [one = '', other = ''] = ids.map((id) => id ?? '').sort()
  return desk.owner
    .selectFrom('learner_alike')
    .select(['state', 'partner_id'])
    .where('one_id', '=', one)
    .where('other_id', '=', other)
    .execute()
}
const asked = [{ state: 'open', partner_id: 'watford' }]

test('a number that two emails have is nobody’s, and the two are shown to a person as maybe one', async () => {
  const rows = [row({ name: 'Abi Lychgate', email: 'abi', number: '1' }), row({ name: 'Abigail Lychgate', email: 'abigail', number: '1' })]
  expect((await looksUp(rows)).came).toEqual(['kept', 'kept'])
  expect(await imports(rows)).toEqual(['kept', 'kept'])
  const [abi, abigail] = [await whoHas({ email: 'abi' }), await whoHas({ email: 'abigail' })]
  expect([abi?.held, abigail?.held, await whoHas({ number: '1' })]).toEqual([1, 1, null])
  expect(await pairOf(abi?.id, abigail?.id)).toEqual(asked)
})

test('a row with a number alone is whoever has the number in another row', async () => {
  const rows = [
    row({ name: 'Ben Ford', number: '2', tier: 'public-facing' }),
    row({ name: 'Ben Ford', email: 'ben', number: '2' }),
    row({ name: 'Ben Ford', email: 'ben', tier: 'managers' }),
  ]
  expect((await looksUp(rows)).fresh).toBe(1)
  expect(await imports(rows)).toEqual(['kept', 'kept', 'kept'])
  expect(await whoHas({ number: '2' })).toMatchObject({ held: 3 })
  expect(await whoHas({ number: '2' })).toEqual(await whoHas({ email: 'ben' }))
})

test('whoever an earlier list knew by a number alone is known by their email from then on', async () => {
  await imports([row({ name: 'Cass Stile', number: '3' })])
  const rows = [row({ name: 'Cass Stile', email: 'cass', number: '3', on_date: '2026-09-01' })]
  expect(await looksUp(rows)).toMatchObject({ came: ['kept'], fresh: 0 })
  await imports(rows)
  expect(await whoHas({ email: 'cass' })).toMatchObject({ held: 2 })
  expect(await imports([row({ name: 'Cass Stile', email: 'cass' })])).toEqual(['known'])
})

test('a number that somebody else has already stays theirs, and the two are shown to a person as maybe one', async () => {
  await imports([row({ name: 'Dee Gate', number: '4' }), row({ name: 'Dee Gate', email: 'dee' })])
  const rows = [row({ name: 'Dee Gate', email: 'dee', number: '4', tier: 'managers' })]
  expect((await looksUp(rows)).came).toEqual(['kept'])
  expect(await imports(rows)).toEqual(['kept'])
  const [dee, other] = [await whoHas({ email: 'dee' }), await whoHas({ number: '4' })]
  expect([dee?.held, other?.held]).toEqual([2, 1])
  expect(await pairOf(dee?.id, other?.id)).toEqual(asked)
})

test('a number that forty people have says nothing of who is whom: nobody is asked forty times', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => row({ name: `Person ${n}`, email: `agency ${n}`, number: '5' }))
  expect(new Set(await imports(rows))).toEqual(new Set(['kept']))
  const one = (await whoHas({ email: 'agency 0' }))?.id ?? ''
  const pairs = await desk.owner
    .selectFrom('learner_alike')
    .select('id')
    .where((of) => of.or([of('one_id', '=', one), of('other_id', '=', one)]))
    .execute()
  expect(pairs).toEqual([])
})

test('what a list is said to come to before it is kept is what it comes to, whatever emails, numbers and updates are in it', async () => {
  const typed = (name: string) => ({ organisation: name, organisation_key: organisationKey(name), sector: 'business' })
  const some = fc.record({
    name: fc.constantFrom('Eve Ford', 'Fay Ford'),
    email: fc.constantFrom(null, null, 'a', 'b', 'c'),
    number: fc.constantFrom(null, null, '1', '2', '3'),
    day: fc.integer({ min: 1, max: 3 }),
    update: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    at: fc.constantFrom('own', 'own', 'own', 'typed', 'nowhere'),
  })
  const files = fc.array(fc.tuple(fc.boolean(), fc.array(some, { minLength: 1, maxLength: 7 })), { minLength: 1, maxLength: 3 })
  let round = 0
  const people = async () =>
    Number(
      (
        await desk.owner
          .selectFrom('learner')
          .select((of) => of.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  await fc.assert(
    fc.asyncProperty(files, async (lists) => {
      const of = `round ${round++}`
      for (const [everywhere, list] of lists) {
        const rows = list.map(({ name, email, number, day, update, at }) =>
          row({
            ...{ name: `${name} ${of}`, email: email && `${email} ${of}`, number: number && `${number} ${of}`, on_date: `2026-10-0${day}` },
            ...(update ? { way: 'update', version: 'ba9876543210', renews: ['0123456789ab'], whole_from: '2026-01-01' } : {}),
            ...(at === 'typed' ? typed(`Employer ${of}`) : at === 'nowhere' ? { organisation_id: randomUUID() } : {}),
          }),
        )
        const who = everywhere ? coordinator : spoc
        const [said, before] = [await looksUp(rows, who), await people()]
        const came = await imports(rows, who)
        // Of whoever is another's, it is not said before whether they were trained on that day (0066).
        const told = came.map((one, at) => (one === 'known' && said.elsewhere.has(at) ? said.came[at] : one))
        expect({ came: said.came, fresh: said.fresh }).toEqual({ came: told, fresh: (await people()) - before })
        // An email is one person's at most: none's, where the number beside it is somebody's elsewhere, who is asked about first.
        for (const [at, { email_key }] of rows.entries())
          if (email_key && (came[at] === 'kept' || came[at] === 'known'))
            expect(
              await desk.owner.selectFrom('learner').select('id').where('email_key', '=', Buffer.from(email_key, 'hex')).execute(),
            ).not.toHaveLength(2)
      }
    }),
    { numRuns: process.env.WAYMARK_ALL ? 60 : 12 },
  )
}, 120_000)
