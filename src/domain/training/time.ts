import type { Part } from './part.ts'
import type { Slide } from './slide.ts'

/** Words a minute of somebody who speaks calmly and is not in a hurry to be done. */
export const pace = 130

/** Words of a text as one counts them: what stands between spaces. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Words as they are spoken: a number to ring is said digit by digit. */
export const spokenWords = (text: string): number =>
  text
    .replace(/\]\([^)\s]*\)/g, ']')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .reduce((sum, word) => sum + Math.max(1, word.replace(/\D/g, '').length), 0)

/** Minutes for one slide: what is said at 130 words a minute, and what the room does. What stands on the slide is read in silence. */
export const slideMinutes = ({ notes }: Slide): number =>
  (spokenWords(notes.say) + spokenWords(notes.ask ?? '')) / pace + (notes.minutes ?? 0)

/** Minutes that the slides of a part take, by what is said and done in it. */
export const partMinutes = (part: Pick<Part, 'slides'>): number => part.slides.reduce((sum, slide) => sum + slideMinutes(slide), 0)
