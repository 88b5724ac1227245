import type { RenderContext } from '../../../context/types.ts'
import type { FramedPage } from '../../frame.ts'
import { reportAddress, reportPage } from './parts.tsx'

/** A report that somebody closed on this device, before or after it was sent: nothing of it is in this page. */
export const endedPage = ({ locale }: RenderContext): FramedPage => {
  const { t } = locale
  return reportPage(
    locale,
    t('report-form.history-start'),
    <div class="stack">
      <div class="head">
        <h1>{t('report-form.ended')}</h1>
      </div>
      <div class="flow">
        <p>{t('report-form.ended-text')}</p>
        <p>{t('report-form.ended-back')}</p>
        <p>
          <a href="/report/code">{t('report-form.ended-open')}</a>
        </p>
        <p>
          <a href={reportAddress}>{t('report-form.ended-start')}</a>
        </p>
      </div>
    </div>,
  )
}
