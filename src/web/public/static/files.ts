import type { Locale } from '../../context/types.ts'
import type { FinishedPage } from '../../http/page-cache.ts'
import { errorPages } from '../errors/error-pages.tsx'
import { apacheFile, headersFile, nginxFile, redirectsFile } from './hosts.ts'

/** A file of the site for a host that only hands files out. `address`: where it is to be found; null: hosts show it, or read it (`forHosts`), by themselves. */
export type StaticFile = {
  name: string
  address: string | null
  type: string
  immutable: boolean
  open: boolean
  forHosts: boolean
  make: () => Buffer
}

/**
 * In which file an address lies. `/signs` is `signs.html`, beside the folder `signs`: hosts find it without sending the reader on to `/signs/`
 * (docs/decisions/0012). What is no page and has no ending is given one, and hosts are told.
 */
export const fileOf = (address: string, type: string): string => {
  if (address === '/') return 'index.html'
  const name = address.slice(1)
  if (/\.[a-z0-9]+$/.test(name)) return name
  return `${name}.${type.startsWith('text/html') ? 'html' : type.startsWith('application/json') ? 'json' : 'bin'}`
}

/** Every file of the site: all its finished addresses, the page of what cannot be found, and what hosts read. */
export const staticFiles = (locale: Locale, finished: ReadonlyMap<string, FinishedPage>): StaticFile[] => {
  const now = locale.site.clock()
  const html = 'text/html; charset=utf-8'
  const bytesOf = (page: FinishedPage) => () => Buffer.from(page.make(now).body)
  const files = [...finished].map(
    ([address, page]): StaticFile => ({
      name: fileOf(address, page.type),
      address,
      type: page.type,
      immutable: page.immutable ?? false,
      open: page.open ?? false,
      forHosts: false,
      make: bytesOf(page),
    }),
  )
  const forHosts = (name: string, text: string, type = 'text/plain'): StaticFile => ({
    name,
    address: null,
    type,
    immutable: false,
    open: false,
    forHosts: true,
    make: () => Buffer.from(text),
  })
  return [
    ...files,
    { ...forHosts('404.html', '', html), forHosts: false, make: () => Buffer.from(errorPages(locale).broken('not-found')) },
    forHosts('_headers', headersFile(files)),
    forHosts('_redirects', redirectsFile(files)),
    forHosts('.htaccess', apacheFile(files)),
    forHosts('.nginx.conf', nginxFile(files)),
    // Without it GitHub Pages leaves out what begins with an underscore.
    forHosts('.nojekyll', ''),
  ]
}
