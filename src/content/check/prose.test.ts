import { describe, expect, it } from 'vitest'
import { easyNames, hardest, makeCounter, readingAge } from './prose.ts'

const none = easyNames([])
const counted = (text: string, names = none) =>
  makeCounter(names)({ text, file: 'a', lineAt: (index) => text.slice(0, index).split('\n').length })

describe('reading age', () => {
  it('is the Flesch-Kincaid grade and five years', () => {
    // 6 words, 6 syllables, 1 sentence: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45
    const [sentence] = counted('The cat sat on the mat.')
    expect(sentence).toMatchObject({ words: 6, syllables: 6 })
    expect(sentence?.age).toBeCloseTo(3.55, 2)
    // 13 words and, as `syllable` counts, 26 syllables: 0.39 * 13 + 11.8 * 2 - 15.59 = 13.08
    const all = counted('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.')
    expect(all).toMatchObject([{ words: 13, syllables: 26 }])
    expect(readingAge(all)).toBeCloseTo(18.08, 2)
  })

  it('of a page is that of all its words over all its sentences', () => {
    expect(
      readingAge([
        { words: 10, syllables: 15 },
        { words: 5, syllables: 5 },
      ]),
    ).toBeCloseTo(0.39 * 7.5 + (11.8 * 20) / 15 - 15.59 + 5, 6)
    expect(readingAge([])).toBeNaN()
  })

  it('counts names and terms as one easy word, in the plural, in any case, and the longest first', () => {
    const names = easyNames(['National Referral Mechanism', 'National', 'First Responder Organisation', 'SPOC'])
    expect(counted('The national referral mechanism is it.', names)).toMatchObject([{ words: 4, syllables: 4 }])
    expect(counted("First Responder Organisations ask a SPOC's friend.", names)).toMatchObject([{ words: 5, syllables: 5 }])
    expect(counted('SPOCK is one.', names)).toMatchObject([{ words: 3 }])
  })

  it('of the examples in docs/reference/check.md is as they say', () => {
    const names = easyNames(['First Responder Organisation', 'National Referral Mechanism'])
    const referral = 'Only staff of a First Responder Organisation can make a referral to the National Referral Mechanism.'
    const age = (text: string, of = none) => readingAge(counted(text, of)).toFixed(1)
    expect(age('In danger now? Ring {phone:emergency-999}. Say where you are. Keep yourself safe.')).toBe('4.3')
    expect(age('If you are in danger, contact the emergency services immediately, stating your location.')).toBe('19.0')
    expect(age(referral, names)).toBe('8.8')
    expect(age(referral)).toBe('19.3')
  })

  it('counts a number to ring as one easy word', () => {
    expect(counted('Ring {phone:modern-slavery-helpline} now.')).toMatchObject([{ words: 3, syllables: 3 }])
  })

  it('does not end a sentence at the end of a line, and says on which line each begins', () => {
    const text = 'This is one {phone:emergency-999}\nthat goes on. This is two.\nThis is three'
    expect(counted(text).map(({ text: t, line }) => [t, line])).toEqual([
      ['This is one {phone:emergency-999} that goes on.', 1],
      ['This is two.', 2],
      ['This is three', 3],
    ])
  })

  it('names as hardest a sentence of some length', () => {
    const all = counted(
      'Responsibility. We met at the car wash. Organisational responsibility necessitates multidisciplinary collaboration.',
    )
    expect(hardest(all)?.text).toMatch(/^Organisational/)
    expect(hardest(counted('Responsibility.'))?.text).toBe('Responsibility.')
    expect(hardest([])).toBeNull()
  })
})
