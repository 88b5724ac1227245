import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOfToken, makeToken } from '../../src/commands/token.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { type DeskPeople, peopleIn, peoplePaths } from '../support/desk-people.ts'

let desk: ServedDesk
let people: DeskPeople
let administrator: Somebody
beforeAll(async () => {
  desk = await serveTestDesk()
  people = await peopleIn(desk, desk.parts.now())
  administrator = await desk.somebody(['administrator'])
}, 60_000)
afterAll(() => desk.stop())

type Answer = { status: number; text: string; to: string | null }
const send = async (path: string, cookie: string, body?: URLSearchParams): Promise<Answer> => {
  const answer = await fetch(`${desk.at}${path}`, {
    redirect: 'manual',
    headers: { cookie, origin: desk.at },
    ...(body ? { method: 'POST', body } : {}),
  })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') }
}
const get = (path: string, { cookie }: { cookie: string } = administrator): Promise<Answer> => send(path, cookie)
const post = (path: string, fields: Record<string, string> | [string, string][], { cookie }: { cookie: string } = administrator) =>
  send(path, cookie, new URLSearchParams(fields))
const keyIn = ({ text }: Answer): string => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? ''
const invitation = (more: Record<string, string> = {}) => ({
  name: 'Wren Gate',
  email: `wren-${crypto.randomUUID()}@example.org`,
  partner: 'watford',
  roles: 'trainer',
  ...more,
})

test('every page answers an administrator, and none anybody who is not signed in', async () => {
  for (const path of Object.values(peoplePaths(people))) {
    expect((await get(path)).status, path).toBe(200)
    expect((await get(path, { cookie: '' })).to, path).toMatch(/^\/desk\/sign-in/)
  }
})

test('whoever answers for nobody is not led to people, nor let in; a coordinator is shown no way to change them', async () => {
  const trainer = await desk.somebody(['trainer'])
  expect((await get('/desk', trainer)).text).not.toContain('href="/desk/people"')
  for (const [name, path] of Object.entries(peoplePaths(people)))
    if (path.startsWith('/desk/people')) expect([403, 404], name).toContain((await get(path, trainer)).status)
  const coordinator = await desk.somebody(['coordinator'])
  const person = await get(`/desk/people/${people.leaving}`, coordinator)
  expect([person.status, person.text.includes('action="/desk/people/'), person.text.includes('/end"')]).toEqual([200, false, false])
  expect((await get(`/desk/people/${people.leaving}/end`, coordinator)).status).toBe(403)
})

test('another partner’s person is to a SPOC byte for byte what nobody is', async () => {
  const spoc = await desk.somebody(['spoc'], { partner: 'dacorum' })
  const nobody = '00000000-0000-4000-8000-000000000000'
  const minute = (text: string) => text.replace(/Updated [^<]+/, '')
  for (const part of ['', '/end', '/profile']) {
    const [theirs, listed, none] = await Promise.all(
      [people.leaving, people.spoc, nobody].map((id) => get(`/desk/people/${id}${part}`, spoc)),
    )
    // Somebody who is listed is known to all: that they may not be changed is said.
    expect([theirs?.status, none?.status, listed?.status]).toEqual([404, 404, part ? 403 : 404])
    expect(minute(theirs?.text ?? '')).toBe(minute(none?.text ?? ''))
    if (!part) expect(minute(listed?.text ?? '')).toBe(minute(none?.text ?? ''))
  }
})

test('an invitation goes out once however often the form is sent, and says so; without mail the link is shown in the answer alone', async () => {
  const form = await get('/desk/people/invite')
  const fields = { ...invitation(), key: keyIn(form) }
  const jobs = desk.jobs.length
  const [one, two] = await Promise.all([post('/desk/people/invite', fields), post('/desk/people/invite', fields)])
  expect([one.status, one.to]).toEqual([303, two.to])
  expect(desk.jobs.length).toBe(jobs + 1)
  expect((await get(one.to ?? '')).text).toContain('The invitation is on its way')
  desk.desk.parts.mails = false
  const shown = await post('/desk/people/invite', invitation())
  const again = await post(`/desk/people/${one.to?.slice('/desk/people/'.length).split('?')[0]}/send-invitation`, {})
  desk.desk.parts.mails = true
  for (const answer of [shown, again]) {
    const token = new RegExp(`${desk.at}/desk/invited/([\\w-]+)`).exec(answer.text)?.[1] ?? ''
    const known = await desk.owner
      .selectFrom('invitation')
      .select('id')
      .where('token_hash', '=', hashOfToken(token) ?? Buffer.alloc(0))
      .where('ended_at', 'is', null)
      .execute()
    expect([answer.status, known.length]).toEqual([200, 1])
  }
})

