import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'
import { command, ofPartnership } from '../../command.ts'
import { copiesOf, type LearnerCopy } from './copies.ts'

/*
 * A partner that leaves takes its people's records along as a file, and they go from the register. A coordinator does both; a SPOC does neither, for
 * it is of all the partner's people at once.
 */

/** A large trust's people in one statement need longer than any other statement is given. It ends with the transaction. */
const longer = (tx: Tx) => sql`select set_config('statement_timeout', '120s', true)`.execute(tx)

const peopleOf = async (tx: Tx, partner: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select learners_of_partner(${partner}) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The records of a partner's people, for the file that it takes along. */
export const copyPartner = command<{ partner: string }, readonly LearnerCopy[]>({
  verb: 'copy-partner',
  needs: { action: 'remove', object: 'learner' },
  about: ofPartnership,
  run: async ({ tx }, { partner }) => {
    await longer(tx)
    const copies = await copiesOf(tx, await peopleOf(tx, partner))
    return { done: copies.map(({ copy }) => copy), entry: { object: 'partner', id: partner } }
  },
})

/** `people`: how many the page said there are. `changed`: there are others now, whom the file does not have. `uncopied`: nobody made the file today. */
export const erasePartner = command<{ partner: string; people: number }, { people: number }, 'changed' | 'uncopied'>({
  verb: 'erase-partner',
  needs: { action: 'remove', object: 'learner' },
  about: ofPartnership,
  run: async ({ tx, viewer, now, parts }, { partner, people }) => {
    await longer(tx)
    // No import adds anybody meanwhile.
    await sql`select pg_advisory_xact_lock(21)`.execute(tx)
    const those = await peopleOf(tx, partner)
    const { rows } = await sql<{ n: number }>`
      select count(distinct coalesce(joined_into, id))::int as n from learner where id = any (${those}::uuid[])`.execute(tx)
    if (!those.length || rows[0]?.n !== people) return { fault: 'changed' }
    const copied = await sql<{ there: boolean }>`select copied_today(${partner}) as there`.execute(tx)
    if (!copied.rows[0]?.there) return { fault: 'uncopied' }
    const on = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate().toString()
    await parts.erasedLearners.add(those, { on, rule: 'partner-left', by: viewer.person })
    await sql`select erase_learners(${those}::uuid[], 'partner-left')`.execute(tx)
    return { done: { people }, entry: { object: 'partner', id: partner } }
  },
})
