import type { Child } from 'hono/jsx'
import { byCategory, forChildren } from '../../../../domain/signs/lists.ts'
import type { ExploitationType } from '../../../../domain/signs/signs.ts'
import { Drawing } from '../../../components/drawing.tsx'
import { NumberStrip } from '../../../components/numbers.tsx'
import { SignItems } from '../../../components/sign-items.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Intro } from '../../layout/masthead.tsx'
import type { Page, PageContent } from '../../layout/page.ts'
import { titleOfText } from '../../layout/title-of-text.ts'
import { Rests } from './parts.tsx'

/** All signs: by kind of exploitation, by what one notices, those about children apart, each list under its heading until it is opened. */
const signList = (context: RenderContext): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  const text = pack.pages.get('signs')
  const children = forChildren(pack.indicators)
  const others = pack.indicators.filter((i) => !children.includes(i))
  return {
    description: text?.description ?? '',
    nav: 'signs',
    exit: true,
    rest: true,
    above: <NumberStrip context={context} />,
    body: (
      <>
        <Intro
          locale={locale}
          id="signs"
          act={
            <a class="govuk-button" href="/signs/check">
              {t('signs.check')}
            </a>
          }
        />
        <div class="wrap body stack">
          <section>
            <h2 id="notice">{t('signs.by-notice')}</h2>
            {byCategory(others, pack.categories).map(({ category, signs }) => (
              <Fold id={category.id} title={category.name}>
                <p class="small">{category.notice}</p>
                <SignItems locale={locale} signs={signs} />
              </Fold>
            ))}
            <Fold id="children" title={t('signs.children')}>
              <p>{t('signs.children-why')}</p>
              <SignItems locale={locale} signs={children} />
            </Fold>
          </section>
          <section class="flow">
            <h2 id="types">{t('signs.by-type')}</h2>
            <TypeCards locale={locale} types={pack.types} />
          </section>
          <Rests locale={locale} signs={pack.indicators} />
        </div>
      </>
    ),
  }
}

/** A list under its heading, closed. What leads to something inside opens it (HTML, "ancestor revealing algorithm"). */
const Fold = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <details class="fold">
    <summary>
      <h3 id={id}>{title}</h3>
    </summary>
    {children}
  </details>
)

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
