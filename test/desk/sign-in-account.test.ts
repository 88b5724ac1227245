import { afterAll, beforeAll, expect, test } from 'vitest'
import { invitationToken } from '../../src/commands/people/invitation.ts'
import { invitePerson } from '../../src/commands/people/invite-person.ts'
import { deskPages } from '../../src/web/desk/registry.ts'
import { authenticator } from '../support/authenticator.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { codeAt, deskVisitor, secretOf } from '../support/desk-visitor.ts'

/* One's own account and the link of an invitation, over http. */

let desk: ServedDesk
beforeAll(async () => {
  desk = await serveTestDesk({ hashing: { cost: { memory: 64, passes: 1, lanes: 1 } } })
}, 60_000)
afterAll(() => desk.stop())

const age = (one: Somebody, minutes: number) =>
  desk.owner
    .updateTable('sign_in')
    .set({ made_at: new Date(Date.now() - minutes * 60_000) } as never)
    .where('id', '=', one.signIn)
    .execute()

const givePasskey = async (one: Somebody, name = 'Phone'): Promise<string> => {
  const { id } = await desk.owner
    .insertInto('passkey')
    .values({
      person_id: one.person,
      credential_id: Buffer.from(`${one.person} ${name}`).toString('base64url'),
      public_key: Buffer.alloc(8),
      counter: 0,
      name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const invited = async (email: string): Promise<string> => {
  const administrator = await desk.somebody(['administrator'], { name: 'Ruth Milestone' })
  const outcome = await desk.as(administrator, invitePerson, { name: 'Ida Towpath', email, partner: 'watford', roles: ['spoc'] })
  if (!('done' in outcome)) throw new Error(outcome.fault)
  return `/desk/invited/${invitationToken(desk.parts, outcome.done.invitation).token}`
}

test('an invitation says who invites to what, is not used up by looking, and is accepted once', async () => {
  const link = await invited('ida@example.org')
  for (const _ of '12') {
    const { status, text } = await deskVisitor(desk.at).get(link)
    expect(status).toBe(200)
    for (const part of ['Ruth Milestone', 'Hertfordshire', 'SPOC', 'Watford', 'ida@example.org']) expect(text).toContain(part)
  }
  const [one, two] = [deskVisitor(desk.at), deskVisitor(desk.at)]
  const both = await Promise.all([one.post(link), two.post(link)])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
  expect((await deskVisitor(desk.at).get(link)).status).toBe(410)
  const account = await (both[0].status === 303 ? one : two).get('/desk/account')
  expect(account.text).toContain('Choose how you will sign in next time')
})

test.each(['ended_at', 'expires_at'] as const)('an invitation with %s in the past is over', async (column) => {
  const link = await invited(`${column}@example.org`)
  await desk.owner
    .updateTable('invitation')
    .set({ [column]: new Date(0) })
    .where('used_at', 'is', null)
    .execute()
  expect([(await deskVisitor(desk.at).get(link)).status, (await deskVisitor(desk.at).post(link)).status]).toEqual([410, 410])
})

test('how somebody signs in changes only for who has proved within a quarter of an hour who they are', async () => {
  const one = await desk.somebody(['practitioner'])
  const passkey = await givePasskey(one)
  await givePasskey(one, 'Key')
  const visitor = deskVisitor(desk.at, one.cookie)
  const pages = ['passkeys', `passkeys/${passkey}`, 'password', 'recovery-codes'].map((name) => `/desk/account/${name}`)
  const forms = await Promise.all(pages.map((path) => visitor.get(path)))
  expect(forms.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  await age(one, 16)
  for (const [at, path] of pages.entries()) {
    const again = `/desk/sign-in?${new URLSearchParams({ to: path, why: 'again' })}`
    expect((await visitor.get(path)).to).toBe(again)
    const { hidden = {}, text = '' } = forms[at] ?? {}
    const letters = /<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? ''
    const sent = await visitor.post(path, {
      ...hidden,
      name: 'Phone',
      password: 'otter lamp quarry ninety',
      code: codeAt(secretOf(letters), Temporal.Now.instant()),
      ...(hidden.options ? { answer: authenticator(desk.at).register(hidden.options) } : {}),
    })
    expect([path, sent.to]).toEqual([path, again])
  }
  expect(await desk.owner.selectFrom('password').select('person_id').where('person_id', '=', one.person).execute()).toEqual([])
  expect(await desk.owner.selectFrom('passkey').select('id').where('person_id', '=', one.person).execute()).toHaveLength(2)
})

test('who came by a link long ago and has no way to sign in yet can still add one', async () => {
  const one = await desk.somebody(['practitioner'])
  await age(one, 29)
  expect((await deskVisitor(desk.at, one.cookie).get('/desk/account/passkeys')).status).toBe(200)
})

test('the last way to sign in stays, of two that are removed at once too; another person’s passkey is not there', async () => {
  const one = await desk.somebody(['practitioner'])
  const [first, second] = [await givePasskey(one), await givePasskey(one, 'Key')]
  const visitor = deskVisitor(desk.at, one.cookie)
  const both = await Promise.all([first, second].map((id) => visitor.post(`/desk/account/passkeys/${id}`)))
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
  const left = both[0]?.status === 303 ? second : first
  const page = await visitor.get(`/desk/account/passkeys/${left}`)
  expect([page.status, page.text.includes('your only way to sign in')]).toEqual([409, true])
  const other = await desk.somebody(['administrator'])
  await givePasskey(other)
  expect((await deskVisitor(desk.at, other.cookie).post(`/desk/account/passkeys/${left}`)).status).toBe(404)
})

test('a password is set with the code of its app, and refused where it is common, personal, or the code is wrong', async () => {
  const one = await desk.somebody(['practitioner'], { name: 'Ottoline Lampwright' })
  const visitor = deskVisitor(desk.at, one.cookie)
  const page = await visitor.get('/desk/account/password')
  const secret = secretOf(/<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1] ?? '')
  const send = (password: string, code = codeAt(secret, Temporal.Now.instant())) =>
    visitor.post('/desk/account/password', { ...page.hidden, password, code })
  for (const [password, sentence] of [
    ['short', 'at least 12 characters'],
    ['qwertyuiop123', 'guessed first'],
    ['Ottoline Lampwright', 'your name'],
    ['a'.repeat(129), 'up to 128'],
  ] as const) {
    const { status, text } = await send(password)
    expect([password, status, text.includes(sentence), text.includes(`"${password}"`)]).toEqual([password, 400, true, false])
  }
  expect((await send('otter lamp quarry ninety', '000000')).status).toBe(400)
  expect((await send('otter lamp quarry ninety')).to).toBe('/desk/account?said=password-set')
  const kept = await desk.owner.selectFrom('password').selectAll().where('person_id', '=', one.person).executeTakeFirstOrThrow()
  expect([kept.hash.startsWith('$argon2id$'), kept.authenticator.includes(secret)]).toEqual([true, false])
})

test('recovery codes are shown once, and kept nowhere', async () => {
  const one = await desk.somebody(['practitioner'])
  const visitor = deskVisitor(desk.at, one.cookie)
  const key = (await visitor.get('/desk/account/recovery-codes')).hidden
  const shown = await visitor.post('/desk/account/recovery-codes', key)
  const codes = [...shown.text.matchAll(/<code>([0-9A-Z -]{19,})<\/code>/g)].map(([, code]) => code)
  expect(codes).toHaveLength(10)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect((await visitor.get('/desk/account/recovery-codes')).text).toContain('You have 10 codes left')
  expect(await desk.owner.selectFrom('receipt').select('key').where('person_id', '=', one.person).execute()).toEqual([])
})

test('somebody ends one sign-in of theirs, and all others; nobody ends another person’s', async () => {
  const one = await desk.somebody(['practitioner'])
  const add = async (device: string) => {
    const later = new Date(Date.now() + 3_600_000)
    const [token_hash, person_id] = [Buffer.from(`${device}${one.person}`), one.person]
    const made = { token_hash, person_id, method: 'passkey' as const, device, idle_ends_at: later, ends_at: later }
    return (await desk.owner.insertInto('sign_in').values(made).returning('id').executeTakeFirstOrThrow()).id
  }
  const [phone] = [await add('Chrome on Android'), await add('Firefox on Linux'), await add('Edge on Windows')]
  const visitor = deskVisitor(desk.at, one.cookie)
  const { text, hidden } = await visitor.get('/desk/account')
  for (const device of ['Chrome on Android', 'Firefox on Linux', 'This one']) expect(text).toContain(device)
  const other = await desk.somebody(['practitioner'])
  expect((await deskVisitor(desk.at, other.cookie).post(`/desk/account/sign-ins/${phone}`)).status).toBe(404)
  expect((await visitor.post(`/desk/account/sign-ins/${phone}`, hidden)).to).toBe('/desk/account?said=sign-in-ended')
  const open = async () =>
    (await desk.owner.selectFrom('sign_in').select('device').where('person_id', '=', one.person).where('ended_at', 'is', null).execute())
      .map(({ device }) => device)
      .sort()
  expect(await open()).toEqual(['Edge on Windows', 'Firefox on Linux', 'Test'])
  await visitor.post('/desk/account/sign-ins')
  expect(await open()).toEqual(['Test'])
})

test('two who change the same details: the second sees both, and chooses', async () => {
  const one = await desk.somebody(['practitioner'])
  const visitor = deskVisitor(desk.at, one.cookie)
  const [mine, theirs] = [await visitor.get('/desk/account/details'), await visitor.get('/desk/account/details')]
  const send = (page: typeof mine, fields: Record<string, string>) => visitor.post('/desk/account/details', { ...page.hidden, ...fields })
  expect((await send(theirs, { name: 'Ida Towpath', phone: '01632 960001' })).to).toBe('/desk/account?said=profile-saved')
  const both = await send(mine, { name: 'Ida Lock', phone: '' })
  expect(both.status).toBe(409)
  for (const part of ['Ida Towpath', 'Ida Lock', '01632 960001']) expect(both.text).toContain(part)
  expect((await send(both, { keep: 'theirs' })).to).toBe('/desk/account?said=profile-kept')
  expect((await send(both, { keep: 'mine' })).to).toBe('/desk/account?said=profile-saved')
  const { text } = await visitor.get('/desk/account')
  expect([text.includes('Ida Lock'), text.includes('01632 960001')]).toEqual([true, false])
})

test('somebody sees who looked at their page, and not themselves', async () => {
  const [one, other] = [await desk.somebody(['practitioner']), await desk.somebody(['administrator'], { name: 'Ruth Milestone' })]
  const { sql } = await import('kysely')
  for (const by of [one, other])
    await sql`select audit_append(${by.person}::uuid, 'read-person', 'person', ${one.person}, ${one.person}::uuid)`.execute(desk.owner)
  const { text } = await deskVisitor(desk.at, one.cookie).get('/desk/account')
  expect(text.match(/<li>[^<]*Ruth Milestone, /g)).toHaveLength(1)
  expect(text).not.toMatch(new RegExp(`<li>${one.name}, `))
})

const odd = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a'.repeat(5000),
  '../../x',
  '{"$ne":1}',
  "' or 1=1 --",
  '%00',
  '🦦'.repeat(300),
  '-1',
  '1e9',
  '[]',
]

test('whatever comes to a form, an address or in a cookie is answered with a sentence, and signs nobody in', async () => {
  const one = await desk.somebody(['practitioner'])
  const paths = deskPages
    .filter(({ path }) => /^\/desk\/(?:sign-in|sign-out|invited|account)/.test(path))
    .map(({ path, show, send }) => ({ path, show, send }))
  expect(paths.length).toBeGreaterThan(15)
  const wrong: string[] = []
  let asked = 0
  const fields = [
    'email',
    'password',
    'code',
    'proved',
    'asked',
    'answer',
    'options',
    'to',
    'secret',
    'name',
    'phone',
    'version',
    'key',
    'keep',
  ]
  for (const cookie of [`waymark-work=${'x'.repeat(200)}`, one.cookie])
    for (const [place, { path, show, send }] of paths.entries())
      for (const [at, text] of odd.entries()) {
        // In `npm test` each of them comes to every sixth page, and every sixth of them to each page.
        if (!process.env.WAYMARK_ALL && (place + at) % 6) continue
        const address = path.replace(/:\w+/, encodeURIComponent(text.toWellFormed().slice(0, 200)) || 'x')
        const visitor = deskVisitor(desk.at, path === '/desk/sign-out' ? 'x=y' : cookie)
        // Ends what the next ones are sent with; tried above.
        if (send && path !== '/desk/account/sign-ins') {
          const body = Object.fromEntries(fields.map((name, n) => [name, (odd[(at + n) % odd.length] ?? '').toWellFormed()]))
          const got = await visitor.post(address, at % 2 ? body : Object.fromEntries(fields.map((name) => [name, text.toWellFormed()])))
          asked += 1
          if (got.status >= 500 || got.sets.get('waymark-desk') || (got.status >= 400 && !/<h1>|<h2/.test(got.text)))
            wrong.push(`POST ${path} ${JSON.stringify(text.slice(0, 20))}: ${got.status} ${[...got.sets.keys()]}`)
        }
        if (show) {
          const got = await visitor.get(`${address}?${new URLSearchParams({ to: text, why: text, said: text, code: text, state: text })}`)
          asked += 1
          if (got.status >= 500 || got.sets.get('waymark-desk'))
            wrong.push(`GET ${path} ${JSON.stringify(text.slice(0, 20))}: ${got.status}`)
        }
      }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(process.env.WAYMARK_ALL ? 400 : 65)
  for (const token of odd.map((text) => encodeURIComponent(text.toWellFormed()).slice(0, 3000)))
    expect((await deskVisitor(desk.at, `waymark-desk=${token || 'x'}`).get('/desk')).to).toBe('/desk/sign-in')
})
