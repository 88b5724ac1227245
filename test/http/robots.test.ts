import { expect, test } from 'vitest'
import type { Pack } from '../../src/content/pack.ts'
import { adopted } from '../support/real-pack.ts'
import { elementsOf, hasClass, metaOf, textOf } from './html.ts'
import { ask, publicPaths, type Running, start, withServer } from './support.ts'
import { elementsOfXml } from './xml.ts'

const demonstration = withServer()
const own = withServer({ pack: adopted })

const pageOf = async ({ port }: Running, path: string) => elementsOf((await ask(port, path)).text)
const sitemapOf = async ({ port }: Running): Promise<string[]> =>
  elementsOfXml((await ask(port, '/sitemap.xml')).text)
    .filter(({ name }) => name === 'loc')
    .map(({ text }) => text)

/** The line of a page: in its language where that has it, else in English. */
const lineOf = (path: string): unknown => {
  const { pack } = demonstration().locale
  const own = pack.translations.find(({ language }) => language.id === path.split('/')[1])?.texts.get('site.demonstration')
  if (!own || own.state === 'needs-review') return expect.stringMatching(/demonstration.*not run by .+ or the police/i)
  return own.text.replaceAll(/<\/?b>/g, '').replace('{partnership}', pack.partnership.name)
}

test('until it is adopted every page says that it is a demonstration, and robots are refused', async () => {
  for (const path of [...publicPaths(demonstration()), '/nowhere']) {
    const page = await pageOf(demonstration(), path)
    const line = page.find((e) => hasClass(e, 'demo'))
    expect([path, line && textOf(line)]).toEqual([path, lineOf(path)])
    expect(metaOf(page, 'robots')).toBe('noindex, nofollow')
    expect(page.indexOf(line ?? (page[0] as never))).toBeLessThan(page.findIndex((e) => e.tagName === 'main'))
  }
  expect((await ask(demonstration().port, '/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n')
})

test('once it is adopted the line is gone, and robots may come', async () => {
  for (const path of publicPaths(own())) {
    const page = await pageOf(own(), path)
    expect(page.some((e) => hasClass(e, 'demo'))).toBe(false)
    // A translation that nobody has checked stays out of search engines.
    const draft = page.some((e) => hasClass(e, 'draft'))
    expect([path, metaOf(page, 'robots')]).toEqual([path, draft ? 'noindex, nofollow' : undefined])
  }
  const { text } = await ask(own().port, '/robots.txt')
  expect(text).toMatch(/^User-agent: \*\nAllow: \/$/m)
  expect(text).not.toContain('Disallow')
  expect(text).toContain('Sitemap: https://waymark.example.org/sitemap.xml')
})

test('where facts are looked after is no public page: the address is as unknown as any other', async () => {
  expect((await ask(own().port, '/services')).status).toBe(404)
})

test('the sitemap holds every page that robots may show, each at the site’s own origin, and each is there', async () => {
  const paths = (await sitemapOf(own())).map((address) => {
    expect(address.startsWith('https://waymark.example.org/')).toBe(true)
    return new URL(address).pathname
  })
  const shown = []
  for (const path of publicPaths(own())) if (metaOf(await pageOf(own(), path), 'robots') === undefined) shown.push(path)
  expect(paths.toSorted()).toEqual(shown.toSorted())
  for (const path of paths) expect((await ask(own().port, path)).status).toBe(200)
  const { pack } = own().locale
  for (const path of [
    '/',
    '/get-help',
    '/signs',
    '/signs/check',
    '/sectors',
    '/support',
    '/your-rights',
    '/what-happens-next',
    '/report',
    '/news',
    '/about',
    '/accessibility',
    '/privacy',
    '/your-safety',
  ])
    expect(paths).toContain(path)
  expect(paths.filter((path) => path.startsWith('/sectors/'))).toHaveLength(pack.sectors.length)
  expect(paths.filter((path) => path.startsWith('/signs/types/'))).toHaveLength(pack.types.length)
  expect(paths.filter((path) => path.startsWith('/news/'))).toHaveLength(pack.news.length)
})

/** The pack with some languages read and found right. */
const read =
  (...tags: string[]) =>
  (pack: Pack): Pack => ({
    ...adopted(pack),
    translations: pack.translations.map((one) =>
      tags.includes(one.language.id)
        ? { ...one, texts: new Map([...one.texts].map(([id, text]) => [id, { ...text, state: 'reviewed' as const }])) }
        : one,
    ),
  })

test('of a page in several languages each names all, itself among them; a draft is named by none', async () => {
  const running = await start({ pack: read('ar', 'pl') })
  const elements = elementsOfXml((await ask(running.port, '/sitemap.xml')).text)
  const drafts = elementsOfXml((await ask(own().port, '/sitemap.xml')).text)
  await running.stop()
  const at = (path: string) => `https://waymark.example.org${path}`
  const wanted = [
    ['en', at('/get-help')],
    ['ar', at('/ar/get-help')],
    ['pl', at('/pl/get-help')],
    ['x-default', at('/get-help')],
  ]
  const entries = new Map<string, string[][]>()
  let links: string[][] = []
  for (const { name, text, attributes } of elements) {
    if (name === 'loc') {
      links = []
      entries.set(text, links)
    }
    if (name === 'xhtml:link') links.push([attributes.get('hreflang') ?? '', attributes.get('href') ?? ''])
  }
  for (const path of ['/get-help', '/ar/get-help', '/pl/get-help']) expect(entries.get(at(path))?.toSorted()).toEqual(wanted.toSorted())
  expect(entries.has(at('/ti/get-help'))).toBe(false)
  expect(entries.get(at('/signs'))).toEqual([])
  expect(elements[0]?.attributes.get('xmlns:xhtml')).toBe('http://www.w3.org/1999/xhtml')
  // As shipped no language has been read: nothing to name.
  expect(drafts.some(({ name }) => name === 'xhtml:link')).toBe(false)
})
