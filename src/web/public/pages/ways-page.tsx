import { raw } from 'hono/html'
import type { Way } from '../../../domain/page.ts'
import { CheckedParts, Unsure } from '../../components/checked.tsx'
import { ForWork } from '../../components/for-work.tsx'
import { Lines } from '../../components/lines.tsx'
import { NumberStrip } from '../../components/numbers.tsx'
import { Terms } from '../../components/terms.tsx'
import type { RenderContext } from '../../context/types.ts'
import { Intro, Masthead } from '../layout/masthead.tsx'
import type { PageContent } from '../layout/page.ts'
import { Danger } from './get-help/danger.tsx'

/** Ways to go, each with what it is and its lines, and where all of them come from at the end: to report, or to be supported. */
export const waysPage = (context: RenderContext, id: 'report' | 'support', ways: readonly Way[]): PageContent => {
  const { locale } = context
  const text = locale.pack.pages.get(id)
  const shown = ways.filter((way) => way.id !== 'danger-now')
  const terms = shown.flatMap((way) => locale.markdown.page(way.text).terms)
  return {
    harmless: true,
    description: text?.description ?? '',
    nav: id,
    exit: true,
    rest: true,
    above: id === 'support' ? <NumberStrip context={context} /> : null,
    body: (
      <>
        {id === 'report' ? (
          <>
            <Masthead locale={locale} title={text?.title} lead={text?.lead} />
            <div class="wrap body">
              <Danger locale={locale} />
              <div class="prose intro">{raw(locale.markdown.page(text?.body ?? '').html)}</div>
            </div>
          </>
        ) : (
          <Intro locale={locale} id={id} />
        )}
        <div class="wrap body stack">
          <section>
            <h2 id="ways">{locale.t(id === 'report' ? 'report.ways' : 'support.kinds')}</h2>
            {id === 'report' ? <p>{locale.t('report.later')}</p> : null}
            {id === 'report' ? <ForWork locale={locale} /> : null}
            <nav class="jump" aria-label={locale.t('site.on-this-page')}>
              <ul class="list">
                {shown.map((way) => (
                  <li>
                    <a href={`#${way.id}`}>{way.title}</a>
                  </li>
                ))}
              </ul>
            </nav>
            {shown.map((way) => (
              <WayEntry context={context} way={way} />
            ))}
          </section>
          <Terms locale={locale} ids={[...new Set(terms)]} />
          <CheckedParts locale={locale} parts={shown} />
        </div>
      </>
    ),
  }
}

const WayEntry = ({ context, way }: { context: RenderContext; way: Way }) => {
  const { locale } = context
  return (
    <section class="entry two-thirds">
      <div class="flow">
        <h3 id={way.id}>{way.title}</h3>
        <div class="prose">{raw(locale.markdown.page(way.text).html)}</div>
        <Unsure locale={locale} of={way} />
      </div>
      {way.services.length ? <Lines context={context} ids={way.services} classes="lines" level={4} /> : null}
    </section>
  )
}
