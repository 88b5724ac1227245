import type { Tx } from '../../store/store.ts'
import type { Refused } from '../command.ts'
import type { Parts } from '../parts.ts'
import { Undone } from '../undone.ts'

/**
 * Work for somebody who is not signed in yet, in one transaction of the role that sees people's sign-ins and no content. Whatever it
 * changes, it writes into the audit itself, last (store `writeEntryFor`): the database refuses the rest.
 */
export const enter = async <Value, Fault extends string>(
  { store }: Parts,
  work: (tx: Tx) => Promise<{ done: Value } | Refused<Fault>>,
): Promise<{ done: Value } | Refused<Fault>> => {
  try {
    return await store.app.transaction().execute(async (tx) => {
      const outcome = await work(tx)
      if ('fault' in outcome) throw new Undone(outcome.fault)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return { fault: error.fault as Fault }
    throw error
  }
}
