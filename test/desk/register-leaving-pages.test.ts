import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
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

test('a coordinator saves the file of a partner’s people before they go; no name in it is a formula', async () => {
  for (const path of ['/desk/register/leaving', '/desk/register/leaving/watford', '/desk/register/leaving/watford/data'])
    expect((await visitor(spoc).get(path)).status, path).toBe(403)
  const at = visitor(coordinator)
  expect((await at.get('/desk/register/leaving')).text).toMatch(/href="\/desk\/register\/leaving\/watford"/)
  const path = '/desk/register/leaving/watford'
  const page = await at.get(path)
  const early = await at.post(path, page.hidden)
  expect([early.status, early.text.includes('Save the file first')]).toEqual([400, true])
  const [sheet, data] = [await at.get(`${path}/sheet`), await at.get(`${path}/data`)]
  expect(sheet.text).toContain("'=cmd|Ben Packhorse")
  expect(JSON.parse(data.text)).toMatchObject({ partner: 'watford', people: [{ person: [{ name: '=cmd|Ben Packhorse' }] }] })
  const done = await at.post(path, (await at.get(path)).hidden)
  expect([done.status, done.text.includes('are erased')]).toEqual([200, true])
  expect((await at.get(path)).to).toBe('/desk/register/leaving')
  expect(await desk.owner.selectFrom('learner').select('name').execute()).toEqual([{ name: 'Cass Ford' }])
})
