import { Checkboxes } from '../govuk/checkboxes.tsx'
import type { FieldMessages } from '../govuk/form-group.tsx'
import { Radios } from '../govuk/radios.tsx'
import { type FieldProps, fieldsetOf } from './field.tsx'

type ChoiceFieldProps = Pick<FieldProps, 'entry' | 'name' | 'typed' | 'label' | 'said' | 'options'> & { messages: FieldMessages }

/** One of several options, or any of them, in the words of the entry. */
export const ChoiceField = ({ entry, name, typed, label, said, options = entry.options ?? [], messages }: ChoiceFieldProps) => {
  const items = options.map((value) => ({ value, text: said.options?.[value] ?? value }))
  const common = { ...messages, name }
  const fieldset = fieldsetOf(label)
  if (entry.kind === 'several')
    return <Checkboxes {...common} fieldset={fieldset} items={items} values={Array.isArray(typed) ? typed.map(String) : []} />
  const value = typeof typed === 'string' ? typed : undefined
  if (entry.record?.as !== 'tick') return <Radios {...common} fieldset={fieldset} items={items} value={value} />
  // A choice of one option is a tick, for round buttons cannot be taken back; its label says what is ticked.
  const ticks = 'text' in label ? items.map((item) => ({ ...item, text: label.text })) : items
  return <Checkboxes {...common} {...('text' in label ? {} : { fieldset })} items={ticks} values={value ? [value] : []} />
}
