import type { Grading } from '../../domain/concerns/grading.ts'
import { command, ofMyself } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'
import { concernKey, type SealedFault } from './sealed.ts'

/** `text`: null where it cannot be opened. */
export type Intelligence = { id: string; grading: Grading; at: Temporal.Instant; by: string | null; text: string | null }

/** What was recorded with one concern, the newest first. As a part of its page it has no entry of its own (readConcern has). */
export const readIntelligence = command<{ concern: string }, readonly Intelligence[], SealedFault>({
  verb: 'read-intelligence',
  needs: { action: 'read', object: 'concern-intelligence' },
  about: aboutConcern,
  run: async (work, { concern }) => {
    const rows = await work.tx
      .selectFrom('concern_intelligence')
      .leftJoin('profile', 'profile.person_id', 'made_by')
      .select(['id', 'source', 'assessment', 'handling', 'at', 'sealed', 'profile.name'])
      .where('concern_id', '=', concern)
      .orderBy('at', 'desc')
      .execute()
    if (!rows.length) return { done: [], entry: null }
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const done = rows.map(({ id, at, sealed, name, ...grading }) => ({
      ...{ id, grading, at: instantOf(at), by: name },
      text: key.openText('intelligence', id, sealed),
    }))
    return { done, entry: null }
  },
})

/** As a list shows it: of which concern, and no word of it. */
export type IntelligenceLine = {
  id: string
  concern: string
  number: number
  town: string | null
  sector: string | null
  grading: Grading
  at: Temporal.Instant
  by: string | null
}

/** How many are on one page of the list. */
export const linesOnPage = 50

/** A page of all of it, the newest first. `more`: there is another. */
export const readIntelligenceList = command<{ page: number }, { lines: readonly IntelligenceLine[]; more: boolean }>({
  verb: 'read-intelligence-list',
  needs: { action: 'read', object: 'concern-intelligence' },
  about: ofMyself,
  run: async ({ tx }, { page }) => {
    const rows = await tx
      .selectFrom('concern_intelligence as i')
      .innerJoin('concern', 'concern.id', 'i.concern_id')
      .leftJoin('profile', 'profile.person_id', 'i.made_by')
      .select(['i.id', 'i.concern_id', 'i.source', 'i.assessment', 'i.handling', 'i.at', 'number', 'town', 'sector', 'profile.name'])
      .orderBy('i.at', 'desc')
      .orderBy('i.id')
      .limit(linesOnPage + 1)
      .offset((page - 1) * linesOnPage)
      .execute()
    const lines = rows.slice(0, linesOnPage).map(({ concern_id, at, name, source, assessment, handling, ...rest }) => ({
      ...{ ...rest, concern: concern_id, grading: { source, assessment, handling } },
      ...{ at: instantOf(at), by: name },
    }))
    return { done: { lines, more: rows.length > linesOnPage }, entry: null }
  },
})
