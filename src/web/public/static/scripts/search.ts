import { createHash } from 'node:crypto'
import type { Asset } from '../../../assets/assets.ts'
import type { Locale, StaticSite } from '../../../context/types.ts'
import type { SearchGroup } from '../../search/document.ts'
import { searchData } from '../../search/documents.ts'
import { documentsOfFiles } from './documents.ts'
import { statesFor } from './now.ts'
import type { SearchParts } from './search-parts.ts'

/** The search of a page that no program stands behind: `page` is its script; it asks for the other two when someone comes to the field. */
export type SearchFiles = { page: Asset; find: Asset; data: Asset }

/** Made once for a site. */
export const searchFiles = (locale: Locale): SearchFiles => {
  const {
    english,
    site: {
      publishing: { static: staticSite },
    },
  } = locale
  if (!staticSite) throw new Error('a site that is served answers searches itself')
  const made = known.get(staticSite) ?? makeFiles(english, staticSite)
  known.set(staticSite, made)
  return made
}
const known = new WeakMap<StaticSite, SearchFiles>()

const asset = (name: string, ending: 'js' | 'json', text: string): Asset => {
  const bytes = Buffer.from(text)
  const type = ending === 'js' ? 'text/javascript; charset=utf-8' : 'application/json; charset=utf-8'
  return { path: `/assets/${name}.${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.${ending}`, type, bytes }
}

const makeFiles = (locale: Locale, staticSite: StaticSite): SearchFiles => {
  const { t } = locale
  const documents = documentsOfFiles(locale)
  const [find, data] = [
    asset('find', 'js', staticSite.code.find),
    asset('search', 'json', JSON.stringify({ ...searchData(locale.pack), documents })),
  ]
  const groups = [...new Set(documents.map(({ group }) => group))].map((group): [SearchGroup, string] => [group, t(`found.${group}`)])
  const parts: SearchParts = {
    data: data.path,
    words: {
      results: t('search.results'),
      none: t('search.none'),
      noneText: t('search.none-text'),
      empty: t('search.empty-error'),
      failed: t('still.search-failed'),
      groups: Object.fromEntries(groups) as Record<SearchGroup, string>,
    },
  }
  // The build leaves this import as it is written (tools/bundle.ts).
  const code = staticSite.code.search.replace('./find.ts', find.path)
  const page = asset('search', 'js', `const STATES=${JSON.stringify(statesFor(locale))},SEARCH=${JSON.stringify(parts)};\n${code}`)
  return { page, find, data }
}
