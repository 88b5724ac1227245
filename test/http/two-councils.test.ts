import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { route } from '../../src/cli/route.ts'
import { type Council, northshire, numberOf, places, southshire, twinshire } from '../../src/content/two-councils-fixtures.ts'
import { hsdsFaults } from '../../src/domain/services/hsds-fixtures.ts'
import { renderContext } from '../../src/web/context/render-context.ts'
import { testSealer } from '../../src/web/forms/sealer-fixtures.ts'
import { submit } from '../../src/web/forms/submit.ts'
import { documentOf } from '../../src/web/public/layout/shell.tsx'
import { pathwayForm } from '../../src/web/public/pages/pathway/form.tsx'
import { pagesOf, partsOf } from '../../src/web/public/pages-of.ts'
import { attribute, elementsOf, inside, textOf } from './html.ts'
import { ask, pageOf, type Running, withServer } from './support.ts'

const pack = twinshire()
const day = withServer({ at: '2026-11-25T11:00:00Z', pack: () => pack })
const night = withServer({ at: '2026-11-25T23:30:00Z', pack: () => pack })
const councils = [northshire, southshire]
const number = (council: Council, subject: Parameters<typeof numberOf>[2]) => numberOf(councils, council.id, subject)

const get = async (path: string, running: Running): Promise<string> => (await ask(running.port, path)).text

/** Of each line on a page that is for some places: for whom it says it is, its text, and the numbers that it leads to. */
const servedLines = (html: string): { places: string; text: string; numbers: string[] }[] =>
  elementsOf(html)
    .filter(({ tagName }) => tagName === 'li')
    .flatMap((line) => {
      const within = inside(line)
      const heading = within.flatMap((e) => (/^h[34]$/.test(e.tagName) ? (/^For people in [^:]*:/.exec(textOf(e)) ?? []) : []))
      if (heading.length !== 1 || within.some(({ tagName }) => tagName === 'li')) return []
      const numbers = within.flatMap((e) => (e.tagName === 'a' ? (attribute(e, 'href')?.match(/^tel:(\d+)$/)?.[1] ?? []) : []))
      return [{ places: heading.join(), text: textOf(line), numbers }]
    })

const dial = (display: string): string => display.replaceAll(' ', '')

const north = 'For people in Northtown or Eastham:'
const south = 'For people in Weston:'

/** What a page must say of each council's line for children, or adults. */
const both = (html: string, subject: 'children' | 'adults' | 'housing', at: 'day' | 'night') => {
  const lines = servedLines(html)
  const of = (council: Council) => lines.filter(({ numbers }) => numbers[0] === dial(number(council, subject)))
  const [northern, southern] = [of(northshire), of(southshire)]
  expect(northern.length).toBeGreaterThan(0)
  expect(southern.length).toBe(northern.length)
  for (const line of northern) {
    expect(line.places).toBe(north)
    expect(line.text).toContain('Open 24 hours a day')
    expect(line.numbers).toHaveLength(1)
  }
  for (const line of southern) {
    expect(line.places).toBe(south)
    expect(line.text).toContain(at === 'day' ? 'Open until 5pm today' : 'Closed. Opens tomorrow at 9am')
    // By night never the other council: its own team for the night, or a line for the whole area.
    const instead = subject === 'children' ? dial(number(southshire, 'team')) : '101'
    expect(line.numbers.slice(1)).toEqual(at === 'day' ? [] : [instead])
  }
}

const sealer = testSealer(Buffer.alloc(32, 7))
type Given = readonly [entry: string, ...values: readonly string[]]
/** Answers in order, as forms give them; the page that follows. With `leave` whoever answers must go at the last of them. `text`: the outcome as text. */
const through = async (running: Running, answers: readonly Given[], leave = false): Promise<string> => {
  const form = pathwayForm({ locale: running.locale, sealer, cobrandedPress: null })
  let html = ''
  for (const [at, [entry, ...values]] of answers.entries()) {
    const so = /name="so-far"[^>]*value="([^"]+)"/.exec(html)?.[1]
    const last = at === answers.length - 1
    const asked = [['at', entry], ...values.map((value) => [entry, value])]
    const said = leave && last ? [['leave', entry]] : entry === 'text' ? [['text', 'yes']] : asked
    html = pageOf(await submit(form, { form: new URLSearchParams([...(so ? [['so-far', so]] : []), ...said]) }), running.locale).html
  }
  return html
}
const professional: readonly Given[] = [
  ['danger', 'no'],
  ['organisation', 'nhs'],
]
const child: readonly Given[] = [...professional, ['under-18', 'yes'], ['situation', 'no-safe-place']]
const adult: readonly Given[] = [...professional, ['under-18', 'no'], ['contact', 'agrees'], ['situation', 'care-needs', 'no-safe-place']]

