import type { MemberPage } from '../../context/page.ts'
import { eventPage } from './event.tsx'
import { eventsPage } from './events.tsx'
import { endLearningKeyPage, learningKeysPage } from './learning-keys.tsx'
import { planPage } from './plan.tsx'

/** The training register. Pages with a name of their own come before what has an id. */
export const registerPages: readonly MemberPage[] = [eventsPage, planPage, eventPage, learningKeysPage, endLearningKeyPage]
