import type { DeskPage } from './context/page.ts'
import { accountPages } from './pages/account/pages.ts'
import { certificatePages } from './pages/certificates/pages.ts'
import { concernPages } from './pages/concerns/pages.ts'
import { directoryPage } from './pages/directory/directory.tsx'
import { erasurePages } from './pages/erasures/erasures.tsx'
import { factsPages } from './pages/facts/facts.ts'
import { figurePages } from './pages/figures/pages.ts'
import { firstPage } from './pages/first/first.tsx'
import { homePages } from './pages/home/home.tsx'
import { invitedPage, invitedWorkAccountPage } from './pages/invited/invited.tsx'
import { jobsPages } from './pages/jobs/jobs.tsx'
import { keyPages } from './pages/keys/pages.ts'
import { peoplePages } from './pages/people/people.ts'
import { eventPages } from './pages/register/event/pages.ts'
import { leavingPages } from './pages/register/leaving/pages.ts'
import { registerPages } from './pages/register/pages.ts'
import { trainedPages } from './pages/register/people/pages.ts'
import { rotaPages } from './pages/rota/pages.ts'
import { settingsPage } from './pages/settings/settings.tsx'
import { sharingPages } from './pages/sharing/pages.ts'
import { signInPages } from './pages/sign-in/pages.ts'

/** Every page of the desk. */
export const deskPages: readonly DeskPage[] = [
  ...homePages,
  ...jobsPages,
  firstPage,
  ...signInPages,
  invitedPage,
  invitedWorkAccountPage,
  ...accountPages,
  ...concernPages,
  ...sharingPages,
  directoryPage,
  ...erasurePages,
  ...factsPages,
  ...figurePages,
  ...peoplePages,
  ...certificatePages,
  ...registerPages,
  ...leavingPages,
  ...eventPages,
  ...trainedPages,
  ...rotaPages,
  ...keyPages,
  settingsPage,
]
