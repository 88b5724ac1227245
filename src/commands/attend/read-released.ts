import type { Released } from '../../domain/register/disclosure/cube.ts'
import type { Release } from '../../domain/register/disclosure/release.ts'
import { instantOf } from '../instant.ts'
import type { AttendParts } from './parts.ts'

type Row = {
  begins: string
  until: string
  released_at: Date
  from_month: string | null
  to_month: string
  sector: string | null
  tier: string | null
  partner_id: string | null
  people: number | null
}

/** The newest release of the register's figures, for everybody. `none`: nothing was ever released. Null: the database did not answer. */
export const readReleased = async ({ door }: Pick<AttendParts, 'door'>): Promise<Release | 'none' | null> => {
  const found = await door()?.attend<Row>('select * from released_figures()', [])
  if (!found || 'fault' in found) return null
  const [one] = found.rows
  if (!one) return 'none'
  const figures = found.rows.map(
    ({ from_month, to_month, sector, tier, partner_id, people }): Released => ({
      ...{ from: from_month, to: to_month, sector, tier, partner: partner_id, value: people },
    }),
  )
  return { begins: one.begins, until: one.until, at: instantOf(one.released_at), figures }
}
