import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { errorsOf } from '../findings.ts'
import { type Edit, testPack, withoutText } from '../fixtures.ts'
import type { Whole } from '../load.ts'
import { applyChanges } from './apply.ts'
import { codeOf, judge, type SheetRow } from './judge.ts'
import { type ReviewText, reviewTexts } from './review-texts.ts'

const pack = testPack()
afterAll(() => pack.remove())
/** The pack without two of its Polish texts, whatever has been drafted by now. */
const lacking: Edit[] = [
  ['hertfordshire/words/pl/get-help.yaml', 'services.beacon.about'],
  ['national/words/pl/get-help.yaml', 'services.childline.unconfirmed'],
].map(([file = '', id = '']) => ({ file, text: withoutText(pack.read(file), id) }))
const standing = (file: string): string => lacking.find((edit) => edit.file === file)?.text ?? pack.read(file)
const textsOf = (loaded = pack.load(lacking)): ReviewText[] => reviewTexts(loaded as Whole, 'pl') ?? []
const texts = textsOf()
const reader = { by: 'an interpreter: "council" #1', date: '2026-12-01' }

/** A row as it is exported, with what a reviewer filled in. */
const rowOf = (text: ReviewText, filled: Partial<SheetRow> = {}, row = 2): SheetRow => ({
  row,
  id: text.id,
  code: codeOf('pl', text),
  translation: text.text ?? '',
  ok: '',
  correction: '',
  note: '',
  ...filled,
})
const known = (id: string): ReviewText => {
  const text = texts.find((t) => t.id === id)
  if (!text) throw new Error(`no text ${id}`)
  return text
}
const judged = (filled: Partial<SheetRow>, id = 'get-help.cannot-ring') => judge([rowOf(known(id), filled)], texts, 'pl')

test('the texts of a language are those of its files and those it lacks', () => {
  expect(texts.filter(({ text }) => text !== null).length).toBeGreaterThan(70)
  expect(known('services.beacon.unconfirmed').file).toBe('hertfordshire/words/pl/get-help.yaml')
  expect(known('services.childline.unconfirmed')).toMatchObject({ state: 'untranslated', file: 'national/words/pl/get-help.yaml' })
  expect(known('services.beacon.about')).toMatchObject({ state: 'untranslated', file: 'hertfordshire/words/pl/get-help.yaml' })
  expect(known('services.childrens-services.about').english).toContain('{phone:emergency-999}')
  expect(reviewTexts(pack.load() as Whole, 'xx')).toBeNull()
})

test('a file in which nothing is changed stays the same to the letter', () => {
  for (const layer of ['national', 'hertfordshire'])
    for (const language of readdirSync(`${pack.folder}/${layer}/words`).filter((name) => name !== 'en')) {
      const text = pack.read(`${layer}/words/${language}/get-help.yaml`)
      expect(applyChanges(text, [], reader, language)).toBe(text)
    }
})

