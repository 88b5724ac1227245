import type { MemberPage } from '../../context/page.ts'
import { handOverPage } from './hand-over.tsx'
import { keepOutPage } from './keep-out.tsx'
import { offeredPage } from './offered.tsx'
import { ownerActions } from './owner-actions.ts'
import { refusePage } from './refuse.tsx'
import { stepOutPage } from './step-out.tsx'
import { unmarkPages } from './unmark.tsx'
import { liftWallPage } from './walls.tsx'

/** Whose a concern is: offered, taken, refused, left. */
export const ownerPages: readonly MemberPage[] = [
  offeredPage,
  refusePage,
  handOverPage,
  stepOutPage,
  keepOutPage,
  liftWallPage,
  ...unmarkPages,
  ...ownerActions,
]
