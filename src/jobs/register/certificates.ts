import { randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { registerHash } from '../../commands/attend/parts.ts'
import { instantOf } from '../../commands/instant.ts'
import type { Pack } from '../../content/pack.ts'
import { type Issuer, openBadge, statusBits, statusCredential } from '../../domain/register/badge.ts'
import { certificateCode } from '../../domain/register/codes.ts'
import { registerLength } from '../../domain/register/register.ts'
import { holdsUntil, wholeBefore } from '../../domain/register/standing.ts'
import { englishLocale } from '../../format/locale.ts'
import { updatedWords } from '../../format/whole-before.ts'
import type { CertificateKey } from '../../store/keys/certificate-key.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'
import { signCredential } from './sign.ts'

export type Issuing = {
  db: Db
  parts: { pack: Pack; pepper: Uint8Array; now(): Temporal.Instant }
  /** Of the site, where whoever runs it has said it. */
  origin: string | undefined
  /** Null: it cannot be used, and no badge is signed. */
  key: CertificateKey | null
}

/** So many in one transaction, which holds the audit. */
const batch = 200
/** In ms: what is left is done by the next run, a minute later. */
const patience = 40_000

/**
 * Makes a certificate for each attendance that has none, signs those that can be badges, and says in public which were withdrawn. A badge there is
 * where the partnership has adopted the pack and the site is at an https address: else nobody would stand behind it, or could check it.
 */
export const issueCertificates = (given: Issuing) => async (): Promise<Outcome> => {
  const { db, parts, origin, key } = given
  const { partnership } = parts.pack
  const since = performance.now()
  const goOn = (): boolean => performance.now() - since < patience
  const issuer: Signer | null =
    partnership.adopted !== null && origin?.startsWith('https:') && key ? { origin, name: partnership.name, key } : null
  if (issuer) {
    await sql`select keep_certificate_key(${issuer.key.id}, ${JSON.stringify(issuer.key.public)}::jsonb)`.execute(db)
    // First: whatever waits to be made, what was withdrawn is not to be taken for what holds.
    await sayWithdrawn(given, issuer)
  }
  let made = 1
  let signed = 0
  while (goOn() && (made > 0 || signed > 0)) {
    made = await issueSome(given)
    signed = issuer ? await signSome(given, issuer) : 0
  }
  if (issuer) await sayWithdrawn(given, issuer)
  return { code: 'done' }
}

/** How many were due. */
const issueSome = ({ db, parts }: Issuing): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      attendance_id: string
      name_key: string
      on_date: string
    }>`select * from certificates_due(${batch})`.execute(tx)
    if (!rows.length) return 0
    const length = registerLength(parts.pack.registerRules, 'certificate-ends')
    const made = rows.map(({ attendance_id, name_key, on_date }) => {
      const code = certificateCode(randomBytes(16))
      return {
        ...{ attendance: attendance_id, code, hash: registerHash(parts.pepper, 'holder', code + name_key).toString('hex') },
        ends_on: holdsUntil(Temporal.PlainDate.from(on_date), length)?.toString() ?? null,
      }
    })
    await sql`select issue_certificates(${JSON.stringify(made)}::jsonb, ${parts.pack.partnership.adopted === null})`.execute(tx)
    return rows.length
  })

type Signer = Issuer & { key: CertificateKey }

type Unsigned = {
  id: string
  name: string
  tier: string
  version: string
  learnt_on: string
  by_update: boolean
  whole_on: string | null
  whole_gave: string | null
  ends_on: string | null
  issued_at: Date
  status_list: number
  status_index: number
}

const signSome = async ({ db, parts }: Issuing, issuer: Signer): Promise<number> => {
  const { pack } = parts
  const { t } = englishLocale(pack)
  const { rows } = await sql<Unsigned>`select * from certificates_unsigned(${batch})`.execute(db)
  const made = await Promise.all(
    rows.map(async (row) => {
      const tier = pack.course.tiers.find(({ id }) => id === row.tier)
      const whole = wholeBefore(row)
      const named = { title: pack.course.title, tier: tier?.name ?? row.tier }
      const badge = openBadge(issuer, {
        ...{ id: row.id, subject: randomUUID(), holder: row.name, language: 'en', issued: instantOf(row.issued_at) },
        narrative: whole && updatedWords(t, pack.partnership.name, Temporal.PlainDate.from(row.learnt_on), whole),
        achievement: {
          ...{ tier: row.tier, version: row.version, update: whole !== null },
          criteria: t(whole ? 'certificate.badge-update-criteria' : 'certificate.badge-criteria'),
          name: t(whole ? 'certificate.badge-update-name' : 'certificate.badge-name', named),
          description: t('certificate.badge-description', {
            for: tier?.for ?? '',
            partnership: pack.partnership.name,
            taught: row.version,
          }),
        },
        // To the end of its last day, on the clocks of the partnership.
        until: row.ends_on
          ? Temporal.PlainDate.from(row.ends_on).add({ days: 1 }).toZonedDateTime(pack.partnership.timezone).toInstant()
          : null,
        status: { list: row.status_list, place: row.status_index },
      })
      return { id: row.id, credential: await signCredential(issuer.key, issuer.origin, badge) }
    }),
  )
  if (made.length) await sql`select sign_certificates(${JSON.stringify(made)}::jsonb, ${issuer.key.id})`.execute(db)
  return rows.length
}

const sayWithdrawn = async ({ db, parts }: Issuing, issuer: Signer): Promise<void> => {
  const { rows } = await sql<{ list: number; places: number[] }>`select * from statuses_due()`.execute(db)
  for (const { list, places } of rows) {
    const encoded = `u${gzipSync(statusBits(places)).toString('base64url')}`
    const signed = await signCredential(issuer.key, issuer.origin, statusCredential(issuer, list, encoded, parts.now()))
    await sql`select keep_status(${list}, ${signed}, ${places.length})`.execute(db)
  }
}
