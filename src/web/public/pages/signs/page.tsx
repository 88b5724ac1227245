import { raw } from 'hono/html'
import { byCategory, forChildren, generalKnowledgeOnly } from '../../../../domain/signs/lists.ts'
import type { ExploitationType, Indicator } from '../../../../domain/signs/signs.ts'
import { Drawing } from '../../../components/drawing.tsx'
import { SignItems } from '../../../components/sign-items.tsx'
import { Terms } from '../../../components/terms.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Intro, Masthead } from '../../layout/masthead.tsx'
import type { Page, PageContent, PagesOf } from '../../layout/page.ts'
import { titleOfText } from '../../layout/title-of-text.ts'

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

const Rests = ({ locale, signs }: { locale: Locale; signs: readonly Indicator[] }) => {
  const { t, pack } = locale
  const used = new Set(signs.flatMap((s) => s.sources))
  const general = generalKnowledgeOnly(signs).length
  return (
    <section class="flow" aria-labelledby="rests">
      <h2 id="rests">{t('signs.sources')}</h2>
      {general ? <p>{t('signs.unchecked', { count: general })}</p> : null}
      <ul class="prose-list small">
        {pack.sources
          .filter((s) => used.has(s.id))
          .map((s) => (
            <li>
              {s.title}
              {s.note ? `. ${s.note}` : null}
            </li>
          ))}
      </ul>
    </section>
  )
}

const CheckAside = ({ locale }: { locale: Locale }) => (
  <aside class="side flow" aria-labelledby="check">
    <div class="aside flow">
      <h2 id="check">{locale.t('home.check')}</h2>
      <p>{locale.t(locale.site.publishing.static ? 'still.check' : 'home.check-text')}</p>
      <p>
        <a class="govuk-button govuk-button--secondary" href="/signs/check">
          {locale.t('signs.check')}
        </a>
      </p>
    </div>
    <p class="note">{locale.t('signs.nothing')}</p>
  </aside>
)

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
            <section class="groups" aria-labelledby="signs">
              <h2 id="signs">{t('signs.of-type')}</h2>
              {byCategory(
                signs.filter((s) => !children.includes(s)),
                pack.categories,
              ).map(({ category, signs: own }) => (
                <section aria-labelledby={category.id}>
                  <h3 id={category.id}>{category.name}</h3>
                  <SignItems locale={locale} signs={own} />
                </section>
              ))}
              {children.length ? (
                <section aria-labelledby="children">
                  <h3 id="children">{t('signs.children')}</h3>
                  <SignItems locale={locale} signs={children} />
                </section>
              ) : null}
            </section>
            <section class="flow" aria-labelledby="where">
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
