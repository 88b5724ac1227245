import { sql } from 'kysely'
import { command, type Work } from '../../command.ts'
import { aboutLearner } from '../about-learner.ts'
import { copiesOf, type LearnerCopy } from './copies.ts'

const about = (work: Work, { learner }: { learner: string }) => aboutLearner(work, { person: learner })

/** `elsewhere`: they were joined with an entry of another partner, so a coordinator does it. */
type Elsewhere = 'elsewhere'

/** All that is kept about somebody, to give to them, and before they are erased. Who looked stands in the audit. */
export const copyLearner = command<{ learner: string }, LearnerCopy, Elsewhere>({
  verb: 'copy-learner',
  needs: { action: 'remove', object: 'learner' },
  about,
  run: async ({ tx }, { learner }) => {
    const [found] = await copiesOf(tx, [learner])
    return found ? { done: found.copy, entry: { object: 'learner', id: learner } } : { fault: 'elsewhere' }
  },
})

/** Erases somebody, whole and at once. Their id goes onto the list outside the database first (erase-due.ts). */
export const eraseLearner = command<{ learner: string }, { people: number }, Elsewhere>({
  verb: 'erase-learner',
  needs: { action: 'remove', object: 'learner' },
  about,
  run: async ({ tx, viewer, now, parts }, { learner }) => {
    const { rows } = await sql<{ id: string }>`select learners_to_erase(array[${learner}]::uuid[]) as id`.execute(tx)
    if (!rows.length) return { fault: 'elsewhere' }
    const on = now.toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate().toString()
    await parts.erasedLearners.add(
      rows.map(({ id }) => id),
      { on, rule: 'asked', by: viewer.person },
    )
    const erased = await sql<{ gone: number }>`select erase_learners(array[${learner}]::uuid[], 'asked') as gone`.execute(tx)
    return { done: { people: erased.rows[0]?.gone ?? 0 }, entry: { object: 'learner', id: learner } }
  },
})
