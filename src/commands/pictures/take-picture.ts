import { keptSide, type PictureFault, pictureFault, type Redraw } from '../../domain/pictures/picture.ts'
import { mostSealed } from '../../store/seal/envelope.ts'

/** What is kept of a picture: a JPEG made here, which fits into what is sealed at once. `side`: of its longest side, in pixels. */
export const takePicture = async (
  redraw: Redraw,
  file: Uint8Array,
  side = keptSide,
): Promise<{ jpeg: Uint8Array } | { fault: PictureFault }> => {
  const fault = pictureFault(file)
  return fault ? { fault } : redraw(file, { side, bytes: mostSealed })
}
