import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { addIdentifier } from '../../src/commands/concerns/add-identifier.ts'
import { addNote } from '../../src/commands/concerns/add-note.ts'
import { refuseOffer } from '../../src/commands/concerns/answer-offer.ts'
import { handOver } from '../../src/commands/concerns/hand-over.ts'
import { holdConcern } from '../../src/commands/concerns/hold-concern.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { readPictures } from '../../src/commands/concerns/read-pictures.ts'
import { recordIntelligence } from '../../src/commands/concerns/record-intelligence.ts'
import { sendReply } from '../../src/commands/concerns/send-reply.ts'
import { askToShareCommand } from '../../src/commands/concerns/sharing/ask-to-share.ts'
import { changeChoice } from '../../src/commands/concerns/sharing/change-choice.ts'
import { decideSharingCommand } from '../../src/commands/concerns/sharing/decide-sharing.ts'
import { passToPartner } from '../../src/commands/concerns/sharing/pass-on.ts'
import { answerPassed } from '../../src/commands/concerns/sharing/passed.ts'
import { stopPicture } from '../../src/commands/concerns/stop-picture.ts'
import { addByCode } from '../../src/commands/intake/add-by-code.ts'
import { readCode } from '../../src/commands/intake/code.ts'
import { openMailer } from '../../src/jobs/mail/mailer.ts'
import { sendMail } from '../../src/jobs/mail/send-mail.ts'
import { backUp } from '../../src/store/backups.ts'
import { connectOf } from '../../src/store/connect-url.ts'
import { columnsOfConcerns } from '../support/concern-columns.ts'
import { receivingDesk, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { deskOfMail, openTestQueue } from '../support/jobs.ts'
import { dumpOf, tellsOf } from '../support/key-holders.ts'
import { mailServer, textOf } from '../support/mail-server.ts'
import { recordedLog } from '../support/recorded-log.ts'
import { coverFor, type FormPage, pageFrom, type ReportSite, serveReports } from '../support/report-site.ts'

/** In everything that is written: a name, a place, a registration, a way to be reached, and where and with what it was sent. */
const secrets = ['Quillfeather', 'yellow container', 'ZZ99 ZZZ', '01632 960999', '203.0.113.77', 'Zanzibrowser'] as const
const [name, place, plate, phone, address, browser] = secrets
const words = `${name} keeps four men in a ${place}. His van is ${plate}. Call ${phone}.`

let desk: TestDesk
let intake: TestIntake
let site: ReportSite
let anna: Somebody
let ben: Somebody
let spoc: Somebody
let reachable = true
let concern = ''
const { log, written } = recordedLog()
beforeAll(async () => {
  desk = await openTestDesk()
  ;({ anna, ben, intake } = await receivingDesk(desk))
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  await desk.somebody(['spoc'], { partner: 'stevenage' })
  await coverFor(desk, anna)
  // A library that puts what it was given into the message of its error, as some do. How it stands with the form is still read.
  const whole = intake.door()
  if (!whole) throw new Error('there is no door')
  const broken: typeof whole = {
    ...whole,
    intake: (text, values) =>
      text.includes('raise_concern')
        ? Promise.reject(Object.assign(new Error(`failed: ${values.join(' ')} ${words}`), { detail: words }))
        : whole.intake(text, values),
  }
  site = await serveReports({ ...intake, door: () => (reachable ? intake.door() : broken) }, { served: { log } })
}, 90_000)
afterAll(async () => {
  await site?.stop()
  await intake.close()
  await desk.close()
})

const send = async (fields: Record<string, string>, from: FormPage | null = null, picture: Buffer | null = null): Promise<FormPage> => {
  const body: FormData | URLSearchParams = picture ? new FormData() : new URLSearchParams()
  for (const [field, value] of Object.entries({ ...(from?.carried ? { 'so-far': from.carried } : {}), ...fields }))
    body.append(field, value)
  if (picture && body instanceof FormData) body.append('pictures', new File([new Uint8Array(picture)], `${name}.jpg`))
  const headers = { 'user-agent': browser, 'x-forwarded-for': address, forwarded: `for=${address}` }
  const answer = await fetch(`http://${site.host}/report`, { method: 'POST', body, headers, redirect: 'manual' })
  expect(answer.headers.getSetCookie()).toEqual([])
  return pageFrom(answer.status, await answer.text())
}

const done = <Value>(outcome: { done: Value } | { fault: string }): Value => {
  if ('fault' in outcome) throw new Error(outcome.fault)
  return outcome.done
}
const as = async <Input, Value, Fault extends string>(who: Somebody, command: Command<Input, Value, Fault>, input: Input): Promise<Value> =>
  done((await desk.as(who, command, input)) as { done: Value } | { fault: string })

const leaksIn = (text: string): string[] => secrets.flatMap((secret) => tellsOf(text, secret).map((way) => `${secret}, ${way}`))

/** Columns for sealed words of which no row has any: what is kept there has not been tried. */
const untried = async (): Promise<string[]> => {
  const tables = Object.entries(await columnsOfConcerns(desk.owner))
  const columns = tables.flatMap(([table, { sealed }]) => sealed.map((column) => ({ table, column })))
  const tried = await Promise.all(
    columns.map(async ({ table, column }) => {
      const { rows } = await sql<{ it: number }>`select count(${sql.ref(column)})::int as it from ${sql.table(table)}`.execute(desk.owner)
      return rows[0]?.it ? [] : [`${table}.${column}`]
    }),
  )
  return tried.flat()
}

test('a report goes through the form, and everyone on the desk writes of it, in each place that has words', async () => {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#346' } })
    .withExif({ IFD0: { Copyright: name, Make: browser } })
    .jpeg()
    .toBuffer()
  let page = await send({ start: 'yes' })
  page = await send({ at: 'what', what: words }, page)
  page = await send({ at: 'where', 'where-town': 'watford', where: place, when: 'Sunday' }, page)
  page = await send({ at: 'signs' }, page)
  page = await send({ at: 'urgency', urgency: 'danger' }, page)
  page = await send({ at: 'you' }, page)
  page = await send({ at: 'who', 'who-may-read': 'partners' }, page)
  const check = await send({ at: 'answer', 'answer-by': 'contact', contact: phone, 'safe-times': words }, page)
  expect(check.text).toContain('Nothing has been sent yet')
  reachable = false
  expect((await send({ send: 'yes' }, check)).status).toBe(500)
  reachable = true
  await site.watch.look()
  const sent = await send({ send: 'yes' }, check, picture)
  const code = readCode(/report-line[^>]*>([^<]+)</.exec(sent.text)?.[1] ?? '')
  if (!code) throw new Error('the page shows no code')
  concern = (await desk.owner.selectFrom('concern').select('id').executeTakeFirstOrThrow()).id
  expect(await addByCode(intake, { code, once: Buffer.alloc(32, 9), text: words })).toEqual({ done: true })
  await desk.owner.updateTable('concern').set({ owner_id: anna.person }).where('id', '=', concern).execute()

  await as(anna, readConcern, { concern })
  await as(anna, addNote, { concern, text: words })
  await as(anna, sendReply, { concern, text: words, answerBy: null, atOnce: true })
  await as(anna, addIdentifier, { concern, kind: 'vehicle', text: plate })
  await as(anna, recordIntelligence, { concern, sector: null, grading: { source: '2', assessment: 'B', handling: 'P' }, text: words })
  const shared = { version: 1, to: null, what: words, asked: words } as const
  const { share } = await as(anna, passToPartner, { concern, to: { partner: 'watford', person: null }, shared })
  await as(spoc, answerPassed, { concern, share, text: words })
  await as(anna, changeChoice, { concern, choice: 'coordinators', said: words })
  const { decision } = await as(anna, askToShareCommand, {
    ...{ concern, to: { partner: 'stevenage', person: null }, reason: 'a-child', tellReporter: false },
    asked: { version: 1, shared, why: words },
  })
  await as(ben, decideSharingCommand, { concern, decision, outcome: 'refused', answer: words })
  await as(anna, handOver, { concern, to: ben.person, summary: words })
  const { id: offer } = await desk.owner.selectFrom('concern_offer').select('id').executeTakeFirstOrThrow()
  await as(ben, refuseOffer, { concern, offer, reason: words })
  await as(anna, holdConcern, { concern, reason: words })
  const { pictures } = await as(anna, readPictures, { concern })
  await as(anna, stopPicture, { concern, picture: pictures[0]?.id ?? '' })
  expect(await untried()).toEqual([])
})

test('after that no table, and no backup file, tells a word, a contact, a name, an address or a browser of whoever reported', async () => {
  expect(leaksIn(await dumpOf(desk.owner))).toEqual([])
  const queued = await sql<{ it: string }>`select t::text as it from pgboss.job t`.execute(desk.owner).catch(() => ({ rows: [] }))
  expect(leaksIn(queued.rows.map(({ it }) => it).join('\n'))).toEqual([])
  const folder = mkdtempSync(join(tmpdir(), 'waymark-backup-'))
  const file = join(folder, 'desk.backup')
  await backUp(connectOf(desk.url), file)
  const kept = readFileSync(file)
  expect(leaksIn(kept.toString('latin1'))).toEqual([])
  const text = gunzipSync(kept).toString('latin1')
  expect(text).toContain(anna.name)
  expect(leaksIn(text)).toEqual([])
  rmSync(folder, { recursive: true })
  // Nor a file of the keys.
  const files = readdirSync(desk.data, { recursive: true }).map((one) => join(desk.data, String(one)))
  for (const one of files) if (statSync(one).isFile()) expect(leaksIn(readFileSync(one, 'latin1'))).toEqual([])
})

test('nor does the log of the site, though a part of it failed with all of that in its message', async () => {
  expect(written()).toContain('"err"')
  expect(leaksIn(written())).toEqual([])
  expect(written()).not.toContain('127.0.0.1')
  // Nor what the desk logs of a change that the database refused.
  await desk
    .as(anna, addNote, { concern, text: words.repeat(4000) })
    .then(() => Promise.reject(new Error('it was taken')))
    .catch((err: unknown) => log.error({ err }, 'A command failed.'))
  expect(written()).toContain('23514')
  expect(leaksIn(written())).toEqual([])
})

test('nor does any mail: each says that something waits, to staff, with the address of the desk alone', async () => {
  const server = await mailServer()
  const queue = await openTestQueue(desk)
  const post = sendMail(deskOfMail(desk, queue.db), openMailer({ url: server.url, from: 'desk@example.org', name: 'desk.example.org' }))
  const alerts = await desk.owner.selectFrom('concern_alert').select(['id', 'kind']).execute()
  for (const { id } of alerts) for (const letter of ['concern-waits', 'concern-offered']) await post(letter, id)
  expect(server.mails.length).toBeGreaterThan(1)
  const { number } = await desk.owner.selectFrom('concern').select('number').where('id', '=', concern).executeTakeFirstOrThrow()
  for (const mail of server.mails) {
    expect(leaksIn(`${mail}\n${textOf(mail)}`)).toEqual([])
    for (const tell of [concern, `C-${number}`, 'Watford', 'atford']) expect(textOf(mail)).not.toContain(tell)
  }
  await queue.close()
  await server.close()
})

test('what finds none of it would find it', async () => {
  await sql`update concern set sector = ${plate} where id = ${concern}`.execute(desk.owner)
  expect(leaksIn(await dumpOf(desk.owner)).length).toBeGreaterThan(0)
  expect(leaksIn(`x ${Buffer.from(phone).toString('hex')} y`)).toEqual([`${phone}, hex`])
  log.info({}, `from ${address}`)
  expect(leaksIn(written())).toEqual([`${address}, plain`])
})
