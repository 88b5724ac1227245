import type { RenderContext } from '../../../context/types.ts'
import type { FramedPage } from '../../frame.ts'
import { codeAddress } from './parts.tsx'

/** The report is closed on this device: nothing of it is in this page. */
export const endedPage = ({ locale: { t } }: RenderContext): FramedPage => ({
  title: t('code.title-open'),
  description: t('code.description'),
  path: codeAddress,
  body: (
    <div class="wrap stack">
      <div class="head">
        <h1>{t('code.ended')}</h1>
      </div>
      <div class="flow">
        <p>{t('code.ended-text')}</p>
        <p>{t('code.ended-next')}</p>
        <p>
          <a href={codeAddress}>{t('code.again')}</a>
        </p>
      </div>
    </div>
  ),
})
