import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAccessRequest, receiveAccessRequest } from '../../src/commands/concerns/access-request.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { inside } from '../../src/commands/concerns/read-passages.ts'
import { concernKey } from '../../src/commands/concerns/sealed.ts'
import { raise, receivingDesk, someReport, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'

let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  ;({ anna, intake } = await receivingDesk(desk))
})
afterAll(async () => {
  await intake.close()
  await desk.stop()
})

const send = async (
  id: string,
  fields: readonly [string, string][],
  who = anna,
): Promise<{ status: number; text: string; name: string | null }> => {
  const answer = await fetch(`${desk.at}/desk/concerns/${id}/export`, {
    method: fields.length ? 'POST' : 'GET',
    headers: { cookie: who.cookie },
    redirect: 'manual',
    ...(fields.length ? { body: new URLSearchParams(fields.map((pair) => [...pair])) } : {}),
  })
  return { status: answer.status, text: await answer.text(), name: answer.headers.get('content-disposition') }
}

test('somebody gets what they wrote without what was left out, a name nowhere, and a note only where it was put in; each file is an entry', async () => {
  const { id, number } = await raise(desk, intake, {
    report: someReport('I live above the shop. Ana Kovač lives there too. She is afraid.'),
  })
  const other = await raise(desk, intake, { report: someReport('It is me again. Ana Kovač has gone.') })
  await desk.as(anna, readConcern, { concern: id })
  const key = await concernKey({ parts: desk.parts, now: desk.parts.now() }, id)
  if ('fault' in key) throw new Error(key.fault)
  const notes = ['Called the council.', 'They sound tired.'].map((text) => ({ id: randomUUID(), text }))
  for (const note of notes)
    await desk.owner
      .insertInto('concern_note')
      .values({ id: note.id, concern_id: id, made_by: anna.person, sealed: key.seal('note', note.id, note.text) })
      .execute()
  const also = `C-${other.number}, C-99999`
  const page = await send(id, [
    ['step', 'choose'],
    ['also', also],
  ])
  expect(page.status).toBe(200)
  expect(page.text).toContain('C-99999')
  const boxes = [...page.text.matchAll(/name="(out|in)"[^>]*value="([^"]+)"/g)].map(
    ([, name = '', value = '']) => [name, value] as [string, string],
  )
  const sentence = boxes.find(([name, value]) => name === 'out' && value.startsWith(`${number}-`) && value.endsWith('.2'))
  const note = boxes.find(([name, value]) => name === 'in' && value.includes(notes[1]?.id.slice(0, 8) ?? '-'))
  if (!sentence || !note) throw new Error(JSON.stringify(boxes))
  const chosen: [string, string][] = [['also', also], ['words', 'ana kovač'], sentence, note]
  for (const step of ['preview', 'file']) {
    const { status, text, name } = await send(id, [['step', step], ...chosen])
    expect(status).toBe(200)
    for (const gone of ['She is afraid', 'Called the council']) expect(text).not.toContain(gone)
    // The preview carries the words on, in the one field that the next page reads.
    expect(text.replace(/<input type="hidden" name="words"[^>]*>/, '')).not.toMatch(/Kova/i)
    for (const there of ['I live above the shop.', '[left out]', 'It is me again.', 'They sound tired.']) expect(text).toContain(there)
    expect(name === null).toBe(step === 'preview')
  }
  const entries = await desk.owner.selectFrom('audit').select('object_id').where('verb', '=', 'export-concern').execute()
  expect(entries.map(({ object_id }) => object_id).toSorted()).toEqual([id, other.id].toSorted())
})

test('the request has its day, an answer is due a month later, and both are for coordinators alone', async () => {
  const { id } = await raise(desk, intake)
  const practitioner = await desk.somebody(['practitioner'])
  await sql`update concern set owner_id = ${practitioner.person} where id = ${id}`.execute(desk.owner)
  expect((await send(id, [], practitioner)).status).toBe(403)
  const day = (received: string) => desk.as(anna, receiveAccessRequest, { concern: id, received: Temporal.PlainDate.from(received) })
  expect(await day('2999-01-01')).toEqual({ fault: 'future' })
  expect(await day('2026-10-31')).toHaveProperty('done')
  expect((await send(id, [])).text).toContain('Request of 31 October 2026: answer by 30 November 2026')
  const [request] = await desk.owner.selectFrom('access_request').select('id').where('concern_id', '=', id).execute()
  expect(await desk.as(practitioner, answerAccessRequest, { concern: id, request: request?.id ?? '' })).toEqual({ fault: 'not-allowed' })
  expect(await desk.as(anna, answerAccessRequest, { concern: id, request: request?.id ?? '' })).toHaveProperty('done')
  expect((await send(id, [])).text).toContain('Request of 31 October 2026: answered on')
})

test('whatever is sealed under the key of a concern is among what somebody may ask for', async () => {
  const { rows } = await sql<{ name: string; column: string }>`
    select c.table_name as name, c.column_name as column from information_schema.columns c
      where c.table_schema = 'public' and c.data_type = 'bytea'
        and exists (select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'concern_id')
      order by 1, 2`.execute(desk.owner)
  const apart = [
    // Read by themselves, as a picture is given by itself; a token and a copy that the reporter's code alone opens are no words.
    ...['concern_text.sealed', 'concern_reply.sealed', 'concern_reply.for_reporter', 'concern_picture.sealed', 'concern_identifier.token'],
  ]
  const read = inside.map(({ table, column }) => `${table}.${column}`)
  expect(rows.map(({ name, column }) => `${name}.${column}`).filter((one) => !read.includes(one) && !apart.includes(one))).toEqual([])
})
