import type { Child } from 'hono/jsx'
import { pageAddress } from '../../../content/page-ids.ts'
import { Checked } from '../../components/checked.tsx'
import type { RenderContext } from '../../context/types.ts'
import type { Page, PageContent } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'
import { titleOfText } from '../layout/title-of-text.ts'

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

export const yourRightsPage: Page = {
  path: pageAddress('your-rights'),
  title: titleOfText('your-rights'),
  render: (context) => rightsText(context, 'your-rights'),
  menu: { id: 'your-rights', foot: 6 },
  texts: 'your-rights',
}

export const whatHappensNextPage: Page = {
  path: pageAddress('what-happens-next'),
  title: titleOfText('what-happens-next'),
  render: (context) => rightsText(context, 'what-happens-next'),
  texts: 'what-happens-next',
}
