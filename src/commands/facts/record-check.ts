import { command } from '../command.ts'
import { type FactKey, type Finding, factOf, isPossible } from './check.ts'

/** A member records that they checked a fact of the pack: when, whom they asked, what was said, and whether it holds. */
export const recordCheck = command<FactKey & Finding, { check: string }, 'not-that-day'>({
  verb: 'record-check',
  needs: { action: 'add', object: 'fact-check' },
  about: async (work, key) => (factOf(work, key) ? { own: true, partner: work.viewer.partner } : null),
  run: async (work, { list, fact, checkedOn, way, asked, said, holds }) => {
    if (!isPossible(work, { checkedOn, way, asked, said, holds })) return { fault: 'not-that-day' }
    const { tx, viewer } = work
    const { id } = await tx
      .insertInto('fact_check')
      .values({ list, fact, checked_on: checkedOn, way, asked, said, holds, made_by: viewer.person, partner_id: viewer.partner })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { done: { check: id }, entry: { object: 'fact-check', id, owner: viewer.person } }
  },
})
