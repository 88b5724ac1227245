import type { MemberPage } from '../../context/page.ts'
import { addIdentifierPage, removeIdentifierPage } from './add-identifier.tsx'
import { answerPages } from './answer-pages.ts'
import { concernPage } from './concern.tsx'
import { detailsPage } from './details.tsx'
import { feedbackPage } from './feedback.tsx'
import { findPage } from './find.tsx'
import { formPages } from './form-pages.tsx'
import { inboxPage } from './inbox.tsx'
import { intelligencePage } from './intelligence.tsx'
import { openedPicturePage, picturePage, stopPicturePage } from './picture.tsx'
import { addIntelligencePage, newIntelligencePage } from './record-intelligence.tsx'
import { sharingPages } from './sharing/pages.ts'

/** The pages of concerns. Those with a name of their own come before what has an id. */
export const concernPages: readonly MemberPage[] = [
  inboxPage,
  findPage,
  ...formPages,
  replyPage,
  sendReplyPage,
  takeBackPage,
  notePage,
  closePage,
  reopenPage,
  markPage,
  detailsPage,
  comparePage,
  twoPage,
  linkPage,
  unlinkPage,
  mergePage,
  unmergePage,
  feedbackPage,
  printPage,
  ...sharingPages,
  ...answerPages,
  picturePage,
  openedPicturePage,
  stopPicturePage,
  addIdentifierPage,
  removeIdentifierPage,
  addIntelligencePage,
  intelligencePage,
  newIntelligencePage,
  concernPage,
]
