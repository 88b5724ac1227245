import { sql } from 'kysely'
import { at } from '../../commands/instant.ts'
import { idleMinutes } from '../../commands/sign-in/session.ts'
import { curious } from './stage/cast.ts'
import type { Acting, Stage } from './stage/stage.ts'

/** Days since most of them were invited. */
const since = 130

/**
 * What was before today, which no command can set: when they came and were last here, and an alarm of this morning. The audit stays as it
 * is: its entries say when the demonstration was filled.
 */
export const setPast = async ({ owner, parts, who }: Stage, all: readonly Acting[]): Promise<void> => {
  const now = parts.now()
  const ago = (hours: number): Date => at(now.subtract({ minutes: Math.round(hours * 60) }))
  const from = ago(since * 24)
  await owner.transaction().execute(async (tx) => {
    await sql`update person set made_at = ${from} where state <> 'invited'`.execute(tx)
    await sql`update person set ended_at = ${ago(600)} where state = 'ended'`.execute(tx)
    await sql`update role_grant set granted_at = ${from} where person_id in (select id from person where state <> 'invited')`.execute(tx)
    await sql`update invitation set made_at = ${from}, used_at = ${ago(since * 24 - 3)} where used_at is not null`.execute(tx)
    await sql`update on_call set added_at = ${ago(60 * 24)}`.execute(tx)
    await sql`update fact_check set made_at = checked_on + interval '11 hours' where checked_on < current_date`.execute(tx)
    await sql`update fact_check set exported_at = ${ago(8 * 24)} where exported_at is not null`.execute(tx)
    for (const [index, { id, signIn, seen }] of all.entries()) {
      const hours = seen ?? 0
      await tx
        .updateTable('sign_in')
        .set({ seen_at: ago(hours), idle_ends_at: ago(hours - idleMinutes / 60), ends_at: ago(hours - 12), method: 'passkey' })
        .where('id', '=', signIn)
        .execute()
      await sql`update sign_in set made_at = ${ago(hours + 0.5)} where id = ${signIn}`.execute(tx)
      // A key that no device has: it signs nobody in.
      await tx
        .insertInto('passkey')
        .values({
          person_id: id,
          credential_id: `made-up-${index}`,
          public_key: Buffer.alloc(32),
          counter: 0,
          name: 'Work device',
          made_at: from,
        })
        .execute()
    }
    await tx
      .insertInto('alarm')
      .values({ kind: 'many-reads', person_id: who(curious).id, count: 40, at: ago(2) })
      .execute()
  })
}
