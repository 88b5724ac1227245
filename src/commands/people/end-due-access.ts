import { sql } from 'kysely'
import type { Db } from '../../store/store.ts'

/**
 * Ends the access of everyone whose last day is over, on the clocks of the partnership. `jobs`: as role `waymark_jobs`, which can do this
 * and nothing else with people. `kept`: the only administrator, whose access must be ended by the one who comes after.
 */
export const endDueAccess = async (
  jobs: Db,
  { now, timezone }: { now: Temporal.Instant; timezone: string },
): Promise<{ ended: readonly string[]; kept: readonly string[] }> => {
  const today = now.toZonedDateTimeISO(timezone).toPlainDate().toString()
  const { rows } = await sql<{ who: string; has_ended: boolean }>`select who, has_ended from end_due_access(${today}::date)`.execute(jobs)
  const those = (ended: boolean): string[] => rows.filter(({ has_ended }) => has_ended === ended).map(({ who }) => who)
  return { ended: those(true), kept: those(false) }
}
