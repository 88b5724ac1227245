import type { ByCode } from '../../../../commands/intake/by-code.ts'
import type { RenderContext } from '../../../context/types.ts'
import { Button } from '../../../govuk/button.tsx'
import type { FramedPage } from '../../frame.ts'
import { MadeUp } from '../../report/pages/parts.tsx'
import { CodeForm, codeAddress } from './parts.tsx'
import { WhoHasIt } from './report.tsx'
import { lastDayAfter, MustStill, mustStill } from './taken-back.tsx'

/** Asks once more, and says plainly what it cannot undo. */
export const withdrawPage = (context: RenderContext, { sealed, report }: { sealed: string; report: ByCode }): FramedPage => {
  const { locale } = context
  const { t } = locale
  const must = mustStill(report)
  const day = lastDayAfter(context, report, context.now)
  return {
    title: t('code.title-open'),
    description: t('code.description'),
    path: codeAddress,
    body: (
      <div class="wrap stack by-code">
        <div class="head">
          <h1>{t('code.withdraw-title')}</h1>
        </div>
        <MadeUp locale={locale} />
        {must ? <MustStill context={context} why={must} /> : null}
        <section class="flow">
          <h2>{t('code.withdraw-does')}</h2>
          <ul class="prose-list">
            {must ? null : <li>{t('code.withdraw-stops')}</li>}
            <li>{must ? t('code.withdraw-deletes-must') : day ? t('code.withdraw-deletes', { day }) : t('code.withdraw-deletes-later')}</li>
            <li>{t('code.withdraw-seven')}</li>
          </ul>
        </section>
        <section class="flow">
          <h2>{t('code.withdraw-not')}</h2>
          <ul class="prose-list">
            <li>{t('code.withdraw-shared')}</li>
            <li>{t('code.withdraw-law')}</li>
          </ul>
          <WhoHasIt locale={locale} report={report} />
        </section>
        <CodeForm sealed={sealed} classes="acts">
          <Button classes="govuk-button--secondary" name="do" value="open" text={t('code.withdraw-no')} />
          <Button classes="govuk-button--secondary stop" name="do" value="withdraw-yes" text={t('code.withdraw-yes')} />
        </CodeForm>
      </div>
    ),
  }
}
