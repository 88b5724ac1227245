import { describe, expect, test } from 'vitest'
import { draftSets, mayPublish, reviewedSets, setOf, type Translation, textSets, translationState } from './language.ts'

const draft: Translation = { id: 'get-help.danger', text: 'هل أنتم في خطر؟', of: '01234567' }
const reviewed: Translation = { ...draft, reviewed: { by: 'a reader of both languages', date: '2026-12-01', of: '01234567' } }

describe('the state of a translation', () => {
  test('a draft of today’s English', () => expect(translationState(draft, '01234567')).toBe('drafted'))
  test('reviewed against today’s English', () => expect(translationState(reviewed, '01234567')).toBe('reviewed'))
  test('a changed English makes a draft old', () => expect(translationState(draft, '76543210')).toBe('needs-review'))
  test('a changed English makes a review old', () => expect(translationState(reviewed, '76543210')).toBe('needs-review'))
  test('a text mended to the new English, reviewed only against the old one, is a draft', () =>
    expect(translationState({ ...reviewed, of: '76543210' }, '76543210')).toBe('drafted'))
})

describe('what readers may see', () => {
  const all = [...textSets, 'rights', 'consent', 'a-set-of-next-year']
  test.each([...reviewedSets, 'rights', 'consent', 'a-set-of-next-year'])('%s is shown only when reviewed, by whatever setting', (set) => {
    for (const state of ['drafted', 'needs-review'] as const) {
      expect(mayPublish(set, state, [])).toBe(false)
      expect(mayPublish(set, state, all)).toBe(false)
    }
    expect(mayPublish(set, 'reviewed', [])).toBe(true)
  })
  test('drafts of "get help" are shown, of others only where the pack names the set', () => {
    expect(mayPublish('get-help', 'drafted', [])).toBe(true)
    for (const set of draftSets) {
      expect(
        mayPublish(
          set,
          'drafted',
          all.filter((other) => other !== set),
        ),
      ).toBe(false)
      expect(mayPublish(set, 'drafted', [set])).toBe(true)
    }
  })
  test.each([
    ['get-help.danger', 'get-help'],
    ['services.beacon.name', 'get-help'],
    ['site.skip', 'get-help'],
    ['page.get-help.title', 'get-help'],
    ['page.your-rights.title', 'your-rights'],
    ['your-rights.agree', 'your-rights'],
  ])('%s belongs to %s', (id, set) => expect(setOf(id)).toBe(set))
})
