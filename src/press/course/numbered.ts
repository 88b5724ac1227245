import { type Course, type CourseTier, partsOf } from '../../domain/training/course.ts'
import type { Part } from '../../domain/training/part.ts'
import type { Slide } from '../../domain/training/slide.ts'

/** A slide with its place in the deck of its tier: `numbers` are those of the slides that the deck makes of it. */
export type NumberedSlide = { slide: Slide; numbers: readonly number[] }
export type NumberedPart = { part: Part; slides: readonly NumberedSlide[] }

/** A case and the talk about it, a question and its answer, are two slides of the deck. */
const taken = ({ type }: Slide): number => (type === 'scenario' || type === 'question' ? 2 : 1)

/** The parts of a tier, each slide with its numbers in the deck. */
export const numberedParts = (course: Course, tier: CourseTier): NumberedPart[] => {
  let last = 0
  return partsOf(course, tier).map((part) => ({
    part,
    slides: part.slides.map((slide) => {
      const numbers = Array.from({ length: taken(slide) }, (_, n) => last + n + 1)
      last += numbers.length
      return { slide, numbers }
    }),
  }))
}
