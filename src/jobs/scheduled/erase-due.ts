import { eraseDue, finishErasing, retentionIn } from '../../commands/erasing/erase.ts'
import type { Parts } from '../../commands/parts.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'

/** Finishes what was begun to be erased, then erases each concern that has been kept for as long as the rules say. */
export const eraseDueConcerns = (db: Db, parts: Pick<Parts, 'pack' | 'now' | 'dataKeys'>) => async (): Promise<Outcome> => {
  const { pack, now, dataKeys } = parts
  await finishErasing({ db, dataKeys })
  await eraseDue({ db, dataKeys, retention: retentionIn(parts), now: now(), timezone: pack.partnership.timezone })
  return { code: 'done' }
}
