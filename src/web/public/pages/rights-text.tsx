import type { Child } from 'hono/jsx'
import { Checked } from '../../components/checked.tsx'
import type { RenderContext } from '../../context/types.ts'
import type { PageContent } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'

/** What a person who may be a victim is entitled to, or what comes after ringing: with its source, for a wrong word can cost protection. */
export const rightsText = (
  context: RenderContext,
  id: 'your-rights' | 'what-happens-next' | 'nrm-explained',
  more: Child = null,
): PageContent => {
  const { english, language } = context.locale
  const page = english.pack.pages.get(id)
  const checked = page ? <Checked locale={english} of={page} text={page.body} /> : null
  const below = language ? (
    <div lang="en" dir="ltr">
      {checked}
    </div>
  ) : (
    <>
      {checked}
      {more}
    </>
  )
  return textPage(context, id, { nav: 'support', below })
}
