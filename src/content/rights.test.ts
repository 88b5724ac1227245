import { afterAll, describe, expect, it } from 'vitest'
import { testPack } from './fixtures.ts'
import type { Whole } from './load.ts'
import { rightsPlaces } from './rights.ts'

const pack = testPack()
afterAll(() => pack.remove())

const load = (edits: Parameters<typeof pack.load>[0] = []): Whole => {
  const loaded = pack.load(edits)
  if (!loaded.pack) throw new Error(JSON.stringify(loaded.findings.slice(0, 3)))
  return loaded
}
const whole = load()
const topics = whole.lists.rightsTopics.rows
/** A sentence for each word of each topic, as somebody might write it tomorrow. */
const planted = topics.flatMap(({ id, words }) => words.map((word) => ({ id, sentence: `Zebra ${word.replace(/\*$/, 'al')} zebra.` })))
const paragraph = planted.map(({ sentence }) => sentence).join(' ')
/** One of each topic, for a text that may not be long. */
const short = topics.map(({ id }) => planted.find((p) => p.id === id)?.sentence).join(' ')

const into = (file: string, find: RegExp, to: (line: string) => string) => {
  const lines = pack.read(file).split('\n')
  const at = lines.findIndex((line) => find.test(line))
  if (at < 0) throw new Error(`nothing in ${file} fits ${find}`)
  return { file, text: lines.with(at, to(lines[at] ?? '')).join('\n') }
}
const inQuotes = (line: string) => line.replace(/"$/, ` ${paragraph}"`)
const inBlock = (line: string) => `${line} ${paragraph}`

describe('a new sentence cannot escape', () => {
  const edits: [string, ReturnType<typeof into>][] = [
    ['a page', into('national/pages/your-safety.md', /^[A-Z].*[.]$/, inBlock)],
    ['the lead of a page', into('national/pages/news.md', /^lead:/, () => `lead: "${paragraph}"`)],
    ['a kind of support', into('national/support.yaml', /^ {4}[A-Z].*[.]$/, inBlock)],
    ['Easy Read', into('national/easy-read.yaml', /^ {4}- \{drawing: wait/, (line) => line.replace('text: "', `text: "${paragraph} `))],
    ['a word around pages', into('national/words/en/interpreter.yaml', /^ {4}no-language:/, inQuotes)],
    ['a step of the pathway', into('national/words/en/flows/pathway.yaml', /^ {2}why: "/, inQuotes)],
    ['a part of the course', into('national/training/basic/sharing.yaml', /^ {4}[A-Z].*[.]$/, (line) => `${line} ${short}`)],
    ['a glossary term', into('national/glossary.yaml', /^ {2}means: "/, inQuotes)],
    ['a service in words', into('national/words/en/services.yaml', /^ {2}about: "/, inQuotes)],
    ['a place', into('national/sectors.yaml', /^ {2}lead: "/, inQuotes)],
    ['a local kind of support', into('hertfordshire/support.yaml', /^ {4}[A-Z].*[.]$/, inBlock)],
  ]
  /** Each stands in a file of its own: all are read at once. */
  const everywhere = rightsPlaces(load(edits.map(([, edit]) => edit)))

  it('each is planted in another file', () => expect(new Set(edits.map(([, { file }]) => file)).size).toBe(edits.length))

  it.each(edits)('in %s', (_, edit) => {
    const found = everywhere.filter(({ file }) => file === edit.file)
    const listed = new Map(found.flatMap(({ sentences }) => sentences.map(({ text, topics }) => [text, topics] as const)))
    const there = planted.filter(({ sentence }) => edit.text.includes(sentence))
    expect(new Set(there.map(({ id }) => id)).size).toBe(topics.length)
    for (const { id, sentence } of there) expect(listed.get(sentence), sentence).toContain(id)
  })
})

it('tells the source and letter of the row, and those of the sentence that is marked', () => {
  const places = rightsPlaces(whole)
  const at = (page: string) => places.find((place) => place.page === page)
  expect(at('/support#legal-advice')).toMatchObject({ sure: 'A', source: expect.stringContaining('section 45') })
  const way = places.find(({ file, at }) => file === 'national/support.yaml' && at === 'national-referral-mechanism')
  const marked = way?.sentences.filter(({ own }) => own.length) ?? []
  expect(marked.map(({ text }) => text)).toEqual([
    expect.stringMatching(/could affect an asylum claim/),
    expect.stringMatching(/might still be told who you are/),
  ])
  expect(marked[1]?.own).toEqual([{ sure: 'B', source: expect.stringContaining('SCIE') }])
  // What a flow says rests on the row of the flow, what a service says on the service.
  expect(places.find(({ file, at }) => file.endsWith('en/flows/pathway.yaml') && at === 'nrm-by-you')?.source).toContain('Toolkit')
})

it('lists no sentence without a source', () =>
  expect(rightsPlaces(whole).filter(({ source, sentences }) => !source && sentences.some(({ own }) => !own.length))).toEqual([]))
