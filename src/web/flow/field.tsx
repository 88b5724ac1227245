import type { Child } from 'hono/jsx'
import type { FieldPath } from '../../domain/flow/entered.ts'
import type { Entry } from '../../domain/flow/flow.ts'
import type { AskedEntry } from '../../domain/flow/route.ts'
import type { Typed } from '../../domain/flow/typed.ts'
import type { EntryWords, FlowWords } from '../../domain/flow/words.ts'
import type { TypedDate } from '../../domain/time/typed-date.ts'
import type { FieldMessages } from '../govuk/form-group.tsx'
import type { FlowFault } from './flow-fault.ts'

/** What fields say that is not of the flow: a page gives it in its own words. */
export type EntryTexts = {
  /** What is wrong, and what to do. */
  fault(fault: FlowFault): string
  errorPrefix: string
  /** The parts of a date. */
  parts: Readonly<Record<keyof TypedDate, string>>
  /** The button that sends the page on. */
  next: string
  /** A row of a group, such as `Ship 2`, and its buttons. Rows are counted from 1. */
  row(group: string, number: number): string
  addRow(group: string): string
  removeRow(group: string, number: number): string
  /** The name of a kept file, by what it is kept under, and its button, which must name it too for whoever hears it alone. */
  file(kept: string): string
  removeFile(kept: string): Child
}

/** What stands over a field: a line of its own, or the page's heading where nothing else is asked there. */
export type FieldLabel = { text: string } | { heading: Child }

export type FieldProps = {
  /** What is offered, where it is not all options. */
  options?: AskedEntry['options'] | undefined
  entry: Entry
  name: string
  at: FieldPath
  typed: Typed
  label: FieldLabel
  said: EntryWords
  words: FlowWords
  texts: EntryTexts
  faults: readonly FlowFault[]
}

/** The label of a single field. */
export const labelOf = (label: FieldLabel) =>
  'text' in label ? { text: label.text, classes: 'entry-label' } : { html: label.heading, isPageHeading: true }

/** The legend of several. */
export const fieldsetOf = (label: FieldLabel) => ({
  legend:
    'text' in label
      ? { text: label.text, classes: 'entry-label' }
      : { html: <h1>{label.heading}</h1>, classes: 'govuk-fieldset__legend--l' },
})

/** What is wrong at a path, and nowhere below it. */
export const faultAt = (faults: readonly FlowFault[], at: FieldPath): FlowFault | undefined =>
  faults.find((fault) => fault.at.length === at.length && fault.at.every((step, n) => step === at[n]))

export const messagesOf = ({ faults, at, said, texts }: Pick<FieldProps, 'faults' | 'at' | 'said' | 'texts'>): FieldMessages => {
  const fault = faultAt(faults, at)
  return {
    ...(said.hint ? { hint: { text: said.hint } } : {}),
    ...(fault ? { errorMessage: { text: texts.fault(fault), visuallyHiddenText: texts.errorPrefix } } : {}),
  }
}
