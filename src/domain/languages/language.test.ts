import { describe, expect, test } from 'vitest'
import { mayPublish, type Translation, translationState } from './language.ts'

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
  test.each(['drafted', 'needs-review'] as const)('rights that are %s are shown by no setting', (state) => {
    expect(mayPublish('rights', state, false)).toBe(false)
    expect(mayPublish('rights', state, true)).toBe(false)
  })
  test('reviewed rights are shown', () => expect(mayPublish('rights', 'reviewed', false)).toBe(true))
  test('drafts of "get help" are shown, of others only where the pack says so', () => {
    expect(mayPublish('get-help', 'drafted', false)).toBe(true)
    expect(mayPublish('other', 'drafted', false)).toBe(false)
    expect(mayPublish('other', 'drafted', true)).toBe(true)
  })
})
