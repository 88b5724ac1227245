import { expect, test } from 'vitest'
import { attribute, type Element, elementsOf, hasClass, inside, one, textOf } from './html.ts'
import { ask, start } from './support.ts'

/** /get-help as a reader sees it at an instant: each service's words and the line beside it. */
type Shown = { id: string; name: string; state: string; words: string; beside: string | null; phone: string | null }

const shownIn = (entry: Element): Shown => {
  const parts = inside(entry)
  const beside = parts.find((e) => hasClass(e, 'beside'))
  const board = parts.find((e) => hasClass(e, 'board'))
  return {
    id: attribute(entry, 'id') ?? '',
    name: textOf(one(parts, 'the name', (e) => e.tagName === 'h3')),
    // A page to write to has none: nobody says when it is read.
    state: board ? textOf(one(parts, 'the state', (e) => hasClass(e, 'state'))) : '',
    words: textOf(entry),
    beside: beside ? textOf(beside) : null,
    phone: board ? (attribute(board, 'href') ?? null) : null,
  }
}

const getHelpAt = async (at: string): Promise<{ rows: Shown[]; row(id: string): Shown; page: Element[] }> => {
  const { port, stop } = await start({ at })
  const { status, text } = await ask(port, '/get-help')
  await stop()
  expect(status).toBe(200)
  const page = elementsOf(text)
  const rows = page.filter((e) => hasClass(e, 'svc')).map(shownIn)
  const row = (id: string): Shown => {
    const found = rows.find((r) => r.id === id)
    if (!found) throw new Error(`no ${id} on /get-help`)
    return found
  }
  return { rows, row, page }
}

/** The lines of this page that are open at every hour. */
const beside = /^Open now: .+, \d[\d ]+$/

test('Saturday 3 August 2019, 16:30: Beacon is open until five', async () => {
  const { row } = await getHelpAt('2019-08-03T16:30:00+01:00')
  expect(row('beacon')).toMatchObject({ state: 'Open until 5pm today', beside: null })
})

test('at 17:00 it is closed, with its opening time, and a line that is open beside it', async () => {
  const { row } = await getHelpAt('2019-08-03T17:00:00+01:00')
  expect(row('beacon').state).toBe('Closed. Opens Monday at 8am')
  expect(row('beacon').beside).toMatch(beside)
})

test('Sunday evening: it opens tomorrow; at night after midnight: today', async () => {
  expect((await getHelpAt('2019-08-04T23:59:00+01:00')).row('beacon').state).toBe('Closed. Opens tomorrow at 8am')
  expect((await getHelpAt('2019-08-05T00:00:00+01:00')).row('beacon').state).toBe('Closed. Opens at 8am today')
})

test('bank holiday: the article gives no rule, so the hours are not confirmed', async () => {
  const { row } = await getHelpAt('2019-08-26T10:00:00+01:00')
  expect(row('beacon').state).toBe('Bank holiday in England: hours not confirmed')
  expect(row('beacon').state).not.toMatch(/open|closed/i)
  expect(row('beacon').beside).toMatch(beside)
})

test.each(['2026-11-24T10:00:00Z', '2026-11-28T10:00:00Z', '2026-04-01T00:00:00+01:00', '2026-12-28T11:00:00Z'])(
  'since April 2026 Beacon is not confirmed, stands last and is never said to be open (%s)',
  async (at) => {
    const { rows, row } = await getHelpAt(at)
    const { state, words } = row('beacon')
    expect(state).toBe('Not confirmed since 30 July 2019')
    expect(words.replace(/Open now instead:.*$/, '').replace('In 2019 it was open', '')).not.toMatch(/\bopen/i)
    expect(row('beacon').beside).toMatch(beside)
    expect(rows.at(-1)?.id).toBe('beacon')
  },
)

test('danger comes before every line; then those for yourself, those for someone else, and what is not confirmed, each in the order of the pack', async () => {
  const { page } = await getHelpAt('2026-11-24T10:00:00Z')
  const danger = page.findIndex((e) => hasClass(e, 'danger'))
  expect(danger).toBeGreaterThan(-1)
  expect(danger).toBeLessThan(page.findIndex((e) => hasClass(e, 'svc')))
  const needs = page.filter((e) => hasClass(e, 'need')).map((e) => inside(e).filter((entry) => hasClass(entry, 'svc')))
  const [helpline, police] = ['Modern Slavery & Exploitation Helpline', 'Police, non-emergency']
  const [children, adults] = ["Hertfordshire Children's Services", 'Hertfordshire adult safeguarding']
  expect(needs.map((entries) => entries.map((entry) => shownIn(entry).name))).toEqual([
    [helpline, 'Salvation Army, a charity (18 or over)', children, 'Childline', police],
    [police, helpline, 'Crimestoppers', children, adults, 'Hertfordshire police, online'],
    ['Beacon, care for victims of crime'],
  ])
})

test('who worries about immigration is told before the first line for themselves, and led to their rights', async () => {
  const { page } = await getHelpAt('2026-11-24T10:00:00Z')
  const yourself = inside(one(page, 'lines for yourself', (e) => hasClass(e, 'need') && attribute(e, 'aria-labelledby') === 'yourself'))
  const rights = yourself.findIndex((e) => attribute(e, 'href') === '/your-rights')
  expect(rights).toBeGreaterThan(-1)
  expect(rights).toBeLessThan(yourself.findIndex((e) => hasClass(e, 'svc')))
  const words = textOf(one(yourself, 'its words', (e) => e.tagName === 'p' && textOf(e).includes('immigration')))
  expect(words).toMatch(/might tell the Home Office about your immigration status\. Not checked yet You can ask the helpline first/)
})

test('a line for both needs is told once in full, and beside it there is one that is open and meant for the same', async () => {
  const { page } = await getHelpAt('2026-11-24T10:00:00Z')
  const helplines = page
    .filter((e) => hasClass(e, 'svc'))
    .map(shownIn)
    .filter(({ phone }) => phone === 'tel:08000121700')
  expect(helplines.map(({ id, beside: other }) => [id, other])).toEqual([
    ['modern-slavery-helpline', 'Open now: Salvation Army, a charity (18 or over), 0800 808 3733'],
    ['', 'Open now: Police, non-emergency, 101'],
  ])
})

test('what nobody knows of a line is left out', async () => {
  const { page, row } = await getHelpAt('2026-11-24T10:00:00Z')
  expect(textOf(one(page, 'a main part', (e) => e.tagName === 'main'))).not.toMatch(/not known|unknown/i)
  expect(row('modern-slavery-helpline').words).toContain('You do not have to give your name.')
  expect(row('childrens-services').words).not.toMatch(/your name|Languages/)
})

test.each(['2019-08-03T17:00:00+01:00', '2026-11-24T10:00:00Z', '2026-12-25T03:00:00Z', '2027-01-15T12:00:00Z'])(
  'beside every line that is not open stands one that is (%s)',
  async (at) => {
    const { rows } = await getHelpAt(at)
    const lines = rows.filter(({ phone }) => phone)
    const open = new Set(lines.filter((r) => r.beside === null).map((r) => r.phone))
    for (const { state, beside: other } of lines) {
      if (/^Open/.test(state) && !/Due to be checked again/.test(state)) expect(other).toBeNull()
      else expect(other).toMatch(beside)
    }
    expect(open.size).toBeGreaterThan(0)
  },
)

test('the page says for which minute it holds', async () => {
  const { page } = await getHelpAt('2026-11-24T21:10:30Z')
  expect(textOf(one(page, 'a main part', (e) => e.tagName === 'main'))).toContain('Updated 9:10pm, Tuesday 24 November')
})
