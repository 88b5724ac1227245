import { nameKey } from '../../domain/register/names.ts'
import { type WholeBefore, type Worth, wholeBefore, worthOf } from '../../domain/register/standing.ts'
import { instantOf } from '../instant.ts'
import { type AttendParts, registerHash } from './parts.ts'

/** A certificate as whoever is shown one may know it: never whose it is. */
export type CheckedCertificate = {
  tier: string
  taught: string
  learnt: Temporal.PlainDate
  /** The partner that gave it; null: learned alone at the site. */
  gave: string | null
  /** It is one of the short update, which was learned on that day: the whole course was taken before. Null: it is of the whole course. */
  update: WholeBefore | null
  demonstration: boolean
  worth: Worth
  withdrawn: Temporal.Instant | null
  /** When the short update renewed it last: it is worth what the one is that was made then. */
  renewed: Temporal.PlainDate | null
  /** Is the name that was typed that of its holder? Null where none was; 'gone': their employer left, and took their records along. */
  named: boolean | 'gone' | null
}

type Row = {
  tier: string
  version: string
  learnt_on: string
  ends_on: string | null
  withdrawn_at: Date | null
  replaced: boolean
  demonstration: boolean
  gave: string | null
  named: boolean | null
  fits: string
  renewed_on: string | null
  by_update: boolean
  whole_on: string | null
  whole_gave: string | null
}

/**
 * What a certificate is worth today, by its code. No one can try codes: there are 80 bits of them, and one that is none is answered as fast as one
 * that is. `unknown`: none has this code. `gone`: the database did not answer.
 */
export const checkCertificate = async (
  { door, pepper, pack, now }: AttendParts,
  { code, name }: { code: string; name: string },
): Promise<CheckedCertificate | { fault: 'unknown' | 'gone' }> => {
  const typed = name ? registerHash(pepper, 'holder', code + nameKey(name)) : null
  const found = await door()?.attend<Row>('select * from attend_certificate($1, $2)', [code, typed])
  if (!found || 'fault' in found) return { fault: 'gone' }
  const [row] = found.rows
  if (!row) return { fault: 'unknown' }
  const { course, partnership } = pack()
  const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
  return {
    ...{ tier: row.tier, taught: row.version, learnt: day(row.learnt_on), gave: row.gave, demonstration: row.demonstration },
    update: wholeBefore(row),
    worth: worthOf(
      course,
      // One that is not given any more teaches nothing new.
      course.tiers.find(({ id }) => id === row.tier) ?? { parts: [] },
      {
        ...{ version: row.fits, endsOn: row.ends_on ? day(row.ends_on) : null },
        ...{ withdrawn: row.withdrawn_at !== null, replaced: row.replaced },
      },
      now().toZonedDateTimeISO(partnership.timezone).toPlainDate(),
    ),
    withdrawn: row.withdrawn_at && instantOf(row.withdrawn_at),
    ...{ renewed: row.renewed_on === null ? null : day(row.renewed_on), named: typed ? (row.named ?? 'gone') : null },
  }
}

/** The keys that certificates were ever signed with, newest first; null: the database did not answer. */
export const readCertificateKeys = async ({ door }: AttendParts): Promise<{ id: string; public: object }[] | null> => {
  const found = await door()?.attend<{ id: string; public: object }>('select * from attend_certificate_keys()', [])
  return !found || 'fault' in found ? null : found.rows
}

/** A public list of what was withdrawn, as it was signed last. */
export const readCertificateStatus = async (
  { door }: AttendParts,
  list: number,
): Promise<{ signed: string } | { fault: 'unknown' | 'gone' }> => {
  const found = await door()?.attend<{ credential: string }>('select * from attend_certificate_status($1)', [list])
  if (!found || 'fault' in found) return { fault: 'gone' }
  const [row] = found.rows
  return row ? { signed: row.credential } : { fault: 'unknown' }
}
