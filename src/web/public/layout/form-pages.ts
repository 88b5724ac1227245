import { minuteOf } from '../../../domain/time/validity.ts'
import { renderContextOfMinute } from '../../context/render-context.ts'
import { timedCache } from '../../context/timed-cache.ts'
import type { Locale, RenderContext } from '../../context/types.ts'
import { type PageTemplate, pageTemplate, slot } from '../../http/page-template.ts'
import type { AnswerOf } from './page.ts'
import { documentOf } from './shell.tsx'

type Shown = { status: number; page: string }

/** The pages with which a form answers: made for one reader, or made beforehand with slots for what is the reader's. */
export type FormPages = {
  context(): RenderContext
  /** A page made on the spot. `filled`: what its slot holds. */
  show(make: AnswerOf, options?: { status?: number; filled?: string }): Shown
  /** A page known beforehand, kept by name: it changes only with the pack. */
  template(name: string, make: AnswerOf): PageTemplate
  /** A page that shows lines: it holds for its minute, and is the same for all who are told it. */
  minuteTemplate(name: string, make: AnswerOf): PageTemplate
}

/** `most`: how many pages of a minute are kept at once. */
export const formPages = (locale: Locale, most = 1): FormPages => {
  const context = renderContextOfMinute(locale)
  const templates = new Map<string, PageTemplate>()
  const ofMinute = timedCache<PageTemplate>(most)
  return {
    context,
    show: (make, { status = 200, filled } = {}) => {
      const page = documentOf(context(), make(context()))
      return { status, page: filled === undefined ? page : page.replace(slot, () => filled) }
    },
    template: (name, make) => {
      const there = templates.get(name)
      if (there) return there
      const page = pageTemplate(documentOf(context(), make(context())))
      templates.set(name, page)
      return page
    },
    minuteTemplate: (name, make) => {
      const its = context()
      return ofMinute.of(name, its.now, () => ({
        value: pageTemplate(documentOf(its, make(its)), { deflate: true }),
        valid: minuteOf(its.now),
      }))
    },
  }
}
