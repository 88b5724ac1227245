import { type Mapping, mappingSchema } from '../../../domain/register/sheet/mapping.ts'
import { command, ofMyself } from '../../command.ts'
import { instantOf } from '../../instant.ts'

/** What is known of a file: how one with the same columns was matched last, and when this very one was imported before. */
export type Known = { mapping: Mapping | null; before: Temporal.Instant | null }

export const readKnown = command<{ partner: string | null; headers: Buffer; hash: Buffer }, Known, never>({
  verb: 'read-known-file',
  needs: { action: 'read', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, viewer }, { partner, headers, hash }) => {
    const row = await tx
      .selectFrom('import_mapping')
      .select('mapping')
      .where('partner_id', '=', partner ?? viewer.partner)
      .where('headers', '=', headers)
      .executeTakeFirst()
    const mapping = mappingSchema.safeParse(row?.mapping)
    const before = await tx
      .selectFrom('register_import')
      .select('made_at')
      .where('hash', '=', hash)
      .where('undone_at', 'is', null)
      .orderBy('made_at', 'desc')
      .executeTakeFirst()
    return { done: { mapping: mapping.success ? mapping.data : null, before: before ? instantOf(before.made_at) : null }, entry: null }
  },
})
