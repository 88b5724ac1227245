import type { PackFlow } from '../../../../content/flows.ts'
import type { Plain, Sharing, Urgency } from '../../../../domain/concerns/concern.ts'
import type { Report, Said } from '../../../../domain/concerns/report.ts'
import type { Answers, Value } from '../../../../domain/flow/answers.ts'
import type { Entry, Question } from '../../../../domain/flow/flow.ts'
import { entriesOf } from '../../../../domain/flow/flow.ts'
import { givensOf, relevant } from '../../../../domain/flow/route.ts'
import type { World } from '../../../../domain/flow/walk.ts'
import { alarmsOf, type Found } from './alarms.ts'

/** The place that is none of the pack's. */
const elsewhere = 'elsewhere'

const textAt = (answers: Answers, id: string): string | null => {
  const value = answers[id]
  return typeof value === 'string' ? value : null
}
const severalAt = (answers: Answers, id: string): readonly string[] => {
  const value = answers[id]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

const urgencyOf: Readonly<Record<string, Urgency>> = { danger: 'now', soon: 'soon', 'not-urgent': 'not-urgent' }
const sharingOf: Readonly<Record<string, Sharing>> = { partners: 'partners', others: 'others' }

/** Whom the advice after sending is for. */
export const whoWrites = (answers: Answers, { work }: { work: boolean }): 'self' | 'young' | 'work' | 'other' => {
  if (answers.self === 'yes') return alarmsOf(answers).young ? 'young' : 'self'
  return work ? 'work' : 'other'
}

/** Partners that it is about. */
export const walledOf = (answers: Answers): readonly string[] => severalAt(answers, 'works-for')

/** Where nothing was chosen only coordinators may read it. */
export const sharingChosen = (answers: Answers): Sharing => sharingOf[textAt(answers, 'who-may-read') ?? ''] ?? 'coordinators'

/** Who reads it, as it is said where it is sent: who is under 18, or what else cannot wait, goes before what was chosen. */
export const readersOf = (answers: Answers, found: Found | null): 'young' | 'child' | 'danger' | Sharing => {
  const { young, child, danger } = alarmsOf(answers, found)
  return young ? 'young' : child ? 'child' : danger ? 'danger' : sharingChosen(answers)
}

/** An adult to whom it happens: who works for whom matters to them most. */
export const isWorker = (answers: Answers): boolean => answers.self === 'yes' && !alarmsOf(answers).young

/** How they may be reached, where they want to be: who chose the code alone is not contacted, whatever was typed before. */
export const contactOf = (answers: Answers): Report['contact'] => {
  const way = textAt(answers, 'contact')
  return way === null || answers['answer-by'] === 'code' ? null : { way, safe: textAt(answers, 'safe-times') ?? '' }
}

/** What stands in the open beside the sealed words (docs/reference/data-protection.md). */
export const plainOf = (answers: Answers, found: Found | null = null): Plain => {
  const { danger, child, young } = alarmsOf(answers, found)
  const placeAt = (id: string): string | null => {
    const place = textAt(answers, id)
    return place === elsewhere ? null : place
  }
  return {
    danger,
    child,
    young,
    urgency: urgencyOf[textAt(answers, 'urgency') ?? ''] ?? null,
    town: placeAt('where-town'),
    sector: placeAt('sector'),
    signs: severalAt(answers, 'signs'),
    sharing: sharingChosen(answers),
    self: answers.self === 'yes',
    contact: contactOf(answers) !== null,
  }
}

/** What is asked for by itself (`contactOf`), and left out of what was said. Without a way to be reached, when it would be safe is said all the same. */
const apart = ['contact', 'safe-times']

/** An answer in the words of the form; the options of several a line each. */
export const answerText = ({ words }: PackFlow, { id }: Pick<Entry, 'id'>, value: Value): string => {
  const options = words.entries.get(id)?.options ?? {}
  if (typeof value === 'string') return options[value] ?? value
  return value.flatMap((one) => (typeof one === 'string' ? [options[one] ?? one] : [])).join('\n')
}

export const askedText = ({ words }: PackFlow, { id }: Pick<Entry, 'id'>, question: Pick<Question, 'id' | 'entries'>): string =>
  (question.entries.length === 1 ? words.questions.get(question.id)?.title : undefined) ?? words.entries.get(id)?.label ?? id

/** What was answered on the pathway, in its words, with the places that it was answered for. */
export const pathwaySaid = (pathway: PackFlow, answers: Answers, world: World): Said[] => {
  const places = Object.entries(givensOf(pathway.flow, answers, world))
  return [
    ...saidOf(pathway, relevant(pathway.flow, answers, world), []),
    ...places.map(([id, value]) => ({ id, asked: pathway.words.entries.get(id)?.label ?? id, answer: answerText(pathway, { id }, value) })),
  ]
}

/** Everything that was said of one flow, in its words. `without`: entries that are sent by themselves. */
export const saidOf = (flow: PackFlow, answers: Answers, without: readonly string[]): Said[] =>
  flow.flow.questions.flatMap((question) =>
    question.entries.flatMap((entry) => {
      const value = answers[entry.id]
      const answer = value === undefined || without.includes(entry.id) ? '' : answerText(flow, entry, value)
      return answer ? [{ id: entry.id, asked: askedText(flow, entry, question), answer }] : []
    }),
  )

/** What is sealed. */
export const reportOf = (flow: PackFlow, answers: Answers, pathway: readonly Said[] | null): Report => ({
  version: 1,
  said: saidOf(flow, answers, contactOf(answers) || answers['answer-by'] === 'code' ? apart : []),
  contact: contactOf(answers),
  pathway: pathway && [...pathway],
})

/** Answers that were given elsewhere on the site, as this form has them: ids that it does not offer are left out. */
export const begunWith = ({ flow }: PackFlow, given: { sector: string | null; signs: readonly string[] }): Answers => {
  const offered = (id: string) => new Set(entriesOf(flow).find((entry) => entry.id === id)?.options ?? [])
  const signs = given.signs.filter((sign) => offered('signs').has(sign))
  return {
    ...(given.sector !== null && offered('sector').has(given.sector) ? { sector: given.sector } : {}),
    ...(signs.length ? { signs } : {}),
  }
}
