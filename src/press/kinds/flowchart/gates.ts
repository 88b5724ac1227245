import type { Entry, Question } from '../../../domain/flow/flow.ts'
import { outcome } from '../../../domain/flow/route.ts'
import { displayOf } from '../../shared/paper/lines.ts'
import type { Asked } from './chart.ts'
import { ages, type Sheet } from './sheet.ts'
import type { Line, Texts } from './texts.ts'

/** Where an answer leads: to a question of the sheet, or off it. */
type Lead = { go: number | null; text: string | null; number: string | null; lines: readonly Line[] }

/** A question before the one that decides, with every answer. */
export type Gate = { title: string; hint: string; answers: readonly { label: string; lead: Lead }[] }

/** Questions count from 1; 0 is none. */
export const numberOf = ({ asked }: Sheet, question: Question | undefined): number => (question ? asked.indexOf(question) : -1) + 1

const onTo = (sheet: Sheet, next: Question | undefined): Lead => ({ go: numberOf(sheet, next), text: null, number: null, lines: [] })

/** `kinds`: the organisations of the flow's own list. */
export const gatesOf = (texts: Texts, sheet: Sheet, told: Asked, kinds: ReadonlySet<string>): Gate[] =>
  sheet.asked
    .filter((question, at) => at !== sheet.severalAt && (question !== sheet.deciding || sheet.byAge))
    .map((question) => {
      const text = texts.words.questions.get(question.id)
      return {
        title: text?.title ?? question.id,
        hint: question.entries[0]?.id === sheet.organisation.id ? '' : (text?.hint ?? ''),
        answers: answersTo(texts, sheet, told, kinds, question),
      }
    })

const answersTo = (texts: Texts, sheet: Sheet, told: Asked, kinds: ReadonlySet<string>, question: Question): Gate['answers'] => {
  const entry = question.entries[0]
  if (!entry) return []
  const next = sheet.asked[sheet.asked.indexOf(question) + 1]
  if (entry.id === 'under-18') return ageAnswers(texts, sheet, entry, next)
  const answer = (option: string) => ({ label: texts.label(entry.id, option), lead: leadOf(texts, sheet, entry, option, next) })
  if (entry.id !== sheet.organisation.id) return (entry.options ?? []).map(answer)
  // Hundreds of names are two rows: those that may send the form, and all others; then who leaves here.
  const { t } = texts.locale
  const leaves = [...kinds].filter((kind) => !told.groups.some((group) => group.kinds.includes(kind)))
  return [
    ...[t('press.flow-refers'), t('press.flow-refers-not')].map((label) => ({ label, lead: onTo(sheet, next) })),
    ...leaves.map(answer),
  ]
}

const ageAnswers = ({ locale: { t }, label, joined }: Texts, sheet: Sheet, entry: Entry, next: Question | undefined): Gate['answers'] => {
  const { side, byAge } = sheet
  const other = (entry.options ?? []).filter((option) => !ages[side].includes(option))
  const on = onTo(sheet, next)
  return [
    {
      label: joined(ages[side].map((option) => label(entry.id, option))),
      lead: byAge ? { ...on, go: on.go || null, text: t('press.flow-all-below') } : on,
    },
    {
      label: joined(other.map((option) => label(entry.id, option))),
      lead: { go: null, text: t(side === 'child' ? 'press.flow-see-adult' : 'press.flow-see-child'), number: null, lines: [] },
    },
  ]
}

const leadOf = (texts: Texts, sheet: Sheet, entry: Entry, option: string, next: Question | undefined): Lead => {
  const { flow, world, given, through, base, asked } = sheet
  const order = asked.flatMap(({ entries }) => entries.map(({ id }) => id))
  const isBefore = (id: string) => order.indexOf(id) < order.indexOf(entry.id)
  const before = Object.fromEntries(Object.entries(through).filter(([id]) => isBefore(id)))
  const off = outcome(flow, { ...given, ...before, [entry.id]: option }, world) ?? outcome(flow, { ...base, [entry.id]: option }, world)
  if (!off || off.id === endOf(sheet)) return onTo(sheet, next)
  const services = off.actions[0]?.services ?? []
  return services.includes(texts.locale.pack.roles.emergency)
    ? { go: null, text: texts.locale.t('press.flow-stop'), number: displayOf(texts.locale, texts.locale.pack.roles.emergency), lines: [] }
    : { go: null, text: texts.words.outcomes.get(off.id)?.title ?? '', number: null, lines: texts.lines(services) }
}

/** The outcome to which the sheet leads. */
export const endOf = ({ flow, world, given, through }: Sheet): string | undefined => outcome(flow, { ...given, ...through }, world)?.id
