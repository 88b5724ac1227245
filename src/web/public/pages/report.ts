import type { Page } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'
import { waysPage } from './ways-page.tsx'

/** The ways to report today, by who and how urgent. */
export const reportPage: Page = {
  path: '/report',
  title: titleOfText('report'),
  render: (context) => waysPage(context, 'report', context.locale.pack.reportWays),
  menu: { id: 'report', top: 5, foot: 5 },
}
