import { command, type Work } from '../command.ts'
import { at } from '../instant.ts'
import { aboutTwo, both, type Two } from './link-concern.ts'

/** They do not belong together after all. */
export const unlinkConcern = command<Two, null, 'not-linked'>({
  verb: 'unlink-concern',
  needs: { action: 'change', object: 'concern-link' },
  about: aboutTwo,
  run: async (work, two) => ((await endLink(work, two, 'related')) ? { done: null, entry: both(two) } : { fault: 'not-linked' }),
})

export const endLink = async ({ tx, now }: Work, { concern, other }: Two, kind: 'related' | 'merged'): Promise<boolean> => {
  const ended = await tx
    .updateTable('concern_link')
    .set({ ended_at: at(now) })
    .where('kind', '=', kind)
    .where('ended_at', 'is', null)
    .where((on) =>
      on.or([
        on.and([on('concern_id', '=', concern), on('other_id', '=', other)]),
        on.and([on('concern_id', '=', other), on('other_id', '=', concern)]),
      ]),
    )
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}
