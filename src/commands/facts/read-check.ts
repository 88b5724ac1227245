import { command } from '../command.ts'
import { aboutCheck, checkOf, type FactCheck, type FactKey } from './check.ts'

/** One check of a fact, to be changed or withdrawn. */
export const readCheck = command<FactKey & { check: string }, FactCheck | null>({
  verb: 'read-check',
  needs: { action: 'read', object: 'fact-check' },
  about: aboutCheck,
  run: async (work, input) => ({ done: await checkOf(work, input), entry: null }),
})
