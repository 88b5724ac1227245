import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { inside } from '../../src/commands/concerns/read-passages.ts'
import { concernKey } from '../../src/commands/concerns/sealed.ts'
import { sweepKeys } from '../../src/commands/key-life/sweep-keys.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'

let desk: TestDesk
let intake: TestIntake
let anna: Somebody
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
})
afterAll(async () => {
  await intake.close()
  await desk.close()
})

const secrets = ['Zebediah Quillfeather', '07700 900999', 'the yellow container', 'AB12 ZZZ']
const picture = randomBytes(400)

/** What a row of each table with words needs besides them. */
const besides: Readonly<Record<string, (person: string) => Record<string, unknown>>> = {
  concern_note: (made_by) => ({ made_by }),
  concern_offer: (from_person) => ({ from_person, until: new Date(Date.now() + 3_600_000) }),
  concern_share: (made_by) => ({ made_by, partner_id: 'watford' }),
  sharing_decision: (asked_by) => ({ asked_by, reason: 'a-child', partner_id: 'stevenage' }),
  share_answer: (made_by) => ({ made_by, partner_id: 'watford', kind: 'answer' }),
  choice_change: (made_by) => ({ made_by, choice: 'partners' }),
  concern_identifier: (made_by) => ({ made_by, kind: 'phone', token: randomBytes(32) }),
  concern_intelligence: (made_by) => ({ made_by, source: '2', assessment: 'B', handling: 'P' }),
  concern_hold: (made_by) => ({ made_by }),
}

test('a database dump without the key file reveals no words, contact, name or picture, before and after somebody has read it', async () => {
  const [name = '', phone = '', place = '', plate = ''] = secrets
  const words = secrets.join(', ')
  const report = {
    ...someReport(`${name} keeps them in ${place}. His van is ${plate}.`),
    contact: { way: phone, safe: `Not when ${name} is there.` },
  }
  const { id } = await raise(desk, intake, { report, plain: { sharing: 'partners' }, pictures: [picture] })
  const tells = async () => {
    const dump = await dumpOf(desk.owner)
    return [...secrets, picture].flatMap((secret) => tellsOf(dump, secret).map((way) => `${secret.slice(0, 9)} ${way}`))
  }
  expect(await tells()).toEqual([])
  await desk.as(anna, readConcern, { concern: id })
  await sweepKeys({ db: desk.jobsRole, parts: desk.parts })
  expect(await desk.owner.selectFrom('concern_picture').select('under').execute()).toEqual([{ under: 'own' }])
  const key = await concernKey({ parts: desk.parts, now: desk.parts.now() }, id)
  if ('fault' in key) throw new Error(key.fault)
  // And all that the desk writes, in each table that has words.
  expect([...new Set(inside.map(({ table }) => table))].toSorted()).toEqual(Object.keys(besides).toSorted())
  let share = ''
  for (const [table, more] of Object.entries(besides)) {
    const row = randomUUID()
    if (table === 'concern_share') share = row
    const sealed = inside.filter((one) => one.table === table && (one.column === 'sealed' || one.column === 'summary'))
    const values: Record<string, unknown> = {
      ...{ id: row, concern_id: id },
      ...more(anna.person),
      ...(table === 'share_answer' ? { share_id: share } : {}),
      ...Object.fromEntries(sealed.map(({ column, kind }) => [column, key.seal(kind, row, words)])),
    }
    expect(sealed.length).toBe(1)
    await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(values).map((column) => sql.ref(column)))})
      values (${sql.join(Object.values(values))})`.execute(desk.owner)
  }
  expect(await tells()).toEqual([])
  // Proved able to find one.
  await sql`update concern set town = ${plate} where id = ${id}`.execute(desk.owner)
  expect((await tells()).length).toBe(1)
})

test('no column of text of a concern has room for words: each holds an id of the pack, or one of a few', async () => {
  const { rows } = await sql<{ at: string }>`
    select c.table_name || '.' || c.column_name as at from information_schema.columns c
      join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace
      where c.table_schema = 'public' and c.data_type in ('text', 'json', 'jsonb', 'character varying')
        and (c.table_name = 'concern' or exists (select from information_schema.columns o where o.table_schema = 'public'
          and o.table_name = c.table_name and o.column_name = 'concern_id'))
        and c.table_name not like 'listing%' and c.column_name <> 'partner_id'
        and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'c'
          and pg_get_constraintdef(k.oid) like '%' || c.column_name || '%')`.execute(desk.owner)
  expect(rows.map(({ at }) => at)).toEqual([])
})
