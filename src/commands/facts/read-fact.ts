import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutFact, type FactCheck, type FactKey, readChecks } from './check.ts'

/** All that was ever recorded of one fact, what was withdrawn too. */
export const readFact = command<FactKey, readonly FactCheck[]>({
  verb: 'read-fact',
  needs: { action: 'read', object: 'fact-check' },
  about: aboutFact,
  run: async ({ tx }, { list, fact }) => ({ done: await readChecks(tx, sql`list = ${list} and fact = ${fact}`), entry: null }),
})
