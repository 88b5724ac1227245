import { holds, type Viewer } from '../access/roles.ts'

/** Ways to look at the concerns that somebody may see. */
export const inboxViews = ['open', 'mine', 'offered', 'late', 'closed'] as const
export type InboxView = (typeof inboxViews)[number]

/**
 * The audiences (store/migrations/0013-lists.ts) from which a view is read. The database shows nobody the rows of an audience that they are not
 * one of; here is only which of them a view needs: one who sees all needs no other.
 */
export const audiencesOf = (viewer: Viewer, view: InboxView): readonly string[] => {
  const { person, grants } = viewer
  if (!grants.length) return []
  const all = holds(viewer, 'coordinator')
  const mine = [`owner:${person}`]
  const offered = [`offer:${person}`, ...(all ? ['offer:all'] : [])]
  if (view === 'mine') return mine
  if (view === 'offered') return offered
  if (all) return ['all']
  const answersFor = grants.flatMap(({ role, partner }) => (role === 'spoc' ? [`partner:${partner}`] : []))
  const named = grants.flatMap(({ role, partner }) => (role === 'spoc' || role === 'practitioner' ? [`named:${partner}:${person}`] : []))
  return [...new Set([...mine, ...offered, ...answersFor, ...named])]
}
