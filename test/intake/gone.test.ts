import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, ask, post } from '../http/support.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'
import { coverFor, pageFrom, type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
beforeAll(async () => {
  desk = await openTestDesk()
  const receiving = await receivingDesk(desk)
  intake = receiving.intake
  await coverFor(desk, receiving.anna)
  site = await serveReports(intake)
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await intake?.close()
  await desk?.close()
})

const path = '/report/code'
const sealedIn = ({ text }: Answer): string => /name="so-far" value="([\w-]+)"/.exec(text)?.[1] ?? ''
const openReport = async (code: readonly string[]): Promise<Answer> =>
  post(site.port, path, { 'so-far': sealedIn(await ask(site.port, path)), words: code.join(' '), do: 'open' })
const counts = async (): Promise<unknown> => {
  const { rows } = await sql`select (select count(*) from concern) as concerns, (select count(*) from concern_text) as texts,
    (select count(*) from audit) as entries`.execute(desk.owner)
  return rows[0]
}
const readyToSend = async (text: string): Promise<string> => {
  const start = await post(site.port, '/report', { start: 'yes' })
  const check = await post(site.port, '/report', { 'so-far': sealedIn(start), at: 'what', what: text, leave: 'what' })
  return pageFrom(check.status, check.text).carried ?? ''
}

/** What is sent while something is wrong: each answered at once with 503, what was written on the page, nothing kept; and again once it is mended. */
const toldAtOnce = async (breakIt: () => Promise<unknown>, mend: () => Promise<unknown>): Promise<void> => {
  const { id, code } = await raise(desk, intake)
  await site.watch.look()
  const opened = sealedIn(await openReport(code))
  const report = await readyToSend('Kept: the van with the ladder.')
  const before = await counts()
  const send = () => post(site.port, '/report', { 'so-far': report, send: 'yes' })
  const add = () => post(site.port, path, { 'so-far': opened, do: 'add', text: 'Kept: it came back.' })
  await breakIt()
  try {
    for (const answer of [await send(), await add()]) {
      expect(answer.status).toBe(503)
      expect(answer.text).toContain('Kept: ')
      expect(answer.text).toContain('tel:')
    }
    expect(await counts()).toEqual(before)
  } finally {
    await mend()
  }
  await site.watch.look()
  expect((await send()).status).toBe(200)
  expect((await add()).text).toContain('We have your message')
  expect((await desk.owner.selectFrom('concern_text').select('id').where('concern_id', '=', id).execute()).length).toBe(2)
}

test('the database gone: told at once, the text stays on the page, nothing is half kept, and the same page works when it is back', async () => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(desk.owner)
  const limit = (most: number) => sql.raw(`alter database ${rows[0]?.name} connection limit ${most}`).execute(desk.owner)
  await toldAtOnce(
    async () => {
      await limit(0)
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
        and usename = any(${['waymark_intake', 'waymark_reporter']})`.execute(desk.owner)
    },
    () => limit(-1),
  )
})

test('the disk full when the last of a report is written: the whole of it is undone', () =>
  toldAtOnce(
    () =>
      sql
        .raw(
          `create function disk_full() returns trigger language plpgsql as $$ begin raise exception 'no space left' using errcode = '53100'; end $$;
          create trigger disk_full after insert on audit for each row execute function disk_full()`,
        )
        .execute(desk.owner),
    () => sql.raw('drop trigger disk_full on audit; drop function disk_full').execute(desk.owner),
  ))
