import { type RawBuilder, sql } from 'kysely'
import { registerLength } from '../../domain/register/register.ts'
import type { Tx } from '../../store/store.ts'
import { command, ofMyself } from '../command.ts'
import type { Parts } from '../parts.ts'

/** Somebody may teach a tier, from a day, to another; null: until it is ended. */
export type Approval = { id: string; tier: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null }

export type Trainer = { person: string; name: string | null; partner: string; approvals: readonly Approval[] }

/** Is an approval `a` not over on that day? */
const notOver = (day: RawBuilder<unknown>) =>
  sql<boolean>`((a.ended_on is null or a.ended_on > ${day}) and (a.until_day is null or a.until_day >= ${day}))`

/** May whoever teaches teach that tier on that day? For any question about rows that have the three. */
export const approvedIn = (trainer: RawBuilder<unknown>, tier: RawBuilder<unknown>, day: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from trainer_approval a where a.person_id = ${trainer} and a.tier = ${tier} and a.from_day <= ${day} and ${notOver(day)})`

const dayOf = (day: Temporal.PlainDate) => sql`${day.toString()}::date`

/** May they teach it on that day? Where the pack has no length for an approval, everybody may who has the role. */
export const isApproved = async (
  tx: Tx,
  { pack }: Pick<Parts, 'pack'>,
  { trainer, tier, day }: { trainer: string; tier: string; day: Temporal.PlainDate },
): Promise<boolean> =>
  registerLength(pack.registerRules, 'trainer-approved') === null ||
  (await sql<{ may: boolean }>`select ${approvedIn(sql`${trainer}::uuid`, sql`${tier}`, dayOf(day))} as may`.execute(tx)).rows[0]?.may ===
    true

/** The same for a page. */
export const readApproved = command<{ trainer: string; tier: string; day: Temporal.PlainDate }, boolean, never>({
  verb: 'read-approved',
  needs: { action: 'read', object: 'trainer-approval' },
  about: async ({ viewer }, { trainer }) => ({ own: viewer.person === trainer, partner: viewer.partner }),
  run: async ({ tx, parts }, asked) => ({ done: await isApproved(tx, parts, asked), entry: null }),
})

/** Everybody who is a trainer, or may teach something still, with what they may teach. */
export const readTrainers = command<{ today: Temporal.PlainDate }, readonly Trainer[], never>({
  verb: 'read-trainers',
  needs: { action: 'read', object: 'trainer-approval' },
  about: ofMyself,
  run: async ({ tx }, { today }) => {
    const people = await tx
      .selectFrom('role_grant as r')
      .innerJoin('person as n', 'n.id', 'r.person_id')
      .innerJoin('profile as p', 'p.person_id', 'r.person_id')
      .select(['r.person_id', 'p.name', 'n.partner_id'])
      .where('r.role', '=', 'trainer')
      .where('r.ended_at', 'is', null)
      .where('n.state', '=', 'active')
      .orderBy('p.name')
      .execute()
    const rows = await tx
      .selectFrom('trainer_approval as a')
      .where(notOver(dayOf(today)))
      .select(['a.id', 'a.person_id', 'a.tier', 'a.from_day', 'a.until_day'])
      .orderBy('a.until_day')
      .execute()
    const byPerson = Map.groupBy(rows, ({ person_id }) => person_id)
    const trainers = people.map(({ person_id, name, partner_id }) => ({
      ...{ person: person_id, name, partner: partner_id },
      approvals: (byPerson.get(person_id) ?? []).map(({ id, tier, from_day, until_day }) => ({
        ...{ id, tier, from: Temporal.PlainDate.from(from_day), until: until_day === null ? null : Temporal.PlainDate.from(until_day) },
      })),
    }))
    return { done: trainers, entry: null }
  },
})
