import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { Blob, Face } from 'harfbuzzjs'
import { afterAll, expect, test, vi } from 'vitest'
import { press as pressCommand } from '../../src/cli/press.ts'
import { trainingProviderIn } from '../../src/cli/press-training-provider.ts'
import { knownToAll } from '../../src/content/known-numbers.ts'
import {
  type Entered,
  nameSigns,
  readTrainingProvider,
  type TrainingProvider,
} from '../../src/domain/training-provider/training-provider.ts'
import { compose } from '../../src/press/kinds/deck/compose.ts'
import type { Deck } from '../../src/press/kinds/deck/deck.ts'
import { page } from '../../src/press/kinds/deck/layouts.ts'
import { metricsOf } from '../../src/press/kinds/deck/metrics.ts'
import { pressFonts } from '../../src/press/run/fonts.ts'
import { faultsOf, partsIn } from '../../src/press/shared/office/package.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { readLogo } from '../../src/press/training-provider/logo.ts'
import { lacking } from '../support/letters.ts'
import { logoFile } from '../support/logo.ts'
import { officeFaults, validates } from '../support/office.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { readPdf } from '../support/pdf.ts'
import { readDeck } from '../support/pptx.ts'
import { drawn } from '../support/press.ts'
import { realPack } from '../support/real-pack.ts'

