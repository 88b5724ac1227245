import type { KeyStanding } from '../../domain/data-protection/receiving-needs.ts'
import { isFault } from '../../store/keys/fault.ts'
import type { Db, Tx } from '../../store/store.ts'
import type { Parts } from '../parts.ts'
import { receivingOf } from './receiving.ts'

/** How it stands with the key, for the list of what is missing before anything is received. */
export const keyStanding = async (tx: Tx | Db, parts: Parts): Promise<KeyStanding> => {
  const ready = await parts.keys.ring.readiness(parts.keys.file ?? undefined)
  const receiving = await receivingOf(tx, parts)
  // A file that does not open it is told of by itself; what counts here is whether enough people can.
  if (isFault(ready)) return { holders: await withoutFile(parts), receiving }
  return { holders: ready.ready ? 'enough' : ready.missing === 'key' ? 'no-key' : 'one', receiving }
}

const withoutFile = async ({ keys }: Parts): Promise<KeyStanding['holders']> => {
  const ready = await keys.ring.readiness()
  return isFault(ready) ? 'unreadable' : ready.ready ? 'enough' : 'one'
}
