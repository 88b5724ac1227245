import type { DeskPage } from './context/page.ts'
import { directoryPage } from './pages/directory/directory.tsx'
import { factsPages } from './pages/facts/facts.ts'
import { firstPage } from './pages/first/first.tsx'
import { homePage } from './pages/home.tsx'
import { peoplePages } from './pages/people/people.ts'
import { rotaPages } from './pages/rota/pages.ts'

/** Every page of the desk. */
export const deskPages: readonly DeskPage[] = [homePage, firstPage, directoryPage, ...factsPages, ...peoplePages, ...rotaPages]
