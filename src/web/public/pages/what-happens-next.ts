import type { Page } from '../layout/page.ts'
import { titleOfText } from '../layout/title-of-text.ts'
import { rightsText } from './rights-text.tsx'

/** What comes after a call, step by step. */
export const whatHappensNextPage: Page = {
  path: '/what-happens-next',
  title: titleOfText('what-happens-next'),
  render: (context) => rightsText(context, 'what-happens-next'),
  texts: 'what-happens-next',
}
