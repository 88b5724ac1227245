import type { Child } from 'hono/jsx'
import { entryWords } from '../../../../domain/flow/words.ts'
import type { Locale } from '../../../context/types.ts'
import { Details } from '../../../govuk/details.tsx'
import { Fieldset } from '../../../govuk/fieldset.tsx'
import { FormGroup, fieldMessages } from '../../../govuk/form-group.tsx'
import { Hint } from '../../../govuk/hint.tsx'
import { Label } from '../../../govuk/label.tsx'
import { Radios, type RadiosParams } from '../../../govuk/radios.tsx'
import { pathwayOf } from './frame.tsx'

type Params = Pick<RadiosParams, 'hint' | 'errorMessage'> & {
  id: string
  legend: Child
  options: readonly string[]
  chosen: string | undefined
}

/**
 * Where someone works: kinds of organisation, and those that the pack knows by name, which open. A script shows a field above that
 * leaves the choices that fit what is typed (script/filter.ts); without it the same list is scrolled through. The named ones stand before the
 * kinds: the Tab key stops once in a list of round buttons, so behind them they would be passed over by who has just opened them.
 */
export const OrganisationChoice = ({ locale, params: { id, legend, options, chosen, ...said } }: { locale: Locale; params: Params }) => {
  const { t } = locale
  const words = entryWords(pathwayOf(locale).words, id)
  const named = new Set([...locale.pack.partners, ...locale.pack.firstResponders].map((body) => body.id))
  const items = options.map((value) => ({
    value,
    text: words?.options?.[value] ?? value,
    attributes: { 'data-also': { value: words?.also?.[value]?.join(' '), optional: true } },
  }))
  const bodies = items.filter(({ value }) => named.has(value)).toSorted((a, b) => a.text.localeCompare(b.text, 'en'))
  const { describedBy, hint, error } = fieldMessages(id, undefined, said)
  return (
    <FormGroup formGroup={undefined} hasError={Boolean(said.errorMessage)}>
      <Fieldset describedBy={describedBy} legend={{ html: legend, classes: 'govuk-fieldset__legend--l' }}>
        {hint}
        <Find locale={locale} />
        {error}
        <Details
          summaryText={t('pathway.named')}
          open={bodies.some(({ value }) => value === chosen)}
          html={<Radios name={id} idPrefix={`${id}-named`} value={chosen} items={bodies} />}
        />
        <Radios name={id} value={chosen} items={items.filter(({ value }) => !named.has(value))} />
      </Fieldset>
    </FormGroup>
  )
}

/** The field that a script shows. What is typed has no name and is never sent. `#` stands where the script puts how many fit. */
const Find = ({ locale: { t } }: { locale: Locale }) => (
  <div
    class="find"
    hidden
    data-filter
    data-none={t('pathway.find-none')}
    data-one={t('pathway.find-one')}
    data-many={t('pathway.find-many', { number: '#' })}
  >
    <Label for="find" text={t('pathway.find')} />
    <Hint id="find-hint" text={t('pathway.find-hint')} />
    <input class="govuk-input" id="find" type="text" autocomplete="off" spellcheck={false} aria-describedby="find-hint" />
    <p role="status" class="small" />
  </div>
)
