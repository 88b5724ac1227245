import { shownSide } from '../../domain/pictures/picture.ts'
import type { Work } from '../command.ts'
import { command } from '../command.ts'
import type { Parts } from '../parts.ts'
import { aboutConcern } from './about-concern.ts'
import { type ConcernKey, concernKey, type SealedFault } from './sealed.ts'

/** Opens one picture: an entry in the audit each time. At its first opening it is sealed anew under the concern's own key. */
export const openPicture = command<{ concern: string; picture: string }, { jpeg: Buffer }, SealedFault | 'stopped' | 'unreadable'>({
  verb: 'read-picture',
  needs: { action: 'read', object: 'concern-picture' },
  about: async (work, { concern, picture }) => ((await isOf(work, concern, picture)) ? aboutConcern(work, { concern }) : null),
  run: async (work, { concern, picture }) => {
    const { tx } = work
    const row = await tx.selectFrom('concern_picture').selectAll().where('id', '=', picture).forUpdate().executeTakeFirstOrThrow()
    if (row.stopped_at) return { fault: 'stopped' }
    const key = await concernKey(work, concern)
    if ('fault' in key) return key
    const jpeg = row.under === 'own' ? key.open('picture', picture, row.sealed) : await received(work, picture, row.sealed)
    if (!jpeg) return { fault: 'unreadable' }
    if (row.under === 'receiving') await ownFrom(work, key, picture, jpeg)
    return { done: { jpeg }, entry: { object: 'concern', id: concern } }
  },
})

/** Is there such a picture of this concern? */
export const isOf = async ({ tx }: Pick<Work, 'tx'>, concern: string, picture: string): Promise<boolean> =>
  (await tx.selectFrom('concern_picture').select('id').where('id', '=', picture).where('concern_id', '=', concern).executeTakeFirst()) !==
  undefined

const received = async ({ parts, now }: Work, id: string, sealed: Buffer): Promise<Buffer | null> => {
  const opened = await parts.keys.opened(now)?.open(sealed, { kind: 'picture', id })
  return opened && 'content' in opened ? Buffer.from(opened.content) : null
}

const ownFrom = ({ tx }: Work, key: ConcernKey, id: string, jpeg: Buffer) =>
  tx
    .updateTable('concern_picture')
    .set({ under: 'own', sealed: key.seal('picture', id, jpeg) })
    .where('id', '=', id)
    .where('under', '=', 'receiving')
    .execute()

/** As the desk shows it: smaller than what is kept. */
export const shownPicture = async ({ redraw }: Pick<Parts, 'redraw'>, jpeg: Buffer): Promise<Buffer | null> => {
  const drawn = await redraw(jpeg, { side: shownSide, bytes: jpeg.length * 2 + 100_000 })
  return 'jpeg' in drawn ? drawn.jpeg : null
}
