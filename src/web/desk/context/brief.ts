import { randomUUID } from 'node:crypto'
import type { Asked } from './page.ts'

/** What comes back with every one of them: an id of its own, and when it is over. */
export type Brief = { id: string; until: Temporal.Instant }

type Sealed = { id: string; until: number }

/** Seals something that travels in a page or a cookie for minutes: what was asked of a passkey, or what somebody has proved so far. */
export const sealBrief = ({ desk, now }: Asked, purpose: string, value: object, minutes: number): string =>
  desk.sealer.seal({ ...value, id: randomUUID(), until: Math.round(now.epochMilliseconds + minutes * 60_000) }, `desk ${purpose}`)

/** What was sealed for this purpose and is not over; null for anything else. Whether it comes once is for a command to see (`takeOnce`). */
export const openBrief = <Value extends object>({ desk, now }: Asked, purpose: string, sealed: string | null): (Value & Brief) | null => {
  const opened = sealed ? (desk.sealer.open(sealed, `desk ${purpose}`) as (Value & Sealed) | undefined) : undefined
  if (!opened || opened.until <= now.epochMilliseconds) return null
  return { ...opened, until: Temporal.Instant.fromEpochMilliseconds(opened.until) }
}
