import type { DeskPage } from './context/page.ts'
import { directoryPage } from './pages/directory/directory.tsx'
import { factsPages } from './pages/facts/facts.ts'
import { firstPage } from './pages/first/first.tsx'
import { homePages } from './pages/home/home.tsx'
import { jobsPages } from './pages/jobs/jobs.tsx'
import { peoplePages } from './pages/people/people.ts'
import { rotaPages } from './pages/rota/pages.ts'

/** Every page of the desk. */
export const deskPages: readonly DeskPage[] = [
  ...homePages,
  ...jobsPages,
  firstPage,
  directoryPage,
  ...factsPages,
  ...peoplePages,
  ...rotaPages,
]
