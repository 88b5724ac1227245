import { endDueAccess } from '../../commands/people/end-due-access.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'

/** Ends the access of everyone whose last day is over on the clocks of the partnership. Looked for each hour, so that no night is missed. */
export const endAccess =
  (db: Db, { now, timezone }: { now(): Temporal.Instant; timezone: string }) =>
  async (): Promise<Outcome> => {
    await endDueAccess(db, { now: now(), timezone })
    return { code: 'done' }
  }
