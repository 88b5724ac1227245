import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Edit, testPack } from '../fixtures.ts'
import type { Whole } from '../load.ts'
import { type Contact, contactsOf } from './contacts.ts'
import { copiedFindings } from './copied.ts'
import { checkPack } from './index.ts'

/*
 * Another county's pack, made from Hertfordshire's in a hurry: it is refused until every number and address is its own.
 */

const pack = testPack()
afterAll(() => pack.remove())
const shipped = pack.load()
if (!shipped.pack) throw new Error('the shipped pack does not load')
const whole: Whole = shipped

const herts = (pack.content.paths('hertfordshire') ?? [])
  .filter((path) => /\.(?:yaml|md)$/.test(path))
  .map((path) => ({ name: path.replace('hertfordshire/', ''), text: pack.read(path) }))

/** So that each kind of contact is there, in prose too. */
const more = 'Write to Partnership@Hertfordshire.example, or to County Hall, SG13 8DE. A room is booked by {phone:police-101}.'
const about = 'pages/about.md'
const original = herts.map(({ name, text }) => ({ name, text: name === about ? `${text.trimEnd()}\n\n${more}\n` : text }))

type File = { name: string; text: string }
const edits = (id: string, files: readonly File[]): Edit[] => files.map(({ name, text }) => ({ file: `${id}/${name}`, text }))
const head = (text: string): string =>
  text.replace(/^area: .*$/m, 'area: Kent').replace(/^version: 1$/m, 'version: 1\ncopied_from: hertfordshire')
const inKent = (files: readonly File[]): File[] =>
  files.map(({ name, text }) => ({
    name,
    text: name === 'partnership.yaml' ? head(text) : text.replaceAll(/^( {2}(?:area|geography): )hertfordshire$/gm, '$1kent'),
  }))

/** A pack as it lies in the folder. Of the national files only those that give numbers, for it is read often. */
const kent = (partnership: Partial<Whole['pack']['partnership']>): Whole => {
  const files = pack.files('kent')
  const local = ({ file }: { file: string }) => file.startsWith('kent/') || file === 'national/services.yaml'
  return {
    ...whole,
    pack: { ...whole.pack, id: 'kent', partnership: { ...whole.pack.partnership, ...partnership } },
    files: { ...files, allYaml: files.allYaml.filter(local), allMarkdown: files.allMarkdown.filter(local) },
  }
}
const aboutHerts = edits(
  'hertfordshire',
  original.filter(({ name }) => name === about),
)

/** What `check` says of the copies of these files: only of what is copied. */
const copied = (files: readonly File[], partnership: Parameters<typeof kent>[0] = { area: 'Kent', copied_from: 'hertfordshire' }) =>
  pack.during([...aboutHerts, ...edits('kent', files)], () => copiedFindings(kent(partnership), pack.others('kent')))

const keyOf = ({ kind, key }: Pick<Contact, 'kind' | 'key'>): string => `${kind} ${key}`
const national = new Set(['phone 999', 'phone 101', 'phone 08000121700'])
const contacts = pack
  .during(aboutHerts, () => contactsOf(pack.files('hertfordshire'), 'hertfordshire'))
  .filter((contact) => !national.has(keyOf(contact)))
const keys = [...new Set(contacts.map(keyOf))]

// ------------------------------------------------------------------ a contact of one's own, and the same one written otherwise

const digitsOf = (n: number): string => `01632960${String(n).padStart(3, '0')}`
/** Kent's own, as it is written in that place; numbers kept for stories (Ofcom, 01632 960000 to 960999). */
const ownOf = ({ kind, shown }: Contact, n: number): string => {
  if (kind === 'email') return `help${n}@kent.example`
  if (kind === 'account') return `@kent${n}`
  if (kind === 'postcode') return `CT${n} 1AA`
  if (kind === 'url') return /^https/.test(shown) ? `https://www.kent${n}.example/` : `www.kent${n}.example`
  if (shown.startsWith('+')) return `+44${digitsOf(n).slice(1)}`
  return shown.includes(' ') ? digitsOf(n).replace(/^(\d{5})/, '$1 ') : digitsOf(n)
}

