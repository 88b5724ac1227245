import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { outerLinks } from '../content/check/outer-links.ts'
import { type Edit, fieldLine, testPack } from '../content/fixtures.ts'
import { type Play, playSites, type Sites } from '../processes/live-links/fixtures.ts'
import { check } from './check.ts'
import { noStyle } from './check-fixtures.ts'

const pack = testPack()
const open: Sites[] = []
afterAll(async () => {
  pack.remove()
  await Promise.all(open.map((sites) => sites.close()))
})
afterEach(() => void vi.restoreAllMocks())

const loaded = pack.load()
const shipped = outerLinks(loaded.files)
/** The day before the oldest comparison: a page of then has not changed since. */
const old = { headers: { 'last-modified': 'Sun, 01 Nov 2026 10:00:00 GMT' } }
const fine = Object.fromEntries(shipped.map(({ url }) => [url, old as Play | Play[]]))
const crimestoppers = 'https://crimestoppers-uk.org/'
const services = 'national/services.yaml'
const line = fieldLine(pack.read(services), 'crimestoppers', 'url') + 1

const run = async (pages: Record<string, Play | Play[]>, json = false) => {
  const sites = await playSites({ ...fine, ...pages })
  open.push(sites)
  const [out, err]: [string[], string[]] = [[], []]
  vi.spyOn(console, 'log').mockImplementation((text = '') => void out.push(String(text)))
  vi.spyOn(console, 'error').mockImplementation((text) => void err.push(String(text)))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => !!err.push(String(text)))
  const today = Temporal.PlainDate.from('2026-12-20')
  const code = await pack.during([noStyle], () => check({ json, live: true, content: pack.content, today, network: sites.network }, {}))
  return { code, out: out.join('\n'), err: err.join('\n'), sites }
}

describe('waymark check --live', () => {
  it('asks for every address of another site, politely and by name, and is content where all answer', async () => {
    const { code, out, err, sites } = await run({})
    expect(shipped.length).toBeGreaterThan(15)
    for (const { url } of shipped) expect(sites.asked).toContain(`HEAD ${url}`)
    expect(out).toContain(`${shipped.length} links to other sites: ${shipped.length} working, 0 dead, 0 not sure.`)
    expect(out).toMatch(/\n0 errors, 0 warnings$/)
    expect(code).toBe(0)
    expect(sites.busiest.host).toBe(1)
    expect(sites.busiest.all).toBeGreaterThan(1)
    expect(sites.busiest.all).toBeLessThanOrEqual(4)
    expect([...sites.userAgents]).toEqual([expect.stringContaining('Waymark')])
    expect(err).toContain(`${shipped.length}/${shipped.length} answers 200 https://`)
  })

  it('warns of what changed, moved, or is not sure, asks what to ask, and does not fail', async () => {
    // What stands there was checked, and the page answers as most do; others of the pack have a play of their own below.
    const resting = shipped.filter(({ url, places }) => !/gov\.uk|acas|\/m/.test(url) && places.every((p) => p.checked && !p.archive))
    const [changed, untold, moved] = resting.map(({ url, places }) => ({ url, at: `${places[0]?.file}:${places[0]?.line}` }))
    const article = shipped.find(({ places }) => places.every((p) => p.archive))?.url ?? ''
    const deep = shipped.find(({ url }) => url.startsWith('https://www.salvationarmy.org.uk/m'))?.url ?? ''
    const exit = loaded.pack?.partnership.exit ?? ''
    if (!changed || !untold || !moved) throw new Error('the shipped pack has too few links')
    const { code, out, sites } = await run({
      [changed.url]: { headers: { 'last-modified': 'Wed, 02 Dec 2026 10:00:00 GMT' } },
      [untold.url]: {},
      [exit]: {},
      [moved.url]: { status: 301, headers: { location: '/new-place' } },
      [new URL('/new-place', moved.url).href]: old,
      'https://www.acas.org.uk/': { status: 403 },
      [article]: { status: 410 },
      [deep]: { status: 302, headers: { location: '/' } },
      'https://www.salvationarmy.org.uk/': old,
    })
    expect(out).toContain(
      `${changed.at}  warning (changed)  ${changed.url} changed on 2026-12-02 (says the server), after it was checked on`,
    )
    expect(out).toContain('    Is it still right? Read the page, correct')
    // When the page behind the way out changed is not asked.
    expect(out).toMatch(new RegExp(`cannot tell when these pages.*\n  ${RegExp.escape(untold.url)}\n\n`))
    expect(sites.asked).toContain(`GET ${untold.url}`)
    expect(sites.asked).not.toContain(`GET ${exit}`)
    expect(out).toContain(`(moved)  ${moved.url} has moved permanently\n    Write ${new URL('/new-place', moved.url)}.`)
    expect(out).toContain(`(moved)  ${deep} leads to the home page`)
    expect(out).toContain('(unsure)  https://www.acas.org.uk/ does not answer automatic checks (403)\n    Open it in a browser')
    expect(out).toMatch(/news\/\S+ {2}warning \(dead\) {2}\S+ has been removed\n {4}We do not change imported articles/)
    expect(out).toMatch(/\n0 errors, 5 warnings$/)
    expect(code).toBe(0)
  })

  it('fails on a dead link, and says where it stands, as JSON too', async () => {
    const { code, out } = await run({ [crimestoppers]: { status: 404 } }, true)
    const said = JSON.parse(out)
    expect(code).toBe(1)
    expect(said.errors).toBe(1)
    expect(said.findings).toEqual([
      {
        ...{ severity: 'error', rule: 'dead', file: services, line },
        found: `${crimestoppers} does not exist (404)`,
        instead: expect.stringMatching(/^Find its new address/),
      },
    ])
    expect(said.links).toHaveLength(shipped.length)
    expect(said.links.find((l: { url: string }) => l.url === crimestoppers)).toMatchObject({
      state: 'dead',
      reason: 'not-found',
      code: 404,
      change: null,
      places: [{ file: services, line, checked: expect.stringMatching(/^2026-/) }],
    })
  })

  it('calls no link dead where the machine has no way out', async () => {
    const sites = await playSites({})
    open.push(sites)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    const fetch = () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } }))
    expect(await check({ json: false, live: true, content: pack.content, network: { ...sites.network, fetch } }, {})).toBe(2)
  })
})

