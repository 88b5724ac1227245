import { sql } from 'kysely'
import type { Tx } from '../../../store/store.ts'
import { command, ofPartnership } from '../../command.ts'
import { takeTime } from '../record-rows.ts'
import { copiesOf, type LearnerCopy } from './copies.ts'

/*
 * A partner that leaves takes its people's records along as a file, and they go from the register. A coordinator does both; a SPOC does neither, for
 * it is of all the partner's people at once.
 */

const peopleOf = async (tx: Tx, partner: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select learners_of_partner(${partner}) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Of the file of its people as they stand now; null: there is nobody. */
const fileCode = async (tx: Tx, partner: string): Promise<string | null> => {
  const { rows } = await sql<{ code: string | null }>`select partner_file_code(${partner}) as code`.execute(tx)
  return rows[0]?.code ?? null
}

/** The records of a partner's people, for the file that it takes along, and the code that stands at its end. */
export const copyPartner = command<{ partner: string }, { people: readonly LearnerCopy[]; code: string | null }>({
  verb: 'copy-partner',
  needs: { action: 'remove', object: 'learner' },
  about: ofPartnership,
  run: async ({ tx }, { partner }) => {
    await takeTime(tx)
    // First: what changes while the file is made gives another code, and the file is none that anybody is erased by.
    const code = await fileCode(tx, partner)
    const copies = await copiesOf(tx, await peopleOf(tx, partner))
    return { done: { people: copies.map(({ copy }) => copy), code }, entry: { object: 'partner', id: partner } }
  },
})

/** `code`: as at the end of the file. Fault `code`: it is of no file of those who would go, as they stand now. */
export const erasePartner = command<{ partner: string; code: string }, { people: number }, 'code'>({
  verb: 'erase-partner',
  needs: { action: 'remove', object: 'learner' },
  about: ofPartnership,
  run: async ({ tx, viewer, now, parts }, { partner, code }) => {
    await takeTime(tx)
    // No import adds anybody meanwhile.
    await sql`select pg_advisory_xact_lock(21)`.execute(tx)
    if ((await fileCode(tx, partner)) !== code) return { fault: 'code' }
    const those = await peopleOf(tx, partner)
    const { rows } = await sql<{ n: number }>`
      select count(distinct coalesce(joined_into, id))::int as n from learner where id = any (${those}::uuid[])`.execute(tx)
    const people = rows[0]?.n ?? 0
    const on = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate().toString()
    await parts.erasedLearners.add(those, { on, rule: 'partner-left', by: viewer.person })
    await sql`select erase_learners(${those}::uuid[], 'partner-left')`.execute(tx)
    return { done: { people }, entry: { object: 'partner', id: partner } }
  },
})
