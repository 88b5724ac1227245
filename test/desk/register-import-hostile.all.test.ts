import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeSheets from 'write-excel-file/node'
import { readSheet } from '../../src/processes/sheets/read-sheet.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'

let desk: ServedDesk
let spoc: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
}, 60_000)
afterAll(() => desk.stop())

/** A workbook of which the one sheet is this XML. */
const workbook = (sheet: string | Uint8Array): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8(
      '<?xml version="1.0"?><workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet,
  })

test('a bomb, a far cell, a million columns and what is no list are each refused, and the desk lives', async () => {
  const faultOf = async (file: Uint8Array) => {
    const read = await readSheet(file, null)
    return 'fault' in read ? read.fault : null
  }
  expect(await faultOf(workbook(new Uint8Array(120_000_000)))).toBe('packed')
  const cell = (at: string) =>
    `<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="${at}" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`
  expect(await faultOf(workbook(cell('XFD1048576')))).toBe('far')
  expect(await faultOf(workbook(cell('A1').replace('<row', `<row ${'a="1" '.repeat(2000)}`)))).toBe('broken')
  expect(await faultOf(Buffer.from(`Name${','.repeat(1_000_000)}\nAbi\n`))).toBe('wide')
  expect(await faultOf(Buffer.from('Name\n'.repeat(70_000)))).toBe('long')
  expect(await faultOf(Buffer.alloc(0))).toBe('empty')
  expect(await faultOf(Buffer.from('\r\n \r\n'.replace(' ', '')))).toBe('empty')
  expect(await faultOf(Buffer.from('%PDF-1.7'))).toBe('type')
  expect(await faultOf(Buffer.concat([Buffer.from('Name\n'), Buffer.alloc(16 * 1024 * 1024)]))).toBe('heavy')
  const good = await writeSheets([{ data: [[{ value: 'Name', type: String }]] }]).toBuffer()
  expect(await faultOf(good.subarray(0, good.length - 40))).toBe('broken')
}, 60_000)

test('one mark that is never closed swallows nobody', async () => {
  const read = await readSheet(Buffer.from('Name,Date\n"Abi,1/2/2026\nBen,1/2/2026\nCat,1/2/2026\n'), null)
  expect('sheet' in read && [read.sheet.cells.length, read.sheet.how.loose]).toEqual([4, true])
  const lines = await readSheet(Buffer.from('Name,Note\r\n"Abi","two\r\nlines"\r\n\r\nBen,x\r\n'), null)
  expect('sheet' in lines && lines.sheet.lines).toEqual([1, 2, 5])
})

const counts = async () =>
  Promise.all(
    (['learner', 'attendance', 'register_import', 'organisation', 'import_mapping'] as const).map(
      async (table) =>
        (
          await desk.owner
            .selectFrom(table)
            .select((of) => of.fn.countAll<string>().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
    ),
  )

test('whatever file is sent, it is answered in words, and nothing is kept before somebody says so', async () => {
  const visitor = deskVisitor(desk.at, spoc.cookie)
  const page = await visitor.get('/desk/register/import')
  const before = await counts()
  const nasty = fc.constantFrom(
    '=cmd|x',
    '\u202Eabc',
    'null',
    '\0\0',
    '"',
    '""',
    '\u{1F600}'.repeat(400),
    'x'.repeat(5000),
    '1/2/2026',
    'Name',
    'a@b.org',
    '\uFFFF',
    '<b>',
    '',
  )
  const text = fc
    .array(fc.array(nasty, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
    .map((rows) => Buffer.from(rows.map((row) => row.join(',')).join('\n')))
  const good = await writeSheets([
    {
      data: [
        [
          { value: 'Name', type: String },
          { value: 'Date', type: String },
        ],
        [{ value: 'Abi', type: String }, { value: 5 }],
      ],
    },
  ]).toBuffer()
  const broken = fc.integer({ min: 1, max: good.length }).map((at) => good.subarray(0, at))
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((one) => Buffer.from(one))
  await fc.assert(
    fc.asyncProperty(fc.oneof(text, broken, bytes), async (file) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(page.hidden)) form.append(name, value)
      form.append('file', new File([Uint8Array.from(file)], 'list.xlsx'))
      const got = await visitor.post('/desk/register/import', form)
      expect([200, 400]).toContain(got.status)
      expect(got.text).toContain('<h1>')
      expect(got.text).not.toContain('\0')
      // Whatever is answered next: forged, empty or left as it is.
      for (const [path, fields] of [
        ['columns', got.hidden],
        [
          'columns',
          {
            ...got.hidden,
            'col-name': '0',
            tier: 'everyone',
            ours: 'no',
            asked: '[null,null,null,null]',
            'on-day': '1',
            'on-month': '2',
            'on-year': '2026',
          },
        ],
        ['columns', { ...got.hidden, change: 'yes', mapping: '{"columns":{"name":300}}' }],
        ['keep', { ...got.hidden, mapping: '{"columns":' }],
      ] as const)
        expect((await visitor.post(`/desk/register/import/${path}`, fields)).status).toBeLessThan(500)
    }),
    { numRuns: 25 },
  )
  expect(await counts()).toEqual(before)
}, 120_000)

test('an import that fails in the middle leaves nothing', async () => {
  const visitor = deskVisitor(desk.at, spoc.cookie)
  const page = await visitor.get('/desk/register/import')
  const form = new FormData()
  for (const [name, value] of Object.entries(page.hidden)) form.append(name, value)
  form.append('file', new File(['Name,Date\nAbi Sill,1/11/2026\nBen Sill,13/11/2026\n'], 'list.csv'))
  const asked = await visitor.post('/desk/register/import', form)
  const mapping = {
    columns: { name: 0, date: 1 },
    tier: 'everyone',
    tiers: {},
    done: [],
    order: 'dmy',
    on: null,
    ends: 0,
    ours: false,
    sector: null,
  }
  const before = await counts()
  const key = randomBytes(2).toString('hex')
  await desk.owner.schema
    .alterTable('attendance')
    .addCheckConstraint(`no_${key}`, (await import('kysely')).sql`on_date <> '2026-11-13'`)
    .execute()
  const kept = await visitor.post('/desk/register/import/keep', { ...asked.hidden, mapping: JSON.stringify(mapping) })
  expect(kept.status).toBe(500)
  expect(await counts()).toEqual(before)
  await desk.owner.schema.alterTable('attendance').dropConstraint(`no_${key}`).execute()
  expect((await visitor.post('/desk/register/import/keep', { ...asked.hidden, mapping: JSON.stringify(mapping) })).status).toBe(303)
})
