import { sql } from 'kysely'
import type { ConcernState } from '../../domain/concerns/concern.ts'
import {
  dueTogether,
  type ErasingRule,
  erasingRules,
  isDue,
  type Kept,
  type Retention,
  retentionOf,
} from '../../domain/concerns/retention.ts'
import type { DataKeys } from '../../store/keys/data-keys.ts'
import type { Db } from '../../store/store.ts'
import { instantOf } from '../instant.ts'
import type { Parts } from '../parts.ts'

/*
 * Erasing a concern: its own key is destroyed first, and a list beside the keys says so (store/keys/data-keys.ts); then its rows go. Whatever
 * ends between the two, the concern is erased: `finishErasing` does the rest, at each start and each night.
 */

/** The rules as the pack has them now. */
export const retentionIn = ({ pack }: Pick<Parts, 'pack'>): Retention =>
  retentionOf(pack.retentionRules, pack.partnership.data_protection?.retention?.concerns?.length ?? null)

type Where = { db: Db; dataKeys: DataKeys }

const ruleOf = (text: string): ErasingRule => erasingRules.find((rule) => rule === text) ?? 'asked'

/**
 * Makes keys and database agree on what is erased. Rows of what the list names are taken away, such as those that an old backup brought back;
 * keys of what the database knows as erased are destroyed, such as those that an old copy of the keys brought back. Gives how many rows went.
 */
export const finishErasing = async ({ db, dataKeys }: Where): Promise<number> => {
  const { rows: known } = await sql<{
    id: string
    rule: string
    erased_at: Date
    erased_by: string | null
  }>`select * from erasures()`.execute(db)
  const before = dataKeys.erased()
  for (const { id, rule, erased_at, erased_by } of known)
    if (!before.has(id)) await dataKeys.destroy(id, { on: instantOf(erased_at).toString().slice(0, 10), rule, by: erased_by })
  await dataKeys.tidy()
  const list = dataKeys.erased()
  const { rows } = await sql<{ id: string }>`select concerns_there(${[...list.keys()]}::uuid[]) as id`.execute(db)
  for (const { id } of rows) {
    const erased = list.get(id)
    if (erased) await sql`select erase_due_concern(${id}::uuid, ${ruleOf(erased.rule)}, ${erased.by}::uuid)`.execute(db)
  }
  return rows.length
}

/** Every concern whose time is over on the clocks of the partnership, or that somebody asked to have erased, days ago. */
export const eraseDue = async ({
  db,
  dataKeys,
  retention,
  now,
  timezone,
}: Where & { retention: Retention; now: Temporal.Instant; timezone: string }): Promise<number> => {
  const today = now.toZonedDateTimeISO(timezone).toPlainDate()
  const { rows } = await sql<{
    id: string
    state: ConcernState
    closed_at: Date | null
    outcome: string | null
    merged_into: string | null
    held: boolean
    stopped: boolean
  }>`select * from retention_facts(${new Date(now.epochMilliseconds)})`.execute(db)
  const facts = rows.map(
    ({ closed_at, merged_into, ...row }): Kept => ({
      ...row,
      closed: closed_at && instantOf(closed_at).toZonedDateTimeISO(timezone).toPlainDate(),
      into: merged_into,
    }),
  )
  let erased = 0
  const asked = await sql<{ concern_id: string; erases_on: string; made_by: string }>`select * from erasures_asked()`.execute(db)
  for (const { concern_id, erases_on, made_by } of asked.rows)
    if (Temporal.PlainDate.compare(erases_on, today) <= 0)
      erased += (await eraseOne({ db, dataKeys }, concern_id, 'asked', made_by, today)) ? 1 : 0
  for (const [concern, due] of dueTogether(facts, retention))
    if ('on' in due && isDue(due, today)) erased += (await eraseOne({ db, dataKeys }, concern, due.rule, null, today)) ? 1 : 0
  return erased
}

/** Its row stays locked from the question whether it may go until it is gone: nobody puts it on hold, opens it again or stops it meanwhile. */
const eraseOne = (
  { db, dataKeys }: Where,
  concern: string,
  rule: ErasingRule,
  by: string | null,
  on: Temporal.PlainDate,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ why: string | null }>`select concern_stays(${concern}::uuid, ${rule}) as why`.execute(tx)
    if (rows[0]?.why !== null) return false
    await dataKeys.destroy(concern, { on: on.toString(), rule, by })
    await sql`select erase_due_concern(${concern}::uuid, ${rule}, ${by}::uuid)`.execute(tx)
    return true
  })
