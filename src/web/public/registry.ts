import type { Page, PagesOf } from './layout/page.ts'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { workPage } from './pages/at-work.tsx'
import { campaignPages } from './pages/campaigns/page.tsx'
import { dataPage } from './pages/data.tsx'
import { easyReadPages } from './pages/easy-read.tsx'
import { getHelpPage } from './pages/get-help/page.tsx'
import { picturesPage } from './pages/get-help/pictures.tsx'
import { homePage } from './pages/home.tsx'
import { articlePages, newsPage } from './pages/news.tsx'
import { datesPage } from './pages/pathway/dates/page.ts'
import { explainPage, interpreterPage } from './pages/pathway/explain.tsx'
import { pathwayMapPage } from './pages/pathway/map.tsx'
import { pathwayPage } from './pages/pathway/page.ts'
import { formRoutePages, preparePage } from './pages/pathway/prepare.tsx'
import { whoMayReferPage } from './pages/pathway/who-may-refer.tsx'
import { privacyPage } from './pages/privacy.ts'
import { reportPage } from './pages/report.ts'
import { resourcesPage } from './pages/resources/page.tsx'
import { yourPackPage } from './pages/resources/your-pack/page.ts'
import { searchPage } from './pages/search/page.ts'
import { sectorPages, sectorsPage } from './pages/sectors.tsx'
import { signsCheckPage } from './pages/signs/check/page.ts'
import { signsPage } from './pages/signs/page.tsx'
import { typePages } from './pages/signs/types.tsx'
import { supportPage } from './pages/support.ts'
import { trainingPage } from './pages/training/page.tsx'
import { trainingPartPages } from './pages/training/part.tsx'
import { whatHappensNextPage } from './pages/what-happens-next.ts'
import { yourRightsPage } from './pages/your-rights.ts'
import { yourSafetyPage } from './pages/your-safety.ts'

/**
 * Every public page, in the order of the sitemap. A page is there because it stands here: its address, its title, its place in the menus,
 * its form and for how long it holds are fields of its own entry, beside what it shows (docs/guide/add-a-page.md).
 */
export const registry: readonly (Page | PagesOf)[] = [
  homePage,
  getHelpPage,
  picturesPage,
  easyReadPages,
  yourRightsPage,
  whatHappensNextPage,
  yourSafetyPage,
  explainPage,
  signsPage,
  signsCheckPage,
  typePages,
  sectorsPage,
  sectorPages,
  workPage,
  reportPage,
  supportPage,
  newsPage,
  campaignPages,
  interpreterPage,
  datesPage,
  pathwayPage,
  pathwayMapPage,
  preparePage,
  formRoutePages,
  whoMayReferPage,
  searchPage,
  resourcesPage,
  yourPackPage,
  trainingPage,
  trainingPartPages,
  dataPage,
  aboutPage,
  privacyPage,
  accessibilityPage,
  articlePages,
]