test('two who edit one person: the second sees both, and what they choose is kept', async () => {
  const { person } = await desk.somebody(['trainer'])
  const path = `/desk/people/${person}/profile`
  const versionIn = ({ text }: Answer) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  const version = versionIn(await get(path))
  const by = (name: string, more = {}) => ({ name, email: `${person}@example.org`, phone: '', version, ...more })
  expect((await post(path, by('First Saved'))).status).toBe(303)
  const both = await post(path, by('Second <b>'))
  expect([both.status, both.text.includes('First Saved'), both.text.includes('Second &lt;b&gt;')]).toEqual([409, true, true])
  expect((await post(path, { ...by('Second <b>'), version: versionIn(both), keep: 'mine' })).status).toBe(303)
  expect((await get(`/desk/people/${person}`)).text).toContain('Second &lt;b&gt;')
  expect((await post(path, { ...by('Third'), keep: 'theirs' })).to).toBe(`/desk/people/${person}?told=nothing`)
})

test('a leaver with two sign-ins is led to sign in by the next request of each', async () => {
  const leaver = await desk.somebody(['coordinator', 'spoc'])
  const { token, hash } = makeToken()
  const later = new Date(Date.now() + 3_600_000)
  await desk.owner
    .insertInto('sign_in')
    .values({ token_hash: hash, person_id: leaver.person, method: 'passkey', device: '', idle_ends_at: later, ends_at: later })
    .execute()
  const both = [leaver, { cookie: `waymark-desk=${token}` }]
  for (const one of both) expect((await get('/desk/directory', one)).status).toBe(200)
  expect((await get(`/desk/people/${leaver.person}/end`)).text).toContain('signed out straight away in 2 places')
  expect((await post(`/desk/people/${leaver.person}/end`, {})).to).toBe(`/desk/people/${leaver.person}?told=ended`)
  for (const one of both) {
    for (const path of ['/desk', '/desk/directory', `/desk/people/${people.leaving}`])
      expect((await get(path, one)).to, path).toMatch(/^\/desk\/sign-in/)
    expect((await post('/desk/people/invite', invitation(), one)).to).toMatch(/^\/desk\/sign-in/)
  }
})

test('the directory finds by name and organisation, and says which organisations have nobody', async () => {
  const trainer = await desk.somebody(['trainer'])
  const all = await get('/desk/directory', trainer)
  expect(all.text).toContain('href="tel:07700900122"')
  expect(all.text).toContain('href="mailto:person-2@example.org"')
  expect(all.text).not.toContain('Cal Fingerpost')
  const found = await get('/desk/directory?q=milestone+watf', trainer)
  expect([found.text.includes('Ruth Milestone'), found.text.includes('Asha Stile')]).toEqual([true, false])
  expect((await get('/desk/directory?q=hertsmere', trainer)).text).toContain('Hertsmere Borough Council')
  expect((await get(`/desk/directory?q=${encodeURIComponent('<script>')}`, trainer)).text).toContain('“&lt;script&gt;”')
})

const forms = [
  'invite',
  ...['profile', 'move', 'give-role', 'end-role', 'last-day', 'invite-again', 'sign-ins', 'withdraw-invitation'].map(
    (part) => `:id/${part}`,
  ),
]

test('any fields, any letters: a sentence or a page, never a fault of ours, and nobody is let in or put out', async () => {
  const target = await desk.somebody(['trainer', 'practitioner'])
  const name = fc.constantFrom(
    'name',
    'email',
    'phone',
    'partner',
    'roles',
    'role',
    'day-day',
    'day-month',
    'day-year',
    'version',
    'keep',
    'key',
    'sign-in',
    'clear',
    '__proto__',
  )
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'a@example.org',
      'watford',
      'trainer',
      '0',
      '31',
      '2',
      '2027',
      '99999999999',
      '\u0000',
      'a\u0000@example.org',
      'a@\u202Eexample.org',
      'mine',
      '٣',
      '07700 900123',
      'x'.repeat(5000),
    ),
  )
  const id = fc.oneof(fc.constantFrom(target.person, people.invited, people.left, '..%2f', '%00', "'", 'x'))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...forms), id, fc.array(fc.tuple(name, value), { maxLength: 6 }), async (form, who, fields) => {
      const sent = fields.map(([field, text]): [string, string] => [field, text.toWellFormed()])
      const { status, to } = await post(`/desk/people/${form.replace(':id', who)}`, sent)
      expect(status).toBeLessThan(500)
      if (to !== null) expect(to).toMatch(/^\/desk\/people\/[\w%.~!'()*-]+(?:\?told=[a-z-]+)?$/)
    }),
    { numRuns: process.env.WAYMARK_ALL ? 60 : 21 },
  )
  for (const query of [
    'view=x',
    'after=%00',
    'after=1',
    'organisation=%27',
    'organisation=%00',
    'view=invited&organisation=%F0%9F%92%A9',
    'told=__proto__',
    `organisation=${'x'.repeat(3000)}`,
  ])
    expect((await get(`/desk/people?${query}`)).status, query).toBeLessThan(500)
  expect((await get(`/desk/people/${target.person}?told=constructor`)).status).toBe(200)
  expect((await get('/desk')).status).toBe(200)
})
