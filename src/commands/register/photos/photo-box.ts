import { decrypt, encrypt } from '../../../store/crypto/box.ts'
import type { Parts } from '../../parts.ts'

/*
 * A photo of a paper sheet lies sealed in the database, under a key of its own that is made of the desk's, which lies outside the database: who has
 * the database alone sees nothing of it. Not under the partnership's key: a trainer has to see the photo while they type, whoever holds that key
 * sleeps (docs/decisions/0064-sheet-photos.md).
 */

const about = (photo: string): readonly string[] => ['sheet photo', photo]
const keyOf = ({ keyed }: Pick<Parts, 'keyed'>, photo: string): Buffer => keyed('sheet-photo', photo)

export const sealedPhoto = (parts: Pick<Parts, 'keyed'>, photo: string, jpeg: Uint8Array): Buffer =>
  encrypt(keyOf(parts, photo), jpeg, about(photo))

/** Null: it was changed, is another one, or the desk's key is not the one of then. */
export const openedPhoto = (parts: Pick<Parts, 'keyed'>, photo: string, sealed: Uint8Array): Buffer | null =>
  decrypt(keyOf(parts, photo), sealed, about(photo))
