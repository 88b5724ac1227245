import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeSheets from 'write-excel-file/node'
import { keepImport } from '../../src/commands/register/imports/keep-import.ts'
import { readImports } from '../../src/commands/register/imports/read-imports.ts'
import { undoImport } from '../../src/commands/register/imports/undo-import.ts'
import { readEvent } from '../../src/commands/register/read-event.ts'
import { nameKey } from '../../src/domain/register/names.ts'
import { guessColumns } from '../../src/domain/register/sheet/columns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import type { Got } from '../support/desk-visitor.ts'
import { formOf, importerAt, upload } from '../support/importer.ts'
import { anEvent, confirmsAll } from '../support/register.ts'
import { esrList, moodleActivities, moodleCourse, pupils, teamsReport } from '../support/sheets.ts'

let desk: ServedDesk
let spoc: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
}, 60_000)
afterAll(() => desk.stop())

const tier = 'everyone'

const importer = (who: Somebody) => importerAt(desk.at, who.cookie)

const figuresOf = ({ text }: Got): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(([, label = '', value = '']) => [label, value]))

const idOf = ({ to }: Got): string => /imports\/([0-9a-f-]{36})/.exec(to ?? '')?.[1] ?? ''

const countedBy = (id: string) =>
  desk.owner
    .selectFrom('attendance as a')
    .leftJoin('learner as l', 'l.id', 'a.learner_id')
    .select(['l.name', 'a.on_date', 'a.tier', 'a.version', 'a.partner_id', 'l.email'])
    .where('a.import_id', '=', id)
    .orderBy('l.name')
    .execute()

test('a list is sent, matched once, checked and kept; the next one with the same columns is only checked', async () => {
  const one = importer(spoc)
  const csv = (rows: string[]): Buffer => Buffer.from(['Name;Work email;Date;Status', ...rows].join('\r\n'))
  const file = csv(['Una Fold;una@example.org;03/11/2026;Done', 'Vic Fold;not an email;04/11/2026;Done', 'Wyn Fold;;25/11/2026;No'])
  const asked = await one.send(file)
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('What is in each column?')])
  // What nobody but they can say is not guessed.
  const left = await one.post(`${upload}/columns`, formOf(asked, {}))
  expect([left.status, left.text]).toEqual([400, expect.stringContaining('Choose what they were taught')])
  const checked = await one.answer(asked, {})
  expect(figuresOf(checked)).toEqual({
    'to be counted': '1',
    'of them new to the register': '1',
    'there already': '0',
    'left out, for a reason below': '1',
    'did not do it': '1',
  })
  expect(checked.text).toContain('This is not an email address')
  expect(await desk.owner.selectFrom('learner').select('id').where('name', '=', 'Una Fold').execute()).toEqual([])
  const kept = await one.keep(checked)
  expect(kept.status).toBe(303)
  expect(await countedBy(idOf(kept))).toEqual([
    {
      name: 'Una Fold',
      on_date: '2026-11-03',
      tier,
      version: expect.toSatisfy((v) => v === null || /^[0-9a-f]{12}$/.test(v)),
      partner_id: 'watford',
      email: null,
    },
  ])
  const row = await desk.owner.selectFrom('register_import').selectAll().where('id', '=', idOf(kept)).executeTakeFirstOrThrow()
  expect([row.rows, row.kept, row.refused, row.others, row.hash?.toString('hex')]).toEqual([
    3,
    1,
    1,
    1,
    createHash('sha256').update(file).digest('hex'),
  ])
  const entries = await desk.owner.selectFrom('audit').select('verb').where('object_id', '=', row.id).execute()
  expect(entries.map(({ verb }) => verb)).toEqual(['import-register'])
  // The same form again is the same import, once its file is gone too.
  const again = await one.send(file)
  expect(again.text).toContain('This file was imported before')
  expect(figuresOf(again)['there already']).toBe('1')
  const next = await one.send(csv(['Xan Fold;xan@example.org;05/11/2026;Done', 'Yve Fold;;26/11/2026;Done']))
  expect(figuresOf(next)['to be counted']).toBe('2')
  expect(await desk.owner.selectFrom('import_mapping').select('mapping').execute()).toEqual([
    { mapping: expect.not.objectContaining({ on: expect.any(String) }) },
  ])
})

