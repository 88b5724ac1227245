import { askedIn } from '../../domain/training/course.ts'
import type { Form } from '../forms/form.ts'
import { datesForm } from './dates/form.tsx'
import type { FormTools } from './layout/page.ts'
import { pathwayForm } from './pathway/form.tsx'
import { searchForm } from './search/form.tsx'
import { signsCheckForm } from './signs-check/form.tsx'
import { courseCheckForm } from './training/form.ts'
import { yourPackForm } from './your-pack/form.ts'

/** Every form of the public site. */
export const formsOf = (tools: FormTools): Form[] => {
  const { course } = tools.locale.pack
  return [
    signsCheckForm(tools),
    datesForm(tools),
    pathwayForm(tools),
    searchForm(tools),
    ...course.parts.filter((part) => askedIn(course, part).length).map((part) => courseCheckForm(tools, part)),
    yourPackForm(tools),
  ]
}
