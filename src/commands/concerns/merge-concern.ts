import { sql } from 'kysely'
import { command } from '../command.ts'
import { withMerged } from '../merged.ts'
import { headOf } from './head.ts'
import { aboutTwo, both, type ToJoin, wallsAlike } from './link-concern.ts'

/**
 * `merged-already`: one of them is part of another. `holds-others`: others were merged into it. `kept-apart`: who would own it must not
 * see it. `unlike-walls`: not the same are kept out of both. `nobody-left`: with the walls of both no coordinator is.
 */
type Fault = 'merged-already' | 'holds-others' | 'kept-apart' | 'offer-open' | 'not-open' | 'unlike-walls' | 'nobody-left'

/**
 * `concern` is the same as `other`, which goes on. Nothing is lost: both reporters keep their code, and each is answered on their own page; one
 * person owns both. It can be undone.
 */
export const mergeConcern = command<ToJoin, null, Fault>({
  verb: 'merge-concern',
  needs: { action: 'add', object: 'concern-link' },
  about: aboutTwo,
  run: async (work, two) => {
    const { tx } = work
    const { concern, other } = two
    const [from, into] = [await headOf(work, concern), await headOf(work, other)]
    if (from.mergedInto || into.mergedInto) return { fault: 'merged-already' }
    if ([from, into].some(({ state }) => state !== 'open' && state !== 'new')) return { fault: 'not-open' }
    const { rows: held } = await withMerged(concern).execute(tx)
    if (held.length > 1) return { fault: 'holds-others' }
    const offer = await tx
      .selectFrom('concern_offer')
      .select('id')
      .where('concern_id', '=', concern)
      .where('answer', 'is', null)
      .executeTakeFirst()
    if (offer) return { fault: 'offer-open' }
    await wallsAlike(tx, two)
    await tx.insertInto('concern_link').values({ concern_id: concern, other_id: other, kind: 'merged' }).execute()
    await tx.updateTable('concern').set({ merged_into: other, version: sql`version + 1` }).where('id', '=', concern).execute()
    const { rows } = await sql<{ owned: boolean }>`select merge_owner(${concern}::uuid, ${other}::uuid) as owned`.execute(tx)
    return rows[0]?.owned ? { done: null, entry: both(two) } : { fault: 'kept-apart' }
  },
  conflicts: { concern_link_once: 'merged-already', WM019: 'unlike-walls', WM012: 'nobody-left' },
})
