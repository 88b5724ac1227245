import { randomUUID } from 'node:crypto'
import { type Grading, isGrading } from '../../domain/concerns/grading.ts'
import { command, ofMyself, type Work } from '../command.ts'
import { at } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** `concern`: which it belongs to; null: a new one is made for it, of the kind of place that is given. */
export type Recording = { concern: string | null; sector: string | null; grading: Grading; text: string }

/** Records intelligence with its grading. `grading`: a code that the pack does not have. */
export const recordIntelligence = command<Recording, { concern: string }, SealedFault | 'grading'>({
  verb: 'record-intelligence',
  needs: { action: 'add', object: 'concern-intelligence' },
  about: (work, { concern }) => (concern === null ? ofMyself(work) : aboutConcern(work, { concern })),
  run: async (work, { concern: given, sector, grading, text }) => {
    if (!isGrading(work.parts.pack.intelligenceGrades, grading)) return { fault: 'grading' }
    const concern = given ?? (await newConcern(work, sector))
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const id = randomUUID()
    await work.tx
      .insertInto('concern_intelligence')
      .values({ id, concern_id: concern, ...grading, sealed: key.seal('intelligence', id, text) })
      .execute()
    return { done: { concern }, entry: { object: 'concern', id: concern } }
  },
})

/** With nobody who reported: whoever records it owns it, and has read it. */
const newConcern = async ({ tx, viewer, now }: Work, sector: string | null): Promise<string> => {
  const id = randomUUID()
  await tx
    .insertInto('concern')
    .values({ id, kind: 'intelligence', read_by: at(now), read_at: at(now), sector, owner_id: viewer.person, state: 'open' })
    .execute()
  return id
}