const swapCase = (text: string): string => [...text].map((l, i) => (i % 2 ? l.toLowerCase() : l.toUpperCase())).join('')
const spellings: Record<Contact['kind'], readonly ((shown: string) => string)[]> = {
  phone: [
    (shown) => shown,
    (shown) => shown.replaceAll(' ', ''),
    (shown) => shown.replace(/^\+44|^0/, '+44 (0)'),
    (shown) => shown.replace(/^\+44|^0/, '0044 '),
    (shown) => shown.replaceAll(' ', '\u00a0'),
    (shown) => shown.replaceAll(' ', '-'),
    (shown) => `${shown} ext. 12`,
    (shown) => shown.replace(/^(\+44)?(\d{4})/, '$1$2 '),
  ],
  email: [(shown) => shown, swapCase, (shown) => `mailto:${shown}`, (shown) => shown.replace('@', '+kent@')],
  account: [(shown) => shown, swapCase],
  postcode: [(shown) => shown, (shown) => shown.replace(' ', ''), (shown) => shown.toLowerCase()],
  url: [
    (shown) => shown,
    (shown) => shown.replace(/^(https:\/\/)?www\./, '$1'),
    (shown) => shown.replace(/^https/, 'http'),
    (shown) => shown.replace(/^(https:\/\/)?/, 'https://'),
    (shown) => shown.replace(/\/$/, ''),
    (shown) => shown.replace(/\/?$/, '/?utm_source=kent'),
    (shown) => shown.replace(/\/?$/, '/#top'),
    (shown) => shown.replace(/\/?$/, '/index.html'),
    (shown) => shown.replace(/[\w.]+\.(?:uk|org|com)/, (host) => swapCase(host)),
  ],
}

/** The files with each contact in its place put otherwise. */
const rewritten = (files: readonly File[], other: (contact: Contact, n: number) => string): File[] =>
  files.map(({ name, text }) => {
    const lines = text.split('\n')
    // Longer ones first: one may hold another.
    const here = contacts.filter(({ file }) => file === `hertfordshire/${name}`).sort((a, b) => b.shown.length - a.shown.length)
    here.forEach((contact, i) => {
      const at = contact.line - 1
      lines[at] = lines[at]?.replace(contact.shown, `\ue100${i}\ue101`) ?? ''
    })
    return {
      name,
      text: lines.join('\n').replace(/\ue100(\d+)\ue101/g, (_, i: string) => {
        const contact = here[Number(i)]
        return contact ? other(contact, keys.indexOf(keyOf(contact)) + 1) : ''
      }),
    }
  })

