import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Slide } from '../../domain/training/slide.ts'
import { Details } from '../govuk/details.tsx'
import { SignItems } from '../pages/signs.tsx'
import type { Moment, Site } from '../site.ts'
import { partialDate } from '../words/when.ts'
import { Lines } from './lines.tsx'
import { nameOf, phoneOf } from './service.tsx'

type Of<T extends Slide['type']> = Extract<Slide, { type: T }>

/** A slide as somebody reads it: its title, what it shows, and its text to read. Null where it is for a room only. */
export const SlideSection = ({ moment, slide }: { moment: Moment; slide: Slide }) => {
  const shown = <Shown moment={moment} slide={slide} />
  if (slide.type === 'question' || slide.type === 'title') return null
  return (
    <section class="flow" aria-labelledby={slide.id}>
      <h2 id={slide.id}>{slide.title}</h2>
      {readFirst(slide) ? <Read site={moment.site} slide={slide} /> : null}
      {shown}
      {readFirst(slide) ? null : <Read site={moment.site} slide={slide} />}
    </section>
  )
}

/** Text that leads to what is shown stands before it; text about two lists, after them. */
const readFirst = ({ type }: Slide): boolean => type !== 'columns'

const Read = ({ site, slide }: { site: Site; slide: Slide }) =>
  slide.handbook ? <div class="prose">{raw(site.markdown.page(slide.handbook).html)}</div> : null

const Shown = ({ moment, slide }: { moment: Moment; slide: Slide }): Child => {
  const { site } = moment
  switch (slide.type) {
    case 'points':
    case 'end':
      return slide.handbook ? null : <Points site={site} points={slide.points} />
    case 'contacts':
      return slide.handbook ? null : <Points site={site} points={[...slide.points, ...slide.rows]} />
    case 'columns':
      return (
        <div class="columns">
          {[slide.left, slide.right].map(({ title, points }) => (
            <div class="flow">
              <h3>{title}</h3>
              <Points site={site} points={points} />
            </div>
          ))}
        </div>
      )
    case 'kinds':
      return <Kinds site={site} ids={slide.kinds} />
    case 'signs':
      return <SignItems site={site} signs={slide.signs.flatMap((id) => site.pack.indicators.filter((i) => i.id === id))} />
    case 'numbers':
      return <Lines moment={moment} ids={slide.services} classes="three" />
    case 'scenario':
      return <Scenario site={site} slide={slide} />
    case 'confidence':
      return <Confidence site={site} />
    case 'figures':
      return <Figures site={site} slide={slide} />
    case 'pathway':
      return <Pathway site={site} slide={slide} />
    case 'picture':
      return <p>{slide.caption}</p>
    default:
      return null
  }
}

const Points = ({ site, points }: { site: Site; points: readonly string[] }) => (
  <div class="prose">
    <ul>
      {points.map((point) => (
        <li>{raw(site.markdown.inline(point))}</li>
      ))}
    </ul>
  </div>
)

const Kinds = ({ site, ids }: { site: Site; ids: readonly string[] }) => (
  <dl class="who">
    {site.pack.types
      .filter((type) => ids.includes(type.id))
      .map((type) => (
        <div>
          <dt>
            <a href={`/signs/types/${type.id}`}>{type.name}</a>
          </dt>
          <dd>{type.summary}</dd>
        </div>
      ))}
  </dl>
)

/** The story, then each question with the answers to listen for folded away: one thinks first. */
const Scenario = ({ site, slide }: { site: Site; slide: Of<'scenario'> }) => (
  <>
    <div class="note flow">
      <p>{raw(site.markdown.inline(slide.text))}</p>
      <p class="small">{site.say('training.made-up')}</p>
    </div>
    {slide.questions.map(({ ask, expect }) => (
      <div class="flow">
        <h3>{ask}</h3>
        <Details summaryText={site.say('training.think')} html={<Points site={site} points={expect} />} />
      </div>
    ))}
  </>
)

const Confidence = ({ site }: { site: Site }) => {
  const { question, scale } = site.pack.course.confidence
  return (
    <>
      <p class="lead">{question}</p>
      <p>{site.say('training.scale', { scale: scale.join(' · ') })}</p>
    </>
  )
}

const Figures = ({ site, slide }: { site: Site; slide: Of<'figures'> }) => {
  const { say, pack } = site
  const rows = slide.rows.flatMap(({ label, figure: id }) => {
    const figure = pack.figures.find((f) => f.id === id)
    return figure && figure.value !== 'unknown' ? [{ label, figure, value: figure.value }] : []
  })
  const sources = new Map(rows.map(({ figure }) => [figure.source, figure.source_date]))
  return (
    <>
      <dl class="pairs">
        {rows.map(({ label, figure, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{figure.unit === 'percent' ? say('training.percent', { value }) : value.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      <p>{slide.note}</p>
      <p class="small">
        {[...sources]
          .map(([id, date]) =>
            say('training.figures-from', {
              source: pack.sources.find((s) => s.id === id)?.title ?? id,
              date: date === 'unknown' ? say('site.not-known') : partialDate(date),
            }),
          )
          .join(' ')}
      </p>
    </>
  )
}

/** Two questions that come first, then the lanes side by side. */
const Pathway = ({ site, slide }: { site: Site; slide: Of<'pathway'> }) => (
  <>
    <Steps site={site} steps={slide.first.map((text) => ({ text }))} />
    <div class="columns">
      {slide.lanes.map(({ title, steps }) => (
        <div class="flow">
          <h3>{title}</h3>
          <Steps site={site} steps={steps} />
        </div>
      ))}
    </div>
  </>
)

const Steps = ({ site, steps }: { site: Site; steps: readonly { text: string; services?: string[] | undefined }[] }) => (
  <ol class="steps">
    {steps.map(({ text, services }) => (
      <li>
        <span>
          {raw(site.markdown.inline(text))}
          {(services ?? []).map((id) => (
            <Ring site={site} id={id} />
          ))}
        </span>
      </li>
    ))}
  </ol>
)

const Ring = ({ site, id }: { site: Site; id: string }) => {
  const service = site.services.get(id)
  const phone = service && phoneOf(service)
  return (
    <>
      <br />
      <span class="small">
        {nameOf(site, id)}
        {phone ? raw(` ${site.markdown.inline(phone.display)}`) : null}
      </span>
    </>
  )
}
