import { afterAll, beforeAll, expect, test } from 'vitest'
import { pairHash } from '../../src/commands/attend/learning-key.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { deskVisitor } from '../support/desk-visitor.ts'
import { todays } from '../support/learning-system.ts'

let desk: ServedDesk
let spoc: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  spoc = await desk.somebody(['spoc'], { partner: 'watford' })
})
afterAll(() => desk.stop())

const path = '/desk/register/keys'
const visitor = (who: Somebody) => deskVisitor(desk.at, who.cookie)
/** User name and password, as the answer to the form shows them. */
const pairIn = (text: string): string[] => [...text.matchAll(/<code>([^<]*)<\/code>/g)].map(([, shown = '']) => shown).slice(1, 3)

test('a SPOC makes a key, sees its password once, and ends it', async () => {
  const at = visitor(spoc)
  const empty = await at.get(path)
  expect([empty.status, empty.text.includes('There are no keys yet')]).toEqual([200, true])
  expect(empty.text).toContain(todays('public-facing'))
  const nameless = await at.post(path, { ...empty.hidden, name: ' ' })
  expect([nameless.status, nameless.text.includes('Enter which learning system it is for')]).toEqual([400, true])
  const made = await at.post(path, { ...empty.hidden, name: 'Trust Moodle' })
  const [user = '', secret = ''] = pairIn(made.text)
  expect([user, secret]).toEqual([expect.stringMatching(/^waymark-[0-9a-f]{8}$/), expect.stringMatching(/^[\w-]{43}$/)])
  // The same form again is the same key.
  expect(pairIn((await at.post(path, { ...empty.hidden, name: 'Trust Moodle' })).text)).toEqual([user, secret])
  const rows = await desk.owner.selectFrom('learning_key').selectAll().execute()
  expect(rows.map(({ partner_id, hash }) => [partner_id, hash.equals(pairHash(`${user}:${secret}`))])).toEqual([['watford', true]])
  const list = await at.get(path)
  expect(list.text).toContain('Trust Moodle')
  expect(list.text).not.toContain(secret)
  const end = `${path}/${rows[0]?.id}/end`
  const asked = await at.get(end)
  expect(asked.text).toContain('End the key for Trust Moodle?')
  expect((await at.post(end, asked.hidden)).to).toBe(`${path}?told=ended`)
  expect((await at.get(`${path}?told=ended`)).text).toContain('The key has ended.')
  expect((await at.get(end)).to).toBe(path)
})

test('a SPOC makes none for another partner, sees none of it, and whoever answers for no partner sees no page', async () => {
  const coordinator = visitor(await desk.somebody(['coordinator']))
  const page = await coordinator.get(path)
  expect((await coordinator.post(path, { ...page.hidden, name: 'Hospital', partner: 'stevenage' })).text).toContain('The key for Hospital')
  const at = visitor(spoc)
  const own = await at.get(path)
  expect(own.text).not.toContain('Hospital')
  expect((await at.post(path, { ...own.hidden, name: 'x', partner: 'stevenage' })).status).toBe(400)
  const { id } = await desk.owner.selectFrom('learning_key').select('id').where('name', '=', 'Hospital').executeTakeFirstOrThrow()
  expect((await at.get(`${path}/${id}/end`)).to).toBe(path)
  expect((await at.post(`${path}/${id}/end`, own.hidden)).status).toBe(404)
  for (const role of ['trainer', 'practitioner', 'analyst', 'administrator'] as const)
    expect((await visitor(await desk.somebody([role])).get(path)).status, role).toBe(403)
})
