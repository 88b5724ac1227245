import type { WordId } from '../../content/word-ids.ts'
import type { Locale } from '../context/types.ts'
import { Button } from '../govuk/button.tsx'

/** The fields in which a form of the site hands on to a report what was answered there, sealed as it is. */
export const handedOn = { signs: 'from-signs', pathway: 'from-pathway' } as const

/** Takes what was answered to a report, if whoever answered chooses so; nothing while no report is taken in. */
export const HandOver = ({ locale, from, sealed }: { locale: Locale; from: keyof typeof handedOn; sealed: string }) => {
  if (!locale.site.reportsOpen()) return null
  return (
    <section class="flow screen">
      <h2 id="tell-us">{locale.t('report-form.tell-us')}</h2>
      <p>{locale.t(said[from])}</p>
      <form method="post" action="/report">
        <input type="hidden" name={handedOn[from]} value={sealed} />
        <Button text={locale.t('report-form.take')} classes="govuk-button--secondary" />
      </form>
    </section>
  )
}

const said = { signs: 'report-form.take-signs', pathway: 'report-form.take-pathway' } as const satisfies Record<
  keyof typeof handedOn,
  WordId
>
