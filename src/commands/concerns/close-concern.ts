import { sql } from 'kysely'
import { replyHold } from '../../domain/concerns/reply.ts'
import { command, type Work } from '../command.ts'
import { at } from '../instant.ts'
import { withMerged } from '../merged.ts'
import { aboutConcern } from './about-concern.ts'
import { headOf } from './head.ts'
import { type ReplyFault, writeReply } from './replies.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** `offer-open`: somebody is asked to take it. `reply-held`: a reply may still be taken back. `answer-promised`: the reporter waits for words. */
type Fault = SealedFault | ReplyFault | 'closed-already' | 'no-outcome' | 'offer-open' | 'reply-held' | 'answer-promised' | 'is-merged'

/**
 * Closes a concern with an outcome of the pack, whose sentence the reporter reads; `words`: a last reply besides, held like every reply. What
 * was merged into it closes with it, so that each reporter hears the same.
 */
export const closeConcern = command<{ concern: string; outcome: string; words: string }, null, Fault>({
  verb: 'close-concern',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async (work, { concern, outcome, words }) => {
    const { tx, now, parts } = work
    const head = await headOf(work, concern)
    if (head.state !== 'new' && head.state !== 'open') return { fault: 'closed-already' }
    if (head.mergedInto) return { fault: 'is-merged' }
    if (!parts.pack.concernOutcomes.some(({ id }) => id === outcome)) return { fault: 'no-outcome' }
    const stops = await whatStops(work, concern)
    if (stops) return { fault: stops }
    if (head.code && head.answerBy && !words) return { fault: 'answer-promised' }
    if (words) {
      const key = await concernKey(work, concern)
      if ('fault' in key) return key
      const written = await writeReply(work, key, { concern, text: words, goesAt: now.add(replyHold), answerBy: null })
      if ('fault' in written) return written
    }
    const closed = await tx
      .updateTable('concern')
      .set({ state: 'closed', outcome, closed_at: at(now), answer_by: null, version: sql`version + 1` })
      .where('id', 'in', withMerged(concern))
      .where('state', 'in', ['new', 'open'])
      .returning('id')
      .execute()
    return { done: null, entry: closed.map(({ id }) => ({ object: 'concern', id })) }
  },
})

const whatStops = async ({ tx, now }: Work, concern: string): Promise<'offer-open' | 'reply-held' | null> => {
  const offer = await tx
    .selectFrom('concern_offer')
    .select('id')
    .where('concern_id', '=', concern)
    .where('answer', 'is', null)
    .executeTakeFirst()
  if (offer) return 'offer-open'
  const held = await tx
    .selectFrom('concern_reply')
    .select('id')
    .where('concern_id', '=', concern)
    .where('taken_back_at', 'is', null)
    .where('goes_at', '>', at(now))
    .executeTakeFirst()
  return held ? 'reply-held' : null
}
