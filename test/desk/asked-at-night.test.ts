import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConcern } from '../../src/commands/concerns/close-concern.ts'
import { handOver } from '../../src/commands/concerns/hand-over.ts'
import { readConcern } from '../../src/commands/concerns/read-concern.ts'
import { raise, receivingDesk, type TestIntake } from '../support/concerns.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { onCall, ownerOf } from '../support/owners.ts'
import { realPack } from '../support/real-pack.ts'
import { receiving } from '../support/report-site.ts'

let desk: ServedDesk
let intake: TestIntake
let anna: Somebody
let cai: Somebody
beforeAll(async () => {
  desk = await serveTestDesk({ pack: receiving(realPack()) })
  ;({ anna, intake } = await receivingDesk(desk))
  await onCall(desk, anna, 1)
  cai = await desk.somebody(['practitioner'], { partner: 'stevenage', name: 'Cai Holloway' })
  await onCall(desk, cai, 2)
}, 60_000)
afterAll(async () => {
  await intake.close()
  await desk.stop()
})

const as = (who: Somebody) => deskVisitor(desk.at, who.cookie)

test('whoever is offered a concern is led to the question from its address, and finds it before all else at home', async () => {
  const { id } = await raise(desk, intake)
  expect(await desk.as(anna, handOver, { concern: id, to: cai.person, summary: 'Can you call them?' })).toHaveProperty('done')
  const visitor = as(cai)
  expect(await visitor.get(`/desk/concerns/${id}`)).toMatchObject({ to: `/desk/concerns/${id}/offered` })
  const { text } = await visitor.get('/desk')
  expect(text.indexOf('class="needs"')).toBeLessThan(text.indexOf('id="turn"'))
  expect((await visitor.get(`/desk/concerns/${id}/offered`)).text).toContain('<span>Accept</span>')
})

test('danger: 999, sharing at once with partners too, and who has been told stand first; only the two reasons that cannot wait are there, and none is chosen beforehand', async () => {
  const { id } = await raise(desk, intake, { plain: { danger: true, sharing: 'partners' } })
  expect(await ownerOf(desk, id)).toBe(anna.person)
  const visitor = as(anna)
  const { text } = await visitor.get(`/desk/concerns/${id}`)
  const first = text.indexOf('id="at-once"')
  expect(first).toBeGreaterThan(-1)
  expect(text.indexOf('class="jump"')).toBeGreaterThan(first)
  expect(text.slice(first)).toMatch(/href="tel:999".*?sharing\/ask".*?Nobody else has been told/s)
  // This opening is among who looked.
  expect(text.slice(text.indexOf('id="looked"'))).toMatch(/You|Anna/)
  const form = (await visitor.get(`/desk/concerns/${id}/sharing/ask`)).text
  expect(form).toContain('Share it now')
  expect(form).toContain('Record it here afterwards')
  expect(form).toContain('value="partner:watford"')
  expect([...form.matchAll(/<input[^>]*name="reason"[^>]*>/g)].map(([input]) => input.match(/value="([^"]*)"/)?.[1])).toEqual([
    'danger-to-life',
    'a-child',
  ])
  expect(form).not.toMatch(/<input[^>]*checked/)
  const all = (await visitor.get(`/desk/concerns/${id}/sharing/ask?reasons=all`)).text
  expect([...all.matchAll(/<input[^>]*name="reason"/g)].length).toBeGreaterThan(2)
})

test('before a concern is opened again, a page says what its reporter was told and what they see then', async () => {
  const { id } = await raise(desk, intake)
  await desk.as(anna, readConcern, { concern: id })
  await desk.as(anna, closeConcern, { concern: id, outcome: 'not-enough', words: '' })
  const visitor = as(anna)
  const page = await visitor.get(`/desk/concerns/${id}/reopen`)
  expect(page.text).toContain('They have not looked with their code since it was closed')
  const sent = await visitor.post(`/desk/concerns/${id}/reopen`, page.hidden)
  expect((await visitor.get(sent.to ?? '')).text).toContain('The reporter did not read the outcome')
  expect((await visitor.get(`/desk/concerns/${id}/reopen`)).to).toBe(`/desk/concerns/${id}`)
})

test('whoever reads no concern does not open the list of intelligence', async () => {
  for (const role of ['administrator', 'analyst'] as const) {
    const visitor = as(await desk.somebody([role]))
    expect((await visitor.get('/desk/intelligence')).status).toBe(403)
  }
})
