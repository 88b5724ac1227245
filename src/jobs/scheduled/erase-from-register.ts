import type { Parts } from '../../commands/parts.ts'
import { eraseDueLearners, finishErasingLearners, keepingIn } from '../../commands/register/leaving/erase-due.ts'
import type { Db } from '../../store/store.ts'
import type { Outcome } from '../queue.ts'

/** Finishes what was begun to be erased of the register, then erases who has been kept for as long as the rules say, and lists of events that are long over. */
export const eraseFromRegister = (db: Db, parts: Pick<Parts, 'pack' | 'now' | 'erasedLearners'>) => async (): Promise<Outcome> => {
  const { pack, now, erasedLearners } = parts
  await finishErasingLearners({ db, erasedLearners })
  await eraseDueLearners({ db, erasedLearners, lengths: keepingIn(parts), now: now(), timezone: pack.partnership.timezone })
  return { code: 'done' }
}
