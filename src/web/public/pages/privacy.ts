import type { Page } from '../layout/page.ts'
import { textPage } from '../layout/text-page.tsx'
import { titleOfText } from '../layout/title-of-text.ts'

/** What this site knows of its readers: another text where it is files on someone's host, which may write down who asks. */
export const privacyPage: Page = {
  path: '/privacy',
  title: titleOfText('privacy'),
  render: (context) => textPage(context, 'privacy'),
  static: { title: titleOfText('privacy-files'), render: (context) => textPage(context, 'privacy-files', { address: '/privacy' }) },
  menu: { id: 'privacy', foot: 16 },
}
