import type { IntakeParts } from '../../../commands/intake/parts.ts'
import { takePicture } from '../../../commands/pictures/take-picture.ts'
import type { WordId } from '../../../content/word-ids.ts'
import { heaviestPicture, mostPictures, type PictureFault } from '../../../domain/pictures/picture.ts'
import type { Sent, Upload } from '../../forms/form.ts'

/** The name of the field, and where a line about what is wrong with it leads. */
export const pictureField = 'pictures'

/** What of the form's upload is about pictures; the page adds how many texts it has. Five hundred are counted, so that five, or a whole day's pictures chosen by mistake, are refused in words and what was written stays. */
export const pictureUpload = {
  fileFields: [{ name: pictureField, most: mostPictures, bytes: heaviestPicture, counted: 500 }],
  bytes: 96 * 1024 * 1024,
  atOnce: 6,
  goesOn: true,
  busy: 'picture.busy',
  later: 10,
  patience: 120_000,
} as const satisfies Omit<Upload, 'texts'>

/** Why pictures are not taken, as the id of a sentence that says what to do. `busy`: others send theirs, and these were not held. */
export type PicturesFault = PictureFault | 'many' | 'busy'
export const pictureFaultId = (fault: PicturesFault): WordId => `picture.${fault}`

/** The pictures of a form, drawn anew one after the other; or what is wrong with the first that is not one. Nothing of the files is kept. */
export const readPictures = async (
  { redraw }: Pick<IntakeParts, 'redraw'>,
  { files, crowded }: Pick<Sent<unknown>, 'files' | 'crowded'>,
): Promise<{ pictures: readonly Uint8Array[] } | { fault: PicturesFault }> => {
  const sent = files.get(pictureField) ?? []
  if (crowded && sent.length) return { fault: 'busy' }
  if (sent.length > mostPictures) return { fault: 'many' }
  const pictures: Uint8Array[] = []
  for (const { bytes } of sent) {
    const taken = await takePicture(redraw, bytes)
    if ('fault' in taken) return taken
    pictures.push(taken.jpeg)
  }
  return { pictures }
}
