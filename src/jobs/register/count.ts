import { sql } from 'kysely'
import type { Pack } from '../../content/pack.ts'
import { registerLength } from '../../domain/register/register.ts'
import { enoughVersions } from '../../domain/register/standing.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'

export type Counting = { db: Db; parts: { pack: Pack; now(): Temporal.Instant } }

/** So many learners in one transaction, which holds the audit. */
const batch = 50
/** In ms: what is left is looked at by the next run, a minute later. */
const patience = 20_000
/** Figures are counted anew at this time each day. */
const hour = Temporal.PlainTime.from('06:00')

/** What the pack says that each version of each tier is worth, for the database. */
export const termsOf = ({ course, registerRules }: Pick<Pack, 'course' | 'registerRules'>) => {
  const ends = registerLength(registerRules, 'certificate-ends')?.toString() ?? null
  return course.tiers.map((tier) => ({ tier: tier.id, enough: enoughVersions(course, tier), ends }))
}

/**
 * Looks who may be the same person twice, and counts the register where it is time: at six in the morning, when somebody asked, and when what is
 * taught has changed.
 */
export const countRegister =
  ({ db, parts }: Counting) =>
  async (): Promise<Outcome> => {
    const { pack } = parts
    const since = performance.now()
    while (performance.now() - since < patience) {
      const { rows } = await sql<{ looked: number }>`select suggest_alike(${batch}) as looked`.execute(db)
      if ((rows[0]?.looked ?? 0) < batch) break
    }
    const local = parts.now().toZonedDateTimeISO(pack.partnership.timezone)
    const today = local.toPlainDate()
    const at = today.toZonedDateTime({ timeZone: local.timeZoneId, plainTime: hour }).toInstant().toString()
    const terms = JSON.stringify(termsOf(pack))
    const { rows } = await sql<{ due: boolean }>`select count_due(${terms}::jsonb, ${at}::timestamptz, ${local.timeZoneId}) as due`.execute(
      db,
    )
    if (rows[0]?.due) await sql`select count_register(${terms}::jsonb, ${today.toString()}::date, ${local.timeZoneId})`.execute(db)
    return { code: 'done' }
  }
