import { claimsOf } from '../../../content/claims.ts'
import { longDate } from '../../../format/when.ts'
import { SourceList } from '../../components/checked.tsx'
import { ReleaseHead, ReleaseTables } from '../../components/figures/release-tables.tsx'
import { WhereFrom } from '../../components/where-from.tsx'
import type { Locale, RenderContext } from '../../context/types.ts'
import type { Page, PageContent } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'
import { titleOfText } from '../layout/title-of-text.ts'

export const dataAddress = '/data'

/** What was released of the training register, charts and tables; and what was said before there was one, apart from it. */
const data = (context: RenderContext): PageContent => ({
  ...textPage(context, 'data', {
    nav: 'training',
    below: (
      <>
        <Released locale={context.locale} />
        <Claims locale={context.locale} />
      </>
    ),
  }),
  sheet: 'data',
})

export const dataPage: Page = {
  path: dataAddress,
  title: titleOfText('data'),
  render: data,
  holds: 'minute',
}

const Released = ({ locale }: { locale: Locale }) => {
  const { t, site } = locale
  if (site.publishing.static) return <p class="note">{t('data.static')}</p>
  const released = site.released()
  if (released && released !== 'none')
    return (
      <>
        <ReleaseHead locale={locale} release={released} />
        <ReleaseTables locale={locale} release={released} />
      </>
    )

  return (
    <section class="flow">
      <h2 id="figures">{released ? t('data.none') : t('data.unknown')}</h2>
      <p>{released ? t('data.none-text') : t('data.unknown-text')}</p>
    </section>
  )
}

/** Dated claims stand beside what is counted, and are never added to it. */
const Claims = ({ locale }: { locale: Locale }) => {
  const { t, pack } = locale
  const claims = claimsOf(pack)
  if (!claims.length) return null
  const sources = new Set(claims.map(({ source }) => source))
  return (
    <section class="flow">
      <h2 id="claims">{t('data.claims')}</h2>
      <p>{t('data.claims-text')}</p>
      <dl class="pairs">
        {claims.map(({ measure, qualifier = '', value, unit, from, to }) => (
          <div>
            <dt>
              {t('about.figure-when', {
                what: t(`measure.${measure}`),
                from: longDate(Temporal.PlainDate.from(from)),
                to: longDate(Temporal.PlainDate.from(to)),
              })}
            </dt>
            <dd>
              {qualifier ? `${qualifier} ` : ''}
              {value.toLocaleString('en-GB')} {unit}
            </dd>
          </div>
        ))}
      </dl>
      <WhereFrom locale={locale}>
        <SourceList sources={pack.sources.filter(({ id }) => sources.has(id))} />
      </WhereFrom>
    </section>
  )
}
