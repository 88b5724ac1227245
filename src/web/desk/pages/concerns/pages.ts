import type { MemberPage } from '../../context/page.ts'
import { closePage, reopenPage } from './close.tsx'
import { comparePage, linkPage, twoPage, unlinkPage, unmergePage } from './compare.tsx'
import { concernPage } from './concern.tsx'
import { detailsPage } from './details.tsx'
import { feedbackPage } from './feedback.tsx'
import { findPage } from './find.tsx'
import { formPages } from './form-pages.tsx'
import { inboxPage } from './inbox.tsx'
import { markPage } from './mark.tsx'
import { mergePage } from './merge.tsx'
import { notePage } from './note.tsx'
import { openedPicturePage, picturePage, stopPicturePage } from './picture.tsx'
import { printPage } from './print.tsx'
import { replyPage, sendReplyPage, takeBackPage } from './reply.tsx'
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
  picturePage,
  openedPicturePage,
  stopPicturePage,
  concernPage,
]
