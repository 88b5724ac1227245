import { always } from '../../domain/time/validity.ts'
import { languagesAt } from '../context/published.ts'
import { mediaTypes, resourceAddress } from '../context/resources.ts'
import type { Locale, StaticSite } from '../context/types.ts'
import { acceptedLanguage } from '../http/accepted-language.ts'
import type { FinishedPage } from '../http/page-cache.ts'
import { calendarFile } from './feeds/calendar.ts'
import { feeds } from './feeds/feeds.ts'
import type { SitePage } from './layout/page.ts'
import { makePage } from './make-page.ts'
import { pagesOf } from './pages-of.ts'
import { nowScripts } from './static/scripts/now.ts'
import { searchFiles } from './static/scripts/search.ts'

/** All that answers without asking anything of the reader: pages, feeds, files. */
export const finishedOf = (locale: Locale, pages = pagesOf(locale)): Map<string, FinishedPage> =>
  new Map<string, FinishedPage>([
    ...[...pages].map(([path, page]): [string, FinishedPage] => [path, finishedPage(page)]),
    ...feeds(locale, pages),
    calendarFile(locale, locale.pack.campaigns),
    ...[
      ...locale.site.assets.all,
      ...(locale.site.publishing.static ? [...nowScripts(locale).values(), ...Object.values(searchFiles(locale))] : []),
    ].map((asset): [string, FinishedPage] => [
      asset.path,
      { type: asset.type, immutable: true, make: () => ({ body: asset.bytes, valid: always }) },
    ]),
    ...[...locale.site.shareImages.values()].map((image): [string, FinishedPage] => [
      image.url,
      { type: 'image/png', immutable: true, seldom: true, make: () => ({ body: image.read(), valid: always }) },
    ]),
    ...filesOf(locale),
    ['/favicon.ico', { type: 'image/svg+xml', make: () => ({ body: locale.site.assets.favicon, valid: always }) }],
  ])

const finishedPage = (page: SitePage): FinishedPage => {
  const { locale, offers } = page
  const common: FinishedPage = {
    type: 'text/html; charset=utf-8',
    make: (now) => makePage(page, now),
  }
  // Behind a site of files nobody reads what a browser asks for: it has the row of languages.
  if (offers === undefined || locale.site.publishing.static) return common
  const languages = languagesAt(locale, offers).map(({ language }) => language)
  const forReader: NonNullable<FinishedPage['forReader']> = acceptedLanguage(
    languages.map(({ id }) => id),
    (id) => own.get(id) ?? null,
  )
  const own: ReadonlyMap<string, { name: string; page: FinishedPage }> = new Map(
    languages.map((language) => [
      language.id,
      { name: language.id, page: { ...common, forReader, make: (now: Temporal.Instant) => makePage(page, now, language) } },
    ]),
  )
  return { ...common, forReader }
}

/** Files to hand out, where no program stands behind the site that would make them. */
const filesOf = ({
  site: {
    publishing: { static: staticSite },
    resources,
  },
}: Locale): [string, FinishedPage][] =>
  staticSite
    ? resources
        .at(staticSite.made)
        .map(({ file, format }): [string, FinishedPage] => [
          resourceAddress(file),
          { type: mediaTypes[format], seldom: true, make: () => ({ body: bytesOf(staticSite, file), valid: always }) },
        ])
    : []

const bytesOf = ({ files }: StaticSite, file: string): Buffer => {
  const bytes = files.get(file)
  if (!bytes) throw new Error(`${file} was not made`)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
