import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { unpublished } from '../../../domain/signs/lists.ts'
import type { Sector } from '../../../domain/signs/signs.ts'
import { SourceList } from '../../components/checked.tsx'
import { Drawing } from '../../components/drawing.tsx'
import { NamedFile } from '../../components/file-link.tsx'
import { ForWork } from '../../components/for-work.tsx'
import { NumberStrip } from '../../components/numbers.tsx'
import { Tell } from '../../components/tell.tsx'
import { WhereFrom } from '../../components/where-from.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import { Intro, Masthead } from '../layout/masthead.tsx'
import type { Page, PageContent, PagesOf } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'

const sectorList = (context: RenderContext): PageContent => {
  const { locale } = context
  const text = locale.pack.pages.get('sectors')
  return {
    description: text?.description ?? '',
    nav: 'sectors',
    exit: true,
    rest: true,
    above: <NumberStrip context={context} />,
    body: (
      <>
        <Intro locale={locale} id="sectors" />
        <div class="wrap body">
          <div class="stack">
            <ForWork locale={locale} />
            <PlaceCards locale={locale} sectors={locale.pack.sectors} />
            <TrainingLink locale={locale} />
          </div>
        </div>
      </>
    ),
  }
}

export const sectorsPage: Page = {
  path: '/sectors',
  title: titleOfText('sectors'),
  render: sectorList,
  menu: { id: 'sectors', top: 3, foot: 3 },
}

/** The way to the course, for whoever wants to know more. */
const TrainingLink = ({ locale }: { locale: Locale }) => (
  <p class="note screen">
    <a href="/training">{locale.t('training.link')}</a>
    <br />
    {locale.t('training.link-text')}
    <br />
    <a href="/resources#places">{locale.t('sector.sheets')}</a>
  </p>
)

export const PlaceCards = ({ locale, sectors }: { locale: Locale; sectors: readonly Sector[] }) => (
  <ul class="places">
    {sectors.map((sector) => (
      <li>
        <a class="place" href={`/sectors/${sector.id}`}>
          <Drawing locale={locale} name={sector.id} />
          <span>{sector.name}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** A setting: signs, what to do and not to do, and whom to tell. It prints on one sheet. */
const sectorPage = (context: RenderContext, sector: Sector): PageContent => {
  const { locale } = context
  const { t, pack, markdown } = locale
  const text = (words: string) => raw(markdown.inline(words))
  return {
    description: sector.lead,
    nav: 'sectors',
    exit: true,
    rest: true,
    above: <NumberStrip context={context} />,
    body: (
      <>
        <Masthead
          locale={locale}
          title={sector.name}
          lead={sector.lead}
          drawing={sector.id}
          back={
            <a class="back" href="/sectors">
              {t('sector.all')}
            </a>
          }
        />
        <div class="wrap body two">
          <div class="stack">
            <Yourself locale={locale} />
            <AtWork locale={locale} />
            <section>
              <h2 id="see">{t('sector.see')}</h2>
              <ul class="signs">
                {sector.signs.map((sign) => (
                  <li>
                    <span>{sign}</span>
                  </li>
                ))}
              </ul>
              <p class="note">{t('signs.nothing')}</p>
            </section>
            <section>
              <h2 id="do">{t('sector.do')}</h2>
              <ol class="steps">
                {pack.common.do.map((step) => (
                  <li>
                    <span>{text(step)}</span>
                  </li>
                ))}
              </ol>
            </section>
            <section>
              <h2 id="dont">{t('sector.dont')}</h2>
              <ul class="dont">
                {pack.common.dont.map((step) => (
                  <li>{text(step)}</li>
                ))}
              </ul>
            </section>
            <Part locale={locale} sector={sector} />
            <Types locale={locale} sector={sector} />
            <p class="screen">
              <NamedFile context={context} file={`leaflet-${sector.id}.pdf`}>
                {t('sector.sheet')}
              </NamedFile>
            </p>
            <Sources locale={locale} sector={sector} />
          </div>
          <Tell context={context} sector={sector} />
        </div>
      </>
    ),
  }
}

export const sectorPages: PagesOf = ({ pack }) =>
  pack.sectors.map((sector) => ({
    path: `/sectors/${sector.id}`,
    title: () => sector.name,
    render: (context) => sectorPage(context, sector),
  }))

/** For the worker who finds their own place here. Not on paper: nobody can press it there, and the sheet is full. */
const Yourself = ({ locale }: { locale: Locale }) => (
  <p class="screen">
    {locale.t.rich('sector.yourself', {
      help: (inner: Child) => <a href="/get-help">{inner}</a>,
      rights: (inner: Child) => <a href="/your-rights">{inner}</a>,
    })}
  </p>
)

/** The way to the pathway, for staff who have the person before them. On paper its address is written out: nobody can press it there. */
const AtWork = ({ locale }: { locale: Locale }) => (
  <p class="note at-work">
    <b class="screen">{raw(locale.markdown.inline(locale.pack.common.do[0] ?? ''))}</b> <b>{locale.t('sector.work')}:</b>{' '}
    <span class="screen">{locale.t('sector.lead-first')}</span>{' '}
    {locale.t.rich('sector.work-pathway', {
      a: (inner: Child) => (
        <a href="/pathway" data-address={`${locale.site.publishing.origin}/pathway`}>
          {inner}
        </a>
      ),
    })}
  </p>
)

const Part = ({ locale, sector }: { locale: Locale; sector: Sector }) => {
  const text = (words: string) => raw(locale.markdown.inline(words))
  const [roles, all] = [sector.do.filter((d) => d.who), sector.do.filter((d) => !d.who)]
  return (
    <section class="flow">
      <h2 id="part">{locale.t('sector.part')}</h2>
      {roles.length ? (
        <dl class="who">
          {roles.map((advice) => (
            <div>
              <dt>{advice.who}</dt>
              <dd>{text(advice.text)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {all.map((advice) => (
        <p>{text(advice.text)}</p>
      ))}
    </section>
  )
}

const Types = ({ locale, sector }: { locale: Locale; sector: Sector }) => {
  const types = locale.pack.types.filter((t) => sector.exploitation.includes(t.id))
  return (
    <section class="flow screen">
      <h2 id="types">{locale.t('sector.types')}</h2>
      <ul class="list">
        {types.map((type) => (
          <li>
            <a href={`/signs/types/${type.id}`}>{type.name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Not on paper: the sheet is full, and the leaflet of the place names its sources. */
const Sources = ({ locale, sector: { sources } }: { locale: Locale; sector: Sector }) => (
  <div class="screen">
    <WhereFrom locale={locale}>
      {sources.includes(unpublished) ? <p class="small">{locale.t('sector.general')}</p> : null}
      <SourceList sources={locale.pack.sources.filter(({ id }) => sources.includes(id) && id !== unpublished)} />
    </WhereFrom>
  </div>
)
