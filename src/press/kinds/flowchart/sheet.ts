import type { Answers } from '../../../domain/flow/answers.ts'
import { type Entry, entriesOf, type Flow, type Question } from '../../../domain/flow/flow.ts'
import { outcome, route } from '../../../domain/flow/route.ts'
import { lookIn, offeredOf, type World, walk } from '../../../domain/flow/walk.ts'
import { inNation, organisationsIn } from './organisations.ts'

export const sides = ['child', 'adult'] as const
export type Side = (typeof sides)[number]

/** Answers to the question of the age with which a reader is on a sheet. */
export const ages: Record<Side, readonly string[]> = { child: ['yes', 'not-sure'], adult: ['no'] }

/** The way of one sheet through the flow: what it asks, one after the other, and which question decides. */
export type Sheet = {
  side: Side
  flow: Flow
  world: World
  asked: readonly Question[]
  /** An answer to each entry with which the walk comes to the end. */
  through: Readonly<Record<string, string | readonly string[]>>
  /** Answers to what is known without being asked. */
  given: Answers
  /** `given` and `through`, but for the organisation and for what may be ticked. */
  base: Answers
  organisation: Entry
  /** The entry of which any number may be ticked, with the options that there are at the end of this way, and the place of its question. */
  several: Entry | null
  severalAt: number
  /** The last question but that one. Where it is the age itself it decides nothing more. */
  deciding: Question | undefined
  byAge: boolean
  /** What its answers lead to: one lane each. */
  lanes: readonly { option: string; answers: Answers }[]
}

export const sheetOf = (flow: Flow, world: World, side: Side, nation: string): Sheet => {
  const everyone = organisationsIn(flow)
  if (!everyone) throw new Error('a pathway without organisations')
  const organisation = inNation(flow, everyone, nation)
  const given: Answers = { nation }
  const { asked, through } = wayThrough(flow, world, side, given)
  const several = entriesOf(flow).find((entry) => entry.kind === 'several' && asked.some(({ entries }) => entries.includes(entry))) ?? null
  const severalAt = asked.findIndex(({ entries }) => several && entries.includes(several))
  const deciding = asked.filter((_question, at) => at !== severalAt).at(-1)
  const decidingEntry = deciding?.entries[0]
  const byAge = decidingEntry?.id === 'under-18'
  const age = { 'under-18': ages[side][0] ?? '' }
  const lanes = byAge
    ? [{ option: '', answers: age }]
    : (decidingEntry?.options ?? []).map((option) => ({ option, answers: { ...age, [decidingEntry?.id ?? '']: option } }))
  const base = { ...given, ...Object.fromEntries(Object.entries(through).filter(([id]) => id !== several?.id && id !== organisation.id)) }
  const atSeveral = () => walk(flow, lookIn({ ...base, ...lanes[0]?.answers, [organisation.id]: through[organisation.id] ?? '' }), world)
  return {
    ...{ side, flow, world, asked, through, given, base, organisation, severalAt, deciding, byAge, lanes },
    several: several && { ...several, options: offeredOf(several, atSeveral()) },
  }
}

/** One answer to each question after the other, so that the walk comes to the end: what the sheet is about decides at the age. */
const wayThrough = (flow: Flow, world: World, side: Side, given: Answers): Pick<Sheet, 'asked' | 'through'> => {
  const through: Record<string, string | readonly string[]> = {}
  const asked: Question[] = []
  for (let question = flow.questions[0]; question && !asked.includes(question); ) {
    asked.push(question)
    const entry = question.entries[0]
    if (!entry) break
    const options = entry.id === 'under-18' ? ages[side] : (entry.options ?? [])
    through[entry.id] =
      entry.kind === 'several'
        ? []
        : (options.find((option) => outcome(flow, { ...given, ...through, [entry.id]: option }, world) === null) ?? options[0] ?? '')
    question = route(flow, { ...given, ...through }, world).at(-1)
  }
  return { asked, through }
}
