import type { DeskPage } from './context/page.ts'
import { firstPage } from './pages/first/first.tsx'
import { homePage } from './pages/home.tsx'

/** Every page of the desk. */
export const deskPages: readonly DeskPage[] = [homePage, firstPage]
