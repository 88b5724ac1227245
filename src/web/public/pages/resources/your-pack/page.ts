import type { Page } from '../../../layout/page.ts'
import { titleOfText } from '../../../layout/title-of-text.ts'
import { yourPackForm } from './form.ts'
import { yourPackAddress, yourPackOnRequest, yourPackParts } from './form-page.tsx'

/** An organisation's own copy of the course, with its name and number in it. */
export const yourPackPage: Page = {
  path: yourPackAddress,
  title: titleOfText('your-pack'),
  render: (context) => yourPackParts(context),
  static: { title: titleOfText('your-pack'), render: yourPackOnRequest },
  form: yourPackForm,
  needsServer: true,
}
