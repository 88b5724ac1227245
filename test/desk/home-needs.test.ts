import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveAccessRequest } from '../../src/commands/concerns/access-request.ts'
import { holdConcern } from '../../src/commands/concerns/hold-concern.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { addByCode } from '../../src/commands/intake/add-by-code.ts'
import { closeKey } from '../../src/commands/keys/close-key.ts'
import { reference } from '../../src/domain/concerns/concern.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { onCall } from '../support/owners.ts'
import { realPack } from '../support/real-pack.ts'
import { receiving } from '../support/report-site.ts'

let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let ben: Somebody
beforeAll(async () => {
  desk = await serveTestDesk({ pack: receiving(realPack()) })
  ;({ anna, ben, intake } = await receivingDesk(desk))
  await onCall(desk, anna, 1)
}, 60_000)
afterAll(async () => {
  await intake.close()
  await desk.stop()
})

const as = (who: Somebody) => deskVisitor(desk.at, who.cookie)
/** All lines, those that are folded away too. */
const needsIn = (text: string): string[] =>
  [...text.matchAll(/<ol class="needs">(.*?)<\/ol>/gs)].flatMap(([, list = '']) => list.split('<li>').slice(1))
/** Lines of somebody's home page that lead to a concern, or are about it. */
const linesOf = async (who: Somebody, { id }: { id: string }): Promise<string[]> => {
  const { text } = await as(who).get('/desk')
  return needsIn(text)
    .filter((line) => line.includes(id))
    .map((line) => /<h[23]><a[^>]*>([^<]+)/.exec(line)?.[1] ?? line)
}
const owns = (id: string, { person }: Somebody) =>
  desk.owner.updateTable('concern').set({ owner_id: person }).where('id', '=', id).execute()

test('a concern stands once on the home page, whatever of it waits to be opened, and as pressing as the most pressing', async () => {
  const raised = await raise(desk, intake, { plain: { danger: true } })
  await owns(raised.id, anna)
  expect(await linesOf(anna, raised)).toHaveLength(1)
  const alert = { id: randomUUID(), concern_id: raised.id, person_id: anna.person, kind: 'given' as const }
  await desk.owner.insertInto('concern_alert').values(alert).execute()
  expect(await linesOf(anna, raised)).toEqual([expect.stringMatching(/^Read the report/)])
  // Everybody has been asked.
  const until = new Date(Date.now() - 60_000)
  await desk.owner
    .insertInto('concern_offer')
    .values({ id: randomUUID(), concern_id: raised.id, from_person: anna.person, to_person: null, until, flagged_at: until })
    .execute()
  expect(await linesOf(anna, raised)).toEqual([expect.stringContaining('nobody has taken it')])
  const quiet = await raise(desk, intake)
  await owns(quiet.id, anna)
  const { text } = await as(anna).get('/desk')
  expect(text.indexOf(raised.id)).toBeLessThan(text.indexOf(quiet.id))
})

test('what the reporter added and a reply that is due are two things, and stand in two lines', async () => {
  const raised = await raise(desk, intake)
  await owns(raised.id, anna)
  await desk.as(anna, readConcern, { concern: raised.id })
  expect(await linesOf(anna, raised)).toHaveLength(1)
  await addByCode(intake, { code: raised.code, once: Buffer.alloc(32, 4), text: 'The van is back.' })
  expect((await linesOf(anna, raised)).toSorted()).toEqual([expect.stringMatching(/^A reply is/), expect.stringMatching(/^Read what/)])
})

test('someone who asked for what is kept about them is on each coordinator’s home page until they are answered, and late after a month', async () => {
  const raised = await raise(desk, intake, { walled: ['watford'] })
  await owns(raised.id, ben)
  const today = desk.parts.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  await desk.as(ben, receiveAccessRequest, { concern: raised.id, received: today.subtract({ days: 40 }) })
  expect(await linesOf(anna, raised)).toEqual([expect.stringMatching(/^Answer someone who asked/)])
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  expect(await linesOf(inside, raised)).toEqual([])
  const page = await as(ben).get(`/desk/concerns/${raised.id}/export`)
  expect(page.status).toBe(200)
  await desk.owner.updateTable('access_request').set({ answered_on: today.toString() }).where('concern_id', '=', raised.id).execute()
  expect(await linesOf(anna, raised)).toEqual([])
})

