import type { Child } from 'hono/jsx'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { canonicalHtml } from './canonical-html.ts'
import { Checkboxes } from './checkboxes.tsx'
import { Details } from './details.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Radios } from './radios.tsx'
import { Textarea } from './textarea.tsx'

const expectHtml = (actual: Child, expected: string) => expect(canonicalHtml(String(actual))).toBe(canonicalHtml(expected))

// What the templates (template.njk of each component) do and no published fixture shows.
describe('children, the caller of the macros', () => {
  it('are the text of details', () => {
    expectHtml(
      <Details summaryText="More">
        <p>Words</p>
      </Details>,
      `<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">More</span></summary>
       <div class="govuk-details__text"><p>Words</p></div></details>`,
    )
  })
  it('are the description of an error summary', () => {
    expectHtml(
      <ErrorSummary titleText="Title">Words</ErrorSummary>,
      `<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
       <h2 class="govuk-error-summary__title">Title</h2><div class="govuk-error-summary__body"><p>Words</p></div></div></div>`,
    )
  })
  it('are the body of a fieldset and of an inset text', () => {
    expectHtml(
      <Fieldset>
        <p>Words</p>
      </Fieldset>,
      '<fieldset class="govuk-fieldset"><p>Words</p></fieldset>',
    )
    expectHtml(<InsetText>Words</InsetText>, '<div class="govuk-inset-text">Words</div>')
  })
})

describe('a form group', () => {
  const group = { beforeInputs: { text: 'Before & after' }, afterInputs: { html: <hr /> } }
  it.each([
    { name: 'radios', type: 'radio', actual: <Radios name="a" items={[{ value: 'x', text: 'X' }]} formGroup={group} /> },
    { name: 'checkboxes', type: 'checkbox', actual: <Checkboxes name="a" items={[{ value: 'x', text: 'X' }]} formGroup={group} /> },
  ])('takes content before and after $name', ({ name, type, actual }) => {
    expectHtml(
      actual,
      `<div class="govuk-form-group"><div class="govuk-${name}" data-module="govuk-${name}">
       Before &amp; after
       <div class="govuk-${name}__item"><input class="govuk-${name}__input" id="a" name="a" type="${type}" value="x">
       <label class="govuk-label govuk-${name}__label" for="a">X</label></div>
       <hr></div></div>`,
    )
  })
  it('takes content before and after an input, in a wrapper', () => {
    const formGroup = { beforeInput: { text: 'Before' }, afterInput: { html: <b>After</b> } }
    expectHtml(
      <Input name="a" label={{ text: 'A' }} value="" formGroup={formGroup} />,
      `<div class="govuk-form-group"><label class="govuk-label" for="a">A</label><div class="govuk-input__wrapper">Before
       <input class="govuk-input" id="a" name="a" type="text" value=""><b>After</b></div></div>`,
    )
  })
})

describe('a text of several lines', () => {
  const shown = (value: string) => {
    const all = (node: { nodeName: string; childNodes?: readonly unknown[] }): string[] =>
      node.nodeName === 'textarea'
        ? [String((node.childNodes?.[0] as { value?: string } | undefined)?.value ?? '')]
        : ((node.childNodes ?? []) as (typeof node)[]).flatMap(all)
    return all(parse(String(<Textarea name="a" label={{ text: 'A' }} value={value} />)) as never)
  }
  it.each(['', 'a', '\na', '\n\na\n', ' a', '</textarea><b>', '&amp;'])('is shown as it was typed: %j', (value) => {
    expect(shown(value)).toEqual([value])
  })
})
