import { expect, test } from 'vitest'
import type { Pack } from '../content/pack.ts'
import { makeMarkdown } from './markdown.ts'

const phone = (display: string) => ({ phone: { display, dial: display.replaceAll(' ', '') } })
const pack = { services: ['999', '101', '18001 101', '0800 555 111'].map(phone) } as unknown as Pack
const links = (text: string, unlinked: string[] = []): string[] =>
  [
    ...makeMarkdown(pack, unlinked)
      .page(text)
      .html.matchAll(/tel:(\d+)/g),
  ].map(([, dial]) => dial ?? '')

test.each([
  ['Ring 999 or 101.', ['999', '101']],
  ['In danger (999), else **101**', ['999', '101']],
  ['By textphone 18001 101, or 0800 555 111', ['18001101', '0800555111']],
  ['999\n\n101', ['999', '101']],
])('%j has links to %j', (text, dials) => expect(links(text)).toEqual(dials))

test.each([
  '01632 960 999',
  '01632\u00a0960\u00a0999',
  '01632\u202f960\u202f101',
  '01632-960-999',
  '01632/999',
  '(01632) 999',
  '01632\n999',
  '01632 **999**',
  '**999** 01632',
  '999 123',
  '101-22',
  '4321 ext 101',
  'ext. 999',
  '9 0800 555 111',
])('no part of another number is a link: %j', (text) => expect(links(text)).toEqual([]))

test('what somebody says of themselves is no link, whatever is in it; what stands around it is one', () => {
  const said = ['Hall 101 & Sons', 'Dr. 999 (night)']
  expect(links('In danger ring 999. At Hall 101 & Sons tell Dr. 999 (night), or ring 101.', said)).toEqual(['999', '101'])
})
