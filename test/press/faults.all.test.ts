import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pressFindings } from '../../src/cli/press-faults.ts'
import { writeAll } from '../../src/cli/write-files.ts'
import { type Edit, testPack } from '../../src/content/fixtures.ts'
import type { Pack } from '../../src/content/pack.ts'
import { kindNames, type Output } from '../../src/press/shared/output.ts'
import { saidInPackage } from '../support/facts.ts'
import { outputsOfKind } from '../support/outputs.ts'
import { drawn } from '../support/press.ts'
import { realPack } from '../support/real-pack.ts'

/* What the loader lets pass and no sheet can hold is told at the file and line of the text, in one sentence, and nothing is written. */

const pack = testPack()
const work = mkdtempSync(join(tmpdir(), 'waymark-write-'))
afterAll(() => {
  pack.remove()
  rmSync(work, { recursive: true, force: true })
})

const sectors = 'national/sectors.yaml'
const services = 'national/words/en/services.yaml'
const signs = 'national/training/basic/signs.yaml'
const many = (words: number): string => Array.from({ length: words }, () => 'word').join(' ')

type Case = { name: string; file: string; from: string; to: string; ids: string[]; says: RegExp }

/** Each in a text of its own and on one line, so that one pack holds them all and no line moves. */
const cases: Case[] = [
  {
    name: 'a letter that no font has, on a sheet',
    ...{ file: sectors, from: 'Nearly all guests', to: 'Nearly all \u4e2d guests' },
    ids: ['leaflet-hotel'],
    says: /^leaflet-hotel.pdf: none of its fonts has the character "中" \(U\+4E2D\) \| Write it with other characters.$/,
  },
  {
    name: 'the same in the course: slides, handbook and guide, told once',
    ...{ file: signs, from: 'title: "What you may notice in a person"', to: 'title: "What you may \u{1f600} notice in a person"' },
    ids: ['deck-everyone', 'handbook-everyone', 'guide-everyone-word'],
    says: /^training-everyone.pptx and 2 more: none of its fonts has the character "😀" \(U\+1F600\)/u,
  },
  {
    name: 'a letter in the middle of a long text, at its own line',
    ...{ file: 'national/pages/nrm-explained.md', from: 'The police are told', to: 'The \u2620 police are told' },
    ids: ['booklet-nrm-explained'],
    says: /"☠"/,
  },
  {
    name: 'more than a place of one size holds',
    ...{ file: sectors, from: 'Most growers treat', to: `${many(80)} Most growers treat` },
    ids: ['leaflet-agriculture'],
    says: /a text is \d+ mm too long for the space it has \| Shorten it/,
  },
  {
    name: 'so many words that no size is small enough',
    ...{ file: sectors, from: 'Someone brings a customer in', to: `Someone brings a customer in ${many(600)}` },
    ids: ['leaflet-bank'],
    says: /the text does not fit on the sheet, even at 9 points. This is the longest part of it/,
  },
  {
    name: 'a picture of a campaign that has more to say than it holds',
    ...{
      file: 'national/campaigns.yaml',
      from: 'of adults did not know the signs in a 2017 poll',
      to: `of adults did not know ${many(90)} signs in a 2017 poll`,
    },
    ids: ['campaign-anti-slavery-day'],
    says: /^campaign-anti-slavery-day-2027.zip: pictures\/know-the-signs-square-1080x1080.png: .*do not fit.* \| Shorten it.$/,
  },
  {
    name: 'a line of a poster that is too long; a leaflet leaves its last line out',
    ...{ file: services, from: 'name: "Police, non-emergency"', to: `name: "Police, non-emergency ${many(80)}"` },
    ids: ['poster-places-a4', 'leaflet-get-help-en'],
    says: /poster-places-a4.pdf: a text is \d+ mm too long for the space it has/,
  },
]

/** The outputs of these ids; an id begins with its kind. */
const named = (of: Pack, ids: readonly string[]): Output[] =>
  kindNames
    .filter((kind) => ids.some((id) => id.startsWith(`${kind}-`)))
    .flatMap((kind) => outputsOfKind(of, kind))
    .filter(({ id }) => ids.includes(id))

