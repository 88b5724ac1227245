import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { realPack } from '../support/real-pack.ts'
import { anEvent, confirmsAll, enters, openTestAttend } from '../support/register.ts'
import { counts } from '../support/trained.ts'

/** A zone in which it is another day than in London, whenever this runs. */
const timezone = Temporal.Now.zonedDateTimeISO('UTC').hour < 12 ? 'Etc/GMT+12' : 'Pacific/Kiritimati'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let trainer: Somebody
beforeAll(async () => {
  const pack = realPack()
  desk = await openTestDesk({ pack: { ...pack, partnership: { ...pack.partnership, timezone } } })
  attend = openTestAttend(desk)
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
})
afterAll(async () => {
  await attend.close()
  await desk.close()
})

test('who was at an event was there on the day that the clocks of the partnership had, and figures count by those clocks', async () => {
  const event = await anEvent(desk, trainer)
  await enters(attend, event)
  await confirmsAll(desk, trainer, event.event)
  const { starts_at } = await desk.owner
    .selectFrom('training_event')
    .select('starts_at')
    .where('id', '=', event.event)
    .executeTakeFirstOrThrow()
  const { on_date } = await desk.owner
    .selectFrom('attendance')
    .select('on_date')
    .where('event_id', '=', event.event)
    .executeTakeFirstOrThrow()
  const starts = Temporal.Instant.fromEpochMilliseconds(starts_at.getTime())
  expect(on_date).toBe(starts.toZonedDateTimeISO(timezone).toPlainDate().toString())

  // One that was in another month than in London.
  const early = timezone === 'Etc/GMT+12'
  const then = Temporal.Instant.from(early ? '2026-02-01T02:00:00Z' : '2026-01-31T20:00:00Z')
  const ends_at = new Date(then.add({ hours: 1 }).epochMilliseconds)
  const at = { starts_at: new Date(then.epochMilliseconds), ends_at }
  await desk.owner.updateTable('training_event').set(at).where('id', '=', event.event).execute()
  await counts(desk)
  const months = await desk.owner
    .selectFrom('register_count')
    .select('period')
    .where('kind', '=', 'county')
    .where('measure', '=', 'events')
    .where('tier', '=', '')
    .where(sql<boolean>`length(period) = 7`)
    .execute()
  expect(months).toEqual([{ period: early ? '2026-01' : '2026-02' }])
  const { rows } = await sql<{ today: string }>`select register_day()::text as today`.execute(desk.owner)
  expect(rows[0]?.today).toBe(Temporal.Now.plainDateISO(timezone).toString())
})
