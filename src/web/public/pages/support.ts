import type { Page } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'
import { waysPage } from './ways-page.tsx'

/** Support that a person can get, each kind with its source. */
export const supportPage: Page = {
  path: '/support',
  title: titleOfText('support'),
  render: (context) => waysPage(context, 'support', context.locale.pack.support),
  menu: { id: 'support', top: 6, foot: 6 },
}
