import { command, ofMyself } from '../../command.ts'
import { instantOf } from '../../instant.ts'

/** A file that was imported, as lists show it. */
export type Imported = {
  id: string
  at: Temporal.Instant
  by: string | null
  mine: boolean
  partner: string | null
  event: string | null
  rows: number
  kept: number
  refused: number
  /** Rows that say somebody did not do it. */
  others: number
  /** Rows of people who are another partner's, until somebody says that they moved. */
  claimed: number
  undone: Temporal.Instant | null
}

/** The newest files that were imported, of those that whoever asks may know of; or one of them. */
export const readImports = command<{ id: string | null; limit: number }, readonly Imported[], never>({
  verb: 'read-imports',
  needs: { action: 'read', object: 'register-import' },
  about: ofMyself,
  run: async ({ tx, viewer }, { id, limit }) => {
    let asked = tx
      .selectFrom('register_import as i')
      .leftJoin('profile as p', 'p.person_id', 'i.made_by')
      .select([
        'i.id',
        'i.made_at',
        'i.made_by',
        'i.partner_id',
        'i.event_id',
        'i.rows',
        'i.kept',
        'i.refused',
        'i.others',
        'i.undone_at',
        'p.name',
      ])
      .select((of) =>
        of
          .selectFrom('attendance as a')
          .select((each) => each.fn.countAll<string>().as('count'))
          .whereRef('a.import_id', '=', 'i.id')
          .where('a.claimed', '=', true)
          .as('claimed'),
      )
      .where('i.kind', '=', 'file')
      .orderBy('i.made_at', 'desc')
      .orderBy('i.id')
      .limit(limit)
    if (id !== null) asked = asked.where('i.id', '=', id)
    const rows = await asked.execute()
    const done = rows.map(
      (row): Imported => ({
        ...{ id: row.id, at: instantOf(row.made_at), by: row.name, mine: row.made_by === viewer.person, partner: row.partner_id },
        ...{
          event: row.event_id,
          rows: row.rows,
          kept: row.kept,
          refused: row.refused,
          others: row.others,
          claimed: Number(row.claimed),
          undone: row.undone_at && instantOf(row.undone_at),
        },
      }),
    )
    return { done, entry: null }
  },
})
