import { entryWords } from '../../../domain/flow/words.ts'
import { Button } from '../../govuk/button.tsx'
import type { Site } from '../../site.ts'
import { pathwayOf } from './frame.tsx'

/** Where the report is made, and where the person is: each may be changed by one press, inside a form that takes the answers along. */
export const Places = ({ site, givens }: { site: Site; givens: Readonly<Record<string, string>> }) => {
  const { flow, words } = pathwayOf(site)
  return (
    <div class="places screen">
      {flow.givens.map(({ id, options }) => {
        const said = entryWords(words, id)
        const now = givens[id] ?? ''
        const name = (option: string) => said?.options?.[option] ?? option
        return (
          <div class="acts">
            <p>
              {said?.label}: <b>{name(now)}</b>
            </p>
            {options.flatMap((option) =>
              option === now
                ? []
                : [
                    <Button
                      name={id}
                      value={option}
                      text={name(option)}
                      classes="govuk-button--secondary"
                      attributes={{ 'aria-label': site.say('pathway.place-change', { what: said?.label ?? '', place: name(option) }) }}
                    />,
                  ],
            )}
          </div>
        )
      })}
    </div>
  )
}
