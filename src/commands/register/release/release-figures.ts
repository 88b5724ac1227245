import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Released } from '../../../domain/register/disclosure/cube.ts'
import { command, ofPartnership } from '../../command.ts'
import { countedNow } from './counted.ts'

/** `hash`: of what the figures were drawn up from. */
type Input = { hash: string; figures: readonly Released[] }

/** A coordinator releases figures, for ever as they are: they are kept, and everybody may read them. `changed`: what they were drawn up from is not what is counted now. */
export const releaseFigures = command<Input, { until: string }, 'changed' | 'released'>({
  verb: 'release-figures',
  needs: { action: 'add', object: 'register-release' },
  about: ofPartnership,
  conflicts: { register_release_until_key: 'released' },
  run: async (work, { hash, figures }) => {
    const { tx, viewer } = work
    const counted = await countedNow(work)
    if (!counted) return { fault: 'released' }
    if (counted.hash !== hash) return { fault: 'changed' }
    const { begins, until } = counted.axes
    const id = randomUUID()
    await tx.insertInto('register_release').values({ id, begins, until, released_by: viewer.person }).execute()
    const rows = figures.map(({ from, to, sector, tier, partner, value }, place) => ({
      ...{ place, from_month: from, to_month: to, sector, tier, partner_id: partner, people: value },
    }))
    const cells = counted.fresh.map(({ partner, ...cell }) => ({ ...cell, partner_id: partner }))
    await sql`select keep_release(${id}::uuid, ${JSON.stringify(rows)}::jsonb, ${JSON.stringify(cells)}::jsonb)`.execute(tx)
    return { done: { until }, entry: { object: 'register-release', id } }
  },
})
