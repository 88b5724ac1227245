import { byCategory, forChildren } from '../../../../domain/signs/lists.ts'
import type { ExploitationType } from '../../../../domain/signs/signs.ts'
import { Drawing } from '../../../components/drawing.tsx'
import { SignItems } from '../../../components/sign-items.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Intro } from '../../layout/masthead.tsx'
import type { Page, PageContent } from '../../layout/page.ts'
import { titleOfText } from '../../layout/title-of-text.ts'
import { CheckAside, Rests } from './parts.tsx'

/** All signs: by kind of exploitation, by what one notices, those about children apart. */
const signList = ({ locale }: RenderContext): PageContent => {
  const { t, pack } = locale
  const text = pack.pages.get('signs')
  const children = forChildren(pack.indicators)
  const others = pack.indicators.filter((i) => !children.includes(i))
  return {
    description: text?.description ?? '',
    nav: 'signs',
    exit: true,
    rest: true,
    body: (
      <>
        <Intro locale={locale} id="signs" />
        <div class="wrap body two">
          <div class="stack">
            <section class="flow" aria-labelledby="types">
              <h2 id="types">{t('signs.by-type')}</h2>
              <TypeCards locale={locale} types={pack.types} />
            </section>
            <section class="groups" aria-labelledby="notice">
              <h2 id="notice">{t('signs.by-notice')}</h2>
              <nav aria-label={t('site.on-this-page')}>
                <ul class="list">
                  {pack.categories.map((c) => (
                    <li>
                      <a href={`#${c.id}`}>{c.name}</a>
                    </li>
                  ))}
                  <li>
                    <a href="#children">{t('signs.children')}</a>
                  </li>
                </ul>
              </nav>
              {byCategory(others, pack.categories).map(({ category, signs }) => (
                <section aria-labelledby={category.id}>
                  <h3 id={category.id}>{category.name}</h3>
                  <p class="small">{category.notice}</p>
                  <SignItems locale={locale} signs={signs} />
                </section>
              ))}
            </section>
            <section class="flow" aria-labelledby="children">
              <h2 id="children">{t('signs.children')}</h2>
              <p>{t('signs.children-why')}</p>
              <SignItems locale={locale} signs={children} />
            </section>
            <Rests locale={locale} signs={pack.indicators} />
          </div>
          <CheckAside locale={locale} />
        </div>
      </>
    ),
  }
}

export const signsPage: Page = { path: '/signs', title: titleOfText('signs'), render: signList, menu: { id: 'signs', top: 2, foot: 2 } }

const TypeCards = ({ locale, types }: { locale: Locale; types: readonly ExploitationType[] }) => (
  <ul class="places">
    {types.map((type) => (
      <li>
        <a class="place" href={`/signs/types/${type.id}`}>
          <Drawing locale={locale} name={type.drawing} />
          <span>{type.name}</span>
        </a>
      </li>
    ))}
  </ul>
)
