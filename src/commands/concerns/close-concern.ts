import { sql } from 'kysely'
import type { ConcernState } from '../../domain/concerns/concern.ts'
import { replyHold } from '../../domain/concerns/reply.ts'
import { command } from '../command.ts'
import { at } from '../instant.ts'
import { withMerged } from '../merged.ts'
import { aboutConcern } from './about-concern.ts'
import { type Closing, type Stop, whatStops } from './closing.ts'
import { headOf } from './head.ts'
import { type ReplyFault, writeReply } from './replies.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** What its reporter took back ends as taken back. */
const endedState = sql<ConcernState>`case when withdrawn_at is null then 'closed' else 'withdrawn' end`

/**
 * Closes a concern with an outcome of the pack, whose sentence the reporter reads; `words`: a last reply besides, held like every reply. What
 * was merged into it closes with it, so that each reporter hears the same.
 */
export const closeConcern = command<Closing, null, SealedFault | ReplyFault | Stop>({
  verb: 'close-concern',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async (work, closing) => {
    const { tx, now } = work
    const { concern, outcome, words } = closing
    const stop = await whatStops(work, await headOf(work, concern), closing)
    if (stop) return { fault: stop }
    if (words) {
      const key = await concernKey(work, concern)
      if ('fault' in key) return key
      const reply = { concern, text: words, goesAt: now.add(replyHold), answerBy: null, closes: true }
      const written = await writeReply(work, key, reply)
      if ('fault' in written) return written
    }
    const closed = await tx
      .updateTable('concern')
      .set({ state: endedState, outcome, closed_at: at(now), answer_by: null, version: sql`version + 1` })
      .where('id', 'in', withMerged(concern))
      .where('state', 'in', ['new', 'open'])
      .returning('id')
      .execute()
    return { done: null, entry: closed.map(({ id }) => ({ object: 'concern', id })) }
  },
})
