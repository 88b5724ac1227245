import type { AttendanceWay } from './event.ts'

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
  way: Extract<AttendanceWay, 'file' | 'statements'>
}

/**
 * What came of a row. `known`: the same person, tier, day and way stand in the register already. `elsewhere`: of an organisation whose people
 * whoever imports it may not record. `unplaced`: no organisation.
 */
export type Came = 'kept' | 'known' | 'elsewhere' | 'unplaced'
