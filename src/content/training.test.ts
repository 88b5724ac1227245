import { afterAll, describe, expect, it } from 'vitest'
import { trainingFindings } from './check/training.ts'
import { type Edit, testPack, withLine } from './fixtures.ts'

/* A course that is wrong in one place is refused with one message, at the file and line of the fault. */

const pack = testPack()
afterAll(() => pack.remove())
const whole = pack.load()
if (!whole.pack) throw new Error('the shipped pack does not load')
const { course } = whole.pack

const folder = 'national/training/basic'
const head = `${folder}/course.yaml`
const signs = `${folder}/signs.yaml`
const start = `${folder}/welcome.yaml`
const toDo = `${folder}/what-to-do.yaml`

type Case = { name: string; edits: Edit[]; file: string; line: number; says: RegExp }

const lineOf = (text: string, find: RegExp): number => {
  const at = text.split('\n').findIndex((l) => find.test(l))
  if (at < 0) throw new Error(`nothing fits ${find}`)
  return at + 1
}

/** Puts `to` (null: nothing) in the place of the first line that fits, and expects the message there, or at the line that fits `at`. */
const swap = (name: string, file: string, find: RegExp, to: string | null, says: RegExp, at = find): Case => {
  const text = pack.read(file)
  const changed = withLine(text, lineOf(text, find) - 1, (l) => (to === null ? null : l.replace(find, to)))
  return { name, edits: [{ file, text: changed }], file, line: lineOf(at === find ? text : changed, at), says }
}

const untilSlides = (file: string): string => pack.read(file).slice(0, pack.read(file).indexOf('slides:'))
const much = Array.from({ length: 10_000 }, () => 'word').join(' ')

