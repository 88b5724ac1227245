import { askedIn } from '../../../domain/training/course.ts'
import type { Part } from '../../../domain/training/part.ts'
import { SlideSection } from '../../components/slide.tsx'
import { Terms } from '../../components/terms.tsx'
import type { Moment } from '../../context/site.ts'
import type { PageParts } from '../layout/shell.tsx'
import { CheckForm, CheckRead } from './check.tsx'
import { partShell } from './part-layout.tsx'

/** A part of the course to read: every slide as a section; where its slides ask the check, the check. */
export const trainingPart = (moment: Moment, part: Part): PageParts => {
  const { site } = moment
  const items = askedIn(site.pack.course, part)
  const terms = part.slides.flatMap(({ handbook }) => site.markdown.page(handbook ?? '').terms)
  return partShell(
    site,
    part,
    <>
      {part.slides.map((slide) => (
        <SlideSection moment={moment} slide={slide} />
      ))}
      {items.length ? site.still ? <CheckRead site={site} items={items} /> : <CheckForm site={site} part={part} items={items} /> : null}
      <Terms site={site} ids={[...new Set(terms)]} />
    </>,
    // Folded answers have their look from the stylesheet of forms.
    { form: items.length > 0 || part.slides.some(({ type }) => type === 'scenario') },
  )
}