test('who gets a certificate, and why, is said before it is kept, also where the columns are known; and the result adds up to the file', async () => {
  const one = importer(spoc)
  const day = Temporal.Now.plainDateISO().toString()
  const csv = (...names: string[]): Buffer =>
    Buffer.from(
      ['Full name,E-mail,Completion date', ...names.map((name) => `${name},${nameKey(name).replace(' ', '.')}@example.org,${day}`)].join(
        '\n',
      ),
    )
  const asked = await one.answer(await one.send(csv('Abi Weir', 'Ben Weir')), {})
  expect(asked.text).toContain('2 people get a certificate')
  expect(asked.text).toContain('You said that it was our course')
  await one.keep(asked)
  const known = await one.send(csv('Abi Weir', 'Cas Weir', 'Di Weir', 'Ed Weir'))
  expect(known.text).toContain('3 people get a certificate')
  expect(known.text).toContain('The last time that a list had these columns, it was our course')
  const result = await one.get((await one.keep(known)).to ?? '')
  expect(figuresOf(result)).toEqual({ Rows: '4', Kept: '3', 'There already': '1', 'Did not do it': '0', 'Left out': '0' })
})

test('whoever is in the register at another organisation is said so before and after, and where it is answered', async () => {
  const [one, other] = [importer(spoc), importer(await desk.somebody(['spoc'], { partner: 'dacorum' }))]
  const csv = Buffer.from(
    'Person,E-mail,Completion date\nGus Weir,gus.weir@example.org,2026-11-02\nHal Weir,hal.weir@example.org,2026-11-02\n',
  )
  await one.keep(await one.answer(await one.send(csv), {}))
  const more = Buffer.from(`${csv.toString().replaceAll('-02', '-03')}Ida Weir,ida.weir@example.org,2026-11-03\n`)
  const checked = await other.answer(await other.send(more), {})
  expect(checked.text).toContain('2 people are in the register at another organisation')
  expect(checked.text).toContain('href="/desk/register/moves"')
  const result = await other.get((await other.keep(checked)).to ?? '')
  expect(result.text).toContain('2 people are in the register at another organisation')
})

test('nothing of a file can be read in the database; it goes when it is done or not wanted', async () => {
  const one = importer(spoc)
  await one.send(Buffer.from('Name,Date\nZed Fold,2026-11-03\n'))
  const [draft] = await desk.owner.selectFrom('import_draft').selectAll().where('person_id', '=', spoc.person).execute()
  expect(draft?.sealed.includes('Zed Fold')).toBe(false)
  const page = await one.send(Buffer.from('Name,Date\nZed Fold,2026-11-03\n'))
  const none = await one.post(`${upload}/keep`, { ...page.hidden, none: 'yes' })
  expect(none.to).toContain('told=none')
  expect(await desk.owner.selectFrom('import_draft').select('id').where('person_id', '=', spoc.person).execute()).toEqual([])
  const late = await one.post(`${upload}/columns`, page.hidden)
  expect([late.status, late.text]).toEqual([400, expect.stringContaining('This file is not here any more')])
})

test('files by Moodle’s rules: activity completion as CSV and as Excel writes it, and course completion', async () => {
  const one = importer(spoc)
  const people = pupils.map((pupil, at) => ({
    ...pupil,
    state: at === 3 ? 'Not completed' : 'Completed',
    on: at === 3 ? '' : '2026-11-24 09:58:12',
  }))
  // With WAYMARK_ALL as Excel writes it, and of courses: other readers of the same lists, each tested where it stands (src/domain/register/sheet).
  for (const excel of process.env.WAYMARK_ALL ? [false, true] : [false]) {
    const asked = await one.send(moodleActivities(people, 'Spot the signs "2026"', { excel, due: '30 November 2026' }))
    // As Excel writes it, it is the same list: its columns are known.
    const checked = excel ? asked : await one.answer(asked, {})
    expect(figuresOf(checked)).toMatchObject({ [excel ? 'there already' : 'to be counted']: '3', 'did not do it': '1' })
    if (!excel)
      expect((await countedBy(idOf(await one.keep(checked)))).map(({ name }) => name)).toEqual([
        'Abi Lychgate',
        'Łukasz Wójcik',
        'محمّد الأحمد',
      ])
  }
  if (!process.env.WAYMARK_ALL) return
  const course = await one.send(
    moodleCourse(
      pupils.map((pupil, at) => ({ ...pupil, on: at ? `${10 + at}/11/26` : '' })),
      'Quiz',
    ),
  )
  const checked = await one.answer(course, {})
  // Of these dates none is over 12 in both places: the days are, so the order is plain.
  expect(figuresOf(checked)['to be counted']).toBe('3')
})

