import type { AttendanceWay } from '../../../domain/register/event.ts'
import { registerLength } from '../../../domain/register/register.ts'
import { holdsUntil, type Worth, worthOf } from '../../../domain/register/standing.ts'
import { command } from '../../command.ts'
import { instantOf } from '../../instant.ts'
import { aboutLearner } from '../about-learner.ts'
import { certificatesBy } from '../certificates.ts'

type HeldNow = { tier: string; version: string | null; on: Temporal.PlainDate; worth: Worth }
type Attended = { id: string; tier: string; on: Temporal.PlainDate; version: string | null; way: AttendanceWay }
type Certificate = {
  id: string
  code: string
  tier: string
  learnt: Temporal.PlainDate
  ends: Temporal.PlainDate | null
  withdrawn: boolean
  replaced: boolean
  /** It was made with another name than its holder has now, so only the other one matches when it is checked. */
  otherName: boolean
  /** The short update renewed it, which nobody took back: it is as good as the one that was made then. */
  renewed: boolean
  demonstration: boolean
}

/** Somebody who was trained, as whoever looks after them sees them: never their email. */
export type TrainedPerson = {
  id: string
  name: string
  organisation: { id: string; name: string }
  partner: string | null
  group: string | null
  madeOn: Temporal.PlainDate
  mailStopped: Temporal.Instant | null
  version: number
  held: readonly HeldNow[]
  attended: readonly Attended[]
  certificates: readonly Certificate[]
  /** Other entries of the register that are this person, for who said so. */
  joined: readonly { id: string; name: string; madeOn: Temporal.PlainDate }[]
  /** The entry that this one was joined to. */
  joinedTo: string | null
}

/** What they hold today, since when, and how it came to be known. To look at one person is in the audit. */
export const readPerson = command<{ person: string }, TrainedPerson>({
  verb: 'read-trained-person',
  needs: { action: 'read', object: 'learner' },
  about: aboutLearner,
  run: async (work, { person }) => {
    const { tx, parts, now } = work
    const l = await tx
      .selectFrom('learner as l')
      .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
      .select([
        'l.id',
        'l.name',
        'l.organisation_id',
        'o.name as organisation',
        'l.partner_id',
        'l.role_group',
        'l.made_on',
        'l.joined_into',
      ])
      .select(['l.mail_stopped_at', 'l.version'])
      .where('l.id', '=', person)
      .executeTakeFirstOrThrow()
    const joined = await tx
      .selectFrom('learner')
      .select(['id', 'name', 'made_on'])
      .where('joined_into', '=', person)
      .orderBy('made_on')
      .orderBy('id')
      .execute()
    const all = [person, ...joined.map(({ id }) => id)]
    const held = await tx.selectFrom('standing').selectAll().where('learner_id', '=', person).orderBy('tier').execute()
    const attended = await tx
      .selectFrom('attendance')
      .select(['id', 'tier', 'on_date', 'version', 'way'])
      .where('learner_id', 'in', all)
      .orderBy('on_date', 'desc')
      .orderBy('id')
      .limit(100)
      .execute()
    const certificates = await tx
      .selectFrom('certificate')
      .select(['id', 'code', 'tier', 'learnt_on', 'ends_on', 'withdrawn_at', 'demonstration'])
      .where('learner_id', 'in', all)
      .orderBy('learnt_on', 'desc')
      .orderBy('id')
      .limit(100)
      .execute()
    const ids = certificates.map(({ id }) => id)
    const standing = new Map((ids.length ? await certificatesBy(work, ids) : []).map((one) => [one.id, one]))
    const { course, registerRules, partnership } = parts.pack
    const today = now.toZonedDateTimeISO(partnership.timezone).toPlainDate()
    const length = registerLength(registerRules, 'certificate-ends')
    const heldNow = held.flatMap(({ tier: of, version, on_date, whole_on }): HeldNow[] => {
      const tier = course.tiers.find(({ id }) => id === of)
      const endsOn = holdsUntil(Temporal.PlainDate.from(whole_on ?? on_date), length)
      return tier
        ? [{ tier: of, version, on: Temporal.PlainDate.from(on_date), worth: worthOf(course, tier, { version, endsOn }, today) }]
        : []
    })
    const done: TrainedPerson = {
      ...{
        id: l.id,
        name: l.name,
        organisation: { id: l.organisation_id, name: l.organisation },
        partner: l.partner_id,
        group: l.role_group,
      },
      ...{ madeOn: Temporal.PlainDate.from(l.made_on), mailStopped: l.mail_stopped_at && instantOf(l.mail_stopped_at), version: l.version },
      ...{ held: heldNow, joinedTo: l.joined_into },
      attended: attended.map(({ on_date, ...row }) => ({ ...row, on: Temporal.PlainDate.from(on_date) })),
      certificates: certificates.map(({ learnt_on, ends_on, withdrawn_at, ...row }) => {
        const { replacedBy = null, renewedBy = null, holder = null } = standing.get(row.id) ?? {}
        return {
          ...{ ...row, learnt: Temporal.PlainDate.from(learnt_on), ends: ends_on === null ? null : Temporal.PlainDate.from(ends_on) },
          ...{ withdrawn: withdrawn_at !== null, replaced: replacedBy !== null, renewed: renewedBy !== null },
          otherName: holder?.changed === 'name',
        }
      }),
      joined: joined.map(({ made_on, ...row }) => ({ ...row, madeOn: Temporal.PlainDate.from(made_on) })),
    }
    return { done, entry: { object: 'learner', id: person } }
  },
})
