import { command } from '../command.ts'
import { instantOf } from '../instant.ts'
import { aboutConcern } from './about-concern.ts'

/** That a picture came with a concern: nothing of what it shows. `stopped`: it may be an illegal image, and nobody opens it again. */
export type PictureLine = { id: string; place: number; at: Temporal.Instant; stopped: { at: Temporal.Instant; by: string | null } | null }

/** Which pictures there are, in the order in which they were sent. Nothing is opened, so there is no entry of a read. */
export const readPictures = command<{ concern: string }, { number: number; pictures: readonly PictureLine[] }>({
  verb: 'read-pictures',
  needs: { action: 'read', object: 'concern-picture' },
  about: aboutConcern,
  run: async ({ tx }, { concern }) => {
    const { number } = await tx.selectFrom('concern').select('number').where('id', '=', concern).executeTakeFirstOrThrow()
    const rows = await tx
      .selectFrom('concern_picture')
      .leftJoin('profile', 'profile.person_id', 'stopped_by')
      .select(['id', 'place', 'at', 'stopped_at', 'profile.name'])
      .where('concern_id', '=', concern)
      .orderBy('place')
      .execute()
    const pictures = rows.map(({ id, place, at, stopped_at, name }) => ({
      ...{ id, place, at: instantOf(at) },
      stopped: stopped_at && { at: instantOf(stopped_at), by: name },
    }))
    return { done: { number, pictures }, entry: null }
  },
})
