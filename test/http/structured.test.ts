import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Pack } from '../../src/content/pack.ts'
import { adopted } from '../support/real-pack.ts'
import { attribute, type Element, elementsOf, hasClass, inside, one, textOf } from './html.ts'
import { ask, publicPaths, type Running, start, withServer } from './support.ts'

const tonight = withServer({ at: '2026-11-24T21:10:00Z' })
const in2019 = withServer({ at: '2019-08-01T10:00:00Z' })
const own = withServer({ at: '2026-11-24T21:10:00Z', pack: adopted })

const text = z.string().min(1)
const day = z.string().regex(/^https:\/\/schema\.org\/(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const hours = z.strictObject({
  '@type': z.literal('OpeningHoursSpecification'),
  dayOfWeek: z.array(day).min(1),
  opens: clock,
  closes: clock,
  validThrough: z.iso.date(),
})
const contact = z.strictObject({
  '@type': z.literal('ContactPoint'),
  telephone: z.string().regex(/^(\+\d{7,15}|\d{3,6})$/),
  hoursAvailable: z.array(hours).min(1).optional(),
})
const service = z.strictObject({
  '@type': z.literal('Service'),
  name: text,
  availableChannel: z.strictObject({ '@type': z.literal('ServiceChannel'), servicePhone: contact }),
})
const publisher = z.strictObject({ '@type': z.literal('Organization'), name: text, url: z.url() })
const organization = publisher.extend({
  foundingDate: z.string().regex(/^\d{4}(-\d\d){0,2}$/),
  areaServed: text,
  sameAs: z.url(),
})
const thing = z.discriminatedUnion('@type', [
  service,
  z.strictObject({ '@type': z.literal('WebSite'), name: text, url: z.url(), inLanguage: text, publisher: publisher.optional() }),
  z.strictObject({ '@type': z.literal('AboutPage'), url: z.url(), about: organization }),
  z.strictObject({
    '@type': z.literal('NewsArticle'),
    headline: text,
    description: text,
    datePublished: z.iso.date(),
    contentLocation: z.strictObject({ '@type': z.literal('Place'), name: text }),
    url: z.url(),
    mainEntityOfPage: z.url(),
    inLanguage: text,
  }),
])
type Thing = z.infer<typeof thing>
type Service = z.infer<typeof service>

const dataIn = (elements: readonly Element[]): Thing[] =>
  elements
    .filter((e) => attribute(e, 'type') === 'application/ld+json')
    .flatMap((script) => {
      const { '@context': context, ...data } = JSON.parse(textOf(script))
      expect(context).toBe('https://schema.org')
      return z.array(thing).parse(data['@graph'] ?? [data])
    })
const pageOf = async ({ port }: Running, path: string): Promise<Element[]> => elementsOf((await ask(port, path)).text)
const linesOf = async (running: Running): Promise<Service[]> =>
  dataIn(await pageOf(running, '/get-help')).filter((one) => one['@type'] === 'Service')

test('what stands on a page is of a shape that we know, and on these pages only', async () => {
  const found = new Map<string, number>()
  for (const path of publicPaths(tonight()))
    for (const { '@type': type } of dataIn(await pageOf(tonight(), path))) {
      const key = `${path.replace(/^\/news\/.+/, '/news/…')} ${type}`
      found.set(key, (found.get(key) ?? 0) + 1)
    }
  const { news } = tonight().locale.pack
  expect(Object.fromEntries(found)).toEqual({
    '/ WebSite': 1,
    '/get-help Service': expect.any(Number),
    '/about AboutPage': 1,
    '/news/… NewsArticle': news.length,
  })
})

test('nobody is said to publish the site until the partnership has made it its own', async () => {
  expect(dataIn(await pageOf(tonight(), '/'))[0]).not.toHaveProperty('publisher')
  const { name } = own().locale.pack.partnership
  expect(dataIn(await pageOf(own(), '/'))[0]).toMatchObject({ publisher: { name } })
})

test('what is said of the partnership stands on the page about it', async () => {
  const page = await pageOf(tonight(), '/about')
  const words = textOf(one(page, 'main', (e) => e.tagName === 'main'))
  const links = page.map((e) => attribute(e, 'href'))
  const [data] = dataIn(page)
  if (data?.['@type'] !== 'AboutPage') throw new Error('no AboutPage')
  const { name, areaServed, foundingDate, url, sameAs } = data.about
  for (const said of [name, areaServed, foundingDate.slice(0, 4)]) expect(words).toContain(said)
  for (const link of [url, sameAs]) expect(links).toContain(link)
})

describe('lines to ring', () => {
  test.each([
    ['tonight', tonight],
    ['in 2019', in2019],
  ])('%s: each is on the page with its number, and has hours only where the page gives them', async (_, running) => {
    const page = await pageOf(running(), '/get-help')
    const lines = await linesOf(running())
    const {
      site: { services },
    } = running().locale
    expect(lines.length).toBeGreaterThan(3)
    for (const { name, availableChannel } of lines) {
      const { telephone, hoursAvailable } = availableChannel.servicePhone
      const entry = one(page, name, (e) => e.tagName === 'li' && attribute(e, 'class') === 'svc' && textOf(e).startsWith(name))
      const { phone } = services.get(attribute(entry, 'id') ?? '') ?? {}
      if (!phone || phone === 'unknown') throw new Error(`${name} has no number`)
      expect(telephone).toBe(phone.e164 ?? phone.dial)
      expect(textOf(entry)).toContain(phone.display)
      expect(textOf(entry)).not.toMatch(/not confirmed since/i)
      const given = inside(entry).some((e) => hasClass(e, 'hours')) && !/hours not confirmed|past its check date/i.test(textOf(entry))
      expect([name, hoursAvailable !== undefined]).toEqual([name, given])
    }
  })

  test('Beacon is told with its hours of 2019 until the next bank holiday, and not at all since nobody confirms its number', async () => {
    const beacon = (lines: readonly Service[]) => lines.find(({ name }) => name.includes('Beacon'))?.availableChannel.servicePhone
    expect(beacon(await linesOf(in2019()))?.hoursAvailable).toEqual([
      expect.objectContaining({ opens: '08:00', closes: '20:00', validThrough: '2019-08-25' }),
      expect.objectContaining({ opens: '09:00', closes: '17:00', dayOfWeek: ['https://schema.org/Saturday'] }),
    ])
    expect(beacon(await linesOf(tonight()))).toBeUndefined()
    // The helpline's number is confirmed, its hours are not.
    const helpline = (await linesOf(tonight())).filter(({ availableChannel }) => !availableChannel.servicePhone.hoursAvailable)
    expect(helpline.some(({ availableChannel }) => availableChannel.servicePhone.telephone === '+448000121700')).toBe(true)
  })
})

test('no text can end the block', async () => {
  const hostile = '</script><script>alert(1)</script><!--'
  const running = await start({
    at: '2026-11-24T21:10:00Z',
    pack: (pack: Pack): Pack => ({
      ...pack,
      serviceWords: new Map([...pack.serviceWords].map(([id, words]) => [id, { ...words, name: hostile }])),
    }),
  })
  const scripts = (await pageOf(running, '/get-help')).filter((e) => e.tagName === 'script')
  const lines = await linesOf(running)
  await running.stop()
  expect(scripts.map((e) => attribute(e, 'type')).toSorted()).toEqual(['application/ld+json', 'module'])
  expect(new Set(lines.map(({ name }) => name))).toEqual(new Set([hostile]))
})
