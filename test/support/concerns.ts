import { randomBytes } from 'node:crypto'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import type { IntakeParts } from '../../src/commands/intake/parts.ts'
import { type RaiseFault, type Raising, raiseConcern } from '../../src/commands/intake/raise-concern.ts'
import { readIntakeState } from '../../src/commands/intake/read-state.ts'
import type { Plain } from '../../src/domain/concerns/concern.ts'
import type { Report } from '../../src/domain/concerns/report.ts'
import { redraw } from '../../src/processes/pictures/redraw.ts'
import { openDoor } from '../../src/store/intake/door.ts'
import type { Somebody, TestDesk } from './desk.ts'
import { keyOfTwo } from './key-holders.ts'

/** The public's side of a desk under test: what the site has, and no more. */
export type TestIntake = IntakeParts & { close(): Promise<void> }

export const openTestIntake = (desk: TestDesk): TestIntake => {
  const { connect, passwordOf } = desk.database
  const { host, port, database } = connect
  const door = openDoor({
    host,
    port,
    database,
    intake: passwordOf('waymark_intake'),
    reporter: passwordOf('waymark_reporter'),
    attend: passwordOf('waymark_attend'),
  })
  return { door: () => door, pepper: Buffer.alloc(32, 3), pack: () => desk.parts.pack, now: desk.parts.now, redraw, close: door.close }
}

export const somePlain: Plain = {
  danger: false,
  child: false,
  urgency: null,
  town: null,
  sector: null,
  signs: [],
  sharing: 'partners',
  self: false,
  young: false,
  contact: false,
}

export const someReport = (text = 'Four men sleep in a container behind the car wash.'): Report => ({
  version: 1,
  said: [{ id: 'what', asked: 'What did you see or hear?', answer: text }],
  contact: null,
  pathway: null,
})

/** A desk that takes reports in: two coordinators hold the key, and one has just opened the inbox. */
export const receivingDesk = async (desk: TestDesk): Promise<{ anna: Somebody; ben: Somebody; intake: TestIntake }> => {
  const { anna, ben } = await keyOfTwo(desk)
  await desk.as(anna, readInbox, null)
  return { anna, ben, intake: openTestIntake(desk) }
}

/** Raises a concern, and finds it. Throws where it was not taken in. */
export const raise = async (
  desk: TestDesk,
  intake: TestIntake,
  more: {
    plain?: Partial<Plain>
    report?: Report
    pictures?: readonly Uint8Array[]
    walled?: readonly string[]
    once?: Uint8Array
    readBy?: Temporal.Instant
  } = {},
): Promise<{ id: string; number: number; code: readonly string[] }> => {
  const raised = await tryRaise(desk, intake, more)
  if ('fault' in raised) throw new Error(raised.fault)
  // A reference says nothing of which came last.
  const { object_id: id } = await desk.owner
    .selectFrom('audit')
    .select('object_id')
    .where('verb', '=', 'raise-concern')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { number } = await desk.owner.selectFrom('concern').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, number, code: raised.code }
}

export const tryRaise = async (
  { parts }: TestDesk,
  intake: TestIntake,
  {
    plain = {},
    report = someReport(),
    pictures = [],
    walled = [],
    once = randomBytes(32),
    readBy = parts.now().add({ hours: 12 }),
  }: Parameters<typeof raise>[2] = {},
): Promise<{ code: readonly string[] } | { fault: RaiseFault }> => {
  const to = (await readIntakeState(intake))?.key
  if (!to) throw new Error('there is no key to seal to')
  const raising: Raising = { once, plain: { ...somePlain, ...plain }, walled, report, pictures, readBy, to }
  return raiseConcern(intake, raising)
}