describe('a row', () => {
  test('with a yes is reviewed', () =>
    expect(judged({ ok: 'Yes' }).changes).toMatchObject([{ reviewed: true, words: known('get-help.cannot-ring').text }]))
  test('with a correction is a new draft', () =>
    expect(judged({ correction: 'Nie ma jak dzwonić?' }).changes).toMatchObject([{ reviewed: false, words: 'Nie ma jak dzwonić?' }]))
  test('with both is the correction, reviewed', () =>
    expect(judged({ ok: 'yes', correction: 'Nowe' }).changes).toMatchObject([{ reviewed: true, words: 'Nowe' }]))
  test('whose translation was written over counts as corrected', () =>
    expect(judged({ translation: 'Nowe' }).changes).toMatchObject([{ reviewed: false, words: 'Nowe' }]))
  test('that says nothing does nothing, nor does a no to a draft', () => {
    expect(judged({})).toEqual({ changes: [], refusals: [], notes: [] })
    expect(judged({ ok: 'no', note: 'why?' })).toEqual({
      changes: [],
      refusals: [],
      notes: [{ row: 2, id: 'get-help.cannot-ring', note: 'why?' }],
    })
  })
  test('of a text that is missing takes the translation wherever it was written', () => {
    for (const filled of [{ translation: 'Nowe' }, { correction: 'Nowe' }])
      expect(judged(filled, 'services.beacon.about').changes).toMatchObject([{ reviewed: false, words: 'Nowe' }])
  })

  const code = codeOf('pl', known('get-help.cannot-ring'))
  const relay = known('get-help.relay').text ?? ''
  test.each<[string, Partial<SheetRow>, string, RegExp]>([
    ['of another language', { code: code.replace('pl:', 'ro:'), ok: 'yes' }, 'get-help.cannot-ring', /for another language/],
    ['without its code', { code: '', ok: 'yes' }, 'get-help.cannot-ring', /for another language/],
    [
      'whose English has changed since',
      { code: code.replace(/:\w+:/, ':00000000:'), ok: 'yes' },
      'get-help.cannot-ring',
      /English has changed/,
    ],
    [
      'whose translation has changed since',
      { code: code.replace(/\w+$/, '00000000'), ok: 'yes' },
      'get-help.cannot-ring',
      /translation has changed/,
    ],
    ['with another answer', { ok: 'maybe' }, 'get-help.cannot-ring', /Write yes or no/],
    ['that lost a value', { correction: relay.replace('{number}', '18000') }, 'get-help.relay', /number is missing/],
    ['that lost a mark', { correction: relay.replaceAll(/<\/?b>/g, '') }, 'get-help.relay', /b is missing/],
    ['with a value of its own', { correction: 'Nowe {number}' }, 'get-help.cannot-ring', /does not have number/],
    ['with an open brace', { correction: 'Nowe {' }, 'get-help.cannot-ring', /never closed/],
    ['that lost a telephone number', { correction: 'Zadzwoń' }, 'services.childrens-services.about', /must have \{phone:emergency-999\}/],
    ['with signs that are none', { correction: 'a\u0000b' }, 'get-help.cannot-ring', /U\+0000 \(null\)/],
    ['of enormous length', { correction: 'a'.repeat(5001) }, 'get-help.cannot-ring', /the limit is 5000/],
    ['with a yes to nothing', { ok: 'yes' }, 'services.beacon.about', /no translation to agree with/],
    ['of no text', { id: 'get-help.nothing', ok: 'yes' }, 'get-help.cannot-ring', /no text "get-help.nothing"/],
  ])('%s is refused', (_name, filled, id, reason) => {
    const { changes, refusals } = judged(filled, id)
    expect(changes).toEqual([])
    expect(refusals).toMatchObject([{ row: 2, reason: expect.stringMatching(reason) }])
  })

  test.each<[string, RegExp, (text: string) => string, RegExp]>([
    ['lost its link', /\]\(\/privacy\)/, (text) => text.replace(/\[(.*?)\]\(.*?\)/, '$1'), /Use the same links/],
    ['is no heading any more', /^## /, (text) => text.slice(3), /Start with `## `/],
    ['is no list any more', /^- /, (text) => text.replaceAll('- ', ''), /Start with `- `/],
    ['is two parts', /^## /, (text) => `${text}\n\nNowe`, /empty line/],
  ])('of a page that %s is refused', (_name, which, spoil, reason) => {
    const text = texts.find(({ id, english }) => id.startsWith('page.your-safety.') && which.test(english))
    const { changes, refusals } = judged({ correction: spoil(text?.text ?? '') }, text?.id)
    expect([changes, refusals]).toMatchObject([[], [{ reason: expect.stringMatching(reason) }]])
  })

  test('that says again what an earlier one said is refused', () => {
    const text = known('get-help.cannot-ring')
    const { changes, refusals } = judge([rowOf(text, { ok: 'yes' }, 2), rowOf(text, { correction: 'Nowe' }, 3)], texts, 'pl')
    expect([changes.length, refusals]).toEqual([1, [{ row: 3, id: text.id, reason: 'the text is already in row 2' }]])
  })
})

/** Words that a reviewer may write, YAML's own signs and those of spreadsheets among them. */
const words = fc
  .string({ unit: fc.constantFrom(...'ab ąż: #-"\'=+@%\\&*!|>[]?,.\nابجدትግር'), minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== '')

test('whatever a reviewer says, the files hold it, and nothing else changes', () => {
  const plain = texts.filter(({ id, english }) => !/[{<]/.test(english) && !/\.\d+$/.test(id))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(plain.length - 1), fc.option(words, { nil: '' }), fc.constantFrom('', 'yes', 'no')), { maxLength: 12 }),
      (said) => {
        const rows = [...new Map(said.map(([n, correction, ok]) => [n, { n, correction, ok }])).values()].flatMap(({ n, ...filled }) => {
          const text = plain[n]
          return text ? [rowOf(text, filled)] : []
        })
        const { changes, refusals } = judge(rows, texts, 'pl')
        for (const { reason } of refusals) expect(reason).toMatch(/no translation to agree with/)
        const edits = [...Map.groupBy(changes, ({ text }) => text.file)].map(([file, own]) => ({
          file,
          text: applyChanges(standing(file), own, reader, 'pl'),
        }))
        const loaded = pack.load([...lacking, ...edits])
        expect(errorsOf(loaded.findings)).toEqual([])
        const after = new Map(textsOf(loaded).map((text) => [text.id, text]))
        for (const before of texts) {
          const row = rows.find(({ id }) => id === before.id)
          const now = after.get(before.id)
          const text = row?.correction || before.text
          expect(now?.text).toBe(text)
          if (row?.ok === 'yes' && text !== null) expect(now).toMatchObject({ state: 'reviewed', reviewed: { ...reader, of: before.of } })
          else expect(now?.state).toBe(row?.correction ? 'drafted' : before.state)
        }
        // What was exported before is old now, where it was changed.
        expect(
          judge(
            rows.filter(({ correction }) => correction),
            textsOf(loaded),
            'pl',
          ).changes,
        ).toEqual([])
      },
    ),
    { numRuns: process.env.WAYMARK_ALL ? 12 : 5 },
  )
})
