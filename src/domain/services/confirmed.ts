import type { ScheduleRow, Service } from './service.ts'

/** The oldest `source_date` of rows that a statement rests on together; null when there is none or one of them is not known. */
export const oldestSource = (rows: readonly ScheduleRow[]): string | null => {
  const dates = rows.map((row) => row.source_date)
  // ISO dates sort as text, and a month before its days.
  return dates.includes('unknown') ? null : (dates.sort()[0] ?? null)
}

/** A date of which only the month or year is known, as its first day: the cautious reading when asking "how old is it". */
const firstDay = (partial: string): string => `${partial}-01-01`.slice(0, 10)

/**
 * Whether a service's number or address may be printed as it stands. Not where no source to hand has it (`sure` C or ?), and
 * not once doubt has begun and nothing newer than the doubt supports it (Beacon from 1 Apr 2026: provider, number, hours).
 */
export const isNumberConfirmed = (service: Service, doubted: boolean): boolean => {
  if (service.phone === 'unknown' || service.sure === 'C' || service.sure === '?') return false
  if (!doubted || service.doubt_from === undefined) return true
  return service.source_date !== 'unknown' && firstDay(service.source_date) >= service.doubt_from
}
