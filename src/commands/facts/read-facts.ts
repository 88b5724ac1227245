import { sql } from 'kysely'
import { command, ofPartnership } from '../command.ts'
import { type FactCheck, readChecks } from './check.ts'

/** Of each fact so many checks say all that is asked of it here; its own page has the others. */
const most = 3

/** What has been recorded last of each of the pack's facts, newest first. What is older than two years says nothing of today. */
export const readFacts = command<Record<never, never>, readonly FactCheck[]>({
  verb: 'read-facts',
  needs: { action: 'read', object: 'fact-check' },
  about: ofPartnership,
  run: async ({ tx, now }) => ({
    done: await readChecks(
      tx,
      sql`fact_check.id in (
        select id from (
          select id, row_number() over (partition by list, fact order by checked_on desc, made_at desc) as place from fact_check
          where ended_at is null and made_at > ${new Date(now.epochMilliseconds - 730 * 86_400_000)}
        ) placed where place <= ${most})`,
    ),
    entry: null,
  }),
})
