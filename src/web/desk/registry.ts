import type { DeskPage } from './context/page.ts'
import { firstPage } from './pages/first/first.tsx'
import { homePage } from './pages/home.tsx'
import { rotaPages } from './pages/rota/pages.ts'

/** Every page of the desk. */
export const deskPages: readonly DeskPage[] = [homePage, firstPage, ...rotaPages]
