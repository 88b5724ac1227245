import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { campaignDaySchema, campaignEventSchema } from '../domain/campaigns/campaign.ts'
import { easyPageSchema } from '../domain/easy-read.ts'
import { figureSchema } from '../domain/figures.ts'
import { pageHead, termSchema, waySchema } from '../domain/page.ts'
import { firstResponderSchema, partnerSchema } from '../domain/people/partnership.ts'
import { searchWordsSchema } from '../domain/search/words.ts'
import { serviceSchema } from '../domain/services/service.ts'
import { bodySchema, exploitationTypeSchema, indicatorSchema, sectorSchema, sourceSchema } from '../domain/signs/signs.ts'
import { type Edit, entryLines, everyEighth, fieldLine, testPack, withLine } from './fixtures.ts'

/*
 * A pack that is broken in one place is refused with one message, at the file and line of the fault. The variants are
 * made by code from the shipped content: lines are found by what stands on them.
 */

/** A pack with a fault: how to make it, and where the one message must stand. */
type Variant = { name: string; edit: Edit; file: string; line: number; says: RegExp }

const pack = testPack()
afterAll(() => pack.remove())
const read = pack.read

const variant = (name: string, file: string, text: string | null, line: number, says: RegExp): Variant => ({
  name: `${file}: ${name}`,
  edit: { file, text },
  file,
  line,
  says,
})

/** The 1-based line of the first text that `find` fits. */
const lineOf = (text: string, find: RegExp): number => {
  const at = text.split('\n').findIndex((l) => find.test(l))
  if (at < 0) throw new Error(`nothing fits ${find}`)
  return at + 1
}

/** The 1-based line on which a file's values begin: what is missing from its head is reported there. */
const topLine = (text: string): number => lineOf(text, /^version:/)

// ------------------------------------------------------------------ lists: the same faults in each, found in its schema

/** A list file with a row that stands in one layer only, and the names whose values are ids of another list. */
const listFiles = [
  { file: 'national/services.yaml', key: 'services', schema: serviceSchema, row: 'tara', names: [] },
  { file: 'hertfordshire/services.yaml', key: 'services', schema: serviceSchema, row: 'beacon', names: ['instead'] },
  { file: 'national/exploitation-types.yaml', key: 'types', schema: exploitationTypeSchema, row: 'labour', names: ['drawing'] },
  {
    file: 'national/indicators.yaml',
    key: 'indicators',
    schema: indicatorSchema,
    row: 'malnourished',
    names: ['category', 'exploitation', 'sectors', 'sources'],
  },
  {
    file: 'national/sectors.yaml',
    key: 'sectors',
    schema: sectorSchema,
    row: 'nail-bar',
    names: ['exploitation', 'indicators', 'report_also', 'sources'],
  },
  { file: 'national/bodies.yaml', key: 'bodies', schema: bodySchema, row: 'environment-agency', names: ['instead'] },
  { file: 'national/sources.yaml', key: 'sources', schema: sourceSchema, row: 'UNODC', names: [] },
  { file: 'national/first-responders.yaml', key: 'first_responders', schema: firstResponderSchema, row: 'police-forces', names: [] },
  { file: 'hertfordshire/partners.yaml', key: 'partners', schema: partnerSchema, row: 'dacorum', names: [] },
  { file: 'hertfordshire/figures.yaml', key: 'figures', schema: figureSchema, row: 'herts-2015', names: ['source'] },
  { file: 'national/glossary.yaml', key: 'terms', schema: termSchema, row: 'debt-bondage', names: [] },
  { file: 'national/campaigns.yaml', key: 'days', schema: campaignDaySchema, row: 'abolition-of-slavery-day', names: [] },
  { file: 'hertfordshire/campaigns.yaml', key: 'history', schema: campaignEventSchema, row: 'herts-2018-world-day', names: ['day'] },
  { file: 'national/report.yaml', key: 'ways', schema: waySchema, row: 'on-a-train', names: ['services'] },
  { file: 'national/support.yaml', key: 'kinds', schema: waySchema, row: 'money', names: ['services'] },
  { file: 'national/easy-read.yaml', key: 'pages', schema: easyPageSchema, row: 'your-rights', names: [] },
  { file: 'national/search.yaml', key: 'pages', schema: searchWordsSchema, row: 'privacy', names: [] },
] as const satisfies readonly { file: string; key: string; schema: z.ZodObject; row: string; names: readonly string[] }[]

const lent: Record<string, RegExp> = {
  source: /^source:/m,
  checked: /^(?:checked|compiled):/m,
  review: /^review_default:/m,
  owner: /^owner_default:/m,
}

