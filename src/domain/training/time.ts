import { asOneNumber } from '../services/serves.ts'
import type { Item, Part } from './part.ts'
import type { Slide } from './slide.ts'

/** Words a minute of someone who speaks calmly and leaves the room time to take it in. */
export const pace = 100
/** Minutes to turn to the next slide and let the room look up. */
export const turn = 3 / 60
/** Minutes for a show of hands on one question of the check. */
export const hands = 20 / 60

/** Minutes for "The right answer is B". */
const announced = 5 / pace

/** Words of a text as one counts them: what stands between spaces. */
export const wordsIn = (text: string): number =>
  asOneNumber(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Words as they are spoken: a number to call is said digit by digit. */
export const spokenWords = (text: string): number =>
  asOneNumber(text)
    .replace(/\]\([^)\]\s]*\)/g, ']')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .reduce((sum, word) => sum + Math.max(1, word.replace(/\D/g, '').length), 0)

const speech = (...texts: readonly (string | undefined)[]): number => texts.reduce((sum, text) => sum + spokenWords(text ?? ''), 0) / pace

/**
 * Minutes for a slide of the course, one number for each slide that a deck makes of it: what is said and read aloud at 100 words a minute,
 * what the room does, and the turning. A case is read aloud; one that is given instead of another takes no time of its own. A question is read aloud with its answers, then the right one with its reason.
 */
export const minutesOf = (slide: Slide, items: ReadonlyMap<string, Item>): number[] => {
  const { say, ask, minutes: room = 0 } = slide.notes
  if (slide.type === 'scenario')
    return slide.instead
      ? [0, 0]
      : [speech(say, slide.text) + turn, speech(...slide.questions.map((question) => question.ask)) + room + turn]
  if (slide.type === 'question') {
    const item = items.get(slide.item)
    const right = item?.choices.find((choice) => choice.right)
    return [
      speech(say, item?.question, ...(item?.choices ?? []).map(({ text }) => text)) + hands + turn,
      announced + speech(right?.text, right?.why) + room + turn,
    ]
  }
  if (slide.type === 'spot')
    return [speech(say, slide.task) + room + turn, speech(...slide.spots.map(({ text }) => text), slide.act) + turn]
  return [speech(say, ask) + room + turn]
}

/** Minutes that the slides of a part take, by what is said and done in it. */
export const partMinutes = (part: Pick<Part, 'slides'>, items: ReadonlyMap<string, Item>): number =>
  part.slides.reduce((sum, slide) => sum + minutesOf(slide, items).reduce((all, minutes) => all + minutes, 0), 0)
