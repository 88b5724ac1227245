import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entering } from '../../src/commands/attend/enter-event.ts'
import { enterEvent } from '../../src/commands/attend/enter-event.ts'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { command, ofMyself } from '../../src/commands/command.ts'
import { confirmAttendance } from '../../src/commands/register/confirm-attendance.ts'
import { type EventPlan, planEvent } from '../../src/commands/register/plan-event.ts'
import { readEvent } from '../../src/commands/register/read-event.ts'
import { recordRows } from '../../src/commands/register/record-rows.ts'
import type { Pack } from '../../src/content/pack.ts'
import type { ArrivingRow, Came } from '../../src/domain/register/arriving.ts'
import { issueCertificates } from '../../src/jobs/register/certificates.ts'
import { openDoor } from '../../src/store/intake/door.ts'
import { openCertificateKey } from '../../src/store/keys/certificate-key.ts'
import { isFault } from '../../src/store/keys/fault.ts'
import type { IntakeWatch } from '../../src/web/intake/watch.ts'
import { type Running, start } from '../http/support.ts'
import type { Somebody, TestDesk } from './desk.ts'

/** The public's side of the register of a desk under test: what the site has, and no more. */
export const openTestAttend = (desk: TestDesk): AttendParts & { close(): Promise<void> } => {
  const { connect, passwordOf } = desk.database
  const { host, port, database } = connect
  const door = openDoor({
    ...{ host, port, database, intake: passwordOf('waymark_intake'), reporter: passwordOf('waymark_reporter') },
    attend: passwordOf('waymark_attend'),
  })
  return { door: () => door, pepper: Buffer.alloc(32, 3), pack: () => desk.parts.pack, now: desk.parts.now, close: door.close }
}

/** An event that began half an hour ago, so that its list is open. */
export const somePlan = (more: Partial<EventPlan> = {}): EventPlan => {
  const starts = Temporal.Now.instant().subtract({ minutes: 30 })
  return {
    ...{ tier: 'everyone', language: 'en', starts, ends: starts.add({ hours: 1 }), online: false },
    ...{ place: 'Council offices, Watford', audience: '', capacity: 20, ...more },
  }
}

/** A trainer may teach a tier, as if a coordinator had said so long ago. */
export const approved = async (desk: TestDesk, { person }: Somebody, tier: string): Promise<void> => {
  const { partner_id } = await desk.owner.selectFrom('person').select('partner_id').where('id', '=', person).executeTakeFirstOrThrow()
  const row = { id: randomUUID(), person_id: person, partner_id, tier, from_day: '2026-01-01', until_day: null, made_by: person }
  await desk.owner
    .insertInto('trainer_approval')
    .values({ ...row, ended_on: null })
    .execute()
}

/** Plans an event of a trainer; gives its id, its code and its word. */
export const anEvent = async (
  desk: TestDesk,
  trainer: Somebody,
  plan: Partial<EventPlan> = {},
): Promise<{ event: string; code: string; word: string }> => {
  const whole = somePlan(plan)
  await approved(desk, trainer, whole.tier)
  const planned = await desk.as(trainer, planEvent, whole)
  if ('fault' in planned) throw new Error(planned.fault)
  const { event } = planned.done
  const { code, word } = await desk.owner
    .selectFrom('training_event')
    .select(['code', 'word'])
    .where('id', '=', event)
    .executeTakeFirstOrThrow()
  return { event, code, word }
}

/** Somebody in the room enters themselves. */
export const enters = (attend: AttendParts, event: { event: string; word: string }, more: Partial<Entering> = {}) =>
  enterEvent(attend, {
    ...{ entry: randomUUID(), event: event.event, word: event.word, name: 'Abi Lychgate', group: 'meets-public', email: null },
    workplace: { name: 'Hatfield Car Wash Ltd', sector: 'business' },
    ...more,
  })

/** The trainer confirms everybody on the list. Gives how many are counted by it. */
export const confirmsAll = async (desk: TestDesk, trainer: Somebody, event: string): Promise<number> => {
  const read = await desk.as(trainer, readEvent, { event })
  if ('fault' in read) throw new Error(read.fault)
  const entries = read.done.entries.filter(({ state }) => state === 'entered').map(({ id }) => id)
  const confirmed = await desk.as(trainer, confirmAttendance, { event, entries, inRoom: entries.length })
  if ('fault' in confirmed) throw new Error(confirmed.fault)
  return confirmed.done.counted
}

/** The site of a desk under test, with what it has of the register. */
export const serveAttend = async (attend: AttendParts): Promise<Running> => {
  const { door, pepper } = attend
  const watch = { state: () => ({ closed: false, lastOpened: null }), look: async () => {}, stop: () => {} } as unknown as IntakeWatch
  return start({ served: { intake: { door, pepper, watch } } })
}

/** Where badges of tests are checked. */
export const badgeOrigin = 'https://waymark.example.org'

let certificateKey: ReturnType<typeof openCertificateKey> | undefined

/** The job of the desk that makes certificates, once. `pack`: in place of that of the desk. */
export const issues = async (desk: TestDesk, more: { pack?: Pack; origin?: string } = {}): Promise<void> => {
  certificateKey ??= openCertificateKey(mkdtempSync(join(tmpdir(), 'waymark-test-certificates-')))
  const key = await certificateKey
  if (isFault(key)) throw new Error(key.fault)
  // As if the time in which a mistake can be undone were over.
  await desk.owner
    .updateTable('certificate_due')
    .set({ at: new Date(0) })
    .execute()
  const parts = { ...desk.parts, ...(more.pack ? { pack: more.pack } : {}) }
  await issueCertificates({ db: desk.jobsRole, parts, origin: more.origin ?? badgeOrigin, key })()
}

/** People were at an event and are confirmed; gives their certificates by name, as the owner of the tables sees them. */
export const certified = async (
  desk: TestDesk,
  attend: AttendParts,
  trainer: Somebody,
  people: readonly Partial<Entering>[],
  plan: Partial<EventPlan> = {},
) => {
  const event = await anEvent(desk, trainer, plan)
  for (const person of people) await enters(attend, event, person)
  await confirmsAll(desk, trainer, event.event)
  await issues(desk)
  const rows = await desk.owner
    .selectFrom('certificate as c')
    .innerJoin('attendance as a', 'a.id', 'c.attendance_id')
    .innerJoin('learner as l', 'l.id', 'c.learner_id')
    .selectAll('c')
    .select('l.name')
    .where('a.event_id', '=', event.event)
    .execute()
  return {
    event: event.event,
    of: (name: string): (typeof rows)[number] => {
      const row = rows.find((one) => one.name === name)
      if (!row) throw new Error(`no certificate of ${name}`)
      return row
    },
  }
}

type Input = { id: string; partner: string | null; rows: readonly ArrivingRow[] }
/** As a command of the desk does it: the import, its rows, one entry of the audit. */
const importing = command<Input, Came[], never>({
  verb: 'try-import',
  needs: { action: 'add', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, viewer }, { id, partner, rows }) => {
    await tx.insertInto('register_import').values({ id, made_by: viewer.person, partner_id: partner, kind: 'file' }).execute()
    return { done: await recordRows(tx, id, rows), entry: { object: 'register-import', id } }
  },
})

/** Somebody imports rows; gives what came of each. */
export const importsRows = async (
  desk: TestDesk,
  who: Somebody,
  rows: { id: string; partner: string | null; rows: readonly ArrivingRow[] },
): Promise<Came[]> => {
  const came = await desk.as(who, importing, rows)
  if ('fault' in came) throw new Error(came.fault)
  return came.done
}
