import { command } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { type Concern, openConcern } from './open-concern.ts'
import type { SealedFault } from './sealed.ts'
import { feedbackDue, replyDue } from './waits.ts'

export type { Concern } from './open-concern.ts'

/** Opens a concern: an entry in the audit each time. At its first opening it counts as read, which is what the reporter was promised. */
export const readConcern = command<{ concern: string }, Concern, SealedFault>({
  verb: 'read-concern',
  // The words: an offer, or a partner to which it was passed, gives no right to them.
  needs: { action: 'read', object: 'concern-text' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const { tx, now } = work
    const opened = await openConcern(work, concern)
    if ('fault' in opened) return opened
    const first = await tx
      .updateTable('concern')
      .set({
        read_at: at(now),
        state: 'open',
        reply_by: at(replyDue(work)),
        feedback_by: isReferral(opened) ? at(feedbackDue(work)) : null,
      })
      .where('id', '=', concern)
      .where('state', '=', 'new')
      .returning(['version', 'feedback_by'])
      .executeTakeFirst()
    const done: Concern = first
      ? {
          ...opened,
          state: 'open',
          readAt: now,
          replyBy: opened.code && !opened.answerBy ? replyDue(work) : null,
          feedbackBy: first.feedback_by && feedbackDue(work),
        }
      : opened
    // This opening is an entry too, which is written after it.
    const opening = { at: now, verb: 'read-concern', person: work.viewer.person, name: null }
    return { done: { ...done, history: [opening, ...done.history] }, entry: { object: 'concern', id: concern } }
  },
})

/** A professional sent along what they answered on the pathway: they referred someone, and should hear what happened. */
const isReferral = ({ texts }: Concern): boolean => texts.some((text) => text.kind === 'report' && text.report.pathway !== null)
