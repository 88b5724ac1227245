import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Axes, Cell, Released } from '../../../domain/register/disclosure/cube.ts'
import { lastQuarterOver } from '../../../domain/register/disclosure/periods.ts'
import type { Work } from '../../command.ts'

/** What a release is drawn up from: all that was ever counted, and all that was ever released. */
export type Counted = {
  axes: Axes
  cells: readonly Cell[]
  /** Those of them that are new. */
  fresh: readonly Cell[]
  earlier: readonly Released[]
  /** Of all this: whoever releases has looked at the same. */
  hash: string
}

/** Null: the last quarter that is over has been released. */
export const countedNow = async ({ tx, now, parts: { pack } }: Work): Promise<Counted | null> => {
  const until = lastQuarterOver(now.toZonedDateTimeISO(pack.partnership.timezone).toPlainDate())
  const releases = await tx.selectFrom('register_release').select(['begins', 'until']).orderBy('until').execute()
  if (releases.some((release) => release.until >= until)) return null
  const { rows } = await sql<
    Omit<Cell, 'partner'> & { fresh: boolean; partner_id: string | null }
  >`select * from register_cells(${until}) order by month, sector, tier, partner_id, first`.execute(tx)
  const cellOf = ({ fresh: _, partner_id, ...cell }: (typeof rows)[number]): Cell => ({ ...cell, partner: partner_id })
  const [cells, fresh] = [rows.map(cellOf), rows.filter(({ fresh }) => fresh).map(cellOf)]
  const earlier = (await tx.selectFrom('release_figure').selectAll().orderBy('release_id').orderBy('place').execute()).map(releasedOf)
  const named = (known: readonly string[], found: readonly string[]): string[] => [...new Set([...known, ...found])]
  const axes: Axes = {
    begins: releases[0]?.begins ?? cells.map(({ month }) => month).sort()[0] ?? until,
    until,
    sectors: named(
      pack.trainedSectors.map(({ id }) => id),
      cells.map(({ sector }) => sector),
    ),
    tiers: named(
      pack.course.tiers.map(({ id }) => id),
      cells.map(({ tier }) => tier),
    ),
    // Only those of which anybody was ever counted: who is missing is not shown up.
    partners: [...new Set(cells.flatMap(({ partner }) => partner ?? []))].sort(),
  }
  const hash = createHash('sha256')
    .update(JSON.stringify([axes, cells, earlier]))
    .digest('hex')
  return { axes, cells, fresh, earlier, hash }
}

type FigureRow = {
  from_month: string | null
  to_month: string
  sector: string | null
  tier: string | null
  partner_id: string | null
  people: number | null
}

export const releasedOf = ({ from_month, to_month, sector, tier, partner_id, people }: FigureRow): Released => ({
  ...{ from: from_month, to: to_month, sector, tier, partner: partner_id, value: people },
})
