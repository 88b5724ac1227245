import type { Pack } from '../../content/pack.ts'
import { speakIn } from '../paper/speak.ts'

/** The row of an id that a course names. */
export const found = <T extends { id: string }>(rows: readonly T[], id: string): T => {
  const row = rows.find((one) => one.id === id)
  // The loader has looked up every id of a course.
  if (!row) throw new Error(`nothing is called ${id}`)
  return row
}

/** A service as a board to ring: in danger the one in the sun's colour. */
export const boardOf = (pack: Pack, id: string) => {
  const { phone, name } = found(pack.services, id)
  const words = pack.serviceWords.get(id)
  const say = speakIn(pack.words)
  return {
    number: phone === 'unknown' || !phone ? say('site.not-known') : phone.display,
    name: words?.name ?? name,
    danger: id === 'emergency-999',
  }
}
