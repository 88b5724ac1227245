import { Tell } from '../../../../components/tell.tsx'
import type { RenderContext } from '../../../../context/types.ts'
import type { PageContent } from '../../../layout/page.ts'

/** The check of signs where no program can read an answer: the place is chosen by a link, and its page has the rest. */
export const checkByPlace = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  return {
    harmless: true,
    description: t('still.check'),
    nav: 'signs',
    exit: true,
    rest: true,
    body: (
      <div class="wrap">
        <a class="back" href="/signs">
          {t('site.back')}
        </a>
        <div class="head">
          <h1>{t('check.where')}</h1>
          <p class="lead">{t('still.check')}</p>
        </div>
        <div class="two">
          <ul class="list">
            {pack.sectors.map((sector) => (
              <li>
                <a href={`/sectors/${sector.id}`}>{sector.name}</a>
              </li>
            ))}
            <li>
              <a href="/signs">{t('check.somewhere-else')}</a>
            </li>
          </ul>
          <Tell context={context} sector={null} />
        </div>
      </div>
    ),
  }
}
