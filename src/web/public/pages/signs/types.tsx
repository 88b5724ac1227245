import { raw } from 'hono/html'
import { byCategory, forChildren } from '../../../../domain/signs/lists.ts'
import type { ExploitationType } from '../../../../domain/signs/signs.ts'
import { NumberStrip } from '../../../components/numbers.tsx'
import { SignItems } from '../../../components/sign-items.tsx'
import { Terms } from '../../../components/terms.tsx'
import type { RenderContext } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { PageContent, PagesOf } from '../../layout/page.ts'
import { CheckAside, Rests } from './parts.tsx'

/** One kind of exploitation: what it is, its signs, where it happens. */
const typePage = (context: RenderContext, type: ExploitationType): PageContent => {
  const { locale } = context
  const { t, pack } = locale
  const signs = pack.indicators.filter((i) => i.exploitation.includes(type.id))
  const children = forChildren(signs)
  const sectors = pack.sectors.filter((s) => s.exploitation.includes(type.id))
  const text = locale.markdown.page(type.text)
  return {
    description: type.summary,
    nav: 'signs',
    exit: true,
    rest: true,
    above: <NumberStrip context={context} />,
    body: (
      <>
        <Masthead
          locale={locale}
          title={type.name}
          lead={type.summary}
          drawing={type.drawing}
          back={
            <a class="back" href="/signs">
              {t('signs.all')}
            </a>
          }
        />
        <div class="wrap body two">
          <div class="stack">
            <div class="prose">{raw(text.html)}</div>
            <section class="groups">
              <h2 id="signs">{t('signs.of-type')}</h2>
              {byCategory(
                signs.filter((s) => !children.includes(s)),
                pack.categories,
              ).map(({ category, signs: own }) => (
                <section>
                  <h3 id={category.id}>{category.name}</h3>
                  <SignItems locale={locale} signs={own} />
                </section>
              ))}
              {children.length ? (
                <section>
                  <h3 id="children">{t('signs.children')}</h3>
                  <SignItems locale={locale} signs={children} />
                </section>
              ) : null}
            </section>
            <section class="flow">
              <h2 id="where">{t('signs.where')}</h2>
              <ul class="list">
                {sectors.map((s) => (
                  <li>
                    <a href={`/sectors/${s.id}`}>{s.name}</a>
                  </li>
                ))}
              </ul>
            </section>
            <Terms locale={locale} ids={text.terms} />
            <Rests locale={locale} signs={signs} />
          </div>
          <CheckAside locale={locale} />
        </div>
      </>
    ),
  }
}

export const typePages: PagesOf = ({ pack }) =>
  pack.types.map((type) => ({
    path: `/signs/types/${type.id}`,
    title: () => type.name,
    render: (context) => typePage(context, type),
  }))
