import { audiencesOf } from '../../domain/concerns/audiences.ts'
import { type Edge, nothingSought, type Order, type Sought } from '../../domain/concerns/lists.ts'
import { command, ofMyself } from '../command.ts'
import { type Listed, listed } from './list.ts'
import { pageRows } from './read-inbox.ts'

export type FindAsk = { number: number | null; sought: Sought; order: Order; edge: Edge | null }

/** Concerns by what stands of them in plain columns; by its reference, the one. Words are sealed and cannot be searched. */
export const readFoundConcerns = command<FindAsk, readonly Listed[]>({
  verb: 'read-found-concerns',
  needs: { action: 'read', object: 'concern' },
  about: ofMyself,
  run: async ({ tx, viewer }, { number, sought, order, edge }) => {
    const audiences = audiencesOf(viewer, 'open')
    const done = await listed(tx, {
      audiences,
      open: null,
      number,
      sought: number === null ? sought : nothingSought,
      order,
      edge,
      limit: pageRows + 1,
    })
    return { done, entry: null }
  },
})