test('what a rule is about to erase is said a week before, in one line, and listed with its last day; not what is on hold', async () => {
  const ended = async (daysAgo: number, walled: readonly string[] = []) => {
    const raised = await raise(desk, intake, { walled })
    await desk.as(ben, readConcern, { concern: raised.id })
    const closed_at = new Date(Date.now() - daysAgo * 24 * 3_600_000)
    await desk.owner
      .updateTable('concern')
      .set({ state: 'closed', outcome: 'not-enough', closed_at, owner_id: ben.person })
      .where('id', '=', raised.id)
      .execute()
    return raised
  }
  const [soon, walled, held, later] = [await ended(85), await ended(86, ['watford']), await ended(85), await ended(60)]
  await desk.as(ben, holdConcern, { concern: held.id, reason: 'The police asked.' })
  const { text: home } = await as(anna).get('/desk')
  expect(home).toContain('2 concerns are about to be erased')
  const { text } = await as(anna).get('/desk/erasures')
  const listed = [soon, walled, held, later].map(({ id }) => text.includes(`/desk/concerns/${id}#kept`))
  expect(listed).toEqual([true, true, false, false])
  const inside = await desk.somebody(['coordinator'], { partner: 'watford' })
  const seen = (await as(inside).get('/desk/erasures')).text
  expect([seen.includes(soon.id), seen.includes(walled.id), seen.includes(reference(walled.number))]).toEqual([true, false, false])
})

