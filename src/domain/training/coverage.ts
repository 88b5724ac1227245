import type { Course } from './course.ts'
import { partsOf } from './course.ts'
import type { Outcome } from './outcomes.ts'

/** Where an outcome is taught and checked: `part/slide` and ids of check questions or scenarios. */
export type Covered = { outcome: Outcome; tier: string; taught: string[]; checked: string[] }

/** Every outcome of the course's own tiers, with the slides that teach it and what shows that it was learned. */
export const coverage = (course: Course): Covered[] =>
  course.tiers.flatMap((tier) => {
    const parts = partsOf(course, tier)
    const slides = parts.flatMap((part) => part.slides.map((slide) => ({ slide, at: `${part.id}/${slide.id}` })))
    const asked = new Set(slides.flatMap(({ slide }) => (slide.type === 'question' ? [slide.item] : [])))
    const items = course.parts.flatMap((part) => part.check ?? []).filter((item) => asked.has(item.id))
    return course.outcomes
      .filter((outcome) => outcome.tier === tier.id)
      .map((outcome) => ({
        outcome,
        tier: tier.id,
        taught: slides.filter(({ slide }) => slide.teaches?.includes(outcome.id)).map(({ at }) => at),
        checked: [
          ...items.filter((item) => item.checks.includes(outcome.id)).map((item) => item.id),
          ...slides.filter(({ slide }) => slide.type === 'scenario' && slide.checks.includes(outcome.id)).map(({ at }) => at),
        ],
      }))
  })

/** What is recalled or judged can be checked by a question or a scenario; role-play, practice and talk need a room. */
export const canBeChecked = (outcome: Outcome): boolean => outcome.check === 'recall' || outcome.check === 'scenario'
