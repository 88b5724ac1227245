import type { MemberPage } from '../../context/page.ts'
import { accessPage } from './access.tsx'
import { addIdentifierPage, removeIdentifierPage } from './add-identifier.tsx'
import { answerPages } from './answer-pages.ts'
import { concernPage } from './concern.tsx'
import { erasePage, stopErasingPage } from './erase.tsx'
import { findPage } from './find.tsx'
import { formPages } from './form-pages.tsx'
import { holdPage, liftHoldPage } from './hold.tsx'
import { inboxPage } from './inbox.tsx'
import { intelligencePage } from './intelligence.tsx'
import { ownerPages } from './owner-pages.ts'
import { openedPicturePage, picturePage, stopPicturePage } from './picture.tsx'
import { addIntelligencePage, newIntelligencePage } from './record-intelligence.tsx'

/** The pages of concerns. Those with a name of their own come before what has an id. */
export const concernPages: readonly MemberPage[] = [
  inboxPage,
  findPage,
  ...formPages,
  ...answerPages,
  ...ownerPages,
  picturePage,
  openedPicturePage,
  stopPicturePage,
  addIdentifierPage,
  removeIdentifierPage,
  addIntelligencePage,
  intelligencePage,
  newIntelligencePage,
  holdPage,
  liftHoldPage,
  erasePage,
  stopErasingPage,
  accessPage,
  concernPage,
]