describe.each([
  ['by day', 'day', day],
  ['by night', 'night', night],
] as const)('%s', (_, at, running) => {
  test.each(['/get-help', '/report', '/support', '/sectors/school', '/training/report'])(
    '%s has the lines of both councils for children',
    async (path) => {
      both(await get(path, running()), 'children', at)
    },
  )
  test.each(['/get-help', '/report', '/sectors/care-home'])('%s has the lines of both councils for adults', async (path) => {
    both(await get(path, running()), 'adults', at)
  })
  test('a body of several councils has the lines of both beside the place', async () => {
    both(await get('/sectors/private-housing', running()), 'housing', at)
  })
  test('the pathway has them on an outcome for a child and for an adult, and for whoever must leave', async () => {
    both(await through(running(), child), 'children', at)
    both(await through(running(), adult), 'adults', at)
    both(await through(running(), child, true), 'children', at)
  })
  test('as text for a case file, each with its places and its own way by night', async () => {
    const html = await through(running(), [...child, ['text']])
    const text = (/<textarea[^>]*>(.*?)<\/textarea>/s.exec(html)?.[1] ?? '').replaceAll('&#39;', "'")
    const lines = text.split('\n').map((line) => line.trim())
    const from = lines.findIndex((line) => line.startsWith('Southshire Children'))
    expect(lines).toContain(
      `Northshire Children's Services (Northtown or Eastham): ${number(northshire, 'children')} (Open 24 hours a day)`,
    )
    expect(lines[from]).toBe(
      `Southshire Children's Services (Weston): ${number(southshire, 'children')} (${at === 'day' ? 'Open until 5pm today' : 'Closed. Opens tomorrow at 9am'})`,
    )
    if (at === 'night') expect(lines[from + 1]).toMatch(/^Southshire emergency duty team \(Weston\): 01632 960240 \(Open until 9am/)
  })
})

test('no page shows a council’s number without its places', async () => {
  const context = renderContext(night().locale, night().locale.site.clock())
  for (const [path, page] of pagesOf(night().locale)) {
    const html = documentOf(context, partsOf(page, context))
    for (const line of elementsOf(html).filter(({ tagName }) => tagName === 'li')) {
      const text = textOf(line)
      if (/01632 960[12][123]0/.test(text)) expect([path, text]).toEqual([path, expect.stringMatching(/Northtown or Eastham|Weston/)])
    }
  }
})

test('search finds the lines of both', async () => {
  const { status, text } = await ask(night().port, '/search', {
    method: 'POST',
    body: 'q=children%27s+services',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(status).toBe(200)
  const found = elementsOf(text)
    .filter(({ tagName }) => tagName === 'li')
    .map(textOf)
  expect(found).toContain("Northshire Children's Services (Northtown or Eastham)Open 24 hours a day")
  expect(found).toContain("Southshire Children's Services (Weston)Closed. Opens tomorrow at 9am")
})

describe('for other systems', () => {
  test('/services.json has a row of each, with what it answers and its places', async () => {
    const { services } = JSON.parse(await get('/services.json', night()))
    const rows = services.filter((row: { for?: string }) => row.for === 'childrens-services')
    expect(rows).toMatchObject([
      { id: 'childrens-services-northshire', phone: number(northshire, 'children'), state: 'always', serves: ['Northtown', 'Eastham'] },
      { id: 'childrens-services-southshire', phone: number(southshire, 'children'), state: 'closed', serves: ['Weston'] },
    ])
    const whole = services.find((row: { id: string }) => row.id === 'police-101')
    expect(Object.keys(whole)).not.toContain('serves')
  })
  test('Open Referral has each place as a service area, and is valid', async () => {
    const { contents } = JSON.parse(await get('/openreferral/services?full=true', night()))
    const faults = hsdsFaults('/services/{id}', 'strict')
    const areas = new Map<string, string[]>()
    for (const one of contents) {
      const record = JSON.parse(await get(`/openreferral/services/${one.id}`, night()))
      expect([record.name, ...faults(record)]).toEqual([record.name])
      areas.set(
        record.name,
        record.service_areas.map(({ name }: { name: string }) => name),
      )
    }
    expect(areas.get("Northshire Children's Services")).toEqual(['Northtown', 'Eastham'])
    expect(areas.get("Southshire Children's Services")).toEqual(['Weston'])
  })
  test('JSON-LD says which area each serves', async () => {
    const html = await get('/get-help', night())
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
    const served = data['@graph'].filter((one: object) => 'areaServed' in one)
    expect(served.map(({ name, areaServed }: { name: string; areaServed: string[] }) => [name, areaServed])).toContainEqual([
      "Southshire Children's Services",
      ['Weston'],
    ])
    expect(served).toHaveLength(4)
  })
})

describe('waymark route', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-two-councils-'))
  const file = join(folder, 'answers.yaml')
  writeFileSync(file, '{danger: "no", organisation: nhs, under-18: "yes", situation: [no-safe-place]}')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let out = ''
  beforeEach(() => {
    out = ''
    vi.spyOn(console, 'log').mockImplementation((line: string) => {
      out += `${line}\n`
    })
  })
  const run = (json: boolean) => route('pathway', { answers: file, at: '2026-11-25T23:30:00Z', json }, {}, () => pack)

  test('gives both, with their places, and what stands beside the one that is closed', async () => {
    expect(await run(true)).toBe(0)
    const { outcome } = JSON.parse(out)
    const { services } = outcome.actions.find(({ id }: { id: string }) => id === 'childrens-services')
    expect(services).toMatchObject([
      { id: 'childrens-services-northshire', now: 'open', beside: null, serves: ['Northtown', 'Eastham'] },
      { id: 'childrens-services-southshire', now: 'closed', beside: 'southshire-duty-team', serves: ['Weston'] },
    ])
  })
  test('says so in words', async () => {
    expect(await run(false)).toBe(0)
    expect(out).toContain(
      'childrens-services-northshire 01632 960110 for Northtown or Eastham (open), childrens-services-southshire 01632 960210 for Weston (closed, instead southshire-duty-team)',
    )
  })
})

test('any partition of places to councils: each place has its line on the page, and no line names a place of another', () => {
  const names = Object.keys(places)
  const partition = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: names.length, maxLength: names.length })
  fc.assert(
    fc.property(partition, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), (council, closed) => {
      const made = [...new Set(council)].sort().map(
        (c): Council => ({
          id: ['northshire', 'southshire', 'westshire'][c] ?? '',
          serves: names.filter((_, i) => council[i] === c),
          night: closed[c] ? 'closed' : 'open',
        }),
      )
      const { locale } = night()
      const pack = twinshire(made)
      const site = { ...locale.site, pack, services: new Map(pack.services.map((s) => [s.id, s])) }
      const at = renderContext({ ...locale, pack, site }, site.clock())
      const page = pagesOf(at.locale).get('/get-help')
      if (!page) throw new Error('there is no page')
      const lines = servedLines(documentOf(at, partsOf(page, at)))
      // One council for all: no line needs to say for whom it is.
      if (made.length === 1) {
        expect(lines).toEqual([])
        return
      }
      names.forEach((place, i) => {
        const own = made.find(({ id }) => id === ['northshire', 'southshire', 'westshire'][council[i] ?? 0])
        const of = lines.filter((line) => line.places.includes(places[place as keyof typeof places]))
        // Children's services are for both needs: told twice.
        expect([...new Set(of.map(({ numbers }) => numbers[0]))].sort()).toEqual(
          (['children', 'adults'] as const).map((subject) => dial(numberOf(made, own?.id ?? '', subject))).sort(),
        )
        // By night another line stands beside it, and it is no other council's.
        for (const { numbers } of of) for (const beside of numbers.slice(1)) expect(beside).not.toMatch(/^01632/)
      })
    }),
    { numRuns: process.env.WAYMARK_ALL ? 12 : 3 },
  )
})
