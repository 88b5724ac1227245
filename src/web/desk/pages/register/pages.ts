import type { MemberPage } from '../../context/page.ts'
import { eventsPage } from './events.tsx'
import { importPages } from './import/pages.ts'
import { endLearningKeyPage, learningKeysPage } from './learning-keys.tsx'
import { planPage } from './plan.tsx'
import { trainerPages } from './trainers.tsx'

/** The training register. Those of one event come after (event/pages.ts): what has a name of its own comes before what has an id. */
export const registerPages: readonly MemberPage[] = [
  eventsPage,
  planPage,
  learningKeysPage,
  endLearningKeyPage,
  ...trainerPages,
  ...importPages,
]
