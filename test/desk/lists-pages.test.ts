import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInbox } from '../../src/commands/concerns/read-inbox.ts'
import { raise, receivingDesk, type TestIntake, tryRaise } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { drawn, makeConcerns } from '../support/many-concerns.ts'
import { realPack } from '../support/real-pack.ts'
import { coverFor, receiving } from '../support/report-site.ts'

let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let practitioner: Somebody
beforeAll(async () => {
  desk = await serveTestDesk({ pack: receiving(realPack()) })
  const made = await receivingDesk(desk)
  ;({ anna, intake } = made)
  await coverFor(desk, anna)
  practitioner = await desk.somebody(['practitioner'], { name: 'Dev Bridleway', partner: 'watford' })
  await makeConcerns(desk.owner, drawn(3), [anna.person, made.ben.person], 120)
})
afterAll(async () => {
  await intake.close()
  await desk.stop()
})

const as = (who: Somebody) => deskVisitor(desk.at, who.cookie)
const rows = (text: string): string[] => [...text.matchAll(/<span class="ref">(C-\d+)<\/span>/g)].map(([, reference = '']) => reference)
const linkTo = (text: string, words: string): string =>
  (new RegExp(`<a class="button quiet" href="([^"]+)"><span>${words}`).exec(text)?.[1] ?? '').replaceAll('&amp;', '&')

test('the inbox goes on from page to page and back, and says who is on call, how many have an owner and how the form stands', async () => {
  const visitor = as(anna)
  const first = await visitor.get('/desk/concerns')
  expect(first.text).toMatch(/<b>Owners:<\/b> \d\d of \d\d open concerns/)
  expect(first.text).toContain('<b>Reports:</b>')
  expect(rows(first.text)).toHaveLength(25)
  const second = await visitor.get(linkTo(first.text, 'Next'))
  expect(rows(second.text).filter((one) => rows(first.text).includes(one))).toEqual([])
  expect(rows((await visitor.get(linkTo(second.text, 'Back'))).text)).toEqual(rows(first.text))
  for (const view of ['mine', 'offered', 'late', 'closed']) expect((await visitor.get(`/desk/concerns?view=${view}`)).status).toBe(200)
  // What nobody understands is the list from its beginning.
  expect(rows((await visitor.get('/desk/concerns?view=x&sort=y&after=z')).text)).toEqual(rows(first.text))
})

test('a practitioner has “Mine”, with nothing in it; an administrator and an analyst have no inbox, and none is shown to them', async () => {
  const mine = await as(practitioner).get('/desk/concerns')
  expect([mine.status, /<h1>([^<]+)/.exec(mine.text)?.[1]?.trim(), rows(mine.text)]).toEqual([200, 'Mine', []])
  for (const role of ['administrator', 'analyst'] as const) {
    const visitor = as(await desk.somebody([role]))
    for (const path of ['/desk/concerns', '/desk/concerns/find'])
      expect([role, path, (await visitor.get(path)).status]).toEqual([role, path, 403])
    expect((await visitor.get('/desk')).text).not.toContain('href="/desk/concerns')
  }
})

test('a search is by GET, keeps what was asked for from page to page, and says at a field what it does not understand', async () => {
  const visitor = as(anna)
  const found = await visitor.get('/desk/concerns/find?town=Watford&from=2020-01-01')
  expect(found.text).toContain('You cannot search what people wrote')
  const next = linkTo(found.text, 'Next')
  expect(next).toMatch(/^\/desk\/concerns\/find\?town=Watford&from=2020-01-01&after=/)
  expect(rows((await visitor.get(next)).text).filter((one) => rows(found.text).includes(one))).toEqual([])
  expect(rows((await visitor.get('/desk/concerns/find?ref=c-7&town=Nowhere')).text)).toEqual(['C-7'])
  for (const [asked, said] of [
    ['ref=the+van', 'A reference looks like C-1187'],
    ['ref=99999999999', 'A reference looks like C-1187'],
    ['from=yesterday', 'Choose a day'],
    ['to=-271821-04-20', 'Choose a day'],
    ['from=%2B999999-01-01', 'Choose a day'],
    ['owner=me', 'Choose a person from the list'],
    ['from=2026-02-02&to=2026-01-01', 'The last day is before the first'],
  ]) {
    const { status, text } = await visitor.get(`/desk/concerns/find?${asked}`)
    expect([asked, status, text.includes(said ?? ''), rows(text)]).toEqual([asked, 200, true, []])
  }
  // What the list says of what waits in a concern can be asked for too.
  const offered = rows(found.text)[0] ?? ''
  const concern_id = (
    await desk.owner
      .selectFrom('concern')
      .select('id')
      .where('number', '=', Number(offered.slice(2)))
      .executeTakeFirstOrThrow()
  ).id
  await desk.owner.updateTable('concern').set({ state: 'open' }).where('id', '=', concern_id).execute()
  await desk.owner
    .insertInto('concern_offer')
    .values({ id: randomUUID(), concern_id, from_person: anna.person, to_person: null, until: new Date(Date.now() + 60_000) })
    .execute()
  const being = await visitor.get('/desk/concerns/find?state=offered')
  expect([rows(being.text), being.text.includes('Being handed over')]).toEqual([[offered], true])
  expect(rows((await visitor.get('/desk/concerns/find?state=offered&town=nowhere')).text)).toEqual([])
  for (const odd of ['town=%27%3B--', 'sign=%00', 'sector=a%20b', 'state=x', `town=${'x'.repeat(5000)}`])
    expect([odd, (await visitor.get(`/desk/concerns/find?${odd}`)).status]).toEqual([odd, 200])
})

