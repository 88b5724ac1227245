import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/store/store.ts'

type Attended = {
  people?: number
  /** Who, where they are known; else new ones. */
  learners?: readonly string[]
  /** The day on which it came to be known. */
  known: string
  tier?: string
  sector?: string
  /** Null: an organisation that is no partner. */
  partner?: string | null
}

/** People who were taught, as the register has them. Gives who they are. */
export const attended = async (
  owner: Db,
  { people = 0, learners, known, tier = 'everyone', sector = 'councils', partner = 'watford' }: Attended,
): Promise<string[]> => {
  const at =
    partner === null
      ? await owner
          .insertInto('organisation')
          .values({ name: 'Some firm', name_key: `firm ${randomUUID()}`, sector })
          .returning('id')
          .executeTakeFirstOrThrow()
      : await owner.selectFrom('organisation').select('id').where('partner_id', '=', partner).executeTakeFirstOrThrow()
  const who =
    learners ??
    (
      await owner
        .insertInto('learner')
        .values(
          Array.from({ length: people }, (_, nth) => ({
            organisation_id: at.id,
            partner_id: partner,
            name: `Learner ${nth}`,
            name_key: `learner ${nth}`,
          })),
        )
        .returning('id')
        .execute()
    ).map(({ id }) => id)
  await owner
    .insertInto('attendance')
    .values(
      who.map((learner) => ({
        ...{ id: randomUUID(), who: learner, learner_id: learner, organisation_id: at.id, partner_id: partner, sector, tier },
        ...{ version: '0123456789ab', on_date: known, way: 'file' as const, known_on: known },
      })),
    )
    .execute()
  return [...who]
}
