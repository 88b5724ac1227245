import type { MemberPage } from '../../../context/page.ts'
import { eraseLearnerPage } from './erase.tsx'
import { keptFilePage, keptPage } from './kept.tsx'
import { leavingPage, partnerFilePage, partnerLeavesPage } from './partner.tsx'

/** How people leave the register, and what they may ask for. */
export const leavingPages: readonly MemberPage[] = [
  leavingPage,
  partnerLeavesPage,
  partnerFilePage,
  keptPage,
  keptFilePage,
  eraseLearnerPage,
]