/** Fields of the row that the schema needs and the head of the file does not lend, those on one line of their own. */
const requiredFields = (file: string, schema: z.ZodObject, row: string): string[] => {
  const text = read(file)
  const { from, to } = entryLines(text, row)
  const lines = text.split('\n').slice(from + 1, to)
  return Object.entries(schema.shape).flatMap(([field, type]) => {
    const at = lines.findIndex((l) => l.startsWith(`  ${field}:`))
    const ends = !lines[at + 1] || /^ {2}[a-z_#]/.test(lines[at + 1] ?? '') || lines[at + 1] === ''
    return at >= 0 && ends && !z.safeParse(type as z.ZodType, undefined).success && !lent[field]?.test(text) ? [field] : []
  })
}

const misspell = (word: string): string => (word.length > 3 ? word.slice(0, 2) + word.slice(3) : `${word}x`)

const listVariants = (): Variant[] =>
  listFiles.flatMap(({ file, key, schema, row, names }): Variant[] => {
    const text = read(file)
    const { from, to } = entryLines(text, row)
    const required = requiredFields(file, schema, row)
    const at = (field: string) => fieldLine(text, row, field)
    const set = (field: string, value: string) => withLine(text, at(field), (l) => l.replace(/:.*$/, `: ${value}`))
    const has = (field: string) =>
      text
        .split('\n')
        .slice(from, to)
        .some((l) => l.startsWith(`  ${field}:`))
    const some = required.slice(0, 2)
    return [
      ...some.map((field) =>
        variant(
          `${row} without ${field}`,
          file,
          withLine(text, at(field), () => null),
          from + 1,
          new RegExp(`${field} is missing[\\s\\S]*Add \`${field}:`),
        ),
      ),
      ...some.slice(0, 1).map((field) =>
        variant(
          `${row}: ${field} misspelt`,
          file,
          withLine(text, at(field), (l) => l.replace(field, misspell(field))),
          at(field) + 1,
          new RegExp(`"${misspell(field)}" is not a field here[\\s\\S]*Write \`${field}:\``),
        ),
      ),
      ...some
        .slice(0, 1)
        .map((field) =>
          variant(
            `${row}: ${field} is a block`,
            file,
            set(field, '{a: 1}'),
            at(field) + 1,
            new RegExp(`${field} is \\{"a":1\\}[\\s\\S]*Write `),
          ),
        ),
      variant(
        `${row}: a field of its own`,
        file,
        withLine(text, from, (l) => `${l}\n  colour: green`),
        from + 2,
        /"colour" is not a field here[\s\S]*remove it/,
      ),
      variant(
        `${row} twice`,
        file,
        text
          .split('\n')
          .toSpliced(to, 0, ...text.split('\n').slice(from, to))
          .join('\n'),
        to + 1,
        /appears twice in this list \(first on line \d+\)/,
      ),
      variant(
        `${row}: an id with a capital`,
        file,
        withLine(text, from, (l) => l.replace(row, '"Not an Id!"')),
        from + 1,
        /Write |is no |names/,
      ),
      variant(
        'an entry without id',
        file,
        withLine(text, from, (l) => `- {colour: green}\n${l}`),
        from + 1,
        /an entry does not have an id/,
      ),
      ...['review']
        .filter(has)
        .flatMap((field) => [
          variant(`${row}: ${field} is no day`, file, set(field, '2027-02-30'), at(field) + 1, /"2027-02-30"[\s\S]*year-month-day/),
          variant(
            `${row}: ${field} as read in Britain`,
            file,
            set(field, '24/11/2027'),
            at(field) + 1,
            /"24\/11\/2027"[\s\S]*year-month-day/,
          ),
        ]),
      ...names.map((field) => {
        const value = /^\s+\w+: \[/.test(text.split('\n')[at(field)] ?? '') ? '[no-such-id]' : 'no-such-id'
        return variant(
          `${row}: ${field} names nothing`,
          file,
          set(field, value),
          at(field) + 1,
          /"no-such-id" does not match any [\s\S]*(?:Use an id from|name another)/,
        )
      }),
      variant(
        `${key} misspelt`,
        file,
        withLine(text, lineOf(text, new RegExp(`^${key}:`)) - 1, (l) => l.replace(key, misspell(key))),
        lineOf(text, new RegExp(`^${key}:`)),
        new RegExp(`"${misspell(key)}" does not belong in this file.*did you mean "${key}"`),
      ),
    ]
  })

// ------------------------------------------------------------------ YAML itself

const yamlVariants = (): Variant[] =>
  [
    ...listFiles.map(({ file, row }) => ({ file, row })).filter((_, i) => i % 4 === 1),
    { file: 'national/services.yaml', row: 'nspcc-helpline' },
  ].flatMap(({ file, row }): Variant[] => {
    const text = read(file)
    const { from, to } = entryLines(text, row)
    const quoted = text.split('\n').findIndex((l, i) => i > from && i < to && /^ {2}\w+: ".*"$/.test(l))
    const plain = text.split('\n').findIndex((l, i) => i > from && i < to && /^ {2}\w+: [a-z0-9-]+$/.test(l))
    const flow = text.split('\n').findIndex((l, i) => i > from && i < to && /^ {2}\w+: \[.*\]$/.test(l))
    return [
      ...(quoted < 0
        ? []
        : [
            variant(
              `${row}: a quote not closed`,
              file,
              withLine(text, quoted, (l) => l.replace(/"$/, '')),
              quoted + 1,
              /there is no " at the end of the line[\s\S]*Put " at the end/,
            ),
            variant(
              `${row}: two pairs of quotes`,
              file,
              withLine(text, quoted, (l) => `${l} and "more"`),
              quoted + 1,
              /after the end of a value/,
            ),
            variant(
              `${row}: a tab`,
              file,
              withLine(text, quoted, (l) => l.replace(/^ {2}/, '\t')),
              quoted + 1,
              /there is a tab[\s\S]*Use spaces/,
            ),
          ]),
      ...(plain < 0
        ? []
        : [
            variant(
              `${row}: a line too far in`,
              file,
              withLine(text, plain, (l) => `   ${l.trimStart()}`),
              plain + 1,
              /indented|no colon|second colon|neither/,
            ),
            variant(
              `${row}: a name twice`,
              file,
              withLine(text, plain, (l) => `${l}\n${l}`),
              plain + 2,
              /the same name appears twice/,
            ),
            variant(
              `${row}: two colons`,
              file,
              withLine(text, plain, (l) => `${l}: more`),
              plain + 1,
              /second colon[\s\S]*double quotes/,
            ),
            variant(
              `${row}: a text that begins with @`,
              file,
              withLine(text, plain, (l) => l.replace(': ', ': @')),
              plain + 1,
              /double quotes/,
            ),
            variant(
              `${row}: a text that begins with *`,
              file,
              withLine(text, plain, (l) => l.replace(': ', ': *')),
              plain + 1,
              /starts with \*[\s\S]*double quotes/,
            ),
          ]),
      ...(flow < 0
        ? []
        : [
            variant(
              `${row}: a list not closed`,
              file,
              withLine(text, flow, (l) => l.replace(/\]$/, '')),
              flow + 1,
              /a \[ is never closed/,
            ),
          ]),
    ]
  })

// ------------------------------------------------------------------ one file after another

const singleVariants = (): Variant[] => {
  const all: Variant[] = []
  const add = (name: string, file: string, text: string | null, line: number, says: RegExp) =>
    all.push(variant(name, file, text, line, says))
  /** Puts `to` in the place of the first line that fits, and expects the message there (or `below` it). */
  const swap = (name: string, file: string, find: RegExp, to: string | null, says: RegExp, below = 0) => {
    const text = read(file)
    const line = lineOf(text, find)
    add(
      name,
      file,
      withLine(text, line - 1, (l) => (to === null ? null : l.replace(find, to))),
      line + below,
      says,
    )
  }
  /** Takes the first line that fits out, and expects the message at `line`. */
  const drop = (name: string, file: string, find: RegExp, line: (text: string) => number, says: RegExp) => {
    const text = read(file)
    add(
      name,
      file,
      withLine(text, lineOf(text, find) - 1, () => null),
      line(text),
      says,
    )
  }
  const services = 'national/services.yaml'
  const local = 'hertfordshire/services.yaml'

  // Search words
  swap(
    'words for a place that is none',
    'national/search.yaml',
    /^- id: hotel$/,
    '- id: hotl',
    /"hotl" does not match any sector in this pack/,
  )
  swap(
    'words for a page that is none',
    'national/search.yaml',
    /^- id: your-safety$/,
    '- id: your-safty',
    /"your-safty" does not match any page in this pack/,
  )
  swap(
    'a page that comes first and is none',
    'national/search.yaml',
    /^first:$/,
    'first:\n- {id: pathwy, words: [x]}',
    /"pathwy" does not match any page in this pack/,
    1,
  )
  swap(
    'words for a language that is none',
    'national/search.yaml',
    /^- id: pl$/,
    '- id: pol',
    /"pol" does not match any language in this pack/,
  )
  swap(
    'words for a service that is none',
    'hertfordshire/search.yaml',
    /^- id: beacon$/,
    '- id: becon',
    /"becon" does not match any service in this pack/,
  )
  swap(
    'words for a way that is none',
    'national/search.yaml',
    /^- id: on-a-train$/,
    '- id: on-trains',
    /"on-trains" does not match any way to report in this pack/,
  )

  // Services
  const inRow = (file: string, id: string, find: RegExp, to: string, name: string, says: RegExp) => {
    const text = read(file)
    const { from, to: end } = entryLines(text, id)
    const at = text.split('\n').findIndex((l, i) => i >= from && i < end && find.test(l))
    if (at < 0) throw new Error(`${id} has nothing like ${find}`)
    add(
      `${id}: ${name}`,
      file,
      withLine(text, at, (l) => l.replace(find, to)),
      at + 1,
      says,
    )
  }
  inRow(local, 'beacon', /opens: "08:00"/, 'opens: "8:00"', 'a time with one digit', /opens is "8:00"[\s\S]*two digits/)
  inRow(local, 'beacon', /closes: "20:00"/, 'closes: "25:00"', 'an hour that no day has', /closes is "25:00"[\s\S]*two digits/)
  inRow(local, 'beacon', /closes: "17:00"/, 'closes: 5pm', 'a time in words', /closes is "5pm"/)
  inRow(local, 'beacon', /days: \[sat\]/, 'days: [saturday]', 'a day by its long name', /"saturday"[\s\S]*`mon` or `tue`/)
  inRow(
    local,
    'beacon',
    /bank_holidays: unknown/,
    'bank_holidays: maybe',
    'a rule for bank holidays that is none',
    /"maybe"[\s\S]*`open` or `closed` or `unknown`/,
  )
  inRow(local, 'beacon', /valid_to: null/, 'valid_to: soon', 'an end that is no day', /valid_to is "soon"[\s\S]*year-month-day/)
  inRow(local, 'beacon', /closes: "20:00", /, '', 'a row without closing time', /closes is missing/)
  inRow(
    local,
    'beacon',
    /bank_holidays/,
    'bank_holiday',
    'a misspelt name in a row',
    /"bank_holiday" is not a field here[\s\S]*Write `bank_holidays:`/,
  )
  inRow(
    local,
    'beacon',
    /phone: \{.*\}/,
    'phone: "03000 11 55 55"',
    'a phone that is a text',
    /phone is "03000 11 55 55"[\s\S]*a block of named values/,
  )
  inRow(local, 'beacon', /, display: "03000 11 55 55"/, '', 'a phone without display', /display is missing/)
  inRow(local, 'beacon', /display:/, 'dispaly:', 'a phone with a misspelt name', /"dispaly" is not a field here[\s\S]*Write `display:`/)
  inRow(local, 'beacon', /dial: "03000115555"/, 'dial: "03000 11 55 55"', 'dial with spaces', /phone\.dial is "03000 11 55 55"/)
  inRow(local, 'beacon', /dial: "03000115555"/, 'dial: 03000115555', 'dial without quotes', /phone\.dial is 3000115555[\s\S]*Write a text/)
  inRow(local, 'beacon', /e164: "\+44/, 'e164: "44', 'e164 without plus', /phone\.e164/)
  inRow(local, 'beacon', /url: "https:/, 'url: "http:', 'an address without s', /url is "http:[\s\S]*https:\/\//)
  inRow(local, 'beacon', /sure: A$/, 'sure: yes', 'sure as a word', /sure is "yes"[\s\S]*`A` or `B`/)
  inRow(local, 'beacon', /free: \{value: false/, 'free: {value: no', 'free as a word', /free\.value is "no"[\s\S]*true or false/)
  inRow(
    local,
    'beacon',
    /instead: .*/,
    'instead: [salvation-armi]',
    'a service that is not there',
    /"salvation-armi" does not match any service[\s\S]*did you mean "salvation-army"/,
  )
  inRow(
    services,
    'nspcc-helpline',
    /email: .*/,
    'email: help at nspcc',
    'an e-mail address that is none',
    /email is "help at nspcc"[\s\S]*name@example\.org/,
  )
  inRow(services, 'tara', /kind: phone/, 'kind: fone', 'a kind that is none', /kind is "fone"[\s\S]*`phone` or `textphone`/)
  inRow(
    services,
    'tara',
    /audience: .*/,
    'audience: everybody',
    'an audience that is no list',
    /audience is "everybody"[\s\S]*Write a list/,
  )
  inRow(
    local,
    'police-101',
    /id: police-101/,
    'id: police-11',
    'an overlay whose id is misspelt',
    /"police-11" does not have name, kind[\s\S]*did you mean "police-101"/,
  )
  swap('a wrong number without service', services, /service: fair-work-agency, kind: retired/, 'kind: retired', /service is missing/)
  swap(
    'a wrong number of an unknown service',
    services,
    /service: crimestoppers, kind/,
    'service: crimestopper, kind',
    /"crimestopper" does not match any service[\s\S]*did you mean "crimestoppers"/,
  )
  swap(
    'an example of an unknown service',
    local,
    /service: beacon, at: "2019-07-30T10/,
    'service: becon, at: "2019-07-30T10',
    /"becon" does not match any service/,
  )
  swap('a wrong version', services, /^version: 1/, 'version: 2', /version is 2[\s\S]*`1`/)
  drop('no version', 'national/glossary.yaml', /^version: 1/, (text) => lineOf(text, /^compiled:/) - 1, /version is missing/)
  swap('a head date that is none', 'national/glossary.yaml', /^compiled: .*/, 'compiled: yesterday', /compiled is "yesterday"/)
  swap(
    'an owner that is no id',
    'national/glossary.yaml',
    /^owner_default: .*/,
    'owner_default: The Coordinator',
    /owner_default is "The Coordinator"[\s\S]*car-wash/,
  )
  drop(
    'no owner in the head',
    'national/glossary.yaml',
    /^owner_default:/,
    topLine,
    /do not have owner, and neither does the top of the file[\s\S]*owner_default/,
  )
  drop(
    'no review in the head',
    'national/indicators.yaml',
    /^review_default:/,
    topLine,
    /do not have review, and neither does the top of the file[\s\S]*review_default/,
  )

  // An id misspelt where it is defined, though much of the pack names it
  for (const [file, id, kind] of [
    [services, 'crimestoppers', 'service'],
    ['national/exploitation-types.yaml', 'labour', 'exploitation type'],
    ['national/sectors.yaml', 'construction', 'sector'],
    ['national/sources.yaml', 'HERTSMERE', 'source'],
    ['national/bodies.yaml', 'fair-work-agency', 'body'],
    ['national/indicators.yaml', 'spoken-for', 'sign'],
  ] as const) {
    const text = read(file)
    const { from } = entryLines(text, id)
    add(
      `the id ${id} misspelt`,
      file,
      withLine(text, from, (l) => l.replace(id, misspell(id))),
      from + 1,
      new RegExp(`nothing uses the ${kind} "${misspell(id)}"[\\s\\S]*Write "${id}" here`),
    )
  }
  // An entry taken out though much of the pack names it: one message, at the first of those places
  {
    const text = read('national/sectors.yaml')
    const { from, to } = entryLines(text, 'hotel')
    const indicators = read('national/indicators.yaml')
    all.push({
      name: 'national/sectors.yaml: without hotel',
      edit: {
        file: 'national/sectors.yaml',
        text: text
          .split('\n')
          .toSpliced(from, to - from)
          .join('\n'),
      },
      file: 'national/indicators.yaml',
      line: lineOf(indicators, /^\s+sectors: \[.*\bhotel\b/),
      says: /"hotel" does not match any sector in this pack \(also named in .*\d+ more[\s\S]*Use an id from sectors\.yaml/,
    })
  }

  // Lists, partnership, brand
  const lists = 'hertfordshire/lists.yaml'
  swap(
    'a service that is not there',
    lists,
    /^ {2}- crimestoppers/,
    '  - crimestopers',
    /"crimestopers" does not match any service[\s\S]*did you mean "crimestoppers"/,
  )
  swap(
    'a misspelt list',
    lists,
    /^tell_about_child:/,
    'tell_about_chld:',
    /"tell_about_chld" does not belong in this file.*did you mean "tell_about_child"/,
  )
  swap(
    'a service twice in one list',
    lists,
    /^ {2}- crimestoppers/,
    '  - crimestoppers\n  - crimestoppers',
    /"crimestoppers" is in get_help\.someone_else twice/,
    1,
  )
  swap(
    'a misspelt need',
    lists,
    /^ {2}someone_else:/,
    '  somebody_else:',
    /"somebody_else" is not a field here[\s\S]*Write `someone_else:`/,
  )
  const partnership = 'hertfordshire/partnership.yaml'
  drop('no adopted', partnership, /^adopted:/, topLine, /adopted is missing[\s\S]*Add `adopted:/)
  drop('no exit', partnership, /^exit:/, topLine, /exit is missing[\s\S]*https:\/\//)
  drop('no name', partnership, /^name:/, topLine, /name is missing/)
  drop('no owner', partnership, /^owner:/, topLine, /owner is missing/)
  swap('exit without s', partnership, /^exit: "https:/, 'exit: "http:', /exit is "http:[\s\S]*https:\/\//)
  swap('exit that is no address', partnership, /^exit: .*/, 'exit: the weather', /exit is "the weather"[\s\S]*https:\/\//)
  swap('adopted without a date', partnership, /^adopted: .*/, 'adopted: {role: "Chair", organisation: dacorum}', /date is missing/)
  swap('adopted by nobody', partnership, /^adopted: .*/, 'adopted: {organisation: dacorum, date: 2026-11-24}', /role is missing/)
  swap(
    'adopted for a body that is no partner',
    partnership,
    /^adopted: .*/,
    'adopted: {role: "Chair", organisation: dacorumm, date: 2026-11-24}',
    /"dacorumm" does not match any partner in this pack[\s\S]*did you mean "dacorum"/,
  )
  swap(
    'a language that is none',
    partnership,
    /^adopted: null/,
    'adopted: null\nlanguages: [ar, cyy]',
    /"cyy" does not match any language[\s\S]*did you mean "cy"/,
    1,
  )
  add(
    'texts in Welsh that the pack does not offer',
    'hertfordshire/words/cy/get-help.yaml',
    'version: 1\nstrings: []\n',
    1,
    /the language "cy"[\s\S]*Add cy to `languages`/,
  )
  add(
    'texts in a folder of no language',
    'hertfordshire/words/plo/get-help.yaml',
    'version: 1\nstrings: []\n',
    1,
    /the language "plo"[\s\S]*did you mean "pl"/,
  )
  swap('adopted as a word', partnership, /^adopted: .*/, 'adopted: yes', /adopted is "yes"/)
  swap('a region that is none', partnership, /^region: .*/, 'region: england', /"england" does not match any region/)
  swap('a time zone that is none', partnership, /^timezone: .*/, 'timezone: Europe/Hertford', /"Europe\/Hertford" is not a time zone/)
  swap('a misspelt name', partnership, /^short:/, 'shrt:', /"shrt" is not a field here[\s\S]*Write `short:`/)
  swap('a person with no role', partnership, /^- \{role: /, '- {rol: ', /"rol" is not a field here[\s\S]*Write `role:`/)
  const brand = 'hertfordshire/brand.yaml'
  swap('a colour in words', brand, /^deep: .*/, 'deep: green', /deep is "green"[\s\S]*#174a3e/)
  swap('a colour in capitals', brand, /^sun: .*/, 'sun: "#F7B93E"', /sun is "#F7B93E"[\s\S]*lower-case/)
  swap('a colour without quotes', brand, /^sky: .*/, 'sky: #e6f0ec', /sky is null[\s\S]*Write /)
  drop('no sun', brand, /^sun:/, topLine, /sun is missing/)
  add('an empty file', brand, '', 1, /the file is empty[\s\S]*version: 1/)
  add('no such file', brand, null, 1, /this file is missing/)
  add('a text and no values', 'hertfordshire/bodies.yaml', 'nothing to say\n', 1, /the file only has "nothing to say" in it/)

  // Words
  const words = 'national/words/en/site.yaml'
  const wordsOfSigns = 'national/words/en/signs.yaml'
  drop(
    'a word left out',
    words,
    /^ {4}your-safety: "Your safety"/,
    (text) => lineOf(text, /^ {2}site:/),
    /"site\.your-safety" does not have any words[\s\S]*Add `your-safety: …` under `site:`/,
  )
  swap(
    'a misspelt id',
    words,
    /^ {4}leave-done:/,
    '    leave-don:',
    /no page uses the words "site\.leave-don"[\s\S]*Did you mean "site\.leave-done"/,
  )
  swap('a brace not closed', words, /(\{[a-z]+)\}"$/, '$1"', /a \{ is never closed[\s\S]*Correct the braces/)
  swap('a brace that closes nothing', words, /\{([a-z]+\})"$/, '$1"', /a \} does not close anything/)
  swap('a plural without other', wordsOfSigns, / other \{[^{}]*\}/, '', /needs `other/)
  swap('words that are a number', words, /^ {4}skip: .*/, '    skip: 7', /skip is 7[\s\S]*Write a text/)
  swap('a group that no page has', words, /^ {2}nav:/, '  navi:', /no page uses the words in the group "navi"/)
  swap(
    'words of an unknown number',
    words,
    /^ {4}skip: .*/,
    '    skip: "Ring {phone:unknown}"',
    /\{phone:unknown\} does not match any service/,
  )
  const serviceWords = 'national/words/en/services.yaml'
  swap(
    'words of an unknown service',
    serviceWords,
    /^- id: acas/,
    '- id: acass',
    /"acass" does not match any service[\s\S]*did you mean "acas"/,
  )
  inRow(serviceWords, 'acas', /name: /, 'nme: ', 'a misspelt name', /"nme" is not a field here/)
  add(
    'local words that ask for what the page does not give',
    'hertfordshire/words/en/interface.yaml',
    'version: 1\nlanguage: en\nwords:\n  service:\n    ring: "Ring {servce}"\n',
    5,
    /the page cannot fill in servce/,
  )
  add(
    'words that stand twice in a layer',
    'national/words/en/zoo.yaml',
    'version: 1\nlanguage: en\nwords:\n  site:\n    skip: "Skip"\n',
    5,
    /"site\.skip" appears twice/,
  )
  {
    const text = read(serviceWords)
    const { from, to } = entryLines(text, 'crimestoppers')
    const order = read(lists)
    all.push({
      name: `${serviceWords}: no words for a service on a list`,
      edit: {
        file: serviceWords,
        text: text
          .split('\n')
          .toSpliced(from, to - from)
          .join('\n'),
      },
      file: lists,
      line: lineOf(order, /^ *- crimestoppers/),
      says: /"crimestoppers" does not have any words[\s\S]*words\/en\/services\.yaml/,
    })
  }

  // Signs and places
  swap(
    'a sign for nobody',
    'national/indicators.yaml',
    /applies_to: both/,
    'applies_to: all',
    /applies_to is "all"[\s\S]*`both` or `adult` or `child`/,
  )
  swap('urgent as a word', 'national/indicators.yaml', /^ {2}urgent: true/, '  urgent: very', /urgent is "very"[\s\S]*true or false/)
  swap('a place with a sign that is a number', 'national/sectors.yaml', /^ {2}- "[A-Z].*/, '  - 7', /\.\d+ is 7[\s\S]*Write a text/)
  swap(
    'an unknown number in a text',
    'national/sectors.yaml',
    /\{phone:[a-z0-9-]+\}/,
    '{phone:emergency-99}',
    /\{phone:emergency-99\} does not match any service[\s\S]*did you mean "emergency-999"/,
  )
  swap(
    'a service without number in a text',
    'national/report.yaml',
    /\{phone:[a-z0-9-]+\}/,
    '{phone:fair-work-agency}',
    /\{phone:fair-work-agency\} does not match any service that has a number/,
  )
  swap(
    'an unknown figure in a text',
    'national/report.yaml',
    /^ {4}(?=[A-Z])/,
    '    {figure:no-such} people asked. ',
    /\{figure:no-such\} does not match any figure/,
  )

  swap(
    'a message that is too long for a network',
    'national/campaigns.yaml',
    /(?<=^ {4}text: "A child can never agree to be exploited. ).*(?=")/,
    'Nobody has to show force, threats or lies. '.repeat(6),
    /with its address and hashtags, "no-child-agrees" makes a post of \d+ characters on X, where the limit is 280/,
  )
  swap(
    'a picture that is none',
    'national/networks.yaml',
    /(?<=pictures: \[)landscape/,
    'landscapes',
    /"landscapes"[\s\S]*did you mean "landscape"/,
  )

  // Roles
  const roles = 'national/lists.yaml'
  drop(
    'a role that no service has',
    roles,
    /^ {2}emergency:/,
    (text) => lineOf(text, /^roles:/),
    /emergency is missing[\s\S]*Add `emergency: …`/,
  )
  swap('a misspelt role', roles, /^ {2}helpline:/, '  helplin:', /"helplin" is not a field here[\s\S]*Write `helpline:`/)
  swap(
    'a role of an unknown service',
    roles,
    /emergency: emergency-999/,
    'emergency: emergency-99',
    /"emergency-99" does not match any service[\s\S]*did you mean "emergency-999"/,
  )
  swap(
    'a role that needs a number, without one',
    roles,
    /helpline: .*/,
    'helpline: fair-work-agency',
    /"fair-work-agency" does not match any service that has a number/,
  )
  add('no roles', roles, null, 1, /this file is missing/)

  // Drawings
  const drawing = 'national/drawings/hotel.svg'
  add(
    'with a script',
    drawing,
    read(drawing).replace('</svg>', '\n<script>alert(1)</script></svg>'),
    2,
    /<script> is not allowed[\s\S]*plain shapes/,
  )
  add('with an event', drawing, read(drawing).replace('<path ', '<path onclick="x" '), 1, /onclick="x" is not allowed/)
  add('with an address', drawing, read(drawing).replace('<path ', '<path fill="url(https://example.org)" '), 1, /fill="url.*is not allowed/)
  add('with a text', drawing, read(drawing).replace('</svg>', '\n\n<text>Hotel</text></svg>'), 3, /<text> is not allowed/)
  add('with an element not closed', drawing, read(drawing).replace('</svg>', '<g></svg>'), 1, /<\/svg> does not close anything/)
  add('too large', drawing, `${read(drawing).trim().replace('</svg>', '')}${'<path d="M0 0"/>'.repeat(300)}</svg>`, 1, /the limit is 4,096/)
  add('that is no drawing', drawing, 'a hotel', 1, /the text "a hotel" is not allowed/)
  all.push({
    name: `${drawing}: none`,
    edit: { file: drawing, text: null },
    file: 'national/exploitation-types.yaml',
    line: fieldLine(read('national/exploitation-types.yaml'), 'sexual', 'drawing') + 1,
    says: /"hotel" does not match any drawing in this pack \(also named in national\/sectors\.yaml:\d+[\s\S]*Add drawings\/hotel\.svg/,
  })

  // Pages
  const page = 'national/pages/your-safety.md'
  for (const field of Object.keys(pageHead.shape)) {
    const text = read(page)
    if (z.safeParse(pageHead.shape[field as keyof typeof pageHead.shape], undefined).success) continue
    add(
      `no ${field}`,
      page,
      withLine(text, lineOf(text, new RegExp(`^${field}:`)) - 1, () => null),
      2,
      new RegExp(`${field} is missing`),
    )
  }
  swap(
    'an audience that is none',
    page,
    /^audience: .*/,
    'audience: everybody',
    /audience is "everybody"[\s\S]*`victim` or `public` or `practitioner`/,
  )
  swap('a misspelt field', page, /^audience:/, 'audiance:', /"audiance" is not a field here[\s\S]*Write `audience:`/)
  swap('exit as a word', page, /^exit: .*/, 'exit: yes', /exit is "yes"[\s\S]*true or false/)
  swap('a drawing that is not there', page, /^drawing: .*/, 'drawing: fone', /"fone" does not match any drawing/)
  swap('a date that is none', page, /^review: .*/, 'review: 2027-13-01', /review is "2027-13-01"/)
  swap('a title with a colon', page, /^title: .*/, 'title: Your safety: here', /second colon/)
  swap('an unknown number', page, /\{phone:[a-z0-9-]+\}/, '{phone:unknown}', /\{phone:unknown\} does not match any service/)
  add('no head', page, read(page).replace(/^---[\s\S]*?\n---\n/, ''), 1, /does not start with a block of values[\s\S]*three hyphens/)
  add('a head not closed', page, read(page).replace(/\n---\n/, '\n'), 1, /the block of values at the top is not closed[\s\S]*---/)
  add('an empty head', page, '---\n---\nText.\n', 1, /the block of values at the top is empty/)
  add('no such page', page, null, 1, /this file is missing/)
  add('a page that nothing shows', 'national/pages/your-saftey.md', read(page), 1, /a file with this name is never read/)

  // Other files
  add('a file that nothing reads', 'hertfordshire/notes.yaml', 'version: 1\n', 1, /a file with this name is never read/)
  add('a file that ends in .yml', 'hertfordshire/campaigns.yml', 'version: 1\n', 1, /\.yml[\s\S]*campaigns\.yaml/)
  add('no such file', 'national/glossary.yaml', null, 1, /this file is missing/)
  add('no such file', services, null, 1, /this file is missing/)
  add('no such file', words, null, 1, /this file is missing/)
  add(
    'a holiday that is none',
    'national/bank-holidays.yaml',
    read('national/bank-holidays.yaml').replace(/(ew-2026-spring.*)holiday: spring/, '$1holiday: sprung'),
    lineOf(read('national/bank-holidays.yaml'), /ew-2026-spring/),
    /"sprung" does not match any holiday/,
  )
  swap('years that are none', 'national/bank-holidays.yaml', /^covers: .*/, 'covers: {from: 2017-01-01}', /to is missing/)

  // News
  const news = 'hertfordshire/news/hertfordshire-partnership-marks-world-day-against-trafficking-in-persons-2019.md'
  drop('no url', news, /^url:/, () => 2, /does not have `url`[\s\S]*Add `url`/)
  drop('no title', news, /^title:/, () => 2, /does not have `title`/)
  drop('no area', news, /^area:/, () => 2, /does not have `area`/)
  swap('a date in words that is none', news, /^ {2}date: .*/, '  date: last Tuesday', /publish\.date is "last Tuesday"[\s\S]*30 Jul 2019/)
  swap('a day that no month has', news, /^ {2}date: .*/, '  date: 31 Jun 2019', /publish\.date is "31 Jun 2019"/)
  swap('an url that is none', news, /^url: .*/, 'url: herts.police.uk', /url is "herts\.police\.uk"/)
  add('no text', news, `${read(news).split('```\n')[0]}\`\`\`\n`, 1, /the article does not have any text/)
  all.at(-1) && Object.assign(all.at(-1) as Variant, { line: lineOf(read(news), /^title:/) })
  add('no head', news, read(news).replace(/^```yaml[\s\S]*?\n```\n/, ''), 1, /does not start with a block of values/)
  return all
}

const variants = [...listVariants(), ...yamlVariants(), ...singleVariants()]

const shown = (findings: readonly { file: string; line: number; found: string; instead: string }[]) =>
  findings.map((f) => `${f.file}:${f.line} ${f.found} | ${f.instead}`)

describe('a broken pack is refused with one message at the fault', () => {
  it('is whole before anything is broken', () => {
    expect(pack.load().findings).toEqual([])
  })

  it('comes in more than sixty variants', () => {
    expect(new Set(variants.map((v) => v.name)).size).toBeGreaterThan(60)
    expect(variants.length - new Set(variants.map((v) => v.name)).size).toBeLessThan(3)
  })

  it.for(everyEighth(variants))('$name', ({ edit, file, line, says }) => {
    expect(edit.text, 'the variant differs from the shipped file').not.toBe(edit.text === null ? '' : safeRead(edit.file))
    const { pack: whole, findings } = pack.load([edit])
    expect([whole === null, shown(findings)]).toEqual([true, [expect.stringContaining(`${file}:${line} `)]])
    expect(findings[0]).toMatchObject({ severity: 'error', file, line })
    expect(`${findings[0]?.found}\n${findings[0]?.instead}`).toMatch(says)
    expect(findings[0]?.instead).toMatch(/^[A-Z].*[.?]$/s)
  })
})

describe('two faults in two files give two messages', () => {
  // A name that leads into a file which cannot be read, or to an entry whose id is faulty, is judged once that is mended.
  const leads = ({ says }: Variant) => /does not match any|does not have any words|nothing uses/.test(says.source)
  const hides = ({ edit, name }: Variant) =>
    edit.text === null || /quote|a tab|too far in|twice|colons|begins with|not closed|capital|without id|misspelt/.test(name)
  // Every fifth variant with one that stands far from it in the list.
  const pairs = variants.flatMap((first, i) => {
    const second = variants[(i * 7 + 31) % variants.length]
    if (!second || i % 5 || first.edit.file === second.edit.file || first.file === second.file) return []
    return (leads(first) && hides(second)) || (leads(second) && hides(first))
      ? []
      : [{ name: `${first.name} + ${second.name}`, first, second }]
  })

  it('comes in more than forty variants', () => expect(pairs.length).toBeGreaterThan(40))

  it.for(everyEighth(pairs))('$name', ({ first, second }) => {
    const { pack: whole, findings } = pack.load([first.edit, second.edit])
    const places = [first, second].map(({ file, line }) => `${file}:${line}`)
    expect([whole === null, shown(findings)]).toEqual([
      true,
      expect.toSatisfy((all: string[]) => all.length === 2 && places.every((place) => all.some((f) => f.startsWith(`${place} `)))),
    ])
  })
})

const safeRead = (file: string): string | null => {
  try {
    return read(file)
  } catch {
    return null
  }
}
