import type { ConcernPart } from './part.ts'
import { picturesPart } from './pictures.tsx'
import { sharingPart } from './sharing/part.tsx'
import { whatWasSaid } from './what-was-said.tsx'

/** The parts of a concern's page, in the order in which they stand on their side. */
export const concernParts: readonly ConcernPart[] = [whatWasSaid, picturesPart, sharingPart]
