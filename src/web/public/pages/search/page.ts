import type { Page } from '../../layout/page.ts'
import { searchOnFiles } from './every-page.tsx'
import { searchForm } from './form.tsx'
import { searchAddress, searchStart, searchTitle } from './results.tsx'

/** What leads to everything else: words in, links out. */
export const searchPage: Page = {
  path: searchAddress,
  title: searchTitle,
  render: (context) => searchStart(context),
  static: { title: searchTitle, render: searchOnFiles },
  form: searchForm,
  menu: { id: 'search', top: 7, foot: 8 },
}