test('a coordinator closes the form: nothing is taken in, every page says so, and only a coordinator opens it again', async () => {
  expect(await tryRaise(desk, intake)).toHaveProperty('code')
  expect((await as(practitioner).get('/desk')).text).not.toContain('closed: a coordinator closed it')
  const visitor = as(anna)
  const page = await visitor.get('/desk/concerns/form/close')
  expect(page.text).toContain('What will happen')
  expect((await as(practitioner).get('/desk/concerns/form/close')).status).toBe(403)
  expect((await as(practitioner).post('/desk/concerns/form/close')).status).toBe(403)
  const sent = await visitor.post('/desk/concerns/form/close', page.hidden)
  expect(sent.to).toBe('/desk/concerns?told=closed')
  expect(await tryRaise(desk, intake)).toHaveProperty('fault')
  // To read the inbox keeps it open, and does not open it again.
  await desk.as(anna, readInbox, null)
  expect(await tryRaise(desk, intake)).toHaveProperty('fault')
  expect((await as(practitioner).get('/desk')).text).toContain('closed: a coordinator closed it')
  for (const path of ['/desk', '/desk/concerns', '/desk/settings'])
    expect([path, (await visitor.get(path)).text.includes('A coordinator closed it.')]).toEqual([path, true])
  // Another who comes to it later is told so.
  expect((await visitor.get('/desk/concerns/form/close')).to).toBe('/desk/concerns?told=earlier')
  expect((await as(practitioner).post('/desk/concerns/form/open')).status).toBe(403)
  const again = await visitor.get('/desk/concerns/form/open')
  expect((await visitor.post('/desk/concerns/form/open', again.hidden)).to).toBe('/desk/concerns?told=opened')
  expect(await tryRaise(desk, intake)).toHaveProperty('code')
  const audited = await desk.owner.selectFrom('audit').select(['verb', 'person']).where('object', '=', 'intake').orderBy('seq').execute()
  expect(audited).toEqual([
    { verb: 'close-intake', person: anna.person },
    { verb: 'open-intake', person: anna.person },
  ])
})

test('a town of the pack is shown and taken by its name; a coordinator comes to the page that keeps a partner out', async () => {
  const { id } = await raise(desk, intake, { plain: { town: 'watford' } })
  const visitor = as(anna)
  const page = await visitor.get(`/desk/concerns/${id}/details`)
  expect(page.text).toMatch(/<option value="watford" selected[^>]*>Watford</)
  const townOf = async () => (await desk.owner.selectFrom('concern').select('town').where('id', '=', id).executeTakeFirstOrThrow()).town
  for (const [typed, kept] of [
    ['stevenage', 'stevenage'],
    ['Bedford', 'stevenage'],
  ]) {
    const { hidden } = await visitor.get(`/desk/concerns/${id}/details`)
    await visitor.post(`/desk/concerns/${id}/details`, { ...hidden, town: typed ?? '', sector: 'none' })
    expect(await townOf()).toBe(kept)
  }
  const keepOut = await visitor.get(`/desk/concerns/${id}/keep-out`)
  expect([keepOut.status, keepOut.text.includes('value="watford"')]).toEqual([200, true])
})
