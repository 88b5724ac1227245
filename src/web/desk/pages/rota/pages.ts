import type { DeskPage } from '../../context/page.ts'
import { askPage } from './ask.tsx'
import { endPage } from './end.tsx'
import { leavePage } from './leave.tsx'
import { onCallPeoplePage, unlistPage } from './people.tsx'
import { answerSwapPage, rotaPage } from './rota.tsx'
import { swapPage } from './swap.tsx'

export const rotaPages: readonly DeskPage[] = [
  rotaPage,
  askPage,
  answerSwapPage,
  swapPage,
  endPage,
  leavePage,
  onCallPeoplePage,
  unlistPage,
]
