import type { MemberPage } from '../../context/page.ts'
import { closePage } from './close.tsx'
import { comparePage, linkPage, twoPage, unlinkPage, unmergePage } from './compare.tsx'
import { detailsPage } from './details.tsx'
import { feedbackPage } from './feedback.tsx'
import { markPage } from './mark.tsx'
import { mergePage } from './merge.tsx'
import { notePage } from './note.tsx'
import { printPage } from './print.tsx'
import { reopenPage } from './reopen.tsx'
import { replyPage, sendReplyPage, takeBackPage } from './reply.tsx'

/** To answer a concern, write a note, put it with others, close it and print it. */
export const answerPages: readonly MemberPage[] = [
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
]
