import { datesPage } from './dates/page.ts'
import type { Page, PagesOf } from './layout/page.ts'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { campaignPages } from './pages/campaigns.tsx'
import { easyReadPages } from './pages/easy-read.tsx'
import { explainPage, interpreterPage } from './pages/explain.tsx'
import { getHelpPage } from './pages/get-help.tsx'
import { homePage } from './pages/home.tsx'
import { articlePages, newsPage } from './pages/news.tsx'
import { picturesPage } from './pages/pictures.tsx'
import { privacyPage } from './pages/privacy.tsx'
import { reportPage, supportPage } from './pages/report-support.tsx'
import { whatHappensNextPage, yourRightsPage } from './pages/rights.tsx'
import { sectorPages, sectorsPage } from './pages/sectors.tsx'
import { servicesPage } from './pages/services.tsx'
import { signsPage, typePages } from './pages/signs.tsx'
import { yourSafetyPage } from './pages/your-safety.tsx'
import { pathwayMapPage } from './pathway/map.tsx'
import { pathwayPage } from './pathway/page.ts'
import { formRoutePages, preparePage } from './pathway/prepare.tsx'
import { whoMayReferPage } from './pathway/who.tsx'
import { resourcesPage } from './resources/page.tsx'
import { searchPage } from './search/page.ts'
import { signsCheckPage } from './signs-check/page.ts'
import { trainingPage } from './training/overview.tsx'
import { trainingPartPages } from './training/part.tsx'
import { yourPackPage } from './your-pack/page.ts'

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
  servicesPage,
  resourcesPage,
  yourPackPage,
  trainingPage,
  trainingPartPages,
  aboutPage,
  privacyPage,
  accessibilityPage,
  articlePages,
]
