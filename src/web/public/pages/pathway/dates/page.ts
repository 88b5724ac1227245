import type { Page } from '../../../layout/page.ts'
import { datesForm } from './form.tsx'
import { datesAddress, datesTitle } from './frame.tsx'
import { datesStart } from './steps.tsx'

/** What is due in a case, and by when. */
export const datesPage: Page = {
  path: datesAddress,
  title: datesTitle,
  render: (context) => datesStart(context),
  form: datesForm,
  needsServer: true,
}
