import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import readSheets from 'read-excel-file/universal'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import writeSheets from 'write-excel-file/node'
import { rememberedRead, testPack } from '../../content/fixtures.ts'
import type { Whole } from '../../content/load.ts'
import { reviewTexts } from '../../content/translate/review-texts.ts'
import { readSheet } from './sheet.ts'
import { exportTranslation, type ImportOptions, importTranslation } from './translate.ts'

const pack = testPack()
afterAll(() => pack.remove())
afterEach(() => void vi.restoreAllMocks())

const given = { pack: 'hertfordshire', content: pack.folder, read: rememberedRead }
const sheet = join(pack.folder, 'ar.xlsx')
const today = Temporal.PlainDate.from('2026-12-02')

const told = async (act: () => Promise<number>) => {
  const lines: string[] = []
  for (const stream of ['log', 'error'] as const) vi.spyOn(console, stream).mockImplementation((line = '') => void lines.push(String(line)))
  return { code: await act(), out: lines.join('\n') }
}
const importing = (more: Partial<ImportOptions> = {}, language = 'ar', file = sheet) =>
  told(() => importTranslation(language, file, { ...given, dryRun: false, today, by: 'a reader', ...more }))

type Cells = (string | null)[][]
const cellsOf = async (): Promise<Cells> => {
  const [first] = await readSheets(new Blob([readFileSync(sheet)]), { trim: false, parseNumber: String })
  return (first?.data ?? []) as Cells
}
const fill = async (change: (cells: Cells) => void): Promise<void> => {
  const cells = await cellsOf()
  change(cells)
  const data = cells.map((row) => row.map((value) => (value === null ? null : { value, type: String })))
  writeFileSync(sheet, await writeSheets(data).toBuffer())
}
const column = { ok: 5, correction: 6, note: 7, code: 8 }
const rowOf = (cells: Cells, id: string): (string | null)[] => cells.find(([first]) => first === id) ?? []

/** Every content file, as one figure. */
const stand = (): string => {
  const hash = createHash('sha256')
  for (const name of readdirSync(pack.folder, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(yaml|md|new)$/.test(name)) hash.update(name).update(readFileSync(join(pack.folder, name)))
  return hash.digest('hex')
}
const shipped = stand()

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  await exportTranslation('ar', { ...given, out: sheet })
  // A machine may be busy with other tests.
}, 60_000)

