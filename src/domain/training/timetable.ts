import { type Course, type CourseTier, itemsById, partsOf } from './course.ts'
import type { Part } from './part.ts'
import type { Slide } from './slide.ts'
import { minutesOf } from './time.ts'

/** Minutes after the beginning of the course. */
export type Span = { begins: number; ends: number }

/** A slide of a tier with its number in the deck and the time of each slide that the deck makes of it. */
export type TimedSlide = { slide: Slide; numbers: readonly number[]; spans: readonly Span[] }
export type TimedPart = { part: Part; slides: readonly TimedSlide[] } & Span

/** The parts of a tier, one slide after the other: every time is of one sum, so what ends at a time is where the next begins. */
export const timetable = (course: Pick<Course, 'parts'>, tier: Pick<CourseTier, 'parts'>): TimedPart[] => {
  const items = itemsById(course)
  let [number, now] = [0, 0]
  return partsOf(course, tier).map((part) => {
    const begins = now
    const slides = part.slides.map((slide) => {
      const spans = minutesOf(slide, items).map((minutes): Span => {
        const from = now
        now += minutes
        return { begins: from, ends: now }
      })
      return { slide, numbers: spans.map(() => ++number), spans }
    })
    return { part, slides, begins, ends: now }
  })
}

/** Minutes as someone reads them beside a watch: `7:05`. */
export const watch = (minutes: number): string => {
  const seconds = Math.round(minutes * 60)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