// With WAYMARK_ALL: its columns are read in src/domain/register/sheet, and what follows is as for every list.
test.runIf(process.env.WAYMARK_ALL)(
  'a list like ESR’s: a number for who has no email, the day it runs out, and only the competence that is ours',
  async () => {
    const one = importer(spoc)
    const competence = '457|LOCAL|Modern Slavery Awareness - 3 Years|'
    const rows = pupils.map((pupil, at) => ({
      ...pupil,
      competence: at ? competence : 'NHS|CSTF|Fire Safety - 2 Years|',
      expires: '30-Nov-2028',
    }))
    const asked = await one.send(esrList(rows))
    const unsaid = await one.answer(asked, { tier: 'column', ends: '3' })
    expect(unsaid.text).toContain('Say if the list’s column of organisations is used')
    const first = await one.answer(asked, { tier: 'column', ends: '3', 'col-organisation': 'unused', 'tier-1': tier })
    expect(figuresOf(first)).toMatchObject({ 'to be counted': '3', 'did not do it': '1' })
    const kept = await countedBy(idOf(await one.keep(first)))
    expect(kept.map(({ name, on_date }) => [name, on_date])).toContainEqual(['Łukasz Wójcik', '2025-11-30'])
    // The same people again a year later, found by their numbers alone.
    const again = await one.send(esrList(rows.map((row) => ({ ...row, expires: '01-Nov-2029' }))))
    expect(figuresOf(again)).toMatchObject({ 'to be counted': '3', 'of them new to the register': '0' })
  },
)

test('a report like Teams’ goes onto the list of the trainer’s own event, is confirmed there, and can be taken off again', async () => {
  const trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  const { event } = await anEvent(desk, trainer)
  const one = importer(trainer)
  const asked = await one.send(teamsReport(pupils), { event })
  const checked = await one.answer(asked, {})
  // Whoever organised the meeting is not on the list, and nobody is on it twice.
  expect(figuresOf(checked)).toMatchObject({ 'to go on the list': '4', 'did not do it': '1' })
  const kept = await one.keep(checked)
  const names = async () => {
    const read = await desk.as(trainer, readEvent, { event })
    return 'done' in read ? read.done.entries.filter(({ state }) => state === 'entered').map(({ name }) => name) : []
  }
  expect(await names()).toContain('A visitor')
  expect(await names()).toHaveLength(4)
  expect(await countedBy(idOf(kept))).toEqual([])
  expect(await desk.as(trainer, undoImport, { id: idOf(kept) })).toEqual({ done: { gone: 4 } })
  expect(await names()).toEqual([])
  await one.keep(await one.send(teamsReport(pupils), { event }))
  expect(await confirmsAll(desk, trainer, event)).toBe(4)
  // Another trainer sees no such event, and may import nothing else.
  const other = importer(await desk.somebody(['trainer'], { partner: 'stevenage' }))
  expect((await other.send(teamsReport(pupils), { event })).status).toBe(404)
  expect((await other.send(teamsReport(pupils), { partner: 'stevenage' })).status).toBe(400)
})

test('a coordinator imports people of any organisation from a spreadsheet; a SPOC’s rows of others are refused, each with its line', async () => {
  const text = (value: string) => ({ value, type: String })
  const day = (value: string) => ({ value: new Date(value), type: Date, format: 'dd/mm/yyyy' })
  const file = await writeSheets([
    {
      data: [
        [text('First name'), text('Surname'), text('Employer'), text('Date attended')],
        [text('Ada'), text('Weir'), text('Stevenage'), day('2026-11-03')],
        [text('Bo'), text('Weir'), text('Harbour Nails Ltd'), day('2026-11-03')],
        [text('=HYPERLINK("x")'), text('Weir'), text('Harbour Nails Ltd'), day('2026-11-03')],
      ],
    },
  ]).toBuffer()
  const one = importer(coordinator)
  const asked = await one.send(file, { partner: 'rows' })
  const checked = await one.answer(asked, { sector: 'business' })
  expect(figuresOf(checked)['to be counted']).toBe('2')
  expect(checked.text).toContain('This does not look like a name')
  const id = idOf(await one.keep(checked))
  expect((await countedBy(id)).map(({ name }) => name)).toEqual(['Ada Weir', 'Bo Weir'])
  const own = importer(spoc)
  const page = await own.send(file)
  const refused = await own.answer(page, { 'col-organisation': '2', asked: JSON.stringify([3, null, null, 2]), sector: 'business' })
  expect(refused.text).toContain('You can only import people who work for your own organisation')
  expect(figuresOf(refused)['to be counted']).toBe('0')
})

