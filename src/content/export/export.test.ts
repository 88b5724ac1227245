import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { PackFact } from '../../domain/facts/pack-fact.ts'
import { loadPack } from '../load.ts'
import { type CheckToExport, exportOf, type FactToExport } from './export.ts'

const content = fileURLToPath(new URL('../../../content', import.meta.url))
const { pack } = loadPack(content, 'hertfordshire')
if (!pack) throw new Error('the pack has faults')
const { facts } = pack
const read = (file: string): string => readFileSync(`${content}/${file}`, 'utf8')

const yes: CheckToExport = {
  checkedOn: '2026-12-03',
  way: 'telephone',
  asked: 'the duty manager',
  said: 'All as before.',
  holds: 'yes',
  by: 'Watford Borough Council',
}
const every = (check: CheckToExport): FactToExport[] => facts.map((fact) => ({ fact, checks: [check], others: [] }))
const named = (list: string, id: string): PackFact => facts.find((fact) => fact.list === list && fact.id === id) as PackFact

/** A file without all that a check may change. */
const without = (text: string): string =>
  text
    .replace(/^\s*# confirmed by telephone with the duty manager, recorded by Watford Borough Council\.\n/gm, '')
    .replace(/^\s*(?:checked|review|review_default|source_date): \S+\n/gm, '')
    .replace(/(?:, )?\b(?:checked|review|source_date): [^,}\n]+/g, '')
    .replace(/^\s*source: .*\n/gm, '')
    .replace(/\bsource: (?:"(?:[^"\\]|\\.)*"|[^"[\n][^\n]*)/g, 'source')

/** Lines that were added and taken away, by the patch. */
const changedLines = (patch: string): string[] => patch.split('\n').filter((line) => /^[+-](?!-- |\+\+ )/.test(line))

