import { sql } from 'kysely'
import { registerHash } from '../../../commands/attend/parts.ts'
import { makeLearningKey } from '../../../commands/register/make-learning-key.ts'
import { certificateCode, eventCode, eventWord } from '../../../domain/register/codes.ts'
import { emailKey, nameKey, organisationKey } from '../../../domain/register/names.ts'
import { registerLength } from '../../../domain/register/register.ts'
import { holdsUntil } from '../../../domain/register/standing.ts'
import { versionOn } from '../../../domain/training/delta.ts'
import { countRegister } from '../../../jobs/register/count.ts'
import type { Stage } from '../stage/stage.ts'
import { drawn, holdNow, idOf } from './hold-now.ts'
import { typedPlaces } from './names.ts'
import { type Place, registerPlan, sends, trainers } from './plan.ts'
import { releaseTwice } from './releases.ts'

const learnerId = (n: number): string => idOf(`learner ${n}`)
const eventId = (n: number): string => idOf(`event ${n}`)
const attendanceId = (what: string): string => idOf(`attendance ${what}`)

/**
 * Three years of the register: written set by set as the owner of the tables, for no command sets what is past. What is made of it, figures that
 * are released, is made by commands.
 */
export const fillRegister = async (stage: Stage): Promise<void> => {
  const { owner, parts, today, timeZone, who } = stage
  const { pack, pepper } = parts
  const { course } = pack
  const { learners, events, attendances } = registerPlan(course.tiers.map(({ id }) => id))
  /** Nobody trains at a weekend. */
  const date = (daysAgo: number): Temporal.PlainDate => {
    const day = today.subtract({ days: daysAgo })
    return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) })
  }
  const at = (daysAgo: number, hour: number): Temporal.Instant =>
    date(daysAgo).toZonedDateTime({ timeZone, plainTime: { hour } }).toInstant()
  const day = (daysAgo: number): string => date(daysAgo).toString()
  const email = (n: number, name: string): string => `${nameKey(name).replaceAll(' ', '.')}.${n}@example.org`
  const hashed = (n: number, name: string): string => registerHash(pepper, 'email', emailKey(email(n, name))).toString('hex')
  const placeOf = (place: Place): string =>
    'partner' in place ? `p ${place.partner}` : `t ${organisationKey(typedPlaces[place.typed]?.name ?? '')}`
  const versionOfDay = versionOn(course.releases)
  const taughtOn = (daysAgo: number): string => {
    const version = versionOfDay(day(daysAgo))
    if (version === null) throw new Error(`The demonstration could not be filled: there was no course on ${day(daysAgo)}.`)
    return version
  }
  const trainer = (n: number) => who(trainers[n % trainers.length] ?? trainers[0])

  await owner.transaction().execute(async (tx) => {
    await tx
      .insertInto('organisation')
      .values(typedPlaces.map(({ name, sector }) => ({ name, name_key: organisationKey(name), sector })))
      .execute()
    // Every place by what the plan calls it.
    await sql`create temp table place_of on commit drop as
      select coalesce('p ' || partner_id, 't ' || name_key) as place, id, partner_id, sector from organisation`.execute(tx)
    const made = new Map<number, number>()
    const came = [
      ...events.flatMap(({ n, daysAgo, tier, there }) =>
        there.map((learner) => ({ learner, tier, daysAgo, way: 'event' as const, event: n })),
      ),
      ...attendances.map((one) => ({ ...one, event: null })),
    ]
    for (const { learner, daysAgo } of came) made.set(learner, Math.max(made.get(learner) ?? 0, daysAgo))
    await insert(tx, {
      into: 'learner (id, organisation_id, partner_id, name, name_key, email_key, email, role_group, made_on)',
      select: `x.id, p.id, p.partner_id, x.name, x.name_key, decode(x.email_key, 'hex'), x.email, x.role_group, x.made_on`,
      from: '(id uuid, place text, name text, name_key text, email_key text, email text, role_group text, made_on date)',
      rest: 'join place_of p on p.place = x.place',
      rows: learners.map(({ n, name, place, email: kept, group }) => ({
        ...{ id: learnerId(n), place: placeOf(place), name, name_key: nameKey(name), role_group: group, made_on: day(made.get(n) ?? 0) },
        ...{ email_key: kept ? hashed(n, name) : null, email: kept === 'mail' ? email(n, name) : null },
      })),
    })
    await insert(tx, {
      into: `training_event (id, code, word, partner_id, trainer_id, tier, version, language, starts_at, ends_at, online, place, audience, capacity, confirmed_at, in_room, made_at)`,
      select: `x.id, x.code, x.word, x.partner_id, x.trainer_id, x.tier, x.version, 'en', x.starts_at, x.ends_at, x.online, x.place, x.audience, x.capacity, x.confirmed_at, x.in_room, x.made_at`,
      from: `(id uuid, code text, word text, partner_id text, trainer_id uuid, tier text, version text, starts_at timestamptz, ends_at timestamptz, online boolean,
        place text, audience text, capacity int, confirmed_at timestamptz, in_room int, made_at timestamptz)`,
      rows: events.map(({ n, daysAgo, tier, online, place, there }) => ({
        ...{ id: eventId(n), code: eventCode(drawn(`code ${n}`)), word: eventWord(drawn(`word ${n}`)), tier, version: taughtOn(daysAgo) },
        ...{ partner_id: trainer(n).partner, trainer_id: trainer(n).id, online, place: online ? '' : place, audience: '', capacity: 20 },
        ...{
          starts_at: at(daysAgo, 10),
          ends_at: at(daysAgo, 11),
          confirmed_at: at(daysAgo, 12),
          in_room: there.length,
          made_at: at(daysAgo + 30, 9),
        },
      })),
    })
    const imports = ['statements', 'file'] as const
    await insert(tx, {
      into: 'register_import (id, made_by, partner_id, kind, made_at, rows, kept)',
      select: 'x.id, x.made_by, x.partner_id, x.kind, x.made_at, x.rows, x.rows',
      from: '(id uuid, made_by uuid, partner_id text, kind text, made_at timestamptz, rows int)',
      rows: imports.map((kind) => ({
        ...{ id: idOf(kind), kind, rows: attendances.filter(({ way }) => way === kind).length, made_at: at(2, 9) },
        ...{ made_by: kind === 'file' ? who('Daniel Whitcombe').id : null, partner_id: kind === 'file' ? null : sends },
      })),
    })
    const attended = came.map(({ learner, tier, daysAgo, way, event }) => ({
      ...{ id: attendanceId(`${learner} ${tier} ${daysAgo} ${way}`), learner: learnerId(learner), tier, on_date: day(daysAgo), way },
      ...{ name_key: nameKey(learners[learner]?.name ?? ''), event: event === null ? null : eventId(event) },
      ...{ trainer: event === null ? null : trainer(event).id, import: way === 'statements' || way === 'file' ? idOf(way) : null },
      // What came from a list does not say which version it was.
      version: way === 'file' ? null : way === 'update' ? course.taught : taughtOn(daysAgo),
    }))
    await insert(tx, {
      into: 'attendance (id, who, learner_id, event_id, organisation_id, partner_id, trainer_id, sector, role_group, tier, version, on_date, way, import_id, known_on)',
      select:
        'x.id, l.id, l.id, x.event, o.id, o.partner_id, x.trainer, o.sector, l.role_group, x.tier, x.version, x.on_date, x.way, x.import, x.on_date',
      from: '(id uuid, learner uuid, event uuid, trainer uuid, tier text, version text, on_date date, way text, import uuid)',
      rest: 'join learner l on l.id = x.learner join organisation o on o.id = l.organisation_id',
      rows: attended,
    })
    const length = registerLength(pack.registerRules, 'certificate-ends')
    const certified = attended.flatMap(({ id, name_key, version, on_date, way }) => {
      if (version === null) return []
      const code = certificateCode(drawn(`certificate ${id}`))
      const ends = holdsUntil(Temporal.PlainDate.from(on_date), length)
      return [
        {
          attendance: id,
          code,
          hash: registerHash(pepper, 'holder', code + name_key).toString('hex'),
          ends_on: ends?.toString() ?? null,
          way,
        },
      ]
    })
    await insert(tx, {
      into: `certificate (code, learner_id, attendance_id, partner_id, organisation_id, given_by, trainer_id, name_hash, tier, version, learnt_on, ends_on, issued_at,
        demonstration)`,
      select: `x.code, a.learner_id, a.id, l.partner_id, l.organisation_id, coalesce(e.partner_id, i.partner_id), a.trainer_id, decode(x.hash, 'hex'), a.tier, a.version,
        a.on_date, x.ends_on, a.on_date + interval '13 hours', true`,
      from: '(attendance uuid, code text, hash text, ends_on date)',
      rest: `join attendance a on a.id = x.attendance join learner l on l.id = a.learner_id left join training_event e on e.id = a.event_id
        left join register_import i on i.id = a.import_id`,
      rows: certified,
    })
    // The newest of each person and part stands; a short update does not make an old course young again.
    await sql`update certificate c set ends_on = o.ends_on, by_update = true, whole_on = o.learnt_on, whole_by = o.given_by from attendance a, certificate o, attendance b
      where a.id = c.attendance_id and a.way = 'update' and b.id = o.attendance_id and b.way <> 'update' and o.learner_id = c.learner_id and o.tier = c.tier and o.id <> c.id`.execute(
      tx,
    )
    await sql`update certificate c set replaced_by = n.newer, renewed = n.by_update from (
        select c.id, lag(c.id) over newest as newer, lag(a.way = 'update') over newest as by_update from certificate c join attendance a on a.id = c.attendance_id
          window newest as (partition by c.learner_id, c.tier order by c.learnt_on desc, c.issued_at desc, c.id)) n
      where n.id = c.id and n.newer is not null`.execute(tx)
    await sql`delete from certificate_due`.execute(tx)
    // Their mails went out then.
    await sql`update training_mail m set made_at = c.issued_at, queued_at = c.issued_at from certificate c where c.id = m.certificate_id`.execute(
      tx,
    )
    // Names of the last events are on their lists still: who was there, confirmed.
    await sql`insert into event_entry (id, event_id, trainer_id, name, name_key, organisation_id, sector, role_group, email_key, way, state, at, learner_id)
      select gen_random_uuid(), e.id, e.trainer_id, l.name, l.name_key, l.organisation_id, a.sector, l.role_group, l.email_key, 'phone', 'confirmed', e.starts_at - interval '5 minutes', l.id
      from attendance a join training_event e on e.id = a.event_id join learner l on l.id = a.learner_id where e.ends_at > now() - interval '90 days'`.execute(
      tx,
    )
    await insert(tx, {
      into: 'evaluation (id, event_id, moment, before, since, differently)',
      select: "x.id, x.event_id, 'after', x.before, x.since, x.differently",
      from: '(id uuid, event_id uuid, before int, since int, differently text)',
      rows: events.flatMap(({ n, there }) => answersTo(n, there.length).map((answer) => ({ ...answer, event_id: eventId(n) }))),
    })
    // Each ends on another day, so that one or two are to be looked at soon.
    await sql`insert into trainer_approval (id, person_id, partner_id, tier, from_day, until_day, made_by)
      select gen_random_uuid(), e.trainer_id, e.partner_id, e.tier, min(e.starts_at)::date - 30,
        current_date + 40 + (row_number() over (order by e.tier, e.partner_id))::int * 60, ${who('Daniel Whitcombe').id}::uuid
      from training_event e group by e.trainer_id, e.partner_id, e.tier`.execute(tx)
  })
  await holdNow(stage)
  await stage.as(who('Aoife Brennan'), makeLearningKey, { partner: sends, name: 'Trust Moodle (made up)' })
  await releaseTwice(stage)
  await owner
    .insertInto('head_count')
    .values(
      Object.entries(headCounts).map(([partner_id, people]) => ({
        partner_id,
        people,
        on_date: day(60),
        made_by: who('Daniel Whitcombe').id,
      })),
    )
    .execute()
  // Who may be one person, and figures: as the job makes them, so that nobody waits for its first minute.
  await countRegister({ db: owner, parts })()
}

