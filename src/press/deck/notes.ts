import type { Pack } from '../../content/pack.ts'
import type { Item } from '../../domain/training/part.ts'
import type { Slide } from '../../domain/training/slide.ts'
import { slideMinutes } from '../../domain/training/time.ts'
import { type Speak, speakIn } from '../paper/speak.ts'
import { boardOf } from './board.ts'
import type { Note } from './deck.ts'

/** What stands under a slide for whoever gives the course; `second` under the slide that follows it: what is asked, or the answer. */
export type Notes = { first: Note[]; second: Note[] }

/** Notes of a slide that begins so many minutes after the course. */
export const notesOf = (pack: Pack, slide: Slide, begin: number): Notes => {
  const say = speakIn(pack.words)
  const { notes } = slide
  const heading = (text: string): Note => ({ kind: 'heading', text })
  const text = (words: string): Note => ({ kind: 'text', text: plain(words) })
  const item = (words: string): Note => ({ kind: 'item', text: plain(words) })
  const time = heading(say('deck.time', { minutes: halves(slideMinutes(slide)), begin: Math.floor(begin) }))
  const spoken = [heading(say('deck.say')), text(notes.say)]
  const direction = notes.do ? [heading(say('deck.do')), text(notes.do)] : []
  const asked = [
    ...(notes.ask ? [heading(say('deck.ask')), text(notes.ask)] : []),
    ...(notes.expect ? [heading(say('deck.expect')), ...notes.expect.map(item)] : []),
  ]
  if (slide.type === 'scenario')
    return {
      first: [time, ...spoken],
      second: [
        heading(say('deck.time-within')),
        ...direction,
        ...slide.questions.flatMap(({ ask, expect }) => [
          heading(say('deck.ask')),
          text(ask),
          heading(say('deck.expect')),
          ...expect.map(item),
        ]),
      ],
    }
  if (slide.type === 'question')
    return {
      first: [time, ...spoken, ...direction],
      second: [heading(say('deck.time-within')), ...reasons(itemOf(pack, slide.item), say, item, heading)],
    }
  const numbers =
    slide.type === 'pathway' ? [...new Set(slide.lanes.flatMap(({ steps }) => steps.flatMap(({ services }) => services ?? [])))] : []
  const toRing = numbers.length
    ? [
        heading(say('deck.numbers')),
        ...numbers.map((id) => boardOf(pack, id)).map(({ name, number }) => item(say('deck.name-number', { name, number }))),
      ]
    : []
  return { first: [time, ...spoken, ...asked, ...direction, ...toRing], second: [] }
}

/** The right answer first, then why the others are not. */
const reasons = (item: Item, say: Speak, line: (text: string) => Note, heading: (text: string) => Note): Note[] => {
  const { right, others } = answersOf(item)
  return [
    heading(say('deck.right')),
    line(`${right.text}. ${right.why}`),
    heading(say('deck.others')),
    ...others.map(({ text, why }) => line(`${text}. ${why}`)),
  ]
}

export const itemOf = (pack: Pack, id: string): Item => {
  const item = pack.course.parts.flatMap(({ check }) => check ?? []).find((one) => one.id === id)
  // The loader has looked up every id of a course.
  if (!item) throw new Error(`no question of the check is called ${id}`)
  return item
}

export const answersOf = ({ choices }: Item) => {
  const right = choices.find((choice) => choice.right)
  if (!right) throw new Error('a question without a right answer')
  return { right, others: choices.filter((choice) => choice !== right) }
}

/** Markdown links as their words: notes are read aloud. */
const plain = (text: string): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim()

/** To half minutes, never none. */
const halves = (minutes: number): number => Math.max(0.5, Math.round(minutes * 2) / 2)
