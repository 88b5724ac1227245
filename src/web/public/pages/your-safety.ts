import type { Page } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'
import { titleOfText } from '../layout/title-of-text.ts'

/** How to read this site unseen. */
export const yourSafetyPage: Page = {
  path: '/your-safety',
  title: titleOfText('your-safety'),
  render: (context) => textPage(context, 'your-safety'),
  menu: { id: 'your-safety', foot: 14 },
  texts: 'your-safety',
}
