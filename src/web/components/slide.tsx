import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Slide } from '../../domain/training/slide.ts'
import { figuresOn, isRead, kindsOn, pathwayOn, readsFirst, signsOn } from '../../format/slide.ts'
import type { Moment, Site } from '../context/site.ts'
import { Details } from '../govuk/details.tsx'
import { SignItems } from '../public/pages/signs.tsx'
import { Lines } from './lines.tsx'
import { nameOf, phoneOf } from './service.tsx'

type Of<T extends Slide['type']> = Extract<Slide, { type: T }>

/** A slide as somebody reads it: its title, what it shows, and its text to read. Null where it is for a room only. */
export const SlideSection = ({ moment, slide }: { moment: Moment; slide: Slide }) => {
  const shown = <Shown moment={moment} slide={slide} />
  if (!isRead(slide)) return null
  return (
    <section class="flow" aria-labelledby={slide.id}>
      <h2 id={slide.id}>{slide.title}</h2>
      {readsFirst(slide) ? <Read site={moment.site} slide={slide} /> : null}
      {shown}
      {readsFirst(slide) ? null : <Read site={moment.site} slide={slide} />}
    </section>
  )
}

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
      return <Kinds site={site} slide={slide} />
    case 'signs':
      return <SignItems site={site} signs={signsOn(site.pack, slide)} />
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

const Kinds = ({ site, slide }: { site: Site; slide: Of<'kinds'> }) => (
  <dl class="who">
    {kindsOn(site.pack, slide).map((type) => (
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
  const { rows, sources } = figuresOn(site.pack, site.say, slide)
  return (
    <>
      <dl class="pairs">
        {rows.map(({ label, said }) => (
          <div>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p>{slide.note}</p>
      <p class="small">{sources}</p>
    </>
  )
}

/** What comes first, then the ways of the pathway side by side. */
const Pathway = ({ site, slide }: { site: Site; slide: Of<'pathway'> }) => {
  const { first, lanes } = pathwayOn(site.pack, site.say, slide)
  return (
    <>
      <Steps site={site} steps={first.map((text) => ({ text }))} />
      <div class="columns">
        {lanes.map(({ title, steps }) => (
          <div class="flow">
            <h3>{title}</h3>
            <Steps site={site} steps={steps} />
          </div>
        ))}
      </div>
    </>
  )
}

const Steps = ({ site, steps }: { site: Site; steps: readonly { text: string; services?: readonly string[] | undefined }[] }) => (
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