/** What the press says of a pack with edits. */
const told = async (edits: readonly Edit[], ids: readonly string[]) => {
  const { pack: loaded, files, findings } = pack.load(edits)
  if (!loaded) throw new Error(JSON.stringify(findings))
  const errors: unknown[] = []
  const outputs = named(loaded, ids)
  expect(outputs.length).toBe(ids.length)
  for (const output of outputs) await drawn(output).catch((error: unknown) => errors.push(error))
  return pressFindings(errors, outputs, files, 'hertfordshire').map(({ file, line, found, instead }) => ({
    at: `${file}:${line}`,
    says: `${found} | ${instead}`,
  }))
}

test('what no sheet and no slide can hold is told at the file and line of the text', async () => {
  const texts = new Map<string, string>()
  const places = cases.map(({ name, file, from, to }) => {
    const text = texts.get(file) ?? pack.read(file)
    const index = text.indexOf(from)
    if (index < 0) throw new Error(`${name}: ${file} has no ${from}`)
    texts.set(
      file,
      text.replace(from, () => to),
    )
    return `${file}:${text.slice(0, index).split('\n').length}`
  })
  const edits = [...texts].map(([file, text]) => ({ file, text }))
  const findings = await told(edits, [...new Set(cases.flatMap(({ ids }) => ids))])
  for (const [i, { name, says }] of cases.entries()) {
    const here = findings.filter(({ at }) => at === places[i]).map((one) => one.says)
    expect(
      here.some((one) => says.test(one)),
      `${name}, ${places[i]}: ${JSON.stringify(findings, null, 1)}`,
    ).toBe(true)
  }
  expect(findings.filter(({ at }) => !places.includes(at))).toEqual([])
})

test('a slide with too many words is told at the line of its longest text', async () => {
  const course = 'national/training/basic/course.yaml'
  const text = pack.read(course)
  const from = 'question: "If I were worried'
  const edit = { file: course, text: text.replace(from, () => `question: "${many(900)}. If I were worried`) }
  const line = text.slice(0, text.indexOf(from)).split('\n').length
  expect(await told([edit], ['deck-everyone'])).toEqual([
    {
      at: `${course}:${line}`,
      says: expect.stringMatching(/^training-everyone.pptx: .*slide .*: too many words for the slide.*split it between two slides/),
    },
  ])
})

test('a name with letters that only the second face has is printed in Office files too', async () => {
  const outputs = named(realPack(), ['deck-everyone', 'handbook-everyone-word'])
  for (const output of outputs) {
    const bytes = await drawn({ ...output, data: { ...(output.data as object), title: 'Nguyễn Thị Hoa' } })
    expect(saidInPackage(bytes)).toContain('Nguyễn Thị Hoa')
  }
})

test('without a disk nothing is half done: what was there stays whole, and what a run that was cut short left goes', () => {
  const out = join(work, 'out')
  writeAll(out, [{ file: 'a.pdf', content: Buffer.from('old') }])
  expect(readdirSync(out)).toEqual(['a.pdf'])
  const [whole, none] = [
    { file: 'a.pdf', content: Buffer.from('new') },
    { file: 'no-such-folder/b.pdf', content: Buffer.from('new') },
  ]
  expect(() => writeAll(out, [whole, none])).toThrow()
  expect(readdirSync(out)).toEqual(['a.pdf'])
  expect(readFileSync(join(out, 'a.pdf'), 'utf8')).toBe('old')
  // A number that no process has: the highest that Linux gives is 4,194,304.
  const left = join(out, '.unfinished-4194305-abc123')
  mkdirSync(left)
  writeFileSync(join(left, '.waymark-press'), '["a.pdf"]')
  writeFileSync(join(left, 'a.pdf'), 'half')
  writeFileSync(join(out, 'mine.txt'), 'mine')
  writeAll(out, [whole])
  expect(existsSync(left)).toBe(false)
  expect(readdirSync(out).sort()).toEqual(['a.pdf', 'mine.txt'])
  expect(readFileSync(join(out, 'a.pdf'), 'utf8')).toBe('new')
})
