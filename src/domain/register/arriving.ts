import type { Course } from '../training/course.ts'
import type { Learnt } from './activity.ts'
import type { AttendanceWay } from './event.ts'
import { registerLength } from './register.ts'
import { renewedBy } from './standing.ts'

/**
 * A row of an import, as the database is given it (migrations/0021-many.ts). Who it is: `email_key` is the keyed hash of the email, `account_key`
 * of an account or an employee number of a system that sends none, both in hexadecimal; without either it is somebody new. Where they work: an
 * organisation that is known, or one as it was typed with its key and sector, or neither: that of the import's partner.
 */
export type ArrivingRow = {
  name: string
  name_key: string
  email_key?: string | null
  account_key?: string | null
  /** Only of whoever wants the certificate by mail. */
  email?: string | null
  organisation_id?: string | null
  organisation?: string | null
  organisation_key?: string | null
  sector?: string | null
  role_group?: string | null
  tier: string
  version: string | null
  /** As ISO 8601 has it, `2026-11-30`. */
  on_date: string
  way: Extract<AttendanceWay, 'file' | 'statements' | 'update'>
  /** Of the update: the versions that it renews, and the first day on which the whole of one must have been learned for it to hold still; null: any. */
  renews?: readonly string[]
  whole_from?: string | null
}

/** What a row says of what was learned. Of an update it goes with what it can renew: the database knows what its learner holds. */
export const learntFields = (
  { tier, version, from }: Pick<Learnt, 'tier' | 'version' | 'from'>,
  on: Temporal.PlainDate,
  way: 'file' | 'statements',
  { course, registerRules }: { course: Pick<Course, 'tiers' | 'releases'>; registerRules: Parameters<typeof registerLength>[0] },
): Pick<ArrivingRow, 'tier' | 'version' | 'way' | 'on_date' | 'renews' | 'whole_from'> => {
  const learnt = { tier, version, on_date: on.toString() }
  if (from === null) return { ...learnt, way }
  const own = course.tiers.find(({ id }) => id === tier)
  const length = registerLength(registerRules, 'certificate-ends')
  return {
    ...{ ...learnt, way: 'update', whole_from: length && on.subtract(length).toString() },
    renews: own && version !== null ? renewedBy(course, own, from, version) : [],
  }
}

/**
 * What came of a row. `known`: the same person, tier, day and way stand in the register already. `elsewhere`: of an organisation whose people
 * whoever imports it may not record. `unplaced`: no organisation. `unheld`: an update of whoever holds nothing that it renews.
 */
export type Came = 'kept' | 'known' | 'elsewhere' | 'unplaced' | 'unheld'
