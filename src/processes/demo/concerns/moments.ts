import { sql } from 'kysely'
import { at } from '../../../commands/instant.ts'
import type { Db } from '../../../store/store.ts'

/** Columns that say when something of a concern happened, by their tables. What lies ahead (a promise, a limit) is in none of them. */
const columns = {
  concern: ['received_at', 'read_at', 'closed_at', 'reopened_at', 'owned_since', 'urgent_since', 'code_seen_at', 'feedback_at'],
  concern_text: ['at'],
  concern_note: ['at'],
  concern_reply: ['at', 'taken_back_at', 'seen_at'],
  concern_offer: ['at', 'answered_at'],
  concern_share: ['at', 'ended_at'],
  concern_apart: ['at'],
  concern_alert: ['at'],
  concern_hold: ['at'],
  concern_identifier: ['at'],
  concern_intelligence: ['at'],
  concern_picture: ['at', 'stopped_at'],
  concern_link: ['at'],
  sharing_decision: ['asked_at', 'decided_at'],
  share_answer: ['at', 'seen_at'],
  choice_change: ['at'],
  access_request: ['at'],
  erasure_request: ['at', 'stopped_at'],
  erasure: ['erased_at', 'asked_at'],
} as const

const name = 'made_up_move'

/** Made for as long as a demonstration is filled: as a function, its many statements are planned once. */
export const whileMoving = async <Done>(owner: Db, work: () => Promise<Done>): Promise<Done> => {
  const changes = Object.entries(columns).map(([table, names]) => {
    const set = names.map((column) => `${column} = case when ${column} > since then moment else ${column} end`).join(', ')
    const any = names.map((column) => `${column} > since`).join(' or ')
    return `update ${table} set ${set} where ${table === 'concern' || table === 'erasure' ? 'id' : 'concern_id'} = which and (${any});`
  })
  await sql
    .raw(
      `create or replace function ${name}(which uuid, moment timestamptz, since timestamptz) returns void language plpgsql as $$
      begin
        ${changes.join('\n')}
        update audit set at = moment where object = 'concern' and object_id = which::text and at > since;
      end $$`,
    )
    .execute(owner)
  return work().finally(() => sql.raw(`drop function ${name}`).execute(owner))
}

/**
 * Puts what a command did just now (since `since`, by the clock of the database) where it belongs in the past. Commands that ask for the
 * instant are given it; the database stamps rows by its own clock, which nobody sets.
 */
export const movedTo = async (owner: Db, concern: string, when: Temporal.Instant, since: Temporal.Instant): Promise<void> => {
  await sql`select ${sql.raw(name)}(${concern}::uuid, ${at(when)}, ${at(since)})`.execute(owner)
}

/**
 * Writes the chain of the audit anew, in the order of time: what was moved into the past would not be believed where it lies. Whoever owns a
 * database can do this to any audit, which is why its head is kept elsewhere too (docs/guide/running.md); of a demonstration nobody does.
 */
export const chainAnew = async (owner: Db): Promise<void> => {
  await owner.transaction().execute(async (tx) => {
    await sql`create temporary table moved on commit drop as
      select row_number() over (order by at, seq) as place, at, person, verb, object, object_id, owner, xact from audit`.execute(tx)
    await sql`truncate audit`.execute(tx)
    await sql`alter table audit disable trigger user`.execute(tx)
    await sql`do $do$
      declare one record; before bytea := decode(repeat('00', 32), 'hex'); hash bytea;
      begin
        for one in select * from moved order by place loop
          hash := audit_hash(before, one.place, one.at, one.person, one.verb, one.object, one.object_id, one.owner);
          insert into audit values (one.place, one.at, one.person, one.verb, one.object, one.object_id, one.owner, before, hash, one.xact);
          before := hash;
        end loop;
      end $do$`.execute(tx)
    await sql`alter table audit enable trigger user`.execute(tx)
  })
}
