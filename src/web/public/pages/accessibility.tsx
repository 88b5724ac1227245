import type { Moment, Site } from '../../context/site.ts'
import { longDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { textPage } from './text.tsx'

/** The statement: the pack's words, then what the last whole test run found. */
export const accessibilityPage = (moment: Moment): PageParts => textPage(moment, 'accessibility', { below: <Results site={moment.site} /> })

const Results = ({ site }: { site: Site }) => {
  const { say, accessibility: result } = site
  return (
    <section class="flow" aria-labelledby="results">
      <h2 id="results">{say('accessibility.results')}</h2>
      {result ? (
        <>
          <p>
            {say('accessibility.run-on', { date: longDate(Temporal.PlainDate.from(result.date)) })}.{' '}
            {say('accessibility.pages', { count: result.pages, states: result.states })}.{' '}
            {say('accessibility.found', { count: result.violations })}
          </p>
          <h3>{say('accessibility.checks')}</h3>
          <div class="prose">
            <ul>
              {result.checks.map((check) => (
                <li>
                  {check.name}: {check.result}
                </li>
              ))}
            </ul>
          </div>
        </>
      ) : (
        <p>{say('accessibility.none')}</p>
      )}
    </section>
  )
}
