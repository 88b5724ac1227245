import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Slide } from '../../domain/training/slide.ts'
import { figuresOn, isRead, kindsOn, pathwayOn, type Reading, readingOf, readsFirst, signsOn } from '../../format/slide.ts'
import type { Locale, RenderContext } from '../context/types.ts'
import { Details } from '../govuk/details.tsx'
import { Lines } from './lines.tsx'
import { nameOf, phoneOf } from './service.tsx'
import { SignItems } from './sign-items.tsx'

type Of<T extends Slide['type']> = Extract<Slide, { type: T }>

/** A slide as somebody reads it: its title, what it shows, and its text to read. Null where it is for a room only. `below`: a heading stands above it that it belongs to. */
export const SlideSection = ({ context, slide, below = false }: { context: RenderContext; slide: Slide; below?: boolean }) => {
  const shown = <Shown context={context} slide={slide} />
  if (!isRead(slide)) return null
  return (
    <section class="flow">
      {below ? <h3 id={slide.id}>{slide.title}</h3> : <h2 id={slide.id}>{slide.title}</h2>}
      {readsFirst(slide) ? <Read locale={context.locale} slide={slide} /> : null}
      {shown}
      {readsFirst(slide) ? null : <Read locale={context.locale} slide={slide} />}
    </section>
  )
}

const Read = ({ locale, slide }: { locale: Locale; slide: Slide }) =>
  slide.handbook ? <div class="prose">{raw(locale.markdown.page(slide.handbook).html)}</div> : null

const Shown = ({ context, slide }: { context: RenderContext; slide: Slide }): Child => {
  const { locale } = context
  switch (slide.type) {
    case 'points':
    case 'end':
      return <Points locale={locale} points={slide.points} />
    case 'contacts':
      return <Points locale={locale} points={[...slide.points, ...slide.rows]} />
    case 'columns':
      return <Columns locale={locale} columns={[slide.left, slide.right]} />
    case 'kinds':
      return <Kinds locale={locale} slide={slide} />
    case 'signs':
      return <SignItems locale={locale} signs={signsOn(locale.pack, slide)} />
    case 'numbers':
      return <Lines context={context} ids={slide.services} classes="three" />
    case 'scenario':
      return <Scenario locale={locale} slide={slide} />
    case 'confidence':
      return <Confidence locale={locale} />
    case 'figures':
      return <Figures locale={locale} slide={slide} />
    case 'pathway':
      return <Pathway locale={locale} slide={slide} />
    case 'picture':
      return <p>{slide.caption}</p>
    case 'title':
    case 'part':
    case 'question':
      return null
    default:
      return <Told locale={locale} reading={readingOf(locale.pack, locale.t, slide)} />
  }
}

/** What a slide says that a picture carries: the picture is for a room. */
const Told = ({ locale, reading: { above, items, columns, below } }: { locale: Locale; reading: Omit<Reading, 'drawing'> }) => {
  const rows = (items?.rows ?? []).map(({ name, text }) => (
    <li>
      {name ? <b>{name}</b> : null} {raw(locale.markdown.inline(text))}
    </li>
  ))
  const words = (texts: readonly string[]) => texts.map((text) => <p>{raw(locale.markdown.inline(text))}</p>)
  return (
    <>
      <div class="prose">
        {words(above)}
        {rows.length ? items?.ordered ? <ol>{rows}</ol> : <ul>{rows}</ul> : null}
        {words(below)}
      </div>
      {columns.length ? <Columns locale={locale} columns={columns} /> : null}
    </>
  )
}

const Columns = ({ locale, columns }: { locale: Locale; columns: readonly { title: string; points: readonly string[] }[] }) => (
  <div class="columns">
    {columns.map(({ title, points }) => (
      <div class="flow">
        <h3>{title}</h3>
        <Points locale={locale} points={points} />
      </div>
    ))}
  </div>
)

const Points = ({ locale, points }: { locale: Locale; points: readonly string[] }) => (
  <div class="prose">
    <ul>
      {points.map((point) => (
        <li>{raw(locale.markdown.inline(point))}</li>
      ))}
    </ul>
  </div>
)

const Kinds = ({ locale, slide }: { locale: Locale; slide: Of<'kinds'> }) => (
  <dl class="who">
    {kindsOn(locale.pack, slide).map((type) => (
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
const Scenario = ({ locale, slide }: { locale: Locale; slide: Of<'scenario'> }) => (
  <>
    <div class="note flow">
      <p>{raw(locale.markdown.inline(slide.text))}</p>
      <p class="small">{locale.t('training.made-up')}</p>
    </div>
    {slide.questions.map(({ ask, expect }) => (
      <div class="flow">
        <h3>{ask}</h3>
        <Details summaryText={locale.t('training.think')} html={<Points locale={locale} points={expect} />} />
      </div>
    ))}
  </>
)

const Confidence = ({ locale }: { locale: Locale }) => {
  const { question, scale } = locale.pack.course.confidence
  return (
    <>
      <p class="lead">{question}</p>
      <p>{locale.t('training.scale', { scale: scale.join(' · ') })}</p>
    </>
  )
}

const Figures = ({ locale, slide }: { locale: Locale; slide: Of<'figures'> }) => {
  const { rows, sources } = figuresOn(locale.pack, locale.t, slide)
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
const Pathway = ({ locale, slide }: { locale: Locale; slide: Of<'pathway'> }) => {
  const { first, lanes } = pathwayOn(locale.pack, locale.t, slide)
  return (
    <>
      <Steps locale={locale} steps={first.map((text) => ({ text }))} />
      <div class="columns">
        {lanes.map(({ title, steps }) => (
          <div class="flow">
            <h3>{title}</h3>
            <Steps locale={locale} steps={steps} />
          </div>
        ))}
      </div>
    </>
  )
}

const Steps = ({ locale, steps }: { locale: Locale; steps: readonly { text: string; services?: readonly string[] | undefined }[] }) => (
  <ol class="steps">
    {steps.map(({ text, services }) => (
      <li>
        <span>
          {raw(locale.markdown.inline(text))}
          {(services ?? []).map((id) => (
            <Ring locale={locale} id={id} />
          ))}
        </span>
      </li>
    ))}
  </ol>
)

const Ring = ({ locale, id }: { locale: Locale; id: string }) => {
  const service = locale.site.services.get(id)
  const phone = service && phoneOf(service)
  return (
    <>
      <br />
      <span class="small">
        {nameOf(locale, id)}
        {phone ? raw(` ${locale.markdown.inline(phone.display)}`) : null}
      </span>
    </>
  )
}
