import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { reviewFindings, reviews } from '../content/check/review.ts'
import { type Edit, testPack, withoutText } from '../content/fixtures.ts'
import { type CheckArgs, type Checked, lookOver, tell } from './check.ts'
import { noStyle } from './check-fixtures.ts'
import { printLanguages } from './print-languages.ts'

const pack = testPack()
afterAll(() => pack.remove())
afterEach(() => void vi.restoreAllMocks())

const loaded = pack.load()
if (!loaded.pack) throw new Error('the shipped pack does not load')
const [soonest] = reviews(loaded)
/** The last day on which nothing of the shipped pack is past review. */
const last = Temporal.PlainDate.from(soonest?.review ?? '')

type Said = { code: number; out: string; err: string }
const known = new Map<string, Checked | null>()
const keyOf = (args: Omit<Partial<CheckArgs>, 'json'>, edits: readonly Edit[] = [], env: NodeJS.ProcessEnv = {}): string =>
  JSON.stringify([args, edits, env])

/** What the command prints and its exit code, with edits to a copy of the shipped content; what was looked over before is only told again. */
const run = async (
  { json = false, ...args }: Partial<CheckArgs> = {},
  edits: readonly Edit[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Said> => {
  const [out, err]: [string[], string[]] = [[], []]
  vi.spyOn(console, 'log').mockImplementation((line = '') => void out.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation((line) => void err.push(String(line)))
  const key = keyOf(args, edits, env)
  const today = last.subtract({ days: 10 })
  const checked = known.get(key) ?? (await pack.during([noStyle, ...edits], () => lookOver({ content: pack.content, today, ...args }, env)))
  known.set(key, checked)
  return { code: checked ? tell(checked, json) : 2, out: out.join('\n'), err: err.join('\n') }
}

const page = 'national/pages/your-safety.md'
/** Addresses and anchors that there are. */
const right = '[a](/sectors/hotel) [b](/signs#money) [c](/report#at-work) [d](/news/feed.xml) [e](/services.json) [f](/#ring) [g](/?a=b)'
const wrong: Edit = { file: page, text: `${pack.read(page).trimEnd()}\n\nRing 0800 121 700. See [this](/nowhere).\n\n${right}\n` }
const line = (wrong.text?.split('\n').findIndex((text) => text.startsWith('Ring 0800')) ?? 0) + 1

const english = 'national/words/en/get-help.yaml'
const tigrinya = 'national/words/ti/get-help.yaml'
const somali = 'national/words/so/get-help.yaml'
const inSomali = loaded.languages.find(({ language }) => language.id === 'so')?.texts
/** A text there whose English is as it was when it was translated, and the hash of that English. */
const drafted =
  [...(inSomali ?? [])].find(([id, { state }]) => state === 'drafted' && pack.read(somali).includes(`- id: ${id}\n`))?.[0] ?? ''
const reviewable = new RegExp(`(- id: ${RegExp.escape(drafted)}\n(?: {2}.*\n)*? {2}of: ("[0-9a-f]{8}")\n)`)
/** A page with two faults; a text whose English has changed; one that a person has reviewed, one that a language lacks, and one that all lack. */
const edits: readonly Edit[] = [
  wrong,
  ...loaded.languages
    .map(({ language }) => `hertfordshire/words/${language.id}/get-help.yaml`)
    .filter((file) => existsSync(join(pack.folder, file)))
    .map((file) => ({ file, text: withoutText(pack.read(file), 'services.beacon.about') })),
  { file: english, text: pack.read(english).replace(/^( {4}cannot-ring: ").*"$/m, '$1No way to ring?"') },
  {
    file: somali,
    text: pack
      .read(somali)
      .replace(reviewable, '$1  reviewed: {by: "a reader", date: 2026-12-01, of: $2}\n')
      .replace(/- id: get-help\.bill\n(?: {2}.*\n)+/, ''),
  },
]

describe('waymark check', () => {
  it('is content with the shipped pack, lists what falls due, and asks no other site', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch')
    const { code, out } = await run()
    expect(out).toContain(`Due for review in the next 30 days:\n  ${last}  `)
    expect(out).toMatch(/\n0 errors, 0 warnings$/)
    expect(code).toBe(0)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('prints file, line, what was found and what to write, and fails; every address and anchor of the site is known', async () => {
    const { code, out } = await run({}, edits)
    expect(out).toContain(`${page}:${line}  error (phone)  "0800 121 700"`)
    expect(out).toContain('    Write 08000 121 700')
    expect(out).toContain(`${page}:${line}  error (link)  "/nowhere"`)
    expect(out).toMatch(/\n2 errors, 0 warnings$/)
    expect(code).toBe(1)
  })

  it('warns of a fact past review by owner, and does not fail', async () => {
    const today = last.add({ days: 1 })
    // In `npm test` the pack as it was looked over above, a day after its first review: no other check hangs on the day here.
    const shipped = known.get(keyOf({}))
    if (shipped && !process.env.WAYMARK_ALL)
      known.set(keyOf({ today }), { ...shipped, findings: [...shipped.findings, ...reviewFindings(reviews(loaded), today)] })
    const { code, out } = await run({ today })
    expect(out).toContain(`\nPast review, for ${soonest?.owner}:\n  `)
    expect(out).toMatch(/\n {2}\S+\.(?:yaml|md):\d+ {2}.+: review was due on \d{4}-\d\d-\d\d\n {4}(?:Is it|Are they) still right\?/)
    expect(out).toMatch(/\n0 errors, \d+ warnings$/)
    expect(code).toBe(0)
  })

  // That each is found: src/content/check/copied.test.ts.
  it.runIf(process.env.WAYMARK_ALL)('refuses a pack that was copied from another county, and says with which it shares what', async () => {
    const herts = join(pack.folder, 'hertfordshire')
    const kent = readdirSync(herts, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:yaml|md)$/.test(name))
      .map(
        (name): Edit => ({
          file: `kent/${name}`,
          text: pack.read(`hertfordshire/${name}`).replaceAll(/^(\s*area: )(h)ertfordshire$/gim, '$1kent'),
        }),
      )
    const { code, out } = await run({ pack: 'kent' }, kent)
    expect(out).toMatch(/kent\/services\.yaml:\d+ {2}error \(copied\) {2}the number "0300 123 4043" in kent is also in hertfordshire \(/)
    expect(code).toBe(1)
  })

  it('says the same as JSON', async () => {
    const { code, out } = await run({ json: true }, edits)
    const said = JSON.parse(out)
    expect(code).toBe(1)
    expect(said).toMatchObject({ ok: false, errors: 2, warnings: 0 })
    expect(said.findings[1]).toEqual({
      severity: 'error',
      rule: 'phone',
      file: page,
      line,
      found: expect.stringContaining('"0800 121 700"'),
      instead: expect.stringContaining('08000 121 700'),
    })
    expect(said.due[0]).toMatchObject({ file: soonest?.file, line: soonest?.line, review: soonest?.review, facts: soonest?.facts })
  })

  it('finds words that a page cannot show', async () => {
    const file = 'national/words/en/site.yaml'
    const text = pack.read(file).replace(/main-nav: ".*"/, 'main-nav: "Main {part}"')
    const at = text.split('\n').findIndex((l) => l.includes('{part}')) + 1
    const { code, out } = await run({}, [{ file, text }])
    expect(out).toContain(`${file}:${at}  error (page)  cannot be shown: /, /get-help and `)
    expect(code).toBe(1)
  })

  it('says of a pack that does not load only why', async () => {
    const { code, out } = await run({}, [{ file: 'hertfordshire/brand.yaml', text: 'version: 1\n' }, wrong])
    expect(out).toMatch(/name is missing|lacks/)
    expect(out).toContain('run once you have fixed these errors')
    expect(out).not.toContain('0800 121 700')
    expect(code).toBe(1)
  })

  it('checks the national files by themselves, and says so', async () => {
    const broken = await run({}, [wrong], { WAYMARK_PACK: 'national' })
    expect(broken.out).toContain('The national files do not make a site on their own')
    expect(broken.out).toContain('A local pack must add these services: adult-social-care, childrens-services.')
    expect(broken.out).toMatch(/\n2 errors, 0 warnings$/)
    expect(broken.code).toBe(1)
    // As shipped: src/content/check/check.test.ts.
    if (!process.env.WAYMARK_ALL) return
    const { code, out } = await run({ pack: 'national', json: true })
    expect(JSON.parse(out)).toMatchObject({ pack: 'national', ok: true, errors: 0, warnings: 0, findings: [] })
    expect(code).toBe(0)
  })

  it('knows which packs there are', async () => {
    const unknown = await run({ pack: 'kent' })
    expect(unknown).toMatchObject({
      code: 2,
      out: '',
      err: 'There is no pack "kent". You can choose from: fallowshire, hertfordshire, national.',
    })
    expect((await run({}, [], { WAYMARK_PACK: '../content' })).code).toBe(2)
  })

  it('lists each language with its states, and each text whose English has changed', async () => {
    const { out } = await run({}, edits)
    expect(out).toMatch(/\nLanguages: .*reviewed {2}draft {2}needs review {2}untranslated\n {2}ar {6}Arabic +0 +\d+ +[1-9]\d* +\d+\n/)
    const line = pack.read(tigrinya).split('\n').indexOf('- id: get-help.cannot-ring') + 1
    expect(out).toContain(`\n  ${tigrinya}:${line}  get-help.cannot-ring\n`)
    expect(out).toMatch(/\nNot translated yet, so shown in English:\n(?: {2}.*\n)* {2}get-help\.bill {2}in (?:.*\bso\b|every language)/)
    const { languages } = JSON.parse((await run({ json: true }, edits)).out)
    const state = languages.find(({ id }: { id: string }) => id === 'ti')
    expect(state).toMatchObject({ english: 'Tigrinya', reviewed: 0 })
    expect(state.needsReview).toContainEqual({ id: 'get-help.cannot-ring', file: tigrinya, line })
  })

  it('says of a text that none has that it is in English in every language', () => {
    const lines: string[] = []
    const none = { reviewed: 0, drafted: 0, needsReview: [], untranslated: ['a.b'] }
    printLanguages(
      [
        { ...none, id: 'ar', english: 'Arabic' },
        { ...none, id: 'ti', english: 'Tigrinya' },
      ],
      (line) => lines.push(line),
    )
    expect(lines.at(-1)).toBe('  a.b  in every language')
  })

  it('counts a text that a person has reviewed, and one that a language lacks', async () => {
    const { languages } = JSON.parse((await run({ json: true }, edits)).out)
    const state = languages.find(({ id }: { id: string }) => id === 'so')
    expect(state.reviewed).toBe(1)
    expect(state.untranslated).toContain('get-help.bill')
  })
})