test('each fact of the real pack can be confirmed, and only lines of its day, its review and its source change', () => {
  const { lines, files, patch } = exportOf(every(yes), read)
  expect(lines.filter(({ left }) => left)).toEqual([])
  expect(lines).toHaveLength(facts.length)
  expect(files.length).toBeGreaterThan(40)
  expect(patch).toMatch(/^--- a\//)
  for (const { path, text } of files) expect(without(text), path).toBe(without(read(path)))
})

test('who asked the source changes the days alone; a telephone call is written after what the fact rested on, in place of an earlier call', () => {
  const fact = named('services', 'beacon')
  const before = parse(read(fact.place.file)).services.find(({ id }: { id: string }) => id === 'beacon')
  const after = (check: CheckToExport, text = read(fact.place.file)) => {
    const { files } = exportOf([{ fact, checks: [check], others: [] }], () => text)
    return { text: files[0]?.text ?? '', row: parse(files[0]?.text ?? '').services.find(({ id }: { id: string }) => id === 'beacon') }
  }
  expect(after({ ...yes, way: 'source' }).row).toEqual({ ...before, checked: '2026-12-03', review: expect.any(String) })
  const once = after(yes)
  expect(once.row).toEqual({
    ...before,
    checked: '2026-12-03',
    review: expect.any(String),
    source: `${before.source}; confirmed by telephone with the duty manager, recorded by Watford Borough Council`,
    source_date: '2026-12-03',
  })
  const again = after({ ...yes, checkedOn: '2027-01-04', asked: 'the team leader', way: 'email' }, once.text)
  expect(again.row.source).toBe(`${before.source}; confirmed by email with the team leader, recorded by Watford Borough Council`)
})

test('a row of the county that lies over a national one is changed in the county’s file alone', () => {
  const { files } = exportOf([{ fact: named('services', 'police-101'), checks: [yes], others: [] }], read)
  expect(files.map(({ path }) => path)).toEqual(['hertfordshire/services.yaml'])
  expect(files[0]?.text).toMatch(/- id: police-101\n[\s\S]*?source: ".*recorded by Watford.*"\n {2}checked: 2026-12-03\n {2}review: \S+\n/)
})

describe('what somebody denies', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed())
  const nasty = fc.constantFrom(
    '\n---\n',
    '\n- id: x',
    '# ',
    '"',
    "'",
    '{{',
    '{phone:x}',
    '\u202e',
    '\u2028',
    '\r',
    ': ',
    '\t',
    '\\x41',
    '```\n',
    '\0',
    '&shy;',
  )
  const said = fc.array(fc.oneof(hostile, nasty), { maxLength: 8 }).map((parts) => parts.join(''))
  const files = [...new Set(facts.map(({ place }) => place.file))].filter((file) =>
    /^hertfordshire\/(?:services|partners|partnership)|pages\/home|easy-read|leaving/.test(file),
  )
  const chosen = facts.filter(({ place }) => files.includes(place.file))

  test('changes nothing that the files say, whatever it is; what confirms changes its own values alone', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...chosen), said, said, fc.constantFrom('no', 'partly', 'yes'), (fact, text, asked, holds) => {
        const check = { ...yes, said: text, asked: asked || 'x', by: asked, holds: holds as 'no' }
        const { files, lines, patch } = exportOf([{ fact, checks: [check], others: [] }], read)
        expect(lines).toMatchObject([{ left: false }])
        expect(patch.isWellFormed()).toBe(true)
        const [file] = files
        if (!file) throw new Error('nothing was changed')
        if (!file.path.endsWith('.yaml')) return
        const [before, after] = [parse(read(file.path)), parse(file.text)]
        if (holds !== 'yes') expect(after).toEqual(before)
        else expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)))
        // Nothing hidden comes in.
        const fresh = changedLines(patch).filter((line) => line.startsWith('+'))
        expect(fresh.filter((line) => /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(line))).toEqual([])
      }),
      { numRuns: process.env.WAYMARK_ALL ? 50 : 6 },
    )
  })

  test('stands before its row as a comment, and its days stay', () => {
    const { files, lines } = exportOf(
      [{ fact: named('services', 'beacon'), checks: [{ ...yes, holds: 'no', said: 'Closed.\nAsk the county.' }], others: [] }],
      read,
    )
    expect(lines[0]?.new).toBeNull()
    expect(files[0]?.text).toContain(
      '# CHECKED 2026-12-03 by telephone with the duty manager, recorded by Watford Borough Council: this does not hold. What was said:\n#   Closed.\n#   Ask the county.\n',
    )
    expect(files[0]?.text).toMatch(/remove this comment\.\n- id: beacon\n/)
  })

  test('of the same day keeps a yes from being written', () => {
    const fact = named('services', 'beacon')
    expect(exportOf([{ fact, checks: [yes, { ...yes, holds: 'partly' }], others: [] }], read).lines[0]?.new).toBeNull()
    expect(
      exportOf([{ fact, checks: [yes, { ...yes, holds: 'no', checkedOn: '2026-12-02' }], others: [] }], read).lines[0]?.new,
    ).not.toBeNull()
  })
})

test('what somebody else denies, in another export or none, is not confirmed', () => {
  const fact = named('services', 'beacon')
  const line = (checkedOn: string) =>
    exportOf([{ fact, checks: [yes], others: [{ checkedOn, holds: 'no', exported: false }] }], read).lines[0]
  expect(line('2026-12-04')).toMatchObject({ new: null, held: true, left: false })
  expect(line('2026-12-03')).toMatchObject({ new: null, held: true })
  expect(line('2026-12-02')).toMatchObject({ held: false })
})

test('a file that has lost the fact, is broken or is gone is left to a person', () => {
  const fact = named('services', 'beacon')
  for (const text of ['services: []\n', 'services:\n- id: beacon\n  checked:\n', 'a: [', null])
    expect(exportOf([{ fact, checks: [yes], others: [] }], () => text)).toMatchObject({ files: [], patch: '', lines: [{ left: true }] })
})
