import { textsSaid } from '../../../format/texts-said.ts'
import type { Tongue } from './edition.ts'
import type { Run } from './speak.ts'

/** Words on a sheet. `placed`: in English, for their translation was withdrawn or there is none. `english`: beside words that nobody has checked. */
export type Said = { own: readonly Run[]; placed: boolean; english: readonly Run[] | null }

export type Words = (tongue: Tongue) => string | readonly Run[]

/** Says something in the language of a sheet, or in English in its place. `also`: the texts it needs besides messages (`services.childline.name`). */
export const saidIn = (tongue: Tongue, words: Words, also: readonly string[] = []): Said => {
  const { english, beside, spoken } = tongue
  const runs = (of: Tongue): readonly Run[] => [words(of)].flat()
  const placed = ![...also, ...textsSaid(english.say, (say) => words({ ...english, say }))].every((id) => spoken.has(id))
  return { own: runs(placed ? english : tongue), placed, english: beside && !placed ? runs(beside) : null }
}

/** The English of several, one after the other, to stand beside them; null where there is none. */
export const englishOfAll = (said: readonly Said[]): readonly Run[] | null => {
  const all = said.flatMap(({ english }) => (english?.length ? [english] : []))
  return all.length ? all.flatMap((runs, i) => (i ? [' ', ...runs] : runs)) : null
}
