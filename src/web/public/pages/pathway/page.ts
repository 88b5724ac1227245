import type { Page } from '../../layout/page.ts'
import { pathwayForm } from './form.tsx'
import { pathwayAddress, questionTitle } from './frame.tsx'
import { pathwayMapPage } from './map.tsx'
import { pathwayStart } from './question.tsx'

/** What to do for a person, question by question. A site of files has no steps: there the map stands here too. */
export const pathwayPage: Page = {
  path: pathwayAddress,
  title: (locale) => questionTitle(locale, 1),
  render: pathwayStart,
  menu: { id: 'pathway', foot: 9 },
  static: pathwayMapPage,
  form: pathwayForm,
}
