import { raw } from 'hono/html'
import type { Way } from '../../../domain/page.ts'
import { Checked } from '../../components/checked.tsx'
import { ForWork } from '../../components/for-work.tsx'
import { Lines } from '../../components/lines.tsx'
import { Terms } from '../../components/terms.tsx'
import type { Moment } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import { Danger } from './get-help.tsx'
import { Intro, Masthead } from './intro.tsx'

/** The ways to report today, by who and how urgent. */
export const reportPage = (moment: Moment): PageParts => waysPage(moment, 'report', moment.site.pack.reportWays)

/** Support that a person can get, each kind with its source. */
export const supportPage = (moment: Moment): PageParts => waysPage(moment, 'support', moment.site.pack.support)

const waysPage = (moment: Moment, id: 'report' | 'support', ways: readonly Way[]): PageParts => {
  const { site } = moment
  const text = site.pack.pages.get(id)
  const shown = ways.filter((way) => way.id !== 'danger-now')
  const terms = shown.flatMap((way) => site.markdown.page(way.text).terms)
  return {
    title: text?.history_title ?? text?.title ?? '',
    harmless: true,
    description: text?.description ?? '',
    path: `/${id}`,
    nav: id,
    exit: true,
    rest: true,
    body: (
      <>
        {id === 'report' ? (
          <>
            <Masthead site={site} title={text?.title} lead={text?.lead} />
            <div class="wrap body">
              <Danger site={site} />
              <div class="prose intro">{raw(site.markdown.page(text?.body ?? '').html)}</div>
            </div>
          </>
        ) : (
          <Intro site={site} id={id} />
        )}
        <div class="wrap body stack">
          <section aria-labelledby="ways">
            <h2 id="ways">{site.say(id === 'report' ? 'report.ways' : 'support.kinds')}</h2>
            {id === 'report' ? <p>{site.say('report.later')}</p> : null}
            {id === 'report' ? <ForWork site={site} /> : null}
            <nav class="jump" aria-label={site.say('site.on-this-page')}>
              <ul class="list">
                {shown.map((way) => (
                  <li>
                    <a href={`#${way.id}`}>{way.title}</a>
                  </li>
                ))}
              </ul>
            </nav>
            {shown.map((way) => (
              <WayEntry moment={moment} way={way} />
            ))}
          </section>
          <Terms site={site} ids={[...new Set(terms)]} />
        </div>
      </>
    ),
  }
}

const WayEntry = ({ moment, way }: { moment: Moment; way: Way }) => {
  const { site } = moment
  return (
    <section class="entry two-thirds" aria-labelledby={way.id}>
      <div class="flow">
        <h3 id={way.id}>{way.title}</h3>
        <div class="prose">{raw(site.markdown.page(way.text).html)}</div>
        <Checked site={site} of={way} text={way.text} />
      </div>
      {way.services.length ? <Lines moment={moment} ids={way.services} classes="lines" level={4} /> : null}
    </section>
  )
}
