import type { Child } from 'hono/jsx'
import type { AskedEntry } from '../../domain/flow/route.ts'
import { isTypedDate, typedOf } from '../../domain/flow/typed.ts'
import { entryWords, type FlowWords } from '../../domain/flow/words.ts'
import { dateParts, type TypedDate } from '../../domain/time/typed-date.ts'
import { DateInput } from '../govuk/date-input.tsx'
import { Input } from '../govuk/input.tsx'
import { Textarea } from '../govuk/textarea.tsx'
import { flowButtons, shownField } from './buttons.ts'
import { ChoiceField } from './choice-field.tsx'
import { type EntryTexts, type FieldProps, faultAt, fieldsetOf, labelOf, messagesOf } from './field.tsx'
import { FileField } from './file-field.tsx'
import { isFile } from './files.ts'
import type { AskedQuestion } from './flow-form.ts'
import { GroupField } from './group-field.tsx'

type QuestionFieldsProps = {
  of: AskedQuestion
  words: FlowWords
  texts: EntryTexts
  /** Entries that the page shows in its own way, by their ids: a list that is too long for a row of buttons. */
  own?: Readonly<Record<string, (props: FieldProps) => Child>>
}

/**
 * All that a page of a flow asks, from data: its heading, and a field for each entry that is asked, with what was typed or answered and what
 * is wrong with it. Stands in a form before its button, which sends the page on.
 */
export const QuestionFields = ({ of, words, texts, own = {} }: QuestionFieldsProps) => {
  const { question, answers, typed, faults } = of
  const asked = of.asked()
  const said = words.questions.get(question.id)
  const alone = question.entries.length === 1
  const hasButtons = asked.some(({ entry }) => entry.kind === 'group' || isFile(entry))
  const field = (one: AskedEntry) => {
    const its = entryWords(words, one.entry.id, one.variant)
    const hint = (alone ? said?.hint : undefined) ?? its?.hint
    const props: FieldProps = {
      ...one,
      name: one.entry.id,
      at: [one.entry.id],
      typed: typed ? typed[one.entry.id] : typedOf(one.entry, answers[one.entry.id]),
      label: alone ? { heading: said?.title ?? '' } : { text: its?.label ?? one.entry.id },
      said: { ...its, id: one.entry.id, hint },
      ...{ words, texts, faults },
    }
    return own[one.entry.id]?.(props) ?? <Field {...props} />
  }
  return (
    <>
      {/* Enter in a field presses the first button of its form (HTML, "Implicit submission"): never one that takes something away. */}
      {hasButtons ? (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: with tabindex -1 no key leads to it; it stands for the button below, which is read.
        <button type="submit" class="govuk-visually-hidden" tabindex={-1} aria-hidden="true">
          {texts.next}
        </button>
      ) : null}
      <input type="hidden" name={flowButtons.at} value={question.id} />
      <input type="hidden" name={shownField} value={asked.map(({ entry }) => entry.id).join(' ')} />
      {alone ? null : (
        <>
          <h1 class="entries-title">{said?.title}</h1>
          {said?.hint ? <p class="entries-hint">{said.hint}</p> : null}
        </>
      )}
      {asked.map(field)}
    </>
  )
}

/** One entry, of whatever kind. */
const Field = (props: FieldProps): Child => {
  const { entry } = props
  switch (entry.kind) {
    case 'several':
    case 'choice':
      return <ChoiceField {...props} messages={messagesOf(props)} />
    case 'date':
      return <DateField {...props} />
    case 'group':
      return <GroupField {...props} field={(inner) => <Field {...props} {...inner} />} />
    default:
      return isFile(entry) ? <FileField {...props} /> : <TextField {...props} />
  }
}

const DateField = (props: FieldProps) => {
  const { name, at, typed, faults, texts, label } = props
  const date = isTypedDate(typed) ? typed : null
  const fault = faultAt(faults, at)
  const part = (id: keyof TypedDate) => ({
    name: id,
    label: texts.parts[id],
    value: date?.[id] ?? '',
    classes: `govuk-input--width-${id === 'year' ? 4 : 2}`,
    error: fault?.code === 'date' ? fault.fault.parts.some((wrong) => wrong === id) : fault !== undefined,
  })
  return <DateInput {...messagesOf(props)} id={name} namePrefix={name} fieldset={fieldsetOf(label)} items={dateParts.map(part)} />
}

/** How a line of text is asked for on a phone, by what the record says of it. */
const lines: Readonly<Record<string, { type?: string; inputmode?: string; spellcheck?: boolean }>> = {
  email: { type: 'email', spellcheck: false },
  phone: { type: 'tel' },
  number: { inputmode: 'numeric' },
  name: { spellcheck: false },
}

/**
 * A text. What is typed is about a person, so a browser is asked to offer it to nobody later. There is no `maxlength`: it would cut off what is
 * pasted, and say nothing.
 */
const TextField = (props: FieldProps) => {
  const { entry, name, typed, label } = props
  const as = entry.record?.as ?? 'line'
  const common = { ...messagesOf(props), name, label: labelOf(label), value: typeof typed === 'string' ? typed : '', autocomplete: 'off' }
  return as === 'paragraphs' ? <Textarea {...common} rows={8} /> : <Input {...common} {...lines[as]} />
}