describe('waymark translate', () => {
  it('writes every text with its English, as text, with a sheet that says how', async () => {
    const sheets = await readSheets(new Blob([readFileSync(sheet)]), { trim: false })
    expect(sheets.map((s) => s.sheet)).toEqual(['Arabic', 'How to'])
    const texts = reviewTexts(pack.load() as Whole, 'ar') ?? []
    const cells = await cellsOf()
    expect(cells.slice(1).map(([id, , english, text]) => [id, english, text])).toEqual(
      texts.map(({ id, english, text }) => [id, english, text]),
    )
  })

  it('gives nothing to do for a sheet that comes back as it went', async () => {
    expect(await importing()).toEqual({ code: 0, out: '0 texts changed, 0 refused.' })
    expect(stand()).toBe(shipped)
  })

  it('takes back what a reviewer said: national and local texts, each where it belongs', async () => {
    const before = readFileSync(sheet)
    let row = 0
    await fill((cells) => {
      cells.splice(4, 0, [])
      row = cells.indexOf(rowOf(cells, 'get-help.danger')) + 1
      rowOf(cells, 'get-help.danger')[column.ok] = 'yes'
      rowOf(cells, 'services.childrens-services.name')[column.correction] = '=HYPERLINK("http://x.example";"الشرطة")'
      rowOf(cells, 'get-help.bill')[column.note] = 'Is this so?'
      rowOf(cells, 'get-help.free')[column.code] = 'ar:00000000:00000000'
      rowOf(cells, 'get-help.free')[column.ok] = 'yes'
    })
    const dry = await importing({ dryRun: true })
    expect(dry.code).toBe(1)
    expect(dry.out).toContain('2 texts would change (this was a dry run), 1 refused.')
    expect(stand()).toBe(shipped)

    const stateOf = (id: string) =>
      pack
        .load()
        .pack?.translations.find(({ language }) => language.id === 'ar')
        ?.texts.get(id)?.state
    const free = stateOf('get-help.free')
    const files = ['national/words/ar/get-help.yaml', 'hertfordshire/words/ar/get-help.yaml']
    const texts = files.map((file) => ({ file, text: pack.read(file) }))
    const { code, out } = await importing()
    expect(code).toBe(1)
    expect(out).toContain(`row ${row}  get-help.danger: reviewed\n`)
    expect(out).toMatch(/row \d+ {2}services\.childrens-services\.name: new text, a draft\n/)
    expect(out).toMatch(/row \d+ {2}get-help\.bill: the reviewer's note: Is this so\?\n/)
    expect(out).toMatch(/row \d+ {2}get-help\.free: not imported: the English has changed since/)
    const { pack: loaded } = pack.load()
    const arabic = loaded?.translations.find(({ language }) => language.id === 'ar')?.texts
    expect(arabic?.get('get-help.danger')?.state).toBe('reviewed')
    expect(arabic?.get('get-help.free')?.state).toBe(free)
    expect(arabic?.get('services.childrens-services.name')?.text).toBe('=HYPERLINK("http://x.example";"الشرطة")')
    expect(pack.read(files[0] ?? '')).toContain('  reviewed: {by: "a reader", date: 2026-12-02, of: "')
    for (const { file, text } of texts) {
      // Two lines differ at most: the text, and the note of its review or the English that it was made from.
      const lines = new Set(text.split('\n'))
      expect(
        pack
          .read(file)
          .split('\n')
          .filter((line) => !lines.has(line)).length,
      ).toBeLessThanOrEqual(2)
      writeFileSync(join(pack.folder, file), text)
    }
    writeFileSync(sheet, before)
    expect(stand()).toBe(shipped)
  })

  it('refuses what is no use, and says what to write', async () => {
    expect(await importing({}, 'xx')).toMatchObject({
      code: 2,
      out: expect.stringContaining('There is no language "xx". You can choose from: ar, ti'),
    })
    expect((await importing({ pack: '../x' })).code).toBe(2)
    expect((await importing({ date: '2026-13-01' })).out).toContain('write a date like 2026-12-02')
    expect((await importing({ date: '2026-12-03' })).out).toContain('in the future')
    expect(await importing({}, 'ar', `${sheet}.none`)).toMatchObject({ code: 2 })
    const before = readFileSync(sheet)
    await fill((cells) => {
      rowOf(cells, 'get-help.danger')[column.ok] = 'yes'
    })
    expect(await importing({ by: undefined })).toMatchObject({ code: 2, out: expect.stringContaining('Say who has reviewed') })
    expect((await importing({}, 'ti')).out).toMatch(/row \d+ {2}get-help\.danger: not imported: the row is for another language/)
    writeFileSync(sheet, before)
    expect(stand()).toBe(shipped)
  })
})

describe('a file that is damaged, or none', () => {
  const good = () => readFileSync(sheet)
  const bad = `${sheet}.bad.xlsx`
  afterAll(() => rmSync(bad, { force: true }))

  const withRow = (row: string): Uint8Array => {
    const parts = unzipSync(good())
    const name = 'xl/worksheets/sheet1.xml'
    const xml = Buffer.from(parts[name] ?? []).toString()
    return zipSync({ ...parts, [name]: strToU8(xml.replace('</sheetData>', `${row}</sheetData>`)) })
  }

  it('what is told of it stays in its line, whatever signs it holds', async () => {
    writeFileSync(bad, withRow('<row r="900"><c r="A900" t="inlineStr"><is><t>x&#27;[2J\nrow 3  y: reviewed</t></is></c></row>'))
    const { code, out } = await importing({}, 'ar', bad)
    expect([code, out.split('\n').length]).toEqual([1, 2])
    expect(out).toMatch(/^row 900 {2}x \[2J row 3/)
  })

  it.each<[string, () => Uint8Array]>([
    ['empty', () => new Uint8Array()],
    ['text', () => Buffer.from('id,text\n=1+1,2\n')],
    ['cut off', () => good().subarray(0, good().length / 2)],
    ['another zip', () => zipSync({ 'a.txt': Buffer.from('a') })],
    ['a sheet without its headings', () => zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>') })],
    ['one that unpacks to far more', () => zipSync({ 'xl/workbook.xml': new Uint8Array(45_000_000) }, { level: 1 })],
    ['one with a cell far from all others', () => withRow('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>')],
    ['one whose cell stands nowhere', () => withRow('<row r="900"><c r="&#88;FD1048576" t="inlineStr"><is><t>x</t></is></c></row>')],
    ['one whose tags never close', () => withRow('<'.repeat(2_000_000))],
  ])('%s is refused in a sentence', async (_name, bytes) => {
    writeFileSync(bad, bytes())
    const { code, out } = await importing({}, 'ar', bad)
    expect(code).toBe(1)
    expect(out).toMatch(
      /cannot be read\. (It is not an \.xlsx|None of the sheets|The file has|Unpacked, the file|There is something in cell &?#?\w+)/,
    )
    expect(stand()).toBe(shipped)
  })

  it('never breaks, whatever the bytes', async () => {
    const whole = good()
    const spoilt = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }).map((changes) => {
      const bytes = Uint8Array.from(whole)
      for (const [place, value] of changes) bytes[place] = value
      return bytes
    })
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(whole.length).map((end) => Uint8Array.from(whole.subarray(0, end))),
      spoilt,
    )
    await fc.assert(
      fc.asyncProperty(some, async (bytes) => {
        const rows = await readSheet(bytes)
        expect(Array.isArray(rows) || /\.$/.test(rows)).toBe(true)
      }),
      { numRuns: process.env.WAYMARK_ALL ? 150 : 20 },
    )
  })
})
