import type { Facts } from '../../domain/access/table.ts'
import type { Work } from '../command.ts'

/**
 * What a concern is to whoever asks; null: there is none, or none that they may know of. The database shows no row to whoever is kept apart
 * from it, so what is not seen is not there.
 */
export const aboutConcern = async ({ tx, viewer }: Work, { concern }: { concern: string }): Promise<Facts | null> => {
  const found = await tx.selectFrom('concern').select('owner_id').where('id', '=', concern).executeTakeFirst()
  if (!found) return null
  const own = found.owner_id === viewer.person
  const offered = own
    ? undefined
    : await tx
        .selectFrom('concern_offer')
        .select('id')
        .where('concern_id', '=', concern)
        .where('answer', 'is', null)
        .where('to_person', '=', viewer.person)
        .executeTakeFirst()
  const shares = await tx
    .selectFrom('concern_share')
    .select('partner_id')
    .where('concern_id', '=', concern)
    .where('ended_at', 'is', null)
    .execute()
  return { own, offered: offered !== undefined, partners: shares.flatMap(({ partner_id }) => partner_id ?? []) }
}
