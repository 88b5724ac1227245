import { expect, test } from 'vitest'
import { shippedPack } from '../../content/fixtures.ts'
import type { Locale } from '../context/types.ts'
import { testSealer } from '../forms/sealer-fixtures.ts'
import type { Page, SitePage } from './layout/page.ts'
import { pagesOf } from './pages-of.ts'
import { publicSite } from './site.ts'

const { pack } = shippedPack('hertfordshire')
if (!pack) throw new Error('the shipped pack has faults')
const locale = publicSite({
  pack,
  assets: { url: () => '', all: [], favicon: Buffer.of(), icon: '' },
  origin: 'https://waymark.example.org',
})

const made = (path: string, more: Partial<Page> = {}): Page => ({
  path,
  title: () => 'Made up',
  render: () => ({ description: '', exit: false, body: '' }),
  ...more,
})

/** What no visitor should meet: a page without a title, or with an address that is none. */
const faultsOf = (pages: Iterable<SitePage>): string[] =>
  [...pages].flatMap(({ path, title, static: written, locale }) => [
    ...(/^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/i.test(path) ? [] : [`${path} is no address`]),
    ...[title, ...(written ? [written.title] : [])].flatMap((its) => (its(locale).trim() ? [] : [`${path} has no title`])),
  ])

/** Places in a menu that two pages share, or that none has. */
const menuFaults = ({ site: { pages } }: Pick<Locale, 'site'>, menu: 'top' | 'foot'): number[] => {
  const numbers = pages.flatMap(({ menu: place }) => place?.[menu] ?? []).sort((a, b) => a - b)
  return numbers.filter((number, at) => number !== at + 1)
}

test('every page has a title and an address, and so has the one that stands for it on a site of files', () => {
  expect(faultsOf(pagesOf(locale).values())).toEqual([])
  const untitled = made('/made-up', { title: () => ' ', static: { title: () => '', render: made('/').render } })
  expect(faultsOf(pagesOf(locale, [untitled, made('made up')]).values())).toEqual([
    '/made-up has no title',
    '/made-up has no title',
    'made up is no address',
  ])
})

test('no two pages of a language are called the same in a tab or a history', () => {
  const twice = (pages: Iterable<SitePage>): string[] =>
    [...Map.groupBy(pages, ({ title, locale: its }) => `${its.t.language}: ${title(its)}`)].flatMap(([title, own]) =>
      own.length > 1 ? [title] : [],
    )
  expect(twice(pagesOf(locale).values())).toEqual([])
  expect(twice(pagesOf(locale, [made('/a'), made('/b')]).values())).toEqual(['en: Made up'])
})

test('two pages at one address are seen before anything is served', () => {
  expect(() => pagesOf(locale, [made('/made-up'), () => [made('/made-up')]])).toThrow('two pages stand at /made-up')
})

test('each menu counts its places from 1, and each place is one page', () => {
  expect([menuFaults(locale, 'top'), menuFaults(locale, 'foot')]).toEqual([[], []])
  const twice = [1, 2, 2].map((foot) => made(`/${foot}`, { menu: { id: 'about', foot } }))
  expect(menuFaults({ site: { ...locale.site, pages: twice } }, 'foot')).toEqual([2])
})

test('pages of one set of texts stand together in each language, after them all', () => {
  const [first, second, third] = [made('/a', { texts: 'get-help' }), made('/b', { texts: 'get-help' }), made('/c')]
  const paths = [...pagesOf(locale, [first, second, third]).keys()]
  const [language] = pack.translations.map(({ language }) => language.id)
  expect(paths.slice(0, 4)).toEqual(['/a', '/b', `/${language}/a`, `/${language}/b`])
  expect(paths.at(-1)).toBe('/c')
})

test('a form is posted to the address of its page', () => {
  const tools = { locale, sealer: testSealer(Buffer.alloc(32)), cobrandedPress: null }
  const posted = [...pagesOf(locale).values()].flatMap(({ path, form }) => (form ? [[path, form(tools).path]] : []))
  expect(posted.map(([path]) => path)).toEqual(expect.arrayContaining(['/signs/check', '/pathway', '/search']))
  expect(posted.filter(([path, form]) => path !== form)).toEqual([])
})
