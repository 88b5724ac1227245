import { at } from '../instant.ts'
import type { Parts } from '../parts.ts'

/**
 * Strikes off what may come once, before it is looked at: right or wrong, it is not taken again, by whichever process. False where it was
 * struck off before, or is over.
 */
export const takeOnce = async ({ store, keyed, now }: Parts, what: string, until: Temporal.Instant): Promise<boolean> => {
  const instant = now()
  if (Temporal.Instant.compare(until, instant) <= 0) return false
  await store.app.deleteFrom('spent').where('until', '<', at(instant)).execute()
  const taken = await store.app
    .insertInto('spent')
    .values({ key: keyed('once', what), until: at(until) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return Boolean(taken.numInsertedOrUpdatedRows)
}