test('danger and a child are marked in one place, and what was done is said once', async () => {
  const { id } = await raise(desk, intake)
  await owns(id, anna)
  const at = `/desk/concerns/${id}`
  const visitor = as(anna)
  const { text } = await visitor.get(at)
  expect(text.match(/mark-urgent/g)).toHaveLength(2)
  const details = (await visitor.get(`${at}/details`)).text
  expect(details).not.toMatch(/value="(?:danger|child)"/)
  // A town is one of the pack's, by its name.
  const [town] = desk.parts.pack.partnership.towns?.areas ?? []
  expect(details).toContain(`<option value="${town?.id}">${town?.name}</option>`)
  const marked = await visitor.post(`${at}/mark-urgent`, { what: 'danger' })
  for (const told of [marked.to ?? '', `${at}?told=marked`, `${at}?told=closed`, `${at}?told=taken`])
    expect([told, (await visitor.get(told)).text.match(/class="message told/g)?.length]).toEqual([told, 1])
  const timeline = (await visitor.get(at)).text
  expect(timeline).toContain('marked it as danger now')
  // Where no email goes out, nobody is said to have been told.
  desk.desk.parts.mails = false
  const said = (await visitor.get(marked.to ?? '')).text
  desk.desk.parts.mails = true
  expect([said.includes('No email goes out from here'), said.includes('have been told')]).toEqual([true, false])
  // A slip takes nothing away: a page asks first, and for a reason.
  expect(timeline).toContain(`${at}/not-danger`)
  expect((await visitor.post(`${at}/not-danger`, { reason: ' ' })).text).toContain('Write why')
  const isDanger = async () =>
    (await desk.owner.selectFrom('concern').select('danger').where('id', '=', id).executeTakeFirstOrThrow()).danger
  expect(await isDanger()).toBe(true)
  const taken = await visitor.post(`${at}/not-danger`, { reason: 'The police have been.' })
  expect((await visitor.get(taken.to ?? '')).text).toContain('It is no longer marked as danger now')
  expect(await isDanger()).toBe(false)
  // With the key closed too.
  await desk.as(anna, closeKey, {})
  expect((await visitor.get(at)).text.match(/mark-urgent/g)).toHaveLength(2)
})

test('coordinators are led from the inbox to intelligence', async () => {
  expect((await as(anna).get('/desk/concerns')).text).toContain('href="/desk/intelligence"')
  const practitioner = await desk.somebody(['practitioner'], { partner: 'watford' })
  expect((await as(practitioner).get('/desk/concerns')).text).not.toContain('href="/desk/intelligence"')
})

test('a concern that was read keeps its flag and its place: danger, then a child, then what is late, however many are due before them', async () => {
  const owner = await desk.somebody(['coordinator'], { name: 'Wren Fordham' })
  const hours = (count: number): Date => new Date(Date.now() + count * 3_600_000)
  const waiting = async (plain: Parameters<typeof raise>[2], answer_by: Date) => {
    const raised = await raise(desk, intake, plain)
    const set = { owner_id: owner.person, state: 'open' as const, read_at: hours(-0.01), answer_by }
    await desk.owner.updateTable('concern').set(set).where('id', '=', raised.id).execute()
    return raised
  }
  const late: string[] = []
  for (let count = 0; count < 22; count++) late.push((await waiting({}, hours(-48 - count))).id)
  const child = await waiting({ plain: { young: true } }, hours(70))
  const danger = await waiting({ plain: { danger: true } }, hours(90))
  const { text } = await as(owner).get('/desk')
  // Every coordinator also has what was offered to all of them.
  const own = (text: string) => needsIn(text).filter((line) => [...late, child.id, danger.id].some((id) => line.includes(id)))
  const lines = own(text)
  expect([lines[0]?.includes(danger.id), lines[0]?.includes('class="flag danger"')]).toEqual([true, true])
  expect([lines[1]?.includes(child.id), lines[1]?.includes('class="flag child"')]).toEqual([true, true])
  // The rest together, the longest late first; the others are folded away, and it is said that there are more.
  expect(lines[2]).toContain(late.at(-1))
  expect(lines[2]).toMatch(/<b>2 days late:<\/b>/)
  expect(text).toContain('Replies due (more than 18)')
  expect(text).toContain('Show the other 15')
  expect(text).toContain('More people are waiting to hear from you')
  // Where it has ended it presses nobody.
  await desk.owner
    .updateTable('concern')
    .set({ state: 'closed', answer_by: null, feedback_by: hours(9) })
    .where('id', '=', danger.id)
    .execute()
  const ended = own((await as(owner).get('/desk')).text)
  expect(ended[0]).toContain(child.id)
  expect(ended.filter((line) => line.includes('flag danger'))).toEqual([])
})

test('of many concerns that were passed to a partner the first ten are shown, danger before all, and it is said where the others are', async () => {
  const spoc = await desk.somebody(['spoc'], { name: 'Nel Weymouth', partner: 'watford' })
  const passed = async (plain: Parameters<typeof raise>[2], minutes: number): Promise<string> => {
    const { id } = await raise(desk, intake, plain)
    const share = {
      id: randomUUID(),
      concern_id: id,
      partner_id: 'watford',
      made_by: anna.person,
      at: new Date(Date.now() - minutes * 60_000),
    }
    await desk.owner.insertInto('concern_share').values(share).execute()
    return id
  }
  const plain: string[] = []
  for (let count = 0; count < 12; count++) plain.push(await passed({}, 100 - count))
  const danger = await passed({ plain: { danger: true } }, 1)
  const { text } = await as(spoc).get('/desk')
  const lines = needsIn(text).filter((line) => line.includes('/passed"') || line.includes('href="/desk/concerns"'))
  const shown = [danger, ...plain.slice(0, 9)]
  expect(lines.slice(0, 10).map((line) => shown.findIndex((id) => line.includes(id)))).toEqual(shown.map((_, place) => place))
  expect(lines).toHaveLength(11)
  expect(lines[10]).toContain('href="/desk/concerns"')
  expect(text).toContain('(more than 9)')
})

test('danger that nobody has read is said to wait, not to have a day left: on the home page, in the inbox and on its own', async () => {
  const owner = await desk.somebody(['coordinator'], { name: 'Lin Ashdown' })
  const raised = await raise(desk, intake, { plain: { danger: true } })
  await owns(raised.id, owner)
  for (const path of ['/desk', '/desk/concerns?view=mine', `/desk/concerns/${raised.id}`]) {
    const { text } = await as(owner).get(path)
    expect([path, text.includes('Read it now. It has waited 0 min.'), text.includes('The reporter was promised')]).toEqual([
      path,
      true,
      true,
    ])
    expect([path, / left<\/span>/.test(text)]).toEqual([path, false])
  }
})
