import type { Output } from '../output.ts'

/** A printed output, and the same for Word: the same words, to be changed by whoever uses them. */
export const withWord = <Data>(printed: Output<Data>): Output<Data>[] => [
  printed,
  { ...printed, id: `${printed.id}-word`, file: printed.file.replace(/\.pdf$/, '.docx'), format: 'docx' },
]
