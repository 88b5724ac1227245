import { WayBoard } from '../../components/board.tsx'
import { Checked } from '../../components/checked.tsx'
import { NumberStrip } from '../../components/numbers.tsx'
import type { RenderContext } from '../../context/types.ts'
import { Intro } from '../layout/masthead.tsx'
import type { Page, PageContent } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'

/** For staff: whom to tell first, then all that is here for them, one board each. */
const work = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  const text = pack.pages.get('at-work')
  return {
    description: text?.description ?? '',
    nav: 'work',
    exit: true,
    rest: true,
    sheet: 'home',
    above: <NumberStrip context={context} />,
    body: (
      <>
        <Intro locale={locale} id="at-work" />
        <div class="wrap body stack">
          <section class="flow">
            <h2 id="next">{t('work.next')}</h2>
            <ul class="columns">
              <li>
                <WayBoard href="/pathway" title={t('work.pathway')} sub={t('work.pathway-sub')} />
              </li>
              <li>
                <WayBoard href="/sectors" title={t('work.places')} sub={t('work.places-sub', { count: pack.sectors.length })} />
              </li>
              <li>
                <WayBoard href="/training" title={t('work.training')} sub={t('work.training-sub')} />
              </li>
              <li>
                <WayBoard href="/resources" title={t('work.downloads')} sub={t('work.downloads-sub')} />
              </li>
            </ul>
          </section>
          <section class="flow">
            <h2 id="official">{t('work.official')}</h2>
            <ul class="list">
              <li>
                <a href="/pathway/who-may-refer">{pack.pages.get('who-may-refer')?.title}</a>
              </li>
              <li>
                <a href="/pathway/prepare">{pack.pages.get('prepare')?.title}</a>
              </li>
              <li>
                <a href="/pathway/dates">{t('dates.title')}</a>
              </li>
            </ul>
          </section>
          {text ? <Checked locale={locale} of={text} /> : null}
        </div>
      </>
    ),
  }
}

export const workPage: Page = { path: '/at-work', title: titleOfText('at-work'), render: work, menu: { id: 'work', top: 4, foot: 4 } }
