import { mostSheetPhotos } from '../../../domain/register/sheet-photo.ts'
import { command } from '../../command.ts'
import { instantOf } from '../../instant.ts'
import { uuidOf } from '../../uuid-of.ts'
import { aboutEvent } from '../about-event.ts'
import { lockEvent } from '../events-lock.ts'
import { sealedPhoto } from './photo-box.ts'

/** `form`: what the form carried. The same one sent twice brings the same photos, which are kept once. */
type Input = { event: string; form: string; jpegs: readonly Uint8Array[] }

/** Photos of the signed sheet, already drawn anew, for whoever types it in. `photo`: the first of them. */
export const addPhotos = command<Input, { photo: string; added: number }, 'none' | 'early' | 'cancelled' | 'full'>({
  verb: 'add-sheet-photos',
  needs: { action: 'add', object: 'sheet-photo' },
  about: aboutEvent,
  run: async ({ tx, now, parts }, { event: id, form, jpegs }) => {
    await lockEvent(tx, id)
    const event = await tx
      .selectFrom('training_event')
      .select(['state', 'starts_at', 'trainer_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (event.state === 'cancelled') return { fault: 'cancelled' }
    if (Temporal.Instant.compare(now, instantOf(event.starts_at)) < 0) return { fault: 'early' }
    const there = (await tx.selectFrom('sheet_photo').select('id').where('event_id', '=', id).execute()).map((row) => row.id)
    const ids = jpegs.map((_, place) => uuidOf(parts.keyed('sheet-photo-id', `${id} ${form} ${place}`)))
    const fresh = ids.flatMap((photo, place) => {
      const jpeg = jpegs[place]
      return jpeg && !there.includes(photo)
        ? [{ id: photo, event_id: id, trainer_id: event.trainer_id, sealed: sealedPhoto(parts, photo, jpeg) }]
        : []
    })
    const [photo] = ids
    if (!photo) return { fault: 'none' }
    if (there.length + fresh.length > mostSheetPhotos) return { fault: 'full' }
    if (fresh.length) await tx.insertInto('sheet_photo').values(fresh).execute()
    return { done: { photo, added: fresh.length }, entry: { object: 'training-event', id } }
  },
})
