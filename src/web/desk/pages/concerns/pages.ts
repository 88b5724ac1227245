import type { MemberPage } from '../../context/page.ts'
import { closePage, reopenPage } from './close.tsx'
import { comparePage, linkPage, twoPage, unlinkPage, unmergePage } from './compare.tsx'
import { concernPage } from './concern.tsx'
import { detailsPage } from './details.tsx'
import { feedbackPage } from './feedback.tsx'
import { inboxPage } from './inbox.tsx'
import { markPage } from './mark.tsx'
import { mergePage } from './merge.tsx'
import { notePage } from './note.tsx'
import { openedPicturePage, picturePage, stopPicturePage } from './picture.tsx'
import { printPage } from './print.tsx'
import { replyPage, sendReplyPage, takeBackPage } from './reply.tsx'

/** The pages of concerns. Those with a name of their own come before what has an id. */
export const concernPages: readonly MemberPage[] = [
  inboxPage,
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
  picturePage,
  openedPicturePage,
  stopPicturePage,
  concernPage,
]
