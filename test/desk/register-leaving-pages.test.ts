import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { leavingPages } from '../../src/web/desk/pages/register/leaving/pages.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { certified, openTestAttend } from '../support/register.ts'

let desk: ServedDesk
let attend: AttendParts & { close(): Promise<void> }
let spoc: Somebody
let coordinator: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  attend = openTestAttend(desk)
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
  coordinator = await desk.somebody(['coordinator'])
  const trainer = await desk.somebody(['trainer'], { partner: 'watford' })
  for (const [partner, names] of [
    ['watford', ['Abi Lychgate', '=cmd|Ben Packhorse']],
    ['stevenage', ['Cass Ford']],
  ] as const) {
    const { id } = await desk.owner.selectFrom('organisation').select('id').where('partner_id', '=', partner).executeTakeFirstOrThrow()
    await certified(
      desk,
      attend,
      trainer,
      names.map((name) => ({ name, workplace: { id }, email: `${name.slice(-5).trim()}@example.org` })),
    )
  }
})
afterAll(async () => {
  await attend.close()
  await desk.stop()
})

const visitor = (who: Somebody) => deskVisitor(desk.at, who.cookie)
const pathOf = async (name: string): Promise<string> =>
  `/desk/register/people/${(await desk.owner.selectFrom('learner').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id}`

test('a SPOC hands out all that is kept about somebody, as a page, to print and as data', async () => {
  const at = visitor(spoc)
  const path = await pathOf('Abi Lychgate')
  const page = await at.get(`${path}/kept`)
  expect([page.status, page.text.includes('What we keep about Abi Lychgate'), page.text.includes('hgate@example.org')]).toEqual([
    200,
    true,
    true,
  ])
  const [printed, data] = [await at.get(`${path}/kept/page`), await at.get(`${path}/kept/data`)]
  expect([printed, data].map(({ headers }) => headers.get('content-disposition')?.startsWith('attachment'))).toEqual([true, true])
  expect(printed.text).not.toMatch(/<script|src=|href=/)
  expect(JSON.parse(data.text)).toMatchObject({ person: [{ name: 'Abi Lychgate' }], taught: [{ tier: 'everyone' }], lists: [{}] })
  for (const way of ['kept', 'kept/page', 'kept/data', 'erase'])
    expect((await at.get(`${await pathOf('Cass Ford')}/${way}`)).status, way).toBe(404)
})

test('before somebody is erased the page says what goes, what stays and what backups have; after it they are gone, and the same form is answered alike', async () => {
  const at = visitor(spoc)
  const path = await pathOf('Abi Lychgate')
  const asked = await at.get(`${path}/erase`)
  for (const said of [
    'Their certificate. Nobody can check it',
    'one course, by month',
    'A backup from before today',
    'Their name on one list',
  ])
    expect(asked.text).toContain(said)
  for (let times = 0; times < 2; times++) {
    const done = await at.post(`${path}/erase`, asked.hidden)
    expect([done.status, done.text.includes('They are erased')]).toEqual([200, true])
  }
  expect((await at.get(`${path}/erase`)).status).toBe(404)
  expect(await desk.owner.selectFrom('learner').select('name').where('name', '=', 'Abi Lychgate').execute()).toEqual([])
})

test('a partner’s people go for whoever types the code at the end of their file, and for nobody else; no name in it is a formula', async () => {
  const path = '/desk/register/leaving/watford'
  for (const one of ['/desk/register/leaving', path]) expect((await visitor(spoc).get(one)).status, one).toBe(403)
  expect((await visitor(spoc).post(`${path}/data`, {})).status).toBe(403)
  const at = visitor(coordinator)
  expect((await at.get('/desk/register/leaving')).text).toMatch(/href="\/desk\/register\/leaving\/watford"/)
  // A file is sent, as a long list is: an address that somebody opens by chance makes none.
  expect((await at.get(`${path}/data`)).headers.get('content-disposition')).toBe(null)
  const [sheet, data] = [await at.post(`${path}/sheet`, {}), await at.post(`${path}/data`, {})]
  expect(sheet.text).toContain("'=cmd|Ben Packhorse")
  const { partner, people, code } = JSON.parse(data.text)
  expect({ partner, people }).toMatchObject({ partner: 'watford', people: [{ person: [{ name: '=cmd|Ben Packhorse' }] }] })
  // What came in part has no code.
  expect(data.text.trimEnd().slice(-16)).toContain(code)
  expect(sheet.text.trimEnd().slice(-6)).toBe(code)
  const { hidden } = await at.get(path)
  for (const [typed, said] of [
    ['', 'Type the code'],
    ['123', 'is not the code'],
  ] as const) {
    const early = await at.post(path, { ...hidden, code: typed })
    expect([early.status, early.text.includes(said)], typed).toEqual([400, true])
  }
  const done = await at.post(path, { ...hidden, code: `${code.slice(0, 3)} ${code.slice(3)}` })
  expect([done.status, done.text.includes('are erased')]).toEqual([200, true])
  expect((await at.get(path)).to).toBe('/desk/register/leaving')
  expect(await desk.owner.selectFrom('learner').select('name').execute()).toEqual([{ name: 'Cass Ford' }])
})

test('a file of many people, and their erasing, may take longer than another page', () => {
  const patient = leavingPages.filter(({ path }) => path.startsWith('/desk/register/leaving/'))
  expect(patient.map(({ patience = 0 }) => patience > 110_000)).toEqual([true, true])
})
