import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Slide } from '../../../domain/training/slide.ts'
import type { PackLocale } from '../../../format/locale.ts'
import type { makeMarkdown } from '../../../format/markdown.ts'
import { figuresOn, isRead, kindsOn, type PictureOn, pathwayOn, readingOf, readsFirst, signsOn } from '../../../format/slide.ts'
import { drawingOf } from '../../shared/paper/drawing.ts'
import { lineOf, servicesOf } from '../../shared/paper/lines.ts'
import type { Run } from '../../shared/paper/runs.ts'

type Of<T extends Slide['type']> = Extract<Slide, { type: T }>

/** What words are told with. */
export type Telling = { locale: PackLocale; markdown: ReturnType<typeof makeMarkdown>; now: Temporal.Instant; origin: string }

export const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map((run) => {
      if (typeof run === 'string') return run
      if ('b' in run) return <b>{run.b}</b>
      return 'n' in run ? <bdi>{run.n}</bdi> : <a href={run.a}>{run.t}</a>
    })}
  </>
)

/** A slide as somebody reads it alone. Null where it is for a room only. Words that it explains lie at the foot of their part. */
export const SlideText = ({ telling, slide, part }: { telling: Telling; slide: Slide; part: string }): Child => {
  if (!isRead(slide)) return null
  const read = slide.handbook ? raw(telling.markdown.page(slide.handbook).html.replaceAll('href="#term-', `href="#${part}-term-`)) : null
  return (
    <section class="slide" aria-labelledby={`${part}-${slide.id}`}>
      <h3 id={`${part}-${slide.id}`}>{slide.title}</h3>
      <Scene telling={telling} slide={slide} />
      {readsFirst(slide) ? read : null}
      <Shown telling={telling} slide={slide} />
      {readsFirst(slide) ? null : read}
    </section>
  )
}

const Shown = ({ telling, slide }: { telling: Telling; slide: Slide }): Child => {
  const { locale, markdown } = telling
  const { t, pack } = locale
  switch (slide.type) {
    case 'points':
    case 'end':
      return <Points telling={telling} points={slide.points} />
    case 'contacts':
      return <Points telling={telling} points={[...slide.points, ...slide.rows]} />
    case 'columns':
      return <Columns lists={[slide.left, slide.right].map(({ title, points }) => [title, <Points telling={telling} points={points} />])} />
    case 'kinds':
      return (
        <dl>
          {kindsOn(pack, slide).map(({ name, summary }) => (
            <div>
              <dt>{name}</dt>
              <dd>{summary}</dd>
            </div>
          ))}
        </dl>
      )
    case 'signs':
      return <Points telling={telling} points={signsOn(pack, slide).map(({ text }) => text)} />
    case 'numbers':
      return <Numbers telling={telling} ids={slide.services} />
    case 'scenario':
      return <Scenario telling={telling} slide={slide} />
    case 'confidence':
      return (
        <>
          <p class="lead">{pack.course.confidence.question}</p>
          <p>{t('training.scale', { scale: pack.course.confidence.scale.join(' · ') })}</p>
        </>
      )
    case 'figures':
      return <Figures locale={locale} slide={slide} />
    case 'pathway': {
      const { first, lanes } = pathwayOn(pack, t, slide)
      return (
        <>
          <Steps telling={telling} steps={first.map((text) => ({ text }))} />
          <Columns lists={lanes.map(({ title, steps }) => [title, <Steps telling={telling} steps={steps} />])} />
        </>
      )
    }
    case 'picture':
      return <p>{raw(markdown.inline(slide.caption))}</p>
    case 'title':
    case 'part':
    case 'question':
      return null
    default:
      return <Told telling={telling} slide={slide} />
  }
}

/** What a slide says that a picture carries. */
const Told = ({ telling, slide }: { telling: Telling; slide: Parameters<typeof readingOf>[2] }) => {
  const { locale, markdown } = telling
  const { above, items, columns, below } = readingOf(locale.pack, locale.t, slide)
  const words = (texts: readonly string[]) => texts.map((text) => <p>{raw(markdown.inline(text))}</p>)
  const rows = (items?.rows ?? []).map(({ name, text }) => (
    <li>
      {name ? <b>{name}</b> : null} {raw(markdown.inline(text))}
    </li>
  ))
  return (
    <>
      {words(above)}
      {rows.length ? items?.ordered ? <ol>{rows}</ol> : <ul>{rows}</ul> : null}
      {columns.length ? (
        <Columns lists={columns.map(({ title, points }) => [title, <Points telling={telling} points={points} />])} />
      ) : null}
      {words(below)}
    </>
  )
}

