import { createRequire } from 'node:module'
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { describe, expect, it } from 'vitest'
import { BackLink } from './back-link.tsx'
import { Button } from './button.tsx'
import { canonicalHtml } from './canonical-html.ts'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { ExitThisPage } from './exit-this-page.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileUpload } from './file-upload.tsx'
import { Hint } from './hint.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { SkipLink } from './skip-link.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

type Fixtures = { component: string; fixtures: readonly { name: string; options: object; html: string }[] }

const load = createRequire(import.meta.url)
const readFixtures = (name: string): Fixtures => load(`govuk-frontend/dist/govuk/components/${name}/fixtures.json`)

const markRaw = (key: string, value: unknown) => (/html$/i.test(key) && typeof value === 'string' ? raw(value) : value)

const render = async <Params,>(Component: FC<Params>, params: Params) => canonicalHtml(String((await Component(params)) ?? ''))

/** Renders every published fixture of the macro, the hidden ones too, and compares with the HTML published beside it. */
function matchesFixtures<Params>(name: string, Component: FC<Params>, isUsed: (options: object) => boolean = () => true) {
  describe(name, () => {
    const { component, fixtures } = readFixtures(name)
    it('has fixtures', () => {
      expect(component).toBe(name)
      expect(fixtures.length).toBeGreaterThan(0)
    })
    it.each(fixtures.filter(({ options }) => isUsed(options)))('$name', async ({ options, html }) => {
      const params: Params = JSON.parse(JSON.stringify(options), markRaw)
      expect(await render(Component, params)).toBe(canonicalHtml(html))
    })
  })
}

matchesFixtures('back-link', BackLink)
matchesFixtures('button', Button)
matchesFixtures('checkboxes', Checkboxes)
matchesFixtures('date-input', DateInput)
matchesFixtures('details', Details)
matchesFixtures('error-message', ErrorMessage)
matchesFixtures('error-summary', ErrorSummary)
matchesFixtures('exit-this-page', ExitThisPage)
matchesFixtures('fieldset', Fieldset)
// Its script opens a box to drop files into: not used.
matchesFixtures('file-upload', FileUpload, (options) => !('javascript' in options))
matchesFixtures('hint', Hint)
matchesFixtures('input', Input)
matchesFixtures('inset-text', InsetText)
matchesFixtures('label', Label)
matchesFixtures('radios', Radios)
matchesFixtures('select', Select)
matchesFixtures('skip-link', SkipLink)
matchesFixtures('textarea', Textarea)
matchesFixtures('warning-text', WarningText)

describe('the comparison', () => {
  const original = canonicalHtml('<p class="b a" id="x" lang="en">\n  Go <b>on</b> </p>')
  it('takes no notice of order and of white space that does not show', () => {
    expect(canonicalHtml('<p lang="en" id="x" class="a  b">Go  <b>on</b></p>')).toBe(original)
  })
  it.each([
    ['an attribute', '<p class="b a" id="y" lang="en">Go <b>on</b></p>'],
    ['a missing attribute', '<p class="b a" id="x">Go <b>on</b></p>'],
    ['a class', '<p class="b c" id="x" lang="en">Go <b>on</b></p>'],
    ['a text', '<p class="b a" id="x" lang="en">Go <b>off</b></p>'],
    ['an element', '<p class="b a" id="x" lang="en">Go <i>on</i></p>'],
    ['text that looks like an element', '<p class="b a" id="x" lang="en">Go &lt;b>on&lt;/b></p>'],
    ['white space beside an inline element', '<p class="b a" id="x" lang="en">Go<b>on</b></p>'],
  ])('notices %s that differs', (_, html) => {
    expect(canonicalHtml(html)).not.toBe(original)
  })
  it('notices a fixture that differs', async () => {
    const fixture = readFixtures('radios').fixtures.find(({ name }) => name === 'default')
    const html = fixture?.html ?? ''
    const params = { name: 'example-default', fieldset: { legend: { text: 'Have you changed your name?' } } }
    const items = [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ]
    expect(await render(Radios, { ...params, items })).toBe(canonicalHtml(html))
    expect(await render(Radios, { ...params, items, attributes: { 'data-extra': '1' } })).not.toBe(canonicalHtml(html))
    expect(await render(Radios, { ...params, items, classes: 'govuk-radios--small' })).not.toBe(canonicalHtml(html))
    expect(await render(Radios, { ...params, items: [...items].reverse() })).not.toBe(canonicalHtml(html))
    expect(await render(Radios, { ...params, items: [{ value: 'yes', text: 'Aye' }, items[1]] })).not.toBe(canonicalHtml(html))
  })
})
