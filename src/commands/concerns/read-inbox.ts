import { sql } from 'kysely'
import { audiencesOf, type InboxView } from '../../domain/concerns/audiences.ts'
import { type Edge, newestFirst, type Order, urgentFirst } from '../../domain/concerns/lists.ts'
import { command, ofMyself, type Work } from '../command.ts'
import { keyStanding } from '../keys/key-standing.ts'
import { type Asked, counted, type Listed, listed } from './list.ts'

/** Rows of a page. One more is read, to know whether there is another page. */
export const pageRows = 25

export type InboxAsk = { view: InboxView; order: Order | null; edge: Edge | null }

/** Closed concerns by arrival, the newest first; all others by danger and child, then by what is due first. */
export const orderOf = (view: InboxView): Order => (view === 'closed' ? newestFirst : urgentFirst)

const rowsOf = ({ viewer, now }: Pick<Work, 'viewer' | 'now'>, view: InboxView): Pick<Asked, 'audiences' | 'open' | 'late'> => ({
  audiences: audiencesOf(viewer, view),
  open: view !== 'closed',
  ...(view === 'late' ? { late: now } : {}),
})

/** A view of the inbox, or all that waits. To have looked keeps the form open, where the key is open. */
export const readInbox = command<InboxAsk | null, readonly Listed[]>({
  verb: 'read-inbox',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async (work, asked) => {
    const { tx, parts, now } = work
    const { view, order, edge } = asked ?? { view: 'open', order: null, edge: null }
    if (parts.keys.opened(now)) {
      const { holders, receiving } = await keyStanding(tx, parts)
      await sql`select inbox_opened(${holders === 'enough' && receiving === 'same'})`.execute(tx)
    }
    const done = await listed(tx, { ...rowsOf(work, view), order: order ?? orderOf(view), edge, limit: pageRows + 1 })
    return { done, entry: null }
  },
})

/** How many are in each of these views, no further than a badge says. Nobody counts what is closed. */
export const readInboxCounts = command<readonly Exclude<InboxView, 'closed'>[], readonly number[]>({
  verb: 'read-inbox-counts',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async (work, views) => ({
    done: await counted(
      work.tx,
      views.map((view) => rowsOf(work, view)),
    ),
    entry: null,
  }),
})
