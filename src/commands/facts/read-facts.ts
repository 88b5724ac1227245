import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'
import { type FactCheck, readChecks } from './check.ts'

/** What has been recorded of the pack's facts, newest first. What is older than two years says nothing of today. */
export const readFacts = command<Record<never, never>, readonly FactCheck[]>({
  verb: 'read-facts',
  needs: { action: 'read', object: 'fact-check' },
  about: ofPartnership,
  run: async ({ tx, now }) => ({
    done: await readChecks(tx, sql`fact_check.ended_at is null and made_at > ${new Date(now.epochMilliseconds - 730 * 86_400_000)}`),
    entry: null,
  }),
})
