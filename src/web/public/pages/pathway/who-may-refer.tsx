import { raw } from 'hono/html'
import type { WordId } from '../../../../content/word-ids.ts'
import type { FirstResponder, Partner } from '../../../../domain/people/partnership.ts'
import { partialDate } from '../../../../format/when.ts'
import { Checked } from '../../../components/checked.tsx'
import { Terms } from '../../../components/terms.tsx'
import type { Locale, RenderContext } from '../../../context/types.ts'
import { Masthead } from '../../layout/masthead.tsx'
import type { Page, PageContent } from '../../layout/page.ts'
import { titleOfText } from '../../layout/title-of-text.ts'
import { pathwayAddress, pathwayOf } from './frame.tsx'

/** First Responder Organisations, who has the Duty to Notify, who decides: from the pack, dated, with how sure it is. */
const whoMayRefer = ({ locale }: RenderContext): PageContent => {
  const page = locale.pack.pages.get('who-may-refer')
  const { html, terms } = locale.markdown.page(page?.body ?? '')
  const { t, pack } = locale
  return {
    description: page?.description ?? '',
    exit: true,
    rest: true,
    sheet: 'beside',
    body: (
      <>
        <Masthead locale={locale} title={page?.title} lead={page?.lead} />
        <div class="wrap body stack">
          <section class="flow">
            <h2 id="here">{t('who.here', { area: pack.partnership.area })}</h2>
            <Table locale={locale} rows={partnersOf(pack.partners)} own />
          </section>
          <section class="flow">
            <h2 id="national">{t('who.national')}</h2>
            <Table locale={locale} rows={pack.firstResponders.map((row) => ({ ...row, fro: true }))} />
          </section>
          <div class="prose">{raw(html)}</div>
          {page ? <Checked locale={locale} of={page} text={page.body} /> : null}
          <Terms locale={locale} ids={terms} />
        </div>
      </>
    ),
  }
}

export const whoMayReferPage: Page = {
  path: `${pathwayAddress}/who-may-refer`,
  title: titleOfText('who-may-refer'),
  render: whoMayRefer,
}

/** Bodies that have not ended, those that may refer first. */
const partnersOf = (partners: readonly Partner[]): Row[] =>
  partners
    .filter(({ valid_to, checked }) => valid_to === undefined || valid_to >= checked)
    .toSorted((a, b) => Number(b.fro) - Number(a.fro))

type Row = Pick<Partner, 'id' | 'name' | 'fro' | 'duty_to_notify' | 'source_date'> & {
  sure: Partner['sure'] | FirstResponder['sure']
  /** Where it may refer; a partner is told of in its own area. */
  nations?: FirstResponder['nations'] | undefined
}

/** Where it may refer, for a body that may not everywhere: Health and Social Care Trusts in Northern Ireland, councils not there. */
const onlyIn = (locale: Locale, nations: FirstResponder['nations'] | undefined): string | null => {
  const { flow, words } = pathwayOf(locale)
  const all = flow.givens.find(({ id }) => id === 'nation')?.options ?? []
  if (!nations || nations.length === all.length) return null
  const names = nations.map((nation) => words.entries.get('nation')?.options?.[nation] ?? nation)
  return locale.t('who.only-in', { nations: new Intl.ListFormat(locale.t.locale).format(names) })
}

const Table = ({
  locale,
  rows,
  own = false,
}: {
  locale: Locale
  rows: readonly (Omit<Row, 'source_date'> & { source_date?: string | undefined })[]
  /** A body may stand in both tables: the first one's rows can be linked to. */
  own?: boolean
}) => {
  const { t } = locale
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('who.body')}</th>
          <th scope="col">{t('who.refer')}</th>
          <th scope="col">{t('who.duty')}</th>
          <th scope="col">{t('who.sure')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, fro, duty_to_notify: duty, sure, source_date: date, nations }) => (
          <tr id={own ? id : undefined}>
            <th scope="row">
              {name}
              {onlyIn(locale, nations) ? <span class="small">{onlyIn(locale, nations)}</span> : null}
            </th>
            <td>{t(fro ? 'who.yes' : 'who.no')}</td>
            <td>{t(dutyWords(duty))}</td>
            <td>
              {t('campaigns.how-sure', { sure })}
              {date && date !== 'unknown' ? `, ${partialDate(date)}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const dutyWords = (duty: Partner['duty_to_notify']): WordId => {
  if (duty === true) return 'who.yes'
  if (duty === false) return 'who.no'
  return duty === 'by-policy' ? 'who.by-policy' : duty === 'inherited' ? 'who.inherited' : 'who.unknown'
}
