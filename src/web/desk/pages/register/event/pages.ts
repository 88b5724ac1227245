import type { MemberPage } from '../../../context/page.ts'
import { eventActions } from './actions.ts'
import { cancelPage } from './cancel.tsx'
import { entryPage } from './entry.tsx'
import { eventPage } from './event.tsx'
import { filePages } from './files.ts'
import { movePage } from './move.tsx'
import { namesPage } from './names.tsx'
import { removePhotoPage } from './photos.tsx'
import { wallPage } from './wall.tsx'

/** One training event: its page, and what is done on pages of its own. */
export const eventPages: readonly MemberPage[] = [
  namesPage,
  removePhotoPage,
  entryPage,
  movePage,
  cancelPage,
  wallPage,
  ...eventActions,
  ...filePages,
  eventPage,
]
