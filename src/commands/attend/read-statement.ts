import { pairHash } from './learning-key.ts'
import type { AttendParts } from './parts.ts'

/** A statement that was counted, without whom it was about: that is not kept with it. `activity`: the name of what was done (domain/register/activity.ts). */
export type KeptStatement = { id: string; verb: string; activity: string; said_at: string; stored: string }

/** Null: none of this id came with a key of this partner, or it was not counted. */
export const readKeptStatement = async (
  { door }: AttendParts,
  pair: string,
  id: string,
): Promise<{ statement: KeptStatement | null } | { fault: 'gone' }> => {
  const found = await door()?.attend<{ statement: KeptStatement | null }>('select attend_statement($1, $2) as statement', [
    pairHash(pair),
    id,
  ])
  return !found || 'fault' in found ? { fault: 'gone' } : { statement: found.rows[0]?.statement ?? null }
}
