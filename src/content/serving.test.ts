import { expect, test } from 'vitest'
import { madeUp, twinshire } from './two-councils-fixtures.ts'

const county = madeUp()

/** What the loader says of Twinshire with a file of it changed. */
const said = (file: string, change: (text: string) => string): string[] =>
  county
    .load((name, text) => {
      if (name !== file) return text
      const changed = change(text)
      expect(changed).not.toBe(text)
      return changed
    })
    .findings.map(({ file: at, line, found, instead }) => `${at}:${line} ${found}. ${instead}`)

const services = 'services.yaml'

test('Twinshire itself has no faults', () => expect(county.load().findings).toEqual([]))

test.each<[string, string, (text: string) => string, RegExp]>([
  [
    'a place that nobody serves',
    services,
    (t) => t.replace('serves: [northtown, eastham]', 'serves: [northtown]'),
    /services\.yaml:4 people in Eastham would not see any service, because no row for "childrens-services" serves that place\. Add "eastham"/,
  ],
  [
    'a place that two serve',
    services,
    (t) => t.replace('serves: [weston]', 'serves: [weston, eastham]'),
    /Eastham has two rows for "childrens-services": this one and "childrens-services-northshire"/,
  ],
  [
    'a misspelt place',
    services,
    (t) => t.replace('serves: [northtown, eastham]', 'serves: [northtwon, eastham]'),
    /"northtwon" is not a place in this pack\. Use an id from `places:` in partnership\.yaml.*northtown/,
  ],
  [
    'a row without places',
    services,
    (t) => t.replace('  serves: [weston]\n', ''),
    /"childrens-services-southshire" does not say which places it serves/,
  ],
  [
    'a row for a service that is one already',
    services,
    (t) => t.replace('for: childrens-services', 'for: police-101'),
    /is for "police-101", but "police-101" is a service itself/,
  ],
  [
    'a line for some places, to which national pages send everybody',
    services,
    (t) =>
      t
        .replaceAll('childrens-services-northshire', 'childrens-services')
        .replace(/- id: childrens-services-southshire(?:.|\n)*?\n\n/, '')
        .replace('  for: childrens-services\n', ''),
    /"childrens-services" only serves some places, but national pages send everyone to it/,
  ],
  [
    'a list with the line of one council',
    'lists.yaml',
    (t) => t.replace('childrens-services,', 'childrens-services-northshire,'),
    /lists\.yaml:3 "childrens-services-northshire" is here without "childrens-services-southshire", which is for other places\. Write "childrens-services"/,
  ],
  [
    'no list of places',
    'partnership.yaml',
    (t) => t.replace(/places:\n(- .*\n)+/, ''),
    /"northtown" is not a place in this pack\. Add `places:` to partnership\.yaml/,
  ],
  [
    'a row without words',
    'words/en/services.yaml',
    (t) => t.replace('id: childrens-services-southshire', 'id: childrens-services-southshira'),
    /"childrens-services-southshira" does not match any service/,
  ],
  [
    'a row without a number, where a text gives it',
    services,
    (t) => t.replace(/phone: \{dial: "01632960210".*\}/, 'phone: null'),
    /\{phone:childrens-services\} does not match any service that has a number/,
  ],
])('%s is told at its line', (_, file, change, words) => {
  expect(said(file, change).filter((finding) => words.test(finding))).toHaveLength(1)
})

test('a faulty list of places is told once, there', () => {
  const found = said('partnership.yaml', (text) => text.replace('- {id: weston, name: "Weston"}', '- {id: weston}'))
  expect(found).toEqual([expect.stringMatching(/^twinshire\/partnership\.yaml:9 name is missing/)])
})

test('where there is room for one number, several are refused, with what to write', () => {
  const found = said('partnership.yaml', (text) => text.replace('phone_service: null', 'phone_service: childrens-services'))
  expect(found).toEqual([
    expect.stringMatching(
      /partnership\.yaml:\d+ "childrens-services" is 2 services, but there is only room for one number here\. .*: childrens-services-northshire, childrens-services-southshire\.$/,
    ),
  ])
})

/** Where a value within a pack is the id: as `.course.parts..slides..services.`. */
const placesOf = (value: unknown, id: string, path = ''): string[] => {
  if (value === id) return [path]
  if (!value || typeof value !== 'object') return []
  const inner = value instanceof Map ? [...value] : Object.entries(value)
  return inner.flatMap(([key, one]) => placesOf(one, id, `${path}.${Array.isArray(value) ? '' : key}`))
}

test('no list of a pack holds the id any more: each holds the rows that answer it', () => {
  const pack = twinshire()
  // What has the same name and is no service: bodies of sectors, actions of the pathway, events of a case.
  const other =
    /^\.services\.\.for$|^\.facts\.\.id$|^\.bodies\.\.id$|\.report_also\.$|\.body$|^\.clocks\.|^\.flows\.(?!.*\.services\.$)|\.steps\./
  for (const id of ['childrens-services', 'adult-social-care', 'council-housing']) {
    expect([id, placesOf(pack, id).filter((path) => !other.test(path))]).toEqual([id, []])
    for (const council of ['northshire', 'southshire']) expect(placesOf(pack, `${id}-${council}`).length).toBeGreaterThan(2)
  }
})

test('a text that gives the number gives each with its places, in the way of its language', () => {
  const pack = twinshire()
  const numbers = '01632 960110 (Northtown or Eastham) or 01632 960210 (Weston)'
  expect(JSON.stringify(pack.course.parts)).toContain(`Call children's services on ${numbers}`)
})
