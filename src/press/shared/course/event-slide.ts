import type { Edition } from '../output.ts'

/** The slide with an event's code is the second: after the title, where people have just sat down. */
export const eventSlideNumber = 2

/** The number that a slide has in the deck of an edition: those after an event's own slide come one later. After the last of the course comes one more of the event. */
export const numberIn =
  ({ event }: Pick<Edition, 'event'>) =>
  (number: number): number =>
    event && number >= eventSlideNumber ? number + 1 : number
