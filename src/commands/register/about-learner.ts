import type { Facts } from '../../domain/access/table.ts'
import type { Work } from '../command.ts'

/** What somebody who was trained is to whoever asks; null: there is nobody, or none that they may know of. */
export const aboutLearner = async ({ tx }: Pick<Work, 'tx'>, { person }: { person: string }): Promise<Facts | null> => {
  const row = await tx.selectFrom('learner').select('partner_id').where('id', '=', person).executeTakeFirst()
  return row ? (row.partner_id === null ? {} : { partner: row.partner_id }) : null
}
