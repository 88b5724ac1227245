import { describe, expect, it } from 'vitest'
import { attributes, classNames, contentOf } from './attributes.ts'

// The published fixtures use few of the rules of govuk-frontend's macros/attributes.njk; these are the examples in its comment.
describe('attributes', () => {
  it.each([
    [{ 'aria-hidden': true }, { 'aria-hidden': 'true' }],
    [{ 'aria-hidden': false }, { 'aria-hidden': 'false' }],
    [
      { hidden: undefined, lang: null, title: '' },
      { hidden: '', lang: '', title: '' },
    ],
    [{ 'data-count': 0 }, { 'data-count': '0' }],
    [{ hidden: { value: undefined } }, { hidden: '' }],
    [{ hidden: { value: true, optional: true } }, { hidden: '' }],
    [{ hidden: { value: false, optional: true }, lang: { value: null, optional: true }, id: { value: undefined, optional: true } }, {}],
    [{ value: { value: '', optional: true } }, { value: '' }],
  ])('%j', (given, expected) => {
    expect(attributes(given)).toEqual(expected)
  })

  it('keeps the first of two with the same name, as an HTML parser does, unless it was left out', () => {
    expect(attributes({ id: 'own' }, undefined, { id: 'other' })).toEqual({ id: 'own' })
    expect(attributes({ id: { value: undefined, optional: true } }, { id: 'other' })).toEqual({ id: 'other' })
  })
})

describe('classNames', () => {
  it('leaves out what is empty', () => {
    expect(classNames('a', undefined, false, null, '', 'b c')).toBe('a b c')
  })
})

describe('contentOf', () => {
  it('prefers html to text', () => {
    expect(contentOf({ html: 'html', text: 'text' })).toBe('html')
    expect(contentOf({ html: false, text: 'text' })).toBe('text')
  })
})
