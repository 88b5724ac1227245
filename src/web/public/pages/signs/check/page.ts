import type { Page } from '../../../layout/page.ts'
import { checkByPlace } from './by-place.tsx'
import { signsCheckForm } from './form.tsx'
import { checkAddress, checkTitle } from './frame.tsx'
import { checkStart } from './steps.tsx'

/** Somebody says where they were and what they saw, and reads what it can mean and whom to tell. */
export const signsCheckPage: Page = {
  path: checkAddress,
  title: (locale) => checkTitle(locale, 1),
  render: (context) => checkStart(context),
  static: { title: ({ t }) => t('signs.check'), render: checkByPlace },
  form: signsCheckForm,
}
