import type { MemberPage } from '../../context/page.ts'
import { choicePage } from './choice.tsx'
import { decisionPage } from './decision.tsx'
import { endSharePage } from './end.tsx'
import { endPassedPage, passedPage } from './passed.tsx'
import { sharePages } from './share.ts'
import { sharingPage } from './sharing.tsx'

/** The pages of sharing and of what was passed; a name of its own comes before an id. */
export const sharingPages: readonly MemberPage[] = [
  sharingPage,
  ...sharePages,
  choicePage,
  endSharePage,
  decisionPage,
  endPassedPage,
  passedPage,
]
