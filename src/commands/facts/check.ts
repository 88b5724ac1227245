import { sql } from 'kysely'
import type { Facts } from '../../domain/access/table.ts'
import { type Holds, isDayOfCheck, type Way } from '../../domain/facts/checks.ts'
import type { PackFact } from '../../domain/facts/pack-fact.ts'
import type { Tx } from '../../store/store.ts'
import type { Work } from '../command.ts'
import { instantOf } from '../instant.ts'

/** Which fact of the pack. */
export type FactKey = { list: string; fact: string }

/** What somebody found out about a fact. `asked`: a role; '' where they compared it with its source. */
export type Finding = { checkedOn: string; way: Way; asked: string; said: string; holds: Holds }

/** A check as it is kept. */
export type FactCheck = FactKey &
  Finding & {
    id: string
    /** Null where whoever asks may not know it. */
    name: string | null
    madeBy: string
    partner: string
    madeAt: Temporal.Instant
    exported: boolean
    exportedAt: Temporal.Instant | null
    withdrawn: boolean
    version: number
  }

export const factOf = ({ parts }: Pick<Work, 'parts'>, { list, fact }: FactKey): PackFact | null =>
  parts.pack.facts.find((one) => one.list === list && one.id === fact) ?? null

/** The fact is of the pack: what is recorded of another is nothing. */
export const aboutFact = async (work: Work, key: FactKey): Promise<Facts | null> => (factOf(work, key) ? {} : null)

/** A check of this very fact. */
export const aboutCheck = async (work: Work, { check, ...key }: FactKey & { check: string }): Promise<Facts | null> => {
  const found = await checkOf(work, { check, ...key })
  return found && { own: found.madeBy === work.viewer.person }
}

export const checkOf = async (work: Work, { check, list, fact }: FactKey & { check: string }): Promise<FactCheck | null> => {
  if (!factOf(work, { list, fact }) || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(check)) return null
  const [found] = await readChecks(work.tx, sql`fact_check.id = ${check}::uuid and list = ${list} and fact = ${fact}`)
  return found ?? null
}

/** The day in the partnership's time zone. */
export const todayOf = ({ now, parts }: Pick<Work, 'now' | 'parts'>): Temporal.PlainDate =>
  now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate()

export const isPossible = (work: Work, { checkedOn }: Finding): boolean => isDayOfCheck(checkedOn, todayOf(work))

/** Checks, newest first. Who recorded one is named to those who may know. */
export const readChecks = async (tx: Tx, which: ReturnType<typeof sql<boolean>>): Promise<FactCheck[]> => {
  const { rows } = await sql<Row>`
    select fact_check.*, partner.name as partner, profile.name
    from fact_check join partner on partner.id = fact_check.partner_id left join profile on profile.person_id = fact_check.made_by
    where ${which} order by checked_on desc, made_at desc, fact_check.id`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    list: row.list,
    fact: row.fact,
    checkedOn: row.checked_on,
    way: row.way,
    asked: row.asked,
    said: row.said,
    holds: row.holds,
    name: row.name,
    madeBy: row.made_by,
    partner: row.partner,
    madeAt: instantOf(row.made_at),
    exported: row.exported_at !== null,
    exportedAt: row.exported_at && instantOf(row.exported_at),
    withdrawn: row.ended_at !== null,
    version: row.version,
  }))
}

type Row = {
  id: string
  list: string
  fact: string
  checked_on: string
  way: Way
  asked: string
  said: string
  holds: Holds
  made_by: string
  partner: string
  name: string | null
  made_at: Date
  exported_at: Date | null
  ended_at: Date | null
  version: number
}
