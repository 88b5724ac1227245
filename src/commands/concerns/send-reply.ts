import { mayGoAtOnce, replyHold } from '../../domain/concerns/reply.ts'
import { command } from '../command.ts'
import { aboutConcern } from './about-concern.ts'
import { headOf } from './head.ts'
import { type ReplyFault, writeReply } from './replies.ts'
import { concernKey, type SealedFault } from './sealed.ts'

type Input = { concern: string; text: string; answerBy: Temporal.Instant | null; atOnce: boolean }

/** Sends a reply. It is held for ten minutes, in which it can be taken back; in danger it may go at once. */
export const sendReply = command<Input, { reply: string }, SealedFault | ReplyFault | 'not-danger' | 'withdrawn'>({
  verb: 'send-reply',
  needs: { action: 'add', object: 'concern-reply' },
  about: aboutConcern,
  run: async (work, { concern, text, answerBy, atOnce }) => {
    const head = await headOf(work, concern)
    if (head.state === 'withdrawn' || head.withdrawnAt) return { fault: 'withdrawn' }
    if (atOnce && !mayGoAtOnce(head)) return { fault: 'not-danger' }
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const written = await writeReply(work, key, { concern, text, answerBy, goesAt: atOnce ? work.now : work.now.add(replyHold) })
    return 'fault' in written ? written : { done: written, entry: { object: 'concern', id: concern } }
  },
})