const refused: Case[] = [
  { name: 'an empty part', edits: [{ file: signs, text: '' }], file: signs, line: 1, says: /the file is empty/ },
  {
    name: 'a part without slides',
    edits: [{ file: signs, text: `${untilSlides(signs)}slides: []\n` }],
    file: signs,
    line: untilSlides(signs).split('\n').length,
    says: /slides is \[\][\s\S]*at least one entry/,
  },
  swap('a picture without its description', toDo, /^ {2}alt: .*/, null, /alt is missing[\s\S]*what the picture shows/, /^- id: child/),
  swap(
    'ten thousand words on a slide',
    signs,
    /^ {2}- "Do not count signs.*/,
    `  - "${much}"`,
    /"word word[\s\S]*a point of up to 18 words/,
    /"word word/,
  ),
  swap('ten thousand words to say', start, /^ {4}say: >-/, `    say: >-\n      ${much}`, /a speech on one slide of up to 330 words/),
  swap(
    'a sign that is none',
    signs,
    /malnourished/,
    'malnurished',
    /"malnurished" does not match any sign[\s\S]*did you mean "malnourished"/,
  ),
  swap(
    'an outcome that is none',
    signs,
    /teaches: \[e-no-proof\]/,
    'teaches: [e-no-prof]',
    /"e-no-prof" does not match any outcome[\s\S]*did you mean "e-no-proof"/,
  ),
  swap(
    'a service that is none',
    `${folder}/report.yaml`,
    /crimestoppers, child/,
    'crimestopers, child',
    /"crimestopers" does not match any service/,
  ),
  swap(
    'a figure that is none',
    `${folder}/what-it-is.yaml`,
    /figure: male-2024/,
    'figure: male-2042',
    /"male-2042" does not match any figure/,
  ),
  swap('a kind that is none', `${folder}/what-it-is.yaml`, /kind: labour,/, 'kind: labor,', /"labor" does not match any exploitation type/),
  swap('a drawing that is none', toDo, /^ {2}drawing: forecourt/, '  drawing: forecort', /"forecort" does not match any drawing/),
  swap(
    'a question that is none',
    `${folder}/check.yaml`,
    /item: danger-now/,
    'item: danger-nwo',
    /"danger-nwo" does not match any check question/,
  ),
  swap(
    'a number that is none',
    signs,
    /^ {6}Let us begin/,
    '      {phone:no-such} Let us begin',
    /\{phone:no-such\} does not match any service/,
  ),
  swap('a type of slide that is none', start, /type: points/, 'type: pionts', /type is "pionts"[\s\S]*title, points, columns/),
  swap('two right answers', toDo, /id: lead,/, 'id: lead, right: true,', /choices is[\s\S]*exactly one/, /^ {2}choices:/),
  {
    ...swap(
      'answers to no question',
      toDo,
      /^ {4}minutes: 4$/,
      '    minutes: 4\n    expect: ["Yes."]',
      /ask is missing[\s\S]*answers are for/,
    ),
    line: lineOf(pack.read(toDo), /^ {4}say: "Here is a case/) - 1,
  },
  swap('a tier of nobody', head, /^- id: everyone/, '- id: everybody', /"everybody" does not match any tier/),
  swap('a part that has no file', head, /parts: \[welcome,/, 'parts: [welcome, nowhere,', /there is no part "nowhere"/),
  swap(
    'a step that another way of the pathway has',
    `${folder}/pathway.yaml`,
    /id: nrm-child-through,/,
    'id: tell-agrees,',
    /"child: tell-agrees"/,
  ),
  swap('a misspelt part', head, /settings, talking,/, 'settings, tallking,', /there is no part "tallking"[\s\S]*Write `talking`/),
  {
    name: 'a part that no tier lists',
    edits: [{ file: `${folder}/extra.yaml`, text: pack.read(signs) }],
    file: `${folder}/extra.yaml`,
    line: 1,
    says: /no tier of the course lists this part/,
  },
  swap(
    'an outcome of a source that is none',
    'national/training/outcomes.yaml',
    /sources: \[sfc, ho-fr, hmsp\]/,
    'sources: [sfx, ho-fr]',
    /"sfx" does not match any outcome source/,
  ),
]

it('the shipped course takes 30 minutes for everybody and 90 for people who meet the public, with four made-up cases, one of them for schools', () => {
  expect(course.tiers.map(({ id, minutes }) => [id, minutes])).toEqual([
    ['everyone', 30],
    ['public-facing', 90],
  ])
  const cases = course.parts.flatMap(({ slides }) => slides.filter(({ type }) => type === 'scenario'))
  expect(cases).toHaveLength(4)
  for (const { title } of cases) expect(title).toMatch(/made-up/i)
})

it('teaches the pathway in the words of its flow: other words there are another version of what is taught', () => {
  const file = 'national/words/en/flows/pathway.yaml'
  const { pack: changed } = pack.load([
    { file, text: pack.read(file).replace('title: "Ask who will make the NRM referral"', 'title: "Ask who will send it"') },
  ])
  expect(changed?.course.taught).toMatch(/^[0-9a-f]{12}$/)
  expect(changed?.course.taught).not.toBe(course.taught)
})

describe('a course that cannot be read', () => {
  it.each(refused.map((c) => [c.name, c] as const))('%s', (_name, { edits, file, line, says }) => {
    const { findings, pack: loaded } = pack.load(edits)
    expect(loaded).toBeNull()
    expect(findings.map((f) => `${f.file}:${f.line} ${f.found} | ${f.instead}`)).toEqual([expect.stringMatching(says)])
    expect(findings[0]).toMatchObject({ file, line, severity: 'error' })
  })
})

/** The checks of a course, without that of its version: any change of a word is one. */
const judged = (edits: Edit[], version = false) => {
  const loaded = pack.load(edits)
  expect(loaded.findings).toEqual([])
  if (!loaded.pack) throw new Error('the pack does not load')
  const findings = trainingFindings(loaded)
  return findings.filter((f) => version || !/no release says so/.test(f.found))
}

const longer = 'And we go on with it for quite a while. '.repeat(22)
const wrong: Case[] = [
  swap(
    'a part that takes too long',
    signs,
    /^ {6}Let us begin/,
    `      ${longer}Let us begin`,
    /takes \d+\.\d minutes, but it only has 3\.5/,
    /^minutes:/,
  ),
  swap('a part that is hardly begun', signs, /^minutes: 3\.5/, 'minutes: 20', /only takes \d\.\d of its 20 minutes/),
  swap(
    'a title that stands twice',
    signs,
    /title: "In a place, look.*/,
    'title: "Someone else may be in control"',
    /the title "Someone else may be in control" appears twice/,
  ),
]

describe('a course that cannot be given as it says', () => {
  it('is not the shipped one', () => expect(judged([], true)).toEqual([]))

  it.each(wrong.map((c) => [c.name, c] as const))('%s', (_name, { edits, file, line, says }) => {
    const findings = judged(edits).filter((f) => !/the parts of/.test(f.found))
    expect(findings.map((f) => `${f.found} | ${f.instead}`)).toEqual([expect.stringMatching(says)])
    expect(findings[0]).toMatchObject({ file, line, severity: 'error' })
  })

  it('a check whose right answers stand at one letter, or are the longest of theirs', () => {
    const parts = ['what-it-is', 'signs', 'what-to-do', 'report'].map((id) => `${folder}/${id}.yaml`)
    const change = (how: (answers: string[]) => string[]) =>
      parts.map((file) => ({
        file,
        text: pack.read(file).replace(/( {2}choices:\n)((?: {2}- \{id: .*\n)+)/g, (_, before: string, rows: string) => {
          return (
            before +
            how(rows.split('\n').slice(0, -1))
              .map((row) => `${row}\n`)
              .join('')
          )
        }),
      }))
    const rightFirst = change((rows) => rows.toSorted((a, b) => Number(b.includes('right: true')) - Number(a.includes('right: true'))))
    expect(judged(rightFirst).map(({ found }) => found)).toEqual([expect.stringMatching(/have the same letter/)])
    const rightLong = change((rows) => rows.map((row) => row.replace(/text: "([^"]*)", right/, `text: "$1 ${'long '.repeat(9)}", right`)))
    expect(judged(rightLong).map(({ found }) => found)).toContainEqual(expect.stringMatching(/the longest ones/))
  })

  it('a tier whose parts do not add up', () => {
    const text = pack.read(head)
    const findings = judged([{ file: head, text: text.replace(/^ {2}minutes: 30$/m, '  minutes: 45') }])
    expect(findings).toMatchObject([
      { file: head, line: lineOf(text, /^ {2}minutes: 30/), found: expect.stringContaining('add up to 30 minutes') },
    ])
  })

  it('no slide for an organisation’s own lead, in either tier', () => {
    const file = `${folder}/report.yaml`
    const without = pack
      .read(file)
      .replace('type: contacts', 'type: points')
      .replace(/^ {2}rows: .*/m, '  - "Know who it is."')
    const findings = judged([{ file, text: without }])
    expect(findings.map(({ found }) => found)).toEqual([
      expect.stringContaining('no slide of everyone'),
      expect.stringContaining('no slide of public-facing'),
    ])
  })

  it('an outcome that no slide teaches, at the outcome', () => {
    const texts = course.parts.map(({ id }) => ({ file: `${folder}/${id}.yaml`, text: pack.read(`${folder}/${id}.yaml`) }))
    const edits = texts.map(({ file, text }) => ({ file, text: text.replace('teaches: [e-no-proof]', 'teaches: [e-words]') }))
    const outcomes = 'national/training/outcomes.yaml'
    expect(judged(edits)).toMatchObject([
      { file: outcomes, line: lineOf(pack.read(outcomes), /id: e-no-proof,/), found: expect.stringContaining('teaches e-no-proof') },
    ])
  })

  it('another word without a release, with the new version to write', () => {
    const findings = judged([{ file: signs, text: pack.read(signs).replace('Let us begin with', 'We begin with') }], true)
    expect(findings).toMatchObject([
      { file: head, line: lineOf(pack.read(head), /taught:/), found: expect.stringContaining('no release says so') },
    ])
    const version = /taught: "([0-9a-f]{12})"/.exec(findings[0]?.instead ?? '')?.[1] ?? ''
    expect(version).not.toBe(course.taught)
    const edits = [
      { file: signs, text: pack.read(signs).replace('Let us begin with', 'We begin with') },
      { file: head, text: pack.read(head).replace(course.taught, version) },
    ]
    expect(judged(edits, true)).toEqual([])
  })

  it('a new number to ring is no new version: learners look it up', () => {
    const services = 'national/services.yaml'
    const text = pack.read(services).replaceAll('0800 555 111', '0800 555 222').replaceAll('0800555111', '0800555222')
    expect(pack.load([{ file: services, text }]).pack?.course.taught).toBe(course.taught)
  })
})