/** How many people some partners say that they have; the others have not said. */
const headCounts = { 'fallowshire-police': 410, 'fallowshire-hospitals': 2900, dunnockby: 240, saxelmere: 380, 'fallowshire-fire': 190 }

/** What people would do differently, as they wrote it. */
const sayings = [
  'Ask where he sleeps.',
  'Talk to my lead on the same day.',
  'Keep the number of the helpline in my phone.',
  'Not ask in front of the boss.',
  null,
]

/** What some of them said afterwards: five at least, or nobody is shown any. */
const answersTo = (event: number, there: number) =>
  event % 3 === 1
    ? []
    : Array.from({ length: Math.min(there, 5 + (event % 4)) }, (_, n) => ({
        ...{ id: idOf(`answer ${event} ${n}`), before: (event + n) % 3, since: 3 + ((event * n) % 2) },
        differently: sayings[(event + n) % sayings.length] ?? null,
      }))

type Insert = { into: string; select: string; from: string; rest?: string; rows: readonly object[] }

/** Many rows in one statement. What it is made of stands in this file, and nothing of it is typed by anybody. */
const insert = async (
  tx: Parameters<Parameters<ReturnType<Stage['owner']['transaction']>['execute']>[0]>[0],
  { into, select, from, rest = '', rows }: Insert,
): Promise<void> => {
  const text = JSON.stringify(rows, (_, value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value))
  await sql`insert into ${sql.raw(into)} select ${sql.raw(select)} from jsonb_to_recordset(${text}::jsonb) as x ${sql.raw(from)} ${sql.raw(rest)}`.execute(
    tx,
  )
}
