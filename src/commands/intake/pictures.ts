import { keptSide, type PictureFault, pictureFault, type Redraw } from '../../domain/concerns/picture.ts'
import { mostSealed } from '../../store/seal/envelope.ts'

/** What a report has of a picture: a JPEG made here, which fits into what is sealed at once. */
export const takePicture = async (redraw: Redraw, file: Uint8Array): Promise<{ jpeg: Uint8Array } | { fault: PictureFault }> => {
  const fault = pictureFault(file)
  return fault ? { fault } : redraw(file, { side: keptSide, bytes: mostSealed })
}