const pack = realPack()
const work = mkdtempSync(join(tmpdir(), 'waymark-training-provider-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const entered: Entered = { name: 'Zoë & Sons’ Old Mill', lead: 'Ann Example, duty manager', number: '01632 960 101 ext 12' }
const providerOf = (of: Entered, logo: TrainingProvider['logo'] = logoFile()): TrainingProvider => {
  const read = readTrainingProvider(of, knownToAll(pack))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return { ...read.provider, logo }
}
const outputs = outputsOfPack(pack, { provider: providerOf(entered) })
const plain = outputsOfPack(pack)
const one = (id: string): Output => {
  const found = outputs.find((output) => output.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const said = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
/** Name, lead and number stand there, and the emergency number before them. */
const names = (text: string): void => {
  const all = said(text)
  for (const value of Object.values(entered)) expect(all).toContain(value)
  const at = all.indexOf(entered.number)
  expect(all.slice(Math.max(0, at - 400), at)).toContain('999')
}

test('a training provider gets decks, e-learning, handbooks and guides, all marked as its own; nobody else’s are', () => {
  expect(outputs.map(({ id }) => id)).toEqual(
    plain.map(({ id }) => id).filter((id) => /^(?:(?:deck|elearning)(?!-update)|handbook|guide)-/.test(id)),
  )
  expect(outputs.filter(({ cobranded }) => cobranded !== true).map(({ id }) => id)).toEqual([])
  expect(plain.filter((output) => 'cobranded' in output || 'cobranded' in (output.data as object)).map(({ id }) => id)).toEqual([])
  for (const output of outputs) names(JSON.stringify(output.data))
})

test('nobody passes for a line, the police or a First Responder of the pack', () => {
  const passes = (name: string): boolean => 'provider' in readTrainingProvider({ ...entered, name }, knownToAll(pack))
  const names = [...pack.services.map(({ id }) => pack.serviceWords.get(id)?.name ?? id), ...pack.firstResponders.map(({ name }) => name)]
  const typed = names.map((name) => name.replaceAll(':', ',')).filter((name) => [...name].length <= 60)
  expect(typed.length).toBeGreaterThan(40)
  expect(typed.filter(passes)).toEqual([])
  expect(['The Police', 'Modern Slavery Helpline', 'Hertfordshire Constabulary'].filter(passes)).toEqual([])
  expect(passes('Hertfordshire County Council')).toBe(true)
})

test('the deck names it on its title and says whom to tell, 999 first; the logo is described', async () => {
  const file = await drawn(one('deck-everyone'))
  // By the schemas in deck.test.ts too.
  if (validates && process.env.WAYMARK_ALL) expect(officeFaults(file, 'pptx')).toEqual([])
  const deck = readDeck(file)
  expect(faultsOf(deck.parts)).toEqual([])
  const [title, ...rest] = deck.slides
  expect(title?.pictures).toEqual([expect.any(String), `Logo of ${entered.name}`])
  expect(JSON.stringify(title?.texts)).toContain(entered.name)
  const called = deck.parts
    .paths()
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .flatMap((path) => [...deck.parts.text(path).matchAll(/<p:cNvPr [^>]*\bname="([^"]*)"/g)].map(([, name]) => name ?? ''))
  expect(called.filter((name) => /&amp;\w+;/.test(name))).toEqual([])
  expect(called.some((name) => name.includes('Zoë &amp; Sons’'))).toBe(true)
  const lead = rest.filter(({ texts, tables }) => said(JSON.stringify([texts, tables])).includes(entered.number))
  expect(lead).toHaveLength(1)
  const words = lead[0]?.texts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)) ?? []
  const cells = lead[0]?.tables.flatMap(({ rows }) => rows.flatMap(({ cells: row }) => row.map(({ text }) => text))) ?? []
  names([...words, ...cells].join(' '))
  expect(said(cells.join(' '))).toContain(`Our lead ${entered.lead} ${entered.number}`)
  expect(said(lead[0]?.notes.join(' ') ?? '')).toContain(`call the safeguarding lead: ${entered.lead}, on ${entered.number}`)
  // A board to ring is none of theirs.
  const boards = JSON.stringify((one('deck-everyone').data as Deck).slides.filter(({ show }) => show === 'boards'))
  expect(said(boards)).not.toContain(entered.number)
})

test('handbook and guide name it on paper and in Word; the logo is described', async () => {
  const pdf = await readPdf(await drawn(one('handbook-everyone')))
  names(pdf.text)
  expect(pdf.pages[0]?.roles).toContain('Figure')
  expect(pdf.pages[0]?.placed.map(({ text }) => text).join(' ')).toContain(`For everyone at ${entered.name}`)
  const word = await drawn(one('guide-everyone-word'))
  if (validates) expect(officeFaults(word, 'docx')).toEqual([])
  const body = partsIn(word).text('word/document.xml')
  expect(body).toContain('descr="Logo of Zoë &amp; Sons’ Old Mill"')
  expect(said(body)).toContain(entered.number)
})

test('the e-learning names it, and holds the logo', async () => {
  const files = unzipSync(await drawn(one('elearning-everyone-scorm-1.2')))
  const html = strFromU8(files['index.html'] ?? new Uint8Array()).replaceAll('&amp;', '&')
  names(html)
  // The last figures of its number are no number of their own.
  expect(said(html)).not.toMatch(/960 <bdi>/)
  expect(html).toContain(`alt="Logo of ${entered.name}"`)
  expect(Buffer.from(files['logo.png'] ?? []).toString('base64')).toBe(logoFile().png)
  expect(strFromU8(files['imsmanifest.xml'] ?? new Uint8Array())).toContain('logo.png')
})

test('the widest that can be entered fits on every slide and sheet', async () => {
  const wide = `${'W'.repeat(25)} ${'W'.repeat(25)} ${'W'.repeat(8)}`
  const all = outputsOfPack(pack, {
    provider: providerOf({ name: wide, lead: wide, number: '+44 (0)1632 960 001 ext 123456' }, { ...logoFile(), width: 900, height: 60 }),
  })
  const [regular, bold] = pressFonts() as [Buffer, Buffer]
  const metrics = metricsOf({ regular, bold })
  for (const { data } of all.filter(({ kind }) => kind === 'deck') as Output<Deck>[]) {
    const slides = compose(data, metrics)
    for (const box of slides[0]?.things ?? [])
      expect([box.x >= 0, box.y >= 0, box.x + box.w <= page.w, box.y + box.h <= 3]).toEqual([true, true, true, true])
  }
  const handbook = all.find(({ id }) => id === 'handbook-everyone')
  const pdf = await readPdf(await drawn(handbook as Output))
  expect(pdf.pages.flatMap(({ width, placed }) => placed.filter(({ right }) => right > width - 40))).toEqual([])
})

test('every letter that may be entered is in a face that the press prints in', () => {
  const letters = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code)).filter((sign) => nameSigns.test(sign))
  expect(letters.length).toBeGreaterThan(700)
  const faces = pressFonts().map((font) => new Set(new Face(new Blob(Uint8Array.from(font).buffer)).collectUnicodes()))
  expect(lacking(letters.join(''), faces)).toEqual([])
  expect(lacking('漢', faces)).toEqual(['漢'])
})

const waymark = fileURLToPath(new URL('../../bin/waymark.cjs', import.meta.url))
const file = join(work, 'ORG.yaml')
const [data, out] = [join(work, 'data'), join(work, 'out')]
const press = (yaml: string, args: string[] = []) => {
  writeFileSync(file, yaml)
  return spawnSync(process.execPath, [waymark, 'press', '--for', file, '--out', out, ...args], {
    encoding: 'utf8',
    env: { ...process.env, WAYMARK_DATA: data, WAYMARK_ORIGIN: 'https://waymark.example.org' },
  })
}
const good = `name: "${entered.name}"\nlead: "${entered.lead}"\nnumber: "${entered.number}"\nlogo: "logo.png"\n`

test('a file that is not right is refused by its lines, and nothing is written', async () => {
  const { status, stderr } = press('name: "<b>"\nnumber: 999\nlogs: x\n')
  expect(status).toBe(1)
  expect(stderr.match(/ORG\.yaml:\d/g)).toEqual(['ORG.yaml:3', 'ORG.yaml:1', 'ORG.yaml:2'])
  expect(existsSync(out)).toBe(false)
  // What it says is what the function finds.
  writeFileSync(join(work, 'logo.png'), '<svg/>')
  writeFileSync(file, good.replace(entered.number, '0800 121 700'))
  const second = await trainingProviderIn(file, pack, readLogo)
  const said = 'findings' in second ? second.findings.map(({ file: at, line, found, instead }) => `${at}:${line} ${found} ${instead}`) : []
  expect(said.join('\n')).toMatch(/ORG\.yaml:3 .*0800 121 700[\s\S]*wrong or old[\s\S]*ORG\.yaml:4 .*logo\.png[\s\S]*SVG/)
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await pressCommand({ for: file, out, only: 'leaflet', json: false }, {})).toBe(2)
  expect(told.mock.calls.join()).toContain('--only leaflet')
  told.mockRestore()
  expect(existsSync(out)).toBe(false)
})

// It begins the whole command twice: in `npm test` a file that is refused, above, begins it once.
test.runIf(process.env.WAYMARK_ALL)('what is made is the same each time, says what it is, and nothing of it is kept elsewhere', () => {
  writeFileSync(join(work, 'logo.png'), Buffer.from(logoFile().png, 'base64'))
  const first = press(good, ['--only', 'handbook', '--json'])
  expect(first.stderr).toBe('')
  expect(first.status).toBe(0)
  const states = (run: typeof first) => (JSON.parse(run.stdout) as { files: { state: string }[] }).files.map(({ state }) => state)
  expect(states(first)).toEqual(['made', 'made', 'made', 'made'])
  expect(states(press(good, ['--only', 'handbook', '--json']))).toEqual(['kept', 'kept', 'kept', 'kept'])
  const readme = readFileSync(join(out, 'README.txt'), 'utf8')
  expect(readme).toContain(pack.course.taught)
  for (const name of readdirSync(out)) if (name !== 'README.txt') expect(readme).toContain(`${name}: `)
  expect(existsSync(join(data, 'press'))).toBe(false)
})
