import type { AttendParts } from '../../commands/attend/parts.ts'
import { readReleased } from '../../commands/attend/read-released.ts'
import { type Looking, looking } from '../context/looking.ts'

/** In ms: so long after figures are released the public page has them, and the page itself is made anew each minute. */
export const everyMs = 60_000

export type ReleasedWatch = Looking<NonNullable<Awaited<ReturnType<typeof readReleased>>>>

/** What was released last, kept by the site: what was once read is shown on while the database does not answer. */
export const watchReleased = (parts: Pick<AttendParts, 'door'>, ms = everyMs): ReleasedWatch => {
  let known: Awaited<ReturnType<typeof readReleased>> = null
  return looking(async () => {
    // What was released is never changed: an old answer is still true.
    known = (await readReleased(parts).catch(() => null)) ?? known
    return known
  }, ms)
}
