import type { DeskPage } from '../../context/page.ts'
import { changePage } from './change.tsx'
import { exportPage } from './export.tsx'
import { factPage } from './fact.tsx'
import { factsPage } from './list.tsx'
import { exportFilePage, oneExportPage } from './one-export.tsx'
import { withdrawPage } from './withdraw.tsx'

/** The pack's facts. Those of an export come first: no list of a pack is called `export`. */
export const factsPages: readonly DeskPage[] = [factsPage, exportPage, oneExportPage, exportFilePage, factPage, changePage, withdrawPage]