describe("a county's pack made from Hertfordshire's", () => {
  it('has a contact of each kind to be compared, in fields and in prose', () => {
    expect(new Set(contacts.map(({ kind }) => kind))).toEqual(new Set(['phone', 'email', 'url', 'account', 'postcode']))
    expect(keys).toEqual(expect.arrayContaining(['phone 03001234043', 'url hertfordshire.gov.uk', 'postcode SG138DE']))
    expect(contacts.filter(({ file }) => file.endsWith('.md')).length).toBeGreaterThan(5)
  })

  it('is refused where it is but renamed', () => {
    const renamed = original.map(({ name, text }) => ({
      name,
      text: text
        .replaceAll('Hertfordshire', 'Kent')
        .replaceAll('hertfordshire', 'kent')
        .replaceAll('HMSP', 'KMSP')
        .replaceAll(/Herts/g, 'Kent')
        .replaceAll(/herts/g, 'kent'),
    }))
    const found = copied(renamed)
    for (const number of ['03000 11 55 55', '0300 123 4043', '0300 123 4042', '0800 6444 101'])
      expect(found.map((f) => f.found).join('\n')).toContain(`"${number}"`)
  })

  it('is refused in the words that the guide shows', () => {
    const guide = readFileSync(new URL('../../../docs/guide/new-pack.md', import.meta.url), 'utf8')
    const told = copied(inKent(original)).find(({ file, found }) => file === 'kent/services.yaml' && found.includes('0300 123 4043'))
    const withoutLine = (text = '') => text.replaceAll(/\.yaml:\d+/g, '.yaml')
    expect(withoutLine(guide)).toContain(`${withoutLine(told?.found)}\n    ${told?.instead}`)
  })

  it('is refused whatever rows were made its own and however the others are written, while one is left', () => {
    const left = fc.subarray(keys, { minLength: 1, maxLength: keys.length })
    const spelt = fc.array(fc.nat(99), { minLength: contacts.length, maxLength: contacts.length })
    fc.assert(
      fc.property(left, spelt, (kept, how) => {
        const files = rewritten(original, (contact, n) => {
          if (!kept.includes(keyOf(contact))) return ownOf(contact, n)
          const ways = spellings[contact.kind]
          return ways[(how[contacts.indexOf(contact)] ?? 0) % ways.length]?.(contact.shown) ?? contact.shown
        })
        const findings = copied(inKent(files))
        const wanted = contacts
          .filter((c) => kept.includes(keyOf(c)))
          .map(({ file, line }) => `${file.replace('hertfordshire', 'kent')}:${line}`)
        const shift = (file: string, line: number) => `${file}:${file.endsWith('partnership.yaml') ? line - 1 : line}`
        expect(new Set(findings.map(({ file, line }) => shift(file, line)))).toEqual(new Set(wanted))
        for (const { severity, rule, found, instead } of findings) {
          expect([severity, rule]).toEqual(['error', 'copied'])
          expect(found).toMatch(/in kent is also in hertfordshire \(hertfordshire\/[\w./-]+:\d+\)$/)
          expect(instead).toContain('Write the one for Kent')
        }
      }),
      { numRuns: process.env.WAYMARK_ALL ? 50 : 6 },
    )
  })

  it('passes when each is its own, and then there is nothing else to mend', () => {
    const files = inKent(rewritten(herts, ownOf))
    expect(copied(files)).toEqual([])
    pack.during(edits('kent', files), () => {
      const loaded = pack.load([], 'kent')
      expect(loaded.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      // It loads; with WAYMARK_ALL all other checks are asked too.
      if (!process.env.WAYMARK_ALL) return
      const findings = checkPack(loaded, {
        today: Temporal.PlainDate.from('2026-11-27'),
        addresses: new Set(),
        others: pack.others('kent'),
      })
      // Which addresses the site has, and what day it is, is not asked here.
      expect(findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'link' && rule !== 'date')).toEqual([])
    })
  })
})

it('a number of the other county is found where it stands in a sentence alone, in any language', () => {
  const own = rewritten(herts, ownOf)
  const said = (name: string, find: string, put: string) =>
    copied(own.map((file) => (file.name === name ? { name, text: file.text.replace(find, put) } : file))).map(
      ({ file, line }) => `${file}:${line}`,
    )
  const lineOf = (name: string, words: string) =>
    (own
      .find((file) => file.name === name)
      ?.text.split('\n')
      .findIndex((line) => line.includes(words)) ?? -1) + 1
  for (const [name, find, put] of [
    ['pages/about.md', 'On X (formerly Twitter)', 'Or call 0300 123-4043. On X (formerly Twitter)'],
    [
      'words/pl/get-help.yaml',
      'Możesz zadzwonić do władz lokalnych hrabstwa (county council) w sprawie każdej',
      'Zadzwoń: +44 (0) 300 1234043. Możesz zadzwonić w sprawie każdej',
    ],
    ['words/en/services.yaml', 'For help with your mental', 'Ask at www.HERTS.police.uk. For help with your mental'],
    ['campaigns.yaml', 'a seminar for businesses', 'a seminar with @hertsmsp for businesses'],
  ] as const)
    expect(said(name, find, put), name).toEqual([`kent/${name}:${lineOf(name, find)}`])
})

