import type { Work } from '../command.ts'
import { instantOf } from '../instant.ts'
import type { ConcernKey } from './sealed.ts'

/** A note of the desk. `text` null: it cannot be opened. */
export type ConcernNote = { id: string; at: Temporal.Instant; by: { id: string; name: string | null }; text: string | null }

/** The oldest first. */
export const openNotes = async ({ tx }: Work, concern: string, key: ConcernKey): Promise<ConcernNote[]> => {
  const rows = await tx
    .selectFrom('concern_note as n')
    .leftJoin('profile as p', 'p.person_id', 'n.made_by')
    .select(['n.id', 'n.at', 'n.made_by', 'n.sealed', 'p.name'])
    .where('n.concern_id', '=', concern)
    .orderBy('n.at')
    .execute()
  return rows.map(({ id, at, made_by, sealed, name }) => ({
    id,
    at: instantOf(at),
    by: { id: made_by, name },
    text: key.openText('note', id, sealed),
  }))
}
