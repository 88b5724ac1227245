import { sql } from 'kysely'
import { command } from '../command.ts'
import { aboutCheck, checkOf, type FactKey, type Finding, isPossible } from './check.ts'

type Fault = 'not-that-day' | 'not-yours' | 'withdrawn-already' | 'exported-already' | 'changed-meanwhile'

/** Whoever recorded a check corrects it, until it has been exported. `version`: the one that they have read. */
export const changeCheck = command<FactKey & Finding & { check: string; version: number }, null, Fault>({
  verb: 'change-check',
  needs: { action: 'change', object: 'fact-check' },
  about: aboutCheck,
  run: async (work, { check, version, list, fact, ...finding }) => {
    const { tx, viewer } = work
    const there = await checkOf(work, { check, list, fact })
    // A coordinator may withdraw what another recorded, and cannot put words in their mouth.
    if (there?.madeBy !== viewer.person) return { fault: 'not-yours' }
    if (there.withdrawn) return { fault: 'withdrawn-already' }
    if (there.exported) return { fault: 'exported-already' }
    if (!isPossible(work, finding)) return { fault: 'not-that-day' }
    const { checkedOn, way, asked, said, holds } = finding
    const changed = await tx
      .updateTable('fact_check')
      .set({ checked_on: checkedOn, way, asked, said, holds, version: sql`version + 1` })
      .where('id', '=', check)
      .where('version', '=', version)
      .where('ended_at', 'is', null)
      .where('exported_at', 'is', null)
      .executeTakeFirst()
    if (!changed.numUpdatedRows) return { fault: 'changed-meanwhile' }
    return { done: null, entry: { object: 'fact-check', id: check, owner: viewer.person } }
  },
})
