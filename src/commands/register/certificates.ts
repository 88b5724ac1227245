import { sql } from 'kysely'
import type { Facts } from '../../domain/access/table.ts'
import { type WholeBefore, wholeBefore } from '../../domain/register/standing.ts'
import { registerHash } from '../attend/parts.ts'
import type { Work } from '../command.ts'
import { instantOf } from '../instant.ts'

/** A certificate as the desk shows it, for whoever may see it. */
export type Certificate = {
  id: string
  code: string
  tier: string
  taught: string
  learnt: Temporal.PlainDate
  ends: Temporal.PlainDate | null
  issued: Temporal.Instant
  withdrawn: { at: Temporal.Instant; because: string } | null
  /** The one that was made in its place, or in that of its renewal. */
  replacedBy: string | null
  /** The one that the short update made, and that this one is as good as. A renewal that was taken back is none. */
  renewedBy: string | null
  /** What it is worth by: its own version and end, or those of its renewal. */
  now: { version: string; ends: Temporal.PlainDate | null }
  demonstration: boolean
  /** The partner that gave it; null: learned alone. */
  gave: string | null
  /** It is one of the short update; null: of the whole course. */
  update: WholeBefore | null
  /** The badge, signed; null: not yet, or there is none. */
  badge: string | null
  /** Null: whoever held it was erased. */
  holder: {
    name: string
    organisation: string | null
    /** They are called something else now, or work elsewhere, than when it was made. */
    changed: 'name' | 'employer' | null
  } | null
}

export const aboutCertificate = async ({ tx, viewer }: Work, { certificate }: { certificate: string }): Promise<Facts | null> => {
  const row = await tx.selectFrom('certificate').select(['trainer_id', 'partner_id']).where('id', '=', certificate).executeTakeFirst()
  return row ? { own: row.trainer_id === viewer.person, ...(row.partner_id ? { partner: row.partner_id } : {}) } : null
}

type Now = { id: string; renewed_by: string | null; replaced_by: string | null; version: string; ends_on: string | null }
type Holder = { id: string; name: string; name_key: string; hash: Buffer; organisation: string | null; moved: boolean }

/** Certificates with their holders. Row security says which of them whoever asks may see. */
export const certificatesBy = async ({ tx, parts }: Work, ids: readonly string[]): Promise<Certificate[]> => {
  const rows = await tx
    .selectFrom('certificate as c')
    .leftJoin('partner as p', 'p.id', 'c.given_by')
    .leftJoin('partner as w', 'w.id', 'c.whole_by')
    .select(['c.id', 'c.code', 'c.tier', 'c.version', 'c.learnt_on', 'c.ends_on', 'c.issued_at', 'c.withdrawn_at', 'c.withdrawn_because'])
    .select(['c.demonstration', 'c.credential', 'p.name as gave'])
    .select(['c.by_update', 'c.whole_on', 'w.name as whole_gave'])
    .where('c.id', 'in', [...ids])
    .execute()
  const { rows: holders } = await sql<Holder>`select * from certificate_holders(${[...ids]}::uuid[])`.execute(tx)
  const { rows: worth } = await sql<Now>`select * from certificates_now(${[...ids]}::uuid[])`.execute(tx)
  const nowOf = new Map(worth.map((row) => [row.id, row]))
  const holderOf = new Map(holders.map((holder) => [holder.id, holder]))
  return rows.map((row): Certificate => {
    const holder = holderOf.get(row.id)
    const renamed = holder && !registerHash(parts.pepper, 'holder', row.code + holder.name_key).equals(holder.hash)
    const now = nowOf.get(row.id) ?? { ...row, renewed_by: null, replaced_by: null }
    return {
      ...{ id: row.id, code: row.code, tier: row.tier, taught: row.version, learnt: Temporal.PlainDate.from(row.learnt_on) },
      ...{ ends: row.ends_on ? Temporal.PlainDate.from(row.ends_on) : null, issued: instantOf(row.issued_at), gave: row.gave },
      withdrawn: row.withdrawn_at && { at: instantOf(row.withdrawn_at), because: row.withdrawn_because ?? 'mistake' },
      ...{ replacedBy: now.replaced_by, renewedBy: now.renewed_by },
      now: { version: now.version, ends: now.ends_on ? Temporal.PlainDate.from(now.ends_on) : null },
      ...{ demonstration: row.demonstration, badge: row.credential, update: wholeBefore(row) },
      holder: holder
        ? { name: holder.name, organisation: holder.organisation, changed: renamed ? 'name' : holder.moved ? 'employer' : null }
        : null,
    }
  })
}
