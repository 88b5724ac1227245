import type { Released } from '../../../domain/register/disclosure/cube.ts'
import type { Release } from '../../../domain/register/disclosure/release.ts'
import { command, ofPartnership } from '../../command.ts'
import { instantOf } from '../../instant.ts'
import { releasedOf } from './counted.ts'

export type ReleaseLine = { id: string; until: string; at: Temporal.Instant; by: string | null }

/** All that was released, the newest first. */
export const readReleases = command<Record<never, never>, readonly ReleaseLine[]>({
  verb: 'read-releases',
  needs: { action: 'read', object: 'register-release' },
  about: ofPartnership,
  run: async ({ tx }) => {
    const rows = await tx
      .selectFrom('register_release as r')
      .leftJoin('profile as p', 'p.person_id', 'r.released_by')
      .select(['r.id', 'r.until', 'r.released_at', 'p.name'])
      .orderBy('r.until', 'desc')
      .execute()
    return { done: rows.map(({ id, until, released_at, name }) => ({ id, until, at: instantOf(released_at), by: name })), entry: null }
  },
})

/** One release, by the last month that it counts; null: the newest. */
export const readRelease = command<{ until: string | null }, Release, 'none'>({
  verb: 'read-release',
  needs: { action: 'read', object: 'release-figure' },
  about: ofPartnership,
  run: async ({ tx }, { until }) => {
    let asked = tx.selectFrom('register_release').select(['id', 'begins', 'until', 'released_at']).orderBy('until', 'desc').limit(1)
    if (until !== null) asked = asked.where('until', '=', until)
    const release = await asked.executeTakeFirst()
    if (!release) return { fault: 'none' }
    const rows = await tx.selectFrom('release_figure').selectAll().where('release_id', '=', release.id).orderBy('place').execute()
    const figures: Released[] = rows.map(releasedOf)
    return { done: { begins: release.begins, until: release.until, at: instantOf(release.released_at), figures }, entry: null }
  },
})
