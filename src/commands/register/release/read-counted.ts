import { command, ofPartnership } from '../../command.ts'
import { type Counted, countedNow } from './counted.ts'

/** What the next release is drawn up from, for a coordinator alone: the figures behind it are true ones. */
export const readCounted = command<Record<never, never>, Counted | null>({
  verb: 'read-counted',
  // Of everybody's: a coordinator's alone.
  needs: { action: 'read', object: 'attendance' },
  about: ofPartnership,
  run: async (work) => ({ done: await countedNow(work), entry: null }),
})
