import { sql } from 'kysely'
import { isInPack } from '../../domain/facts/checks.ts'
import type { Work } from '../command.ts'
import { type FactCheck, factOf, readChecks } from './check.ts'

/** What goes into the pack: of facts that it still has, and not withdrawn. */
export const exportable = async (work: Work): Promise<FactCheck[]> => {
  const recent = new Date(work.now.epochMilliseconds - 730 * 86_400_000)
  const checks = await readChecks(work.tx, sql`fact_check.ended_at is null and made_at > ${recent}`)
  return checks.filter((check) => factOf(work, check) !== null)
}

/** What nobody has exported, and the pack does not have. */
export const freshOf = (work: Work, checks: readonly FactCheck[]): FactCheck[] =>
  checks.filter((check) => {
    const fact = factOf(work, check)
    return !check.exported && fact !== null && !isInPack(fact, check, [])
  })
