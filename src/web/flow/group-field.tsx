import type { Child } from 'hono/jsx'
import { mostRows } from '../../domain/flow/size.ts'
import { rowsIn } from '../../domain/flow/typed.ts'
import { entryWords } from '../../domain/flow/words.ts'
import { Button } from '../govuk/button.tsx'
import { ErrorMessage } from '../govuk/error-message.tsx'
import { Fieldset } from '../govuk/fieldset.tsx'
import { FormGroup } from '../govuk/form-group.tsx'
import { Hint } from '../govuk/hint.tsx'
import { flowButtons } from './buttons.ts'
import { type FieldProps, fieldsetOf, messagesOf } from './field.tsx'
import { fieldName } from './field-names.ts'

type GroupFieldProps = FieldProps & {
  field(inner: Pick<FieldProps, 'entry' | 'name' | 'at' | 'typed' | 'label' | 'said' | 'options'>): Child
}

/** Rows of the same entries, with buttons for one more and for one less. Where nothing is entered yet one empty row stands there. */
export const GroupField = (props: GroupFieldProps) => {
  const { entry, typed, label, words, texts, field } = props
  const { hint, errorMessage } = messagesOf(props)
  const entered = rowsIn(typed)
  const rows = entered.length ? entered : [{}]
  const ids = [...(hint ? [`${entry.id}-hint`] : []), ...(errorMessage ? [`${entry.id}-error`] : [])]
  return (
    <FormGroup formGroup={{ classes: 'rows' }} hasError={errorMessage !== undefined}>
      <Fieldset {...fieldsetOf(label)} describedBy={ids.join(' ')}>
        {hint ? <Hint {...hint} id={`${entry.id}-hint`} /> : null}
        {errorMessage ? <ErrorMessage {...errorMessage} id={`${entry.id}-error`} /> : null}
        {rows.map((row, n) => (
          <Fieldset classes="row" legend={{ text: texts.row(entry.id, n + 1), classes: 'row-title' }}>
            {(entry.entries ?? []).map((one) => {
              const said = entryWords(words, one.id) ?? { id: one.id }
              return field({
                entry: one,
                name: fieldName(one.id, { id: entry.id, row: n }),
                at: [entry.id, n, one.id],
                typed: row[one.id],
                label: { text: said.label ?? one.id },
                said,
                options: one.options,
              })
            })}
            {rows.length > 1 ? (
              <Button
                name={flowButtons.removeRow}
                value={`${entry.id}-${n}`}
                text={texts.removeRow(entry.id, n + 1)}
                classes="govuk-button--secondary"
              />
            ) : null}
          </Fieldset>
        ))}
        {rows.length < (entry.most ?? mostRows) ? (
          <Button name={flowButtons.addRow} value={entry.id} text={texts.addRow(entry.id)} classes="govuk-button--secondary" />
        ) : null}
      </Fieldset>
    </FormGroup>
  )
}
