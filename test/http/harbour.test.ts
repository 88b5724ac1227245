import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Harbour, harbourAddress, serveHarbour } from '../support/harbour/served.tsx'
import { at, carriedAnswers, fill, names, next, problems, type Shown, standing, visitor } from '../support/harbour/visitor.ts'

const png = { name: 'deed.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]) }
const pdf = { name: 'list.pdf', bytes: new TextEncoder().encode('%PDF-1.7 …') }
const svg = { name: 'drawing.png', bytes: new TextEncoder().encode('<svg/>') }

const fillAll = (page: Shown, values: Record<string, string>): void => {
  for (const [name, value] of Object.entries(values)) fill(page, name, value)
}

describe.each(['sealed', 'stored'] as const)('a made-up flow with every kind of entry, its answers %s', (how) => {
  let served: Harbour
  beforeAll(async () => {
    served = await serveHarbour(how)
  })
  afterAll(() => served.close())
  const go = () => visitor(served.url + harbourAddress)

  const toShips = async (): Promise<Shown> => {
    const { start, press } = go()
    const page = await start()
    fillAll(page, { purpose: 'trade', 'arrives-day': '1', 'arrives-month': 'march', 'arrives-year': '2027' })
    const second = await press(page, next)
    fillAll(second, { captain: 'Ann "Æ" <b>', phone: '01632 960 001' })
    return press(second, next)
  }
  const toNotes = async (): Promise<Shown> => {
    const { press } = go()
    const ships = await toShips()
    fillAll(ships, { 'ships-0-name': 'Gull' })
    const cargo = await press(ships, next)
    fillAll(cargo, { cargo: 'oil' })
    return press(cargo, next)
  }

  test('from the first page to the last, and each answer changed by itself', async () => {
    const { press } = go()
    const notes = await toNotes()
    expect(notes.title).toBe('Anything else?')
    fill(notes, 'notes', '\nTwo\nlines &amp; </textarea>')
    let end = await press(notes, next)
    if (how === 'stored') {
      fillAll(end, { 'signed-day': '2', 'signed-month': '2', 'signed-year': '2026' })
      end = await press(end, next)
    }
    expect(end.title).toBe('Check your answers')
    expect(carriedAnswers(end)).toMatchObject({
      purpose: 'trade',
      arrives: '2027-03-01',
      captain: 'Ann "Æ" <b>',
      phone: '01632 960 001',
      ships: [{ name: 'Gull' }],
      cargo: ['oil'],
      notes: '\nTwo\nlines &amp; </textarea>',
    })
    for (const change of end.buttons.filter(({ name }) => name === 'change')) {
      const page = await press(end, change)
      expect([page.status, at(page)]).toEqual([200, change.value])
      const again = await press(page, next)
      expect([again.title, carriedAnswers(again)]).toEqual(['Check your answers', carriedAnswers(end)])
    }
    const visit = await press(end, { name: 'change', value: 'visit' })
    expect(standing(visit)).toEqual(['purpose=trade', 'arrives-day=1', 'arrives-month=3', 'arrives-year=2027'])
    fill(visit, 'purpose', 'rest')
    const more = await press(visit, next)
    // Who rests carries no cargo: the answer is dropped with its page.
    expect(names(more)).toContain('flag')
    expect(carriedAnswers(await press(more, next))).not.toHaveProperty('cargo')
  })

  test('what is asked because of another answer on the page is shown first, and then called missing', async () => {
    const { start, press } = go()
    const page = await start()
    expect(names(page)).toEqual(['purpose', 'arrives-day', 'arrives-month', 'arrives-year'])
    fillAll(page, { purpose: 'repair', 'arrives-day': '31', 'arrives-month': '2', 'arrives-year': '2027' })
    const wrong = await press(page, next)
    expect([wrong.status, problems(wrong)]).toEqual([400, ['#arrives-day Mend the day and month and year of "arrives"']])
    expect(standing(wrong)).toEqual(['purpose=repair', 'broken=', 'arrives-day=31', 'arrives-month=2', 'arrives-year=2027'])
    const unseen = await start()
    fillAll(unseen, { purpose: 'repair', 'arrives-day': '1', 'arrives-month': '2', 'arrives-year': '2027' })
    const shown = await press(unseen, next)
    expect([shown.status, at(shown), problems(shown)]).toEqual([200, 'visit', []])
    const missing = await press(shown, next)
    expect([missing.status, problems(missing)]).toEqual([400, ['#broken Answer "broken"']])
    fill(missing, 'broken', 'x'.repeat(1001))
    const long = await press(missing, next)
    expect(problems(long)).toEqual(['#broken "broken" may have 1000 characters'])
    expect(long.controls.find(({ name }) => name === 'broken')?.value).toHaveLength(1001)
    // A line break counts once, though it is sent as two.
    fill(long, 'broken', 'x\n'.repeat(500))
    expect(at(await press(long, next))).toBe('contact')
  })

  test('one of several must be answered: said once, at the first of them', async () => {
    const { start, press } = go()
    const page = await start()
    fillAll(page, { purpose: 'trade', 'arrives-day': '1', 'arrives-month': '3', 'arrives-year': '2027' })
    const contact = await press(page, next)
    const empty = await press(contact, next)
    expect(problems(empty)).toEqual(['#captain Answer "captain"', '#email Answer one of email, phone, in-person'])
    fillAll(empty, { captain: 'Ann', phone: '0'.repeat(41) })
    expect(problems(await press(empty, next))).toEqual(['#phone "phone" may have 40 characters'])
    fillAll(empty, { phone: '', 'in-person': 'true' })
    expect(at(await press(empty, next))).toBe('ships')
    // Back leaves the page as it was: what is on it counts once it is sent on.
    const back = await press(contact, { name: 'back', value: 'contact' })
    expect([at(back), standing(back)[0]]).toEqual(['visit', 'purpose=trade'])
  })

  test('rows: added, removed in the middle, too many; a fault is at its row as it is shown again', async () => {
    const { press } = go()
    let page = await toShips()
    expect(problems(await press(page, next))).toEqual(['#ships-0-name Answer "ships"'])
    const add = { name: 'add-row', value: 'ships' }
    page = await press(await press(page, add), add)
    expect(page.buttons.filter(({ name }) => name === 'add-row')).toEqual([])
    fillAll(page, { 'ships-0-name': 'Auk', 'ships-1-built-year': '1990', 'ships-2-name': 'Crow' })
    const wrong = await press(page, next)
    expect(problems(wrong)).toEqual(['#ships-1-name Answer "name"', '#ships-1-built-day Mend the day and month of "built"'])
    const without = await press(wrong, { name: 'remove-row', value: 'ships-1' })
    expect([without.status, standing(without).filter((one) => one.includes('name'))]).toEqual([
      200,
      ['ships-0-name=Auk', 'ships-1-name=Crow'],
    ])
    // A row of which nothing is entered is passed over, and keeps its place.
    const three = await press(without, add)
    fillAll(three, { 'ships-1-name': '', 'ships-2-name': 'x'.repeat(31) })
    expect(problems(await press(three, next))).toEqual(['#ships-2-name "name" may have 30 characters'])
    fillAll(three, { 'ships-2-name': 'Dove' })
    const cargo = await press(three, next)
    const back = await press(cargo, { name: 'back', value: 'cargo' })
    expect(standing(back).filter((one) => one.includes('name'))).toEqual(['ships-0-name=Auk', 'ships-1-name=Dove'])
  })

  test('someone who must go keeps what is right on the page, and goes on from there', async () => {
    const { start, press } = go()
    const page = await start()
    fillAll(page, { purpose: 'trade', 'arrives-day': '1', 'arrives-month': '3', 'arrives-year': '2027' })
    const gone = await press(page, { name: 'leave', value: 'visit' })
    expect([gone.title, carriedAnswers(gone)]).toEqual(['Before you go', { purpose: 'trade', arrives: '2027-03-01' }])
    expect(at(await press(gone, { name: 'resume', value: 'yes' }))).toBe('contact')
    fill(page, 'arrives-day', '')
    expect(carriedAnswers(await press(page, { name: 'leave', value: 'visit' }))).toEqual({})
  })

  test('and comes back to a page that may be left empty, where they were there', async () => {
    const { press } = go()
    const notes = await toNotes()
    fill(notes, 'notes', 'x'.repeat(501))
    const gone = await press(notes, { name: 'leave', value: 'notes' })
    expect(at(await press(gone, { name: 'resume', value: 'yes' }))).toBe('notes')
  })

  test('the largest answers that may be given, in letters of four bytes, are read', async () => {
    const { start, press } = go()
    const page = await start()
    fillAll(page, { purpose: 'repair', 'arrives-day': '1', 'arrives-month': '3', 'arrives-year': '2027' })
    const broken = await press(page, next)
    fill(broken, 'broken', '🚢'.repeat(1000))
    expect(at(await press(broken, next))).toBe('contact')
    fill(broken, 'broken', '\u0001'.repeat(1000))
    expect(at(await press(broken, next))).toBe('contact')
  })

  test('a page that these answers do not lead to is not taken', async () => {
    const { press } = go()
    const notes = await toNotes()
    const forged = { ...notes, controls: notes.controls.filter(({ name }) => name !== 'so-far') }
    expect(at(await press(forged, next))).toBe('visit')
  })
})

describe('files', () => {
  let served: Harbour
  beforeAll(async () => {
    served = await serveHarbour('stored')
  })
  afterAll(() => served.close())

  /** The page of files, with the date beside them wrong. */
  const papers = async (): Promise<{ page: Shown; press: ReturnType<typeof visitor>['press'] }> => {
    const { start, press } = visitor(served.url + harbourAddress)
    let page = await start()
    fillAll(page, { purpose: 'rest', 'arrives-day': '1', 'arrives-month': '3', 'arrives-year': '2027' })
    page = await press(await press(page, next), next)
    fillAll(page, { captain: 'Ann', 'in-person': 'true' })
    page = await press(page, next)
    fillAll(page, { 'ships-0-name': 'Gull' })
    page = await press(await press(page, next), next)
    expect(at(page)).toBe('papers')
    return { page, press }
  }
  const choose = ({ controls }: Shown, ...files: { name: string; bytes: Uint8Array }[]): void => {
    const control = controls.find(({ type }) => type === 'file')
    if (!control) throw new Error('the page takes no files')
    control.files = files
  }
  const listed = ({ buttons }: Shown): string[] =>
    buttons.filter(({ name }) => name === 'remove-file').map(({ value }) => value.split(' ').slice(2).join(' '))

  test('are kept at once, whatever else is wrong; those that are no good are told by their bytes; one is taken off again', async () => {
    const { page, press } = await papers()
    choose(page, png, pdf)
    const once = await press(page, next)
    expect([once.status, problems(once), listed(once)]).toEqual([400, ['#signed-day Answer "signed"'], ['deed.png', 'list.pdf']])
    choose(once, svg)
    const wrong = await press(once, next)
    expect(problems(wrong)).toEqual(['#papers Choose a file of one of these kinds: png, pdf', '#signed-day Answer "signed"'])
    expect(listed(wrong)).toEqual(['deed.png', 'list.pdf'])
    choose(wrong, { name: 'long.pdf', bytes: new Uint8Array(2 ** 20 + 1).fill(0x25) })
    expect(problems(await press(wrong, next))[0]).toBe('#papers A file may have 1 MB')
    choose(wrong, { name: 'empty.pdf', bytes: new Uint8Array() })
    expect(problems(await press(wrong, next))[0]).toBe('#papers The file is empty')
    choose(wrong, png, pdf)
    expect(problems(await press(wrong, next))[0]).toBe('#papers "papers" may be 3 at most')
    fillAll(wrong, { 'signed-day': '5' })
    choose(wrong)
    const [first] = wrong.buttons.filter(({ name }) => name === 'remove-file')
    const less = await press(wrong, first ?? next)
    expect([less.status, problems(less), listed(less), standing(less)[0]]).toEqual([200, [], ['list.pdf'], 'signed-day=5'])
    fillAll(less, { 'signed-month': '5', 'signed-year': '2026' })
    choose(less, { ...pdf, name: 'more.pdf' })
    const end = await press(less, next)
    expect(end.title).toBe('Check your answers')
    const names = String(carriedAnswers(end)?.papers).split('\n')
    expect(names.map((name) => served.kept.get(name)?.name)).toEqual(['list.pdf', 'more.pdf'])
    const again = await press(end, { name: 'change', value: 'papers' })
    expect(listed(again)).toEqual(['list.pdf', 'more.pdf'])
    expect(carriedAnswers(await press(again, next))).toEqual(carriedAnswers(end))
  })

  test('what a page says is kept is not believed', async () => {
    const { page, press } = await papers()
    fillAll(page, { 'signed-day': '5', 'signed-month': '5', 'signed-year': '2026' })
    const forged = { ...page, controls: [...page.controls, { name: 'papers', type: 'text', value: 'another', checked: false, files: [] }] }
    forged.controls = forged.controls.filter(({ type }) => type !== 'file')
    expect(carriedAnswers(await press(forged, next))).not.toHaveProperty('papers')
  })
})

describe('bytes that are no form', () => {
  test.each(['sealed', 'stored'] as const)('%s: an answer, never a fault of the server', async (how) => {
    const served = await serveHarbour(how)
    const names = [
      'so-far',
      'at',
      'shown',
      'purpose',
      'arrives-day',
      'ships-0-name',
      'ships-999-deck',
      'remove-row',
      'remove-file',
      'add-row',
      'papers',
      'leave',
      '__proto__',
      'constructor',
    ]
    const values = ['visit', 'ships', 'papers', 'papers x', 'ships-1', 'ships-', '\0', '__proto__', '31', '\ud800'.toWellFormed()]
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary' })),
      fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary' })),
    )
    const pairs = fc.array(pair, { maxLength: 12 })
    const urlencoded = pairs.map((all) => ({
      type: 'application/x-www-form-urlencoded',
      body: Buffer.from(new URLSearchParams(all.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])).toString()),
    }))
    const multipart = pairs.map((all) => ({
      type: 'multipart/form-data; boundary=x',
      body: Buffer.from(
        `${all.map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--x--`,
      ),
    }))
    const noise = fc
      .tuple(fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'), fc.uint8Array({ maxLength: 300 }))
      .map(([type, bytes]) => ({ type, body: Buffer.from(bytes) }))
    await fc.assert(
      fc.asyncProperty(fc.oneof(urlencoded, multipart, noise), async ({ type, body }) => {
        const answer = await fetch(served.url + harbourAddress, {
          method: 'POST',
          body: body as Buffer<ArrayBuffer>,
          headers: { 'content-type': type },
        })
        expect([200, 400, 413, 415]).toContain(answer.status)
        await answer.text()
      }),
      { numRuns: process.env.WAYMARK_ALL ? 250 : 40 },
    )
    await served.close()
  })
})
