import { atOncePart } from './at-once.tsx'
import { closingPart } from './closing-part.tsx'
import { feedbackPart } from './feedback.tsx'
import { identifiersPart } from './identifiers.tsx'
import { intelligencePart } from './intelligence.tsx'
import { kept } from './kept.tsx'
import { linksPart } from './links.tsx'
import { looked } from './looked.tsx'
import { notePart } from './note.tsx'
import { ownerPart } from './owner-part.tsx'
import type { ConcernPart } from './part.ts'
import { picturesPart } from './pictures.tsx'
import { repliesPart } from './replies.tsx'
import { sharingPart } from './sharing.tsx'
import { timeline } from './timeline.tsx'
import { wallsPart } from './walls.tsx'
import { whatWasSaid } from './what-was-said.tsx'

/** The parts of a concern's page, in the order in which they stand on their side. */
export const concernParts: readonly ConcernPart[] = [
  atOncePart,
  whatWasSaid,
  picturesPart,
  repliesPart,
  notePart,
  ownerPart,
  wallsPart,
  timeline,
  identifiersPart,
  sharingPart,
  linksPart,
  intelligencePart,
  feedbackPart,
  looked,
  kept,
  closingPart,
]
