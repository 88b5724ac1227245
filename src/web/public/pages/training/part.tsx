import { askedIn } from '../../../../domain/training/course.ts'
import type { Part } from '../../../../domain/training/part.ts'
import { SlideSection } from '../../../components/slide.tsx'
import { Terms } from '../../../components/terms.tsx'
import type { RenderContext } from '../../../context/types.ts'
import type { PageParts, PagesOf } from '../../layout/page.ts'
import { CheckForm, CheckRead } from './check.tsx'
import { courseCheckForm } from './form.ts'
import { partAddress } from './page.tsx'
import { partShell, partTitle } from './part-layout.tsx'

/** A part of the course to read: every slide as a section; where its slides ask the check, the check. */
const trainingPart = (context: RenderContext, part: Part): PageParts => {
  const { locale } = context
  const items = askedIn(locale.pack.course, part)
  const terms = part.slides.flatMap(({ handbook }) => locale.markdown.page(handbook ?? '').terms)
  return partShell(
    locale,
    part,
    <>
      {part.slides.map((slide) => (
        <SlideSection context={context} slide={slide} />
      ))}
      {items.length ? (
        locale.site.publishing.static ? (
          <CheckRead locale={locale} items={items} />
        ) : (
          <CheckForm locale={locale} part={part} items={items} />
        )
      ) : null}
      <Terms locale={locale} ids={[...new Set(terms)]} />
    </>,
    // Folded answers have their look from the stylesheet of forms.
    { form: items.length > 0 || part.slides.some(({ type }) => type === 'scenario') },
  )
}

export const trainingPartPages: PagesOf = ({ pack }) =>
  pack.course.parts.map((part) => ({
    path: partAddress(part.id),
    title: (locale) => partTitle(locale, part),
    render: (context) => trainingPart(context, part),
    ...(askedIn(pack.course, part).length ? { form: (tools) => courseCheckForm(tools, part) } : {}),
  }))
