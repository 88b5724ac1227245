import type { TryFault } from '../../../../commands/sign-in/by-password.ts'
import type { DeskId } from '../../../../content/word-ids.ts'
import type { DeskWords } from '../../context/words.ts'

/** Seconds after which whoever was told `busy` may come again. */
const later = 5

/** What a page says of a try that failed, and with which status; the same whether there is such a person or not. */
export const triedInWords = (t: DeskWords, outcome: TryFault, wrong: DeskId): { status: number; text: string; retryAfter?: number } => {
  if (outcome.fault === 'wrong') return { status: 400, text: t(wrong) }
  if (outcome.fault === 'busy') return { status: 503, text: t('fault.busy'), retryAfter: later }
  return { status: 429, text: t('fault.wait', { minutes: Math.ceil(outcome.seconds / 60) }), retryAfter: outcome.seconds }
}
