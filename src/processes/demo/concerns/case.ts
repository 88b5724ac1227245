import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Command } from '../../../commands/command.ts'
import { perform } from '../../../commands/command.ts'
import { eraseDue, retentionIn } from '../../../commands/erasing/erase.ts'
import { at as asDate } from '../../../commands/instant.ts'
import type { IntakeParts } from '../../../commands/intake/parts.ts'
import { raiseConcern } from '../../../commands/intake/raise-concern.ts'
import { readIntakeState } from '../../../commands/intake/read-state.ts'
import { readBy } from '../../../domain/concerns/promise.ts'
import { erasesOn } from '../../../domain/concerns/retention.ts'
import type { Answers } from '../../../domain/flow/answers.ts'
import { plainOf, reportOf, walledOf } from '../../../web/intake/report/said/content.ts'
import { type Stage, sure } from '../stage/stage.ts'
import { movedTo } from './moments.ts'

/** What of it was sent, and when. */
export type Sent = {
  /** Tells it from all others: with what was said, it gives the code. */
  seed: string
  arrived: Temporal.Instant
  answers: Answers
  /** A professional chose to send along what they answered on the pathway. */
  referred?: boolean
  pictures?: readonly Uint8Array[]
  /** Who deals with it, and who is the second person of what needs two. */
  desk: string
  second: string
}

/** A concern of the county, and all that can be done with it at a moment of the past, counted in hours since it arrived. */
export type Case = Sent & {
  id: string
  code: readonly string[]
  /** So many hours after it arrived; never later than a moment ago. */
  after(hours: number): Temporal.Instant
  /** The id of somebody by name; and of what is offered at this moment. */
  person(name: string): string
  offer(): Promise<string>
  /** Who owns it, by name. */
  owner(): Promise<string>
  /** Its first picture. */
  picture(): Promise<string>
  /** Somebody of the desk does something. `live`: what can be done in its minutes alone, such as taking a reply back. */
  as<Input extends { concern: string | null }, Value, Fault extends string>(
    hours: number,
    who: string,
    command: Command<Input, Value, Fault>,
    input: Omit<Input, 'concern'> & { concern?: Input['concern'] },
    live?: boolean,
  ): Promise<Value>
  /** Somebody asked to have it erased, and the night after the last day did. The database puts no such day into the past by a command. */
  erase(hours: number, who: string, reason: string): Promise<void>
  /** Whoever has the code does something. */
  withCode<Done>(hours: number, work: (intake: IntakeParts, code: readonly string[]) => Promise<Done | { fault: string }>): Promise<Done>
}

export type CaseStage = Stage & { intake: IntakeParts }

/** Something like a moment ago: what is still to come belongs to whoever tries the demonstration. */
const latest = { minutes: 2 }

const seedBytes = (seed: string): Buffer => createHash('sha256').update(`fallowshire ${seed}`).digest()

/** Sends a report as the form would, and puts it where it belongs in the past. */
export const sendReport = async (stage: CaseStage, sent: Sent): Promise<Case> => {
  const { parts, intake, owner } = stage
  const { pack } = parts
  const { seed, arrived, answers, referred = false, pictures = [] } = sent
  const [flow, pathway] = [pack.flows.get('report'), pack.flows.get('pathway')]
  const { reports } = pack.partnership
  const [to, promised] = [(await readIntakeState(intake))?.key, reports && readBy(reports, arrived, pack.calendar)]
  if (!flow || !pathway || !to || !promised) throw new Error('The made-up county takes no reports in.')
  const since = parts.now()
  const report = reportOf(flow, answers, referred ? pathwayOf : null)
  const raising = { once: seedBytes(seed), plain: plainOf(answers), walled: walledOf(answers), report, pictures, readBy: promised, to }
  const raised = await raiseConcern(intake, raising)
  if ('fault' in raised) throw new Error(`The demonstration could not be filled: raise-concern answered ${raised.fault}.`)
  // The one that just came: those before were moved to their own moments, and a reference says nothing of when.
  const { id } = await owner.selectFrom('concern').select('id').orderBy('received_at', 'desc').limit(1).executeTakeFirstOrThrow()
  await movedTo(owner, id, arrived, since.subtract(skew))
  return { ...sent, ...actions(stage, { id, arrived, code: raised.code }) }
}

/** The database and this process read one clock, but not at one moment. */
export const skew = { milliseconds: 5 }

const pathwayOf = [{ id: 'role', asked: 'What is your role?', answer: 'I work for a first responder organisation.' }]

type Known = Pick<Case, 'id' | 'code' | 'arrived'>

const actions = ({ parts, intake, owner, who: whoIs }: CaseStage, { id, code, arrived }: Known): Omit<Case, keyof Sent> => {
  const after = (hours: number): Temporal.Instant => {
    const [then, end] = [arrived.add({ minutes: Math.round(hours * 60) }), parts.now().subtract(latest)]
    return Temporal.Instant.compare(then, end) < 0 ? then : end
  }
  return {
    id,
    code,
    after,
    person: (name) => whoIs(name).id,
    offer: async () => {
      const open = owner.selectFrom('concern_offer').select('id').where('concern_id', '=', id).where('answer', 'is', null)
      return (await open.executeTakeFirstOrThrow()).id
    },
    owner: async () => {
      const of = owner
        .selectFrom('concern')
        .innerJoin('profile', 'profile.person_id', 'owner_id')
        .select('name')
        .where('concern.id', '=', id)
      return (await of.executeTakeFirstOrThrow()).name
    },
    picture: async () =>
      (await owner.selectFrom('concern_picture').select('id').where('concern_id', '=', id).orderBy('place').executeTakeFirstOrThrow()).id,
    as: async (hours, who, command, input, live = false) => {
      const [when, since] = [after(hours), parts.now().subtract(skew)]
      const at = live ? parts : { ...parts, now: () => when }
      const full = { concern: id, ...input } as Parameters<typeof command.run>[1]
      const done = sure(await perform(at, whoIs(who).signIn, command, full), command.verb)
      await movedTo(owner, id, when, since)
      return done
    },
    erase: async (hours, who, reason) => {
      const { timezone } = parts.pack.partnership
      const [asked, retention] = [after(hours), retentionIn(parts)]
      const on = erasesOn(asked.toZonedDateTimeISO(timezone).toPlainDate(), retention)
      const person = whoIs(who).id
      let since = parts.now().subtract(skew)
      await owner
        .insertInto('erasure_request')
        .values({ id: randomUUID(), concern_id: id, made_by: person, at: asDate(asked), reason, erases_on: on.toString() })
        .execute()
      await sql`select audit_append(${person}::uuid, 'ask-to-erase', 'concern', ${id}, null)`.execute(owner)
      await movedTo(owner, id, asked, since)
      since = parts.now().subtract(skew)
      const night = on.toZonedDateTime({ timeZone: timezone, plainTime: '03:45' }).toInstant()
      await eraseDue({ db: owner, dataKeys: parts.dataKeys, retention, now: night, timezone })
      await movedTo(owner, id, night, since)
    },
    withCode: async (hours, work) => {
      const since = parts.now().subtract(skew)
      const done = await work(intake, code)
      if (typeof done === 'object' && done !== null && 'fault' in done)
        throw new Error(`A code of the demonstration answered ${done.fault}.`)
      await movedTo(owner, id, after(hours), since)
      return done
    },
  }
}
