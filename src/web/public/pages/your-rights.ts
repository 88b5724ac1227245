import type { Page } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'
import { rightsText } from './rights-text.tsx'

/** What a person who may be a victim is entitled to. */
export const yourRightsPage: Page = {
  path: '/your-rights',
  title: titleOfText('your-rights'),
  render: (context) => rightsText(context, 'your-rights'),
  menu: { id: 'your-rights', foot: 7 },
  texts: 'your-rights',
}
