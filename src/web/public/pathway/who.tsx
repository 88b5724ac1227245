import { raw } from 'hono/html'
import type { WordId } from '../../../content/word-ids.ts'
import type { FirstResponder, Partner } from '../../../domain/people/partnership.ts'
import { Checked } from '../../components/checked.tsx'
import { Terms } from '../../components/terms.tsx'
import type { Moment, Site } from '../../context/site.ts'
import { partialDate } from '../../words/when.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Masthead } from '../pages/intro.tsx'
import { pathwayAddress, pathwayOf } from './frame.tsx'

export const whoAddress = `${pathwayAddress}/who-may-refer`

/** First Responder Organisations, who has the Duty to Notify, who decides: from the pack, dated, with how sure it is. */
export const whoMayRefer = ({ site }: Moment): PageParts => {
  const page = site.pack.pages.get('who-may-refer')
  const { html, terms } = site.markdown.page(page?.body ?? '')
  const { say, pack } = site
  return {
    title: page?.title ?? '',
    description: page?.description ?? '',
    path: whoAddress,
    exit: true,
    rest: true,
    sheet: 'beside',
    body: (
      <>
        <Masthead site={site} title={page?.title} lead={page?.lead} />
        <div class="wrap body stack">
          <section class="flow" aria-labelledby="here">
            <h2 id="here">{say('who.here', { area: pack.partnership.area })}</h2>
            <Table site={site} rows={partnersOf(pack.partners)} own />
          </section>
          <section class="flow" aria-labelledby="national">
            <h2 id="national">{say('who.national')}</h2>
            <Table site={site} rows={pack.firstResponders.map((row) => ({ ...row, fro: true }))} />
          </section>
          <div class="prose">{raw(html)}</div>
          {page ? <Checked site={site} of={page} text={page.body} /> : null}
          <Terms site={site} ids={terms} />
        </div>
      </>
    ),
  }
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
const onlyIn = (site: Site, nations: FirstResponder['nations'] | undefined): string | null => {
  const { flow, words } = pathwayOf(site)
  const all = flow.givens.find(({ id }) => id === 'nation')?.options ?? []
  if (!nations || nations.length === all.length) return null
  const names = nations.map((nation) => words.entries.get('nation')?.options?.[nation] ?? nation)
  return site.say('who.only-in', { nations: new Intl.ListFormat(site.say.locale).format(names) })
}

const Table = ({
  site,
  rows,
  own = false,
}: {
  site: Site
  rows: readonly (Omit<Row, 'source_date'> & { source_date?: string | undefined })[]
  /** A body may stand in both tables: the first one's rows can be linked to. */
  own?: boolean
}) => {
  const { say } = site
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{say('who.body')}</th>
          <th scope="col">{say('who.refer')}</th>
          <th scope="col">{say('who.duty')}</th>
          <th scope="col">{say('who.sure')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, fro, duty_to_notify: duty, sure, source_date: date, nations }) => (
          <tr id={own ? id : undefined}>
            <th scope="row">
              {name}
              {onlyIn(site, nations) ? <span class="small">{onlyIn(site, nations)}</span> : null}
            </th>
            <td>{say(fro ? 'who.yes' : 'who.no')}</td>
            <td>{say(dutyWords(duty))}</td>
            <td>
              {say('campaigns.how-sure', { sure })}
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
