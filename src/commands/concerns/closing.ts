import { isTrueOf } from '../../domain/concerns/outcome.ts'
import { command, type Work } from '../command.ts'
import { at } from '../instant.ts'
import { withMerged } from '../merged.ts'
import { aboutConcern } from './about-concern.ts'
import { type ConcernHead, headOf } from './head.ts'

/**
 * Why a concern cannot be closed so. `offer-open`: somebody is asked to take it. `reply-held`: a reply may still be taken back.
 * `answer-promised`: the reporter waits for words; `merged-promised`: that of a concern which closes with it. `not-passed`: the outcome says
 * that it was passed, and nothing that the reporter may hear of was; `merged-not-passed`: of one that closes with it. `not-read`: its reporter took
 * it back, and nobody has read it; `no-why`: nothing says that it was passed on, and no note since says why not.
 */
export type Stop =
  | 'closed-already'
  | 'is-merged'
  | 'no-outcome'
  | 'offer-open'
  | 'reply-held'
  | 'answer-promised'
  | 'merged-promised'
  | 'not-passed'
  | 'merged-not-passed'
  | 'not-read'
  | 'no-why'

export type Closing = { concern: string; outcome: string; words: string }

/** The one rule, for the check and for the closing itself. */
export const whatStops = async (work: Work, head: ConcernHead, { concern, outcome, words }: Closing): Promise<Stop | null> => {
  const { tx, now, parts } = work
  if (head.state !== 'new' && head.state !== 'open') return 'closed-already'
  if (head.mergedInto) return 'is-merged'
  if (head.withdrawnAt && !head.readAt) return 'not-read'
  const chosen = parts.pack.concernOutcomes.find(({ id }) => id === outcome)
  if (!chosen) return 'no-outcome'
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
  if (held) return 'reply-held'
  if (head.code && head.answerBy && !words) return 'answer-promised'
  // Each of their reporters reads the same outcome: it must be true for each.
  const merged = await tx
    .selectFrom('concern')
    .select(['id', 'reply_key', 'answer_by'])
    .where('id', 'in', withMerged(concern))
    .where('id', '<>', concern)
    .where('state', 'in', ['new', 'open'])
    .where('reply_key', 'is not', null)
    .execute()
  if (merged.some(({ answer_by }) => answer_by)) return 'merged-promised'
  if (!isTrueOf(chosen.says_passed, await passedTo(work, concern))) return 'not-passed'
  if (head.withdrawnAt && !(await saysWhat(work, concern, head.withdrawnAt))) return 'no-why'
  for (const { id } of merged) if (!isTrueOf(chosen.says_passed, await passedTo(work, id))) return 'merged-not-passed'
  return null
}

/** The kinds of bodies that have it and of which the reporter may hear: a partner from which it was taken back has it no more. */
const passedTo = async ({ tx, parts }: Work, concern: string): Promise<string[]> => {
  const shares = await tx
    .selectFrom('concern_share')
    .select(['partner_id', 'outside'])
    .where('concern_id', '=', concern)
    .where('tell_reporter', '=', true)
    .where((on) => on.or([on('outside', 'is not', null), on('ended_at', 'is', null)]))
    .execute()
  return shares.map(({ partner_id, outside }) => outside ?? parts.pack.partners.find(({ id }) => id === partner_id)?.kind ?? 'other')
}

/** Of what was taken back with a child or danger in it: is it recorded that it was passed on, or why not? */
const saysWhat = async ({ tx }: Work, concern: string, since: Temporal.Instant): Promise<boolean> => {
  const shared = await tx.selectFrom('concern_share').select('id').where('concern_id', '=', concern).limit(1).executeTakeFirst()
  if (shared) return true
  const note = tx.selectFrom('concern_note').select('id').where('concern_id', '=', concern).where('at', '>=', at(since))
  return (await note.limit(1).executeTakeFirst()) !== undefined
}

/** What would refuse it, asked before somebody is shown what would be read. Nothing of it is opened: no entry. */
export const readClosing = command<Closing, null, Stop>({
  verb: 'read-closing',
  needs: { action: 'change', object: 'concern' },
  about: aboutConcern,
  run: async (work, closing) => {
    const stop = await whatStops(work, await headOf(work, closing.concern), closing)
    return stop ? { fault: stop } : { done: null, entry: null }
  },
})
