import type { WordId } from '../content/word-ids.ts'
import type { Service } from '../domain/services/service.ts'

/** The words for what a call costs; null where nobody knows. */
export const costWord = ({ free: { value, note } }: Service): WordId | null => {
  if (value === 'unknown') return null
  if (value) return 'service.cost-free'
  // An 03 number costs what an 01 or 02 number costs; the note of either says so.
  return /\b0[123]\b/.test(note ?? '') ? 'service.cost-03' : 'service.cost-charged'
}