describe('the links of a pack', () => {
  const linksOf = (edits: readonly Edit[]) => outerLinks(pack.load(edits).files)

  it('are found in texts and in Markdown, each with the day on which what stands there was checked', () => {
    const file = 'national/pages/report.md'
    const text = `${pack.read(file)}\n\n[A](https://one.example/a_(b)#c) and <https://two.example/>.\n`
    const source = pack.read(services).replace(/source: "([^"]*)"/, 'source: "$1, https://three.example/x; see https://four.example/y."')
    const found = linksOf([
      { file, text },
      { file: services, text: source },
    ]).filter(({ url }) => url.includes('.example'))
    expect(found.map(({ url }) => url).sort()).toEqual([
      'https://four.example/y',
      'https://one.example/a_(b)',
      'https://three.example/x',
      'https://two.example/',
    ])
    const at = text.split('\n').findIndex((l) => l.includes('one.example')) + 1
    for (const { places } of found) expect(places[0]?.checked).toMatch(/^2026-\d\d-\d\d$/)
    expect(found.find(({ url }) => url.includes('one'))?.places).toEqual([expect.objectContaining({ file, line: at })])
  })

  it('of an entry laid over a national one were checked when either was, the later entry first', () => {
    const local = 'hertfordshire/services.yaml'
    const over = (extra: string) => ({
      file: local,
      text: pack.read(local).replace('- id: police-101\n', `- id: police-101\n  url: "https://over.example/"\n${extra}`),
    })
    const checkedOf = (extra: string) =>
      linksOf([
        { file: services, text: pack.read(services).replace(/(- id: police-101\n(?: .*\n)*? {2}checked: )\S+/, '$12025-01-01') },
        over(extra),
      ]).find(({ url }) => url.includes('over'))?.places[0]?.checked
    expect(checkedOf('')).toBe('2025-01-01')
    expect(checkedOf('  checked: 2025-02-02\n')).toBe('2025-02-02')
  })
})
