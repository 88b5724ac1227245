import type { MemberPage } from '../../../context/page.ts'
import { countyPage } from './county.tsx'
import { exportPage } from './export.ts'
import { headCountPage } from './head-count.tsx'
import { movesPage } from './moves.tsx'
import { mergePage, organisationsPage } from './organisations.tsx'
import { personPage } from './person.tsx'
import { registerPage } from './register.tsx'
import { samePage } from './same.tsx'

/** Who is trained: figures, people, and what is put right about them. */
export const trainedPages: readonly MemberPage[] = [
  registerPage,
  countyPage,
  samePage,
  movesPage,
  organisationsPage,
  mergePage,
  headCountPage,
  exportPage,
  personPage,
]