test('an import taken back leaves nobody whom nothing else knows, once; and only whoever made it, or a coordinator, may', async () => {
  const one = importer(spoc)
  const csv = (names: string[], on: string): Buffer =>
    Buffer.from(
      `Name,Email,Completion date\n${names.map((name) => `${name},${nameKey(name).replace(' ', '.')}@example.org,${on}`).join('\n')}\n`,
    )
  const first = idOf(await one.keep(await one.answer(await one.send(csv(['Bea Sluice', 'Cal Sluice'], '2026-10-01')), {})))
  const second = idOf(await one.keep(await one.send(csv(['Bea Sluice', 'Dot Sluice'], '2026-11-01'))))
  const colleague = await desk.somebody(['spoc'], { partner: 'watford' })
  expect(await desk.as(colleague, undoImport, { id: second })).toEqual({ fault: 'not-allowed' })
  const page = await one.get(`/desk/register/imports/${second}`)
  const undone = await one.post(`/desk/register/imports/${second}`, page.hidden)
  expect(undone.to).toContain('told=undone&n=2')
  expect((await one.post(`/desk/register/imports/${second}`, {})).status).toBe(400)
  const names = (await desk.owner.selectFrom('learner').select('name').where('name', 'like', '% Sluice').orderBy('name').execute()).map(
    ({ name }) => name,
  )
  expect(names).toEqual(['Bea Sluice', 'Cal Sluice'])
  const held = await desk.owner.selectFrom('standing').select('on_date').where('name_key', '=', 'bea sluice').execute()
  expect(held).toEqual([{ on_date: '2026-10-01' }])
  expect(await desk.as(coordinator, undoImport, { id: first })).toEqual({ done: { gone: 2 } })
  const stranger = await desk.somebody(['spoc'], { partner: 'stevenage' })
  expect(await desk.as(stranger, undoImport, { id: first })).toEqual({ fault: 'not-found' })
  expect(await desk.as(stranger, readImports, { id: null, limit: 50 })).toEqual({ done: [] })
})

test('nobody imports for a partner that is not theirs, whatever their form says', async () => {
  const input = {
    ...{
      draft: crypto.randomUUID(),
      partner: 'stevenage',
      event: null,
      hash: Buffer.alloc(32),
      headers: Buffer.alloc(32),
      bad: 0,
      others: 0,
    },
    mapping: {
      columns: guessColumns(['Name']),
      tier,
      tiers: {},
      done: [],
      order: null,
      on: null,
      ends: 0 as const,
      ours: false,
      sector: null,
    },
    rows: [{ name: 'Ed Ford', name_key: 'ed ford', tier, version: null, on_date: '2026-11-01', way: 'file' as const }],
  }
  for (const who of [spoc, await desk.somebody(['trainer']), await desk.somebody(['administrator', 'analyst'])])
    expect(await desk.as(who, keepImport, input)).toEqual({ fault: 'not-allowed' })
  expect(await desk.owner.selectFrom('learner').select('id').where('name', '=', 'Ed Ford').execute()).toEqual([])
  expect(await desk.owner.selectFrom('import_mapping').select('headers').where('partner_id', '=', 'stevenage').execute()).toEqual([])
})

test('whoever has the name of somebody who is there already is said so before it is kept, and all rows are shown', async () => {
  const one = importer(spoc)
  const list = (day: string): Buffer =>
    Buffer.from(['Name;Date', `Zoe Twice;${day}`, ...Array.from({ length: 6 }, (_, n) => `Zed ${'abcdef'[n]};${day}`)].join('\r\n'))
  const first = await one.answer(await one.send(list('13/11/2026')), {})
  expect(first.text).not.toContain('name of someone who is here already')
  expect(first.text).toContain('Zed f')
  await one.keep(first)
  const again = await one.send(list('14/11/2026'))
  expect(again.text).toContain('7 have the name of someone who is here already')
})