describe('which packs must differ', () => {
  const adopted = { role: 'Chair', organisation: 'dacorum', date: '2026-11-24' }
  const county = 'Hertfordshire'

  it('two of one area may be alike while neither is adopted: one is a working copy', () => {
    expect(copied(original, { area: county, copied_from: 'hertfordshire' })).toEqual([])
    expect(copied(original, { area: ' hertfordshire', copied_from: undefined })).toEqual([])
  })

  it('two areas differ whether or not one says that it is a copy', () => {
    expect(copied(original, { area: 'Kent', copied_from: undefined }).length).toBeGreaterThan(20)
  })

  it('a copy that is adopted differs; no pack is refused because somebody has begun a copy of it, but where that is adopted', () => {
    expect(copied(original, { area: county, copied_from: 'hertfordshire', adopted }).length).toBeGreaterThan(20)
    /** What is said of Hertfordshire's own, adopted pack beside a copy with this head. */
    const ofOriginal = (head: string) =>
      pack.during(
        edits(
          'copy',
          herts.map(({ name, text }) => ({
            name,
            text: name === 'partnership.yaml' ? text.replace(/^version: 1[\s\S]*^adopted: null$/m, head) : text,
          })),
        ),
        () =>
          copiedFindings(
            { ...whole, pack: { ...whole.pack, partnership: { ...whole.pack.partnership, adopted } } },
            pack.others('hertfordshire'),
          ),
      )
    const taken = 'adopted: {role: Chair, organisation: dacorum, date: 2026-11-24}'
    for (const area of process.env.WAYMARK_ALL ? [county, 'Kent'] : ['Kent']) {
      expect(ofOriginal(`copied_from: hertfordshire\narea: ${area}\nadopted: null`), area).toEqual([])
      expect(ofOriginal(`area: ${area}\nadopted: null`).length, area).toBeGreaterThan(20)
      expect(ofOriginal(`copied_from: hertfordshire\narea: ${area}\n${taken}`).length, area).toBeGreaterThan(20)
    }
  })
})

describe('a row that is shared', () => {
  const own = rewritten(herts, (contact, n) => (contact.key === '08006444101' ? contact.shown : ownOf(contact, n)))
  const mark = (line: string): File[] =>
    own.map(({ name, text }) => ({
      name,
      text:
        name === 'services.yaml' ? text.replace('- id: mental-health-single-point', `- id: mental-health-single-point\n  ${line}`) : text,
    }))
  const says = (files: readonly File[]) => copied(files).map(({ found, instead }) => `${found} | ${instead}`)

  it('is accepted where its row names the other pack, whichever of the two says so', () => {
    expect(says(own)).toEqual([expect.stringContaining('"0800 6444 101" in kent is also in hertfordshire')])
    expect(says(mark('shared_with: [hertfordshire]'))).toEqual([])
    const theirs = herts.map(({ name, text }) => ({
      name,
      text: text.replace('- id: mental-health-single-point', '- id: mental-health-single-point\n  shared_with: [kent]'),
    }))
    const found = pack.during([...edits('hertfordshire', theirs), ...edits('kent', own)], () =>
      copiedFindings(kent({ area: 'Kent' }), pack.others('kent')),
    )
    expect(found).toEqual([])
    const unsourced = theirs.map(({ name, text }) => ({ name, text: text.replace('  source: "threerivers.gov.uk (undated)"\n', '') }))
    const still = pack.during([...edits('hertfordshire', unsourced), ...edits('kent', own)], () =>
      copiedFindings(kent({ area: 'Kent' }), pack.others('kent')),
    )
    expect(still.length, 'the other pack says on nothing that it is shared').toBe(1)
  })

  it('needs a source of its own and a pack that is there', () => {
    const bare = mark('shared_with: [hertfordshire]').map(({ name, text }) => ({
      name,
      text: text.replace('  source: "threerivers.gov.uk (undated)"\n', ''),
    }))
    expect(says(bare)).toEqual([expect.stringContaining('needs its own source')])
    expect(says(mark('shared_with: [hertfordshir, hertfordshire]'))).toEqual([
      expect.stringMatching(/shared_with names "hertfordshir", but there is no such pack \| .*did you mean "hertfordshire"/),
    ])
    expect(says(mark('shared_with: [kent, hertfordshire]'))).toEqual([expect.stringContaining('names this pack itself')])
  })
})

it('a pack that is said to be a copy of one that is not there is refused, and so is one beside a pack that cannot be read', () => {
  const files = rewritten(herts, ownOf)
  expect(copied(files, { area: 'Kent', copied_from: 'essex' })).toEqual([
    expect.objectContaining({ file: 'kent/partnership.yaml', found: 'copied_from names "essex", but there is no such pack' }),
  ])
  const broken: Edit = { file: 'essex/services.yaml', text: 'services: [' }
  expect(pack.during([broken], () => copied(files))).toEqual([
    expect.objectContaining({ file: 'essex/services.yaml', found: expect.stringContaining('cannot be read') }),
  ])
})
