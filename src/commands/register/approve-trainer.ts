import { randomUUID } from 'node:crypto'
import { command, ofPartnership } from '../command.ts'

/** A coordinator says that somebody may teach a tier. One that they have for it already ends then. */
export const approveTrainer = command<
  { trainer: string; tier: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null },
  { approval: string },
  'no-trainer' | 'tier' | 'order'
>({
  verb: 'approve-trainer',
  needs: { action: 'add', object: 'trainer-approval' },
  about: ofPartnership,
  run: async ({ tx, parts }, { trainer, tier, from, until }) => {
    if (!parts.pack.course.tiers.some(({ id }) => id === tier)) return { fault: 'tier' }
    if (until && Temporal.PlainDate.compare(until, from) < 0) return { fault: 'order' }
    const held = await tx
      .selectFrom('role_grant as r')
      .innerJoin('person as n', 'n.id', 'r.person_id')
      .select('n.partner_id')
      .where('r.person_id', '=', trainer)
      .where('r.role', '=', 'trainer')
      .where('r.ended_at', 'is', null)
      .where('n.state', '=', 'active')
      .executeTakeFirst()
    if (!held) return { fault: 'no-trainer' }
    await tx
      .updateTable('trainer_approval')
      .set({ ended_on: from.toString() })
      .where('person_id', '=', trainer)
      .where('tier', '=', tier)
      .where('ended_on', 'is', null)
      .execute()
    const id = randomUUID()
    await tx
      .insertInto('trainer_approval')
      .values({
        id,
        person_id: trainer,
        partner_id: held.partner_id,
        tier,
        from_day: from.toString(),
        until_day: until?.toString() ?? null,
      })
      .execute()
    return { done: { approval: id }, entry: { object: 'trainer-approval', id, owner: trainer } }
  },
})

/** A coordinator ends an approval, from today on. What was taught before stays taught. */
export const endApproval = command<{ approval: string; today: Temporal.PlainDate }, { approval: string }, 'ended'>({
  verb: 'end-approval',
  needs: { action: 'change', object: 'trainer-approval' },
  about: ofPartnership,
  run: async ({ tx }, { approval, today }) => {
    const row = await tx
      .updateTable('trainer_approval')
      .set({ ended_on: today.toString() })
      .where('id', '=', approval)
      .where('ended_on', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    return row ? { done: { approval }, entry: { object: 'trainer-approval', id: approval, owner: row.person_id } } : { fault: 'ended' }
  },
})
