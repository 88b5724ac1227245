import type { WordId } from '../../content/word-ids.ts'
import type { Answers } from '../../domain/flow/answers.ts'
import type { Flow } from '../../domain/flow/flow.ts'
import { keep, readKept } from '../../domain/flow/version.ts'
import { type Carrier, type Opened, sealedCarrier } from '../forms/carrier.ts'
import type { Sealer } from '../forms/seal.ts'

/** What is said to someone whose answers were given to another version of the flow. */
export type Lost = { otherVersion: WordId; notAnswers: WordId }

const openedBy =
  (flow: Flow, lost: Lost) =>
  (kept: unknown): Opened<Answers> => {
    const answers = readKept(flow, kept)
    if (answers === 'other-version') return { refused: lost.otherVersion }
    return answers === 'not-answers' ? { refused: lost.notAnswers } : { carried: answers }
  }

/**
 * Answers travel sealed in the page: nothing is kept. The version of the flow travels inside, so that answers to another one are recognised
 * and told, not merely refused.
 */
export const sealedAnswers = (flow: Flow, sealer: Sealer, lost: Lost): Carrier<Answers> =>
  sealedCarrier<Answers>(sealer, flow.head.id, { read: openedBy(flow, lost), write: (answers) => keep(flow, answers) })

/** Where answers are kept under a key that only the page has: what is too long, or a file, does not travel to and fro. */
export type AnswerStore = {
  /** The key under which they are found again. It must be past guessing. */
  put(kept: unknown): Promise<string>
  /** Undefined where nothing is kept under it. */
  get(key: string): Promise<unknown>
}

/**
 * Answers are stored, and the page carries the key. Each step is kept anew, so that Back in a browser goes back to what was so then.
 * @public for cases, which store; proved on the made-up flow of test/http/harbour.test.ts
 */
export const storedAnswers = (flow: Flow, store: AnswerStore, lost: Lost): Carrier<Answers> => ({
  keep: (answers) => store.put(keep(flow, answers)),
  open: async (key) => openedBy(flow, lost)(await store.get(key)),
})
