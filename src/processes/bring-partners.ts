import { sql } from 'kysely'
import type { Pack } from '../content/pack.ts'
import { organisationKey } from '../domain/register/names.ts'
import { sectorOfKind } from '../domain/register/register.ts'
import type { Db } from '../store/store.ts'

/** What the desk begins with: the partners of the pack, as rows that people belong to. One that is no longer in the pack has ended; its people stay, and are seen to by an administrator. */
export const bringPartners = async (owner: Db, { partners, trainedSectors }: Pack): Promise<void> => {
  const rows = partners.map(({ id, name }) => ({ id, name, ended_at: null }))
  await owner.transaction().execute(async (tx) => {
    if (rows.length)
      await tx
        .insertInto('partner')
        .values(rows)
        .onConflict((on) => on.column('id').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), ended_at: null })))
        .execute()
    await tx
      .updateTable('partner')
      .set({ ended_at: sql`now()` })
      .where('ended_at', 'is', null)
      .where('id', 'not in', [...rows.map(({ id }) => id), ''])
      .execute()
    // The register counts people by where they work: each partner is one such place.
    for (const { id, name, kind } of partners)
      await tx
        .insertInto('organisation')
        .values({ partner_id: id, name, name_key: organisationKey(name), sector: sectorOfKind(trainedSectors, kind) })
        .onConflict((on) =>
          on.column('partner_id').doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), sector: eb.ref('excluded.sector') })),
        )
        .execute()
    // Whether reports are taken in has one row from the first start on; made here, so that a backup can be put back into a new database.
    await tx
      .insertInto('intake')
      .defaultValues()
      .onConflict((on) => on.doNothing())
      .execute()
  })
}