/** The picture of a slide, with its numbers on it; three of a case side by side. Drawings of one thing are left to the room. */
const Scene = ({ telling: { locale }, slide }: { telling: Telling; slide: Slide }) => {
  if (slide.type === 'scenario' && slide.pictures)
    return (
      <ol class="story">
        {slide.pictures.map(({ text, ...picture }) => (
          <li>
            {picturedIn(locale, picture)}
            {text}
          </li>
        ))}
      </ol>
    )
  if (slide.type === 'tiles' || slide.type === 'title' || slide.type === 'question') return null
  if (slide.type === 'scenario') return slide.scene ? picturedIn(locale, slide, slide.scene.spots) : null
  if (!('drawing' in slide) || !slide.drawing || !slide.alt) return null
  return picturedIn(locale, { drawing: slide.drawing, alt: slide.alt }, slide.type === 'spot' ? slide.spots : [])
}

const picturedIn = ({ pack }: PackLocale, { drawing, alt }: PictureOn, spots: readonly { x: number; y: number }[] = []) => {
  const svg = drawingOf(pack, drawing)
  const [, , w = 0, h = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(/[\s,]+/).map(Number)
  const discs = spots.map(({ x, y }, n) => {
    const [cx, cy] = [Math.round(x * w) / 100, Math.round(y * h) / 100]
    return `<g class="spot"><circle cx="${cx}" cy="${cy}" r="11"/><text x="${cx}" y="${cy + 5}">${n + 1}</text></g>`
  })
  return (
    <div class="scene" role="img" aria-label={alt}>
      {raw(svg.replace('</svg>', `${discs.join('')}</svg>`).replace('<svg ', '<svg aria-hidden="true" '))}
    </div>
  )
}

const Points = ({ telling: { markdown }, points }: { telling: Telling; points: readonly string[] }) => (
  <ul>
    {points.map((point) => (
      <li>{raw(markdown.inline(point))}</li>
    ))}
  </ul>
)

const Columns = ({ lists }: { lists: readonly (readonly [string, Child])[] }) => (
  <div class="columns">
    {lists.map(([title, list]) => (
      <div>
        <h4>{title}</h4>
        {list}
      </div>
    ))}
  </div>
)

/** Lines with their regular hours: a package lies in a learning system for months, so no state of this minute stands in it. */
const Numbers = ({ telling, ids }: { telling: Telling; ids: readonly string[] }) => {
  const { locale, markdown, now } = telling
  return (
    <dl>
      {servicesOf(locale, ids, now).map((service) => {
        const { name, number, hours, about } = lineOf(locale, service, now)
        return (
          <div>
            <dt>
              {name} {number ? raw(markdown.inline(number)) : null}
            </dt>
            <dd>
              {hours}
              <br />
              {about}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const Scenario = ({ telling, slide }: { telling: Telling; slide: Of<'scenario'> }) => {
  const { locale, markdown } = telling
  return (
    <>
      <div class="note">
        <p>{raw(markdown.inline(slide.text))}</p>
        <p class="small">{locale.t('training.made-up')}</p>
      </div>
      {slide.questions.map(({ ask, expect }) => (
        <>
          <h4>{ask}</h4>
          <details>
            <summary>{locale.t('training.think')}</summary>
            <Points telling={telling} points={expect} />
          </details>
        </>
      ))}
    </>
  )
}

const Figures = ({ locale: { t, pack }, slide }: { locale: PackLocale; slide: Of<'figures'> }) => {
  const { rows, sources } = figuresOn(pack, t, slide)
  return (
    <>
      <dl>
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

const Steps = ({ telling, steps }: { telling: Telling; steps: readonly { text: string; services?: readonly string[] | undefined }[] }) => {
  const { locale, markdown, now } = telling
  return (
    <ol>
      {steps.map(({ text, services }) => (
        <li>
          {raw(markdown.inline(text))}
          {servicesOf(locale, services ?? [], now).map((service) => {
            const { name, number } = lineOf(locale, service, now)
            return (
              <>
                <br />
                <span class="small">
                  {name} {number ? raw(markdown.inline(number)) : null}
                </span>
              </>
            )
          })}
        </li>
      ))}
    </ol>
  )
}

/** The words that a part explains, at its foot. */
export const Terms = ({ locale: { t, pack }, part, ids }: { locale: PackLocale; part: string; ids: readonly string[] }) => {
  const terms = ids.flatMap((id) => pack.glossary.filter((term) => term.id === id))
  if (!terms.length) return null
  return (
    <section class="slide" aria-labelledby={`${part}-terms`}>
      <h3 id={`${part}-terms`}>{t('site.terms')}</h3>
      <dl>
        {terms.map(({ id, term, means }) => (
          <div id={`${part}-term-${id}`}>
            <dt>{term}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
