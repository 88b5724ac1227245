import { longDate } from '../../../format/when.ts'
import type { Locale } from '../../context/types.ts'
import type { Page } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'
import { titleOfText } from '../layout/title-of-text.ts'

/** The statement: the pack's words, then what the last whole test run found. */
export const accessibilityPage: Page = {
  path: '/accessibility',
  title: titleOfText('accessibility'),
  render: (context) => textPage(context, 'accessibility', { below: <Results locale={context.locale} /> }),
  menu: { id: 'accessibility', foot: 15 },
}

const Results = ({ locale }: { locale: Locale }) => {
  const {
    t,
    site: { accessibility: result },
  } = locale
  return (
    <section class="flow">
      <h2 id="results">{t('accessibility.results')}</h2>
      {result ? (
        <>
          <p>
            {t('accessibility.run-on', { date: longDate(Temporal.PlainDate.from(result.date)) })}.{' '}
            {t('accessibility.pages', { count: result.pages, states: result.states })}.{' '}
            {t('accessibility.found', { count: result.violations })}
          </p>
          <h3>{t('accessibility.checks')}</h3>
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
        <p>{t('accessibility.none')}</p>
      )}
    </section>
  )
}
