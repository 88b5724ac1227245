import { entryWords } from '../../../../domain/flow/words.ts'
import type { Locale } from '../../../context/types.ts'
import { Select } from '../../../govuk/select.tsx'
import { pathwayOf } from './frame.tsx'

/**
 * Where the report is made, and where the person is: a list each, to be sent with whatever else the form asks. A place that follows another
 * offers to be the same, and stays so when that one is changed.
 */
export const Where = ({ locale, givens }: { locale: Locale; givens: Readonly<Record<string, string>> }) => {
  const { flow, words } = pathwayOf(locale)
  return (
    <div class="where">
      {flow.givens.map(({ id, options, follows }) => {
        const said = entryWords(words, id)
        const now = givens[id] ?? ''
        return (
          <Select
            name={id}
            label={{ text: said?.label ?? id }}
            value={follows !== undefined && now === givens[follows] ? '' : now}
            items={[
              ...(follows === undefined ? [] : [{ value: '', text: locale.t('pathway.same-place') }]),
              ...options.map((option) => ({ value: option, text: said?.options?.[option] ?? option })),
            ]}
          />
        )
      })}
    </div>
  )
}
