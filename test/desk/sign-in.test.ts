import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { renewRecoveryCodes } from '../../src/commands/account/recovery-codes.ts'
import { makeSecret, sealSecret } from '../../src/commands/sign-in/methods/authenticator.ts'
import { hashPassword } from '../../src/commands/sign-in/methods/password.ts'
import { takeTry } from '../../src/commands/sign-in/throttle.ts'
import { type Cost, makeStretch, type Stretch } from '../../src/store/crypto/argon2.ts'
import { authenticator } from '../support/authenticator.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { codeAt, deskVisitor, type Got } from '../support/desk-visitor.ts'

/* Signing in over http: what a browser's own goodness would hide. The same in a browser: test/journeys/desk-sign-in.test.ts. */

let desk: ServedDesk
let ahead = 0
/** Where seconds are counted, time goes on by `ahead` alone. */
let still: Temporal.Instant | null = null
const now = (): Temporal.Instant => (still ?? Temporal.Now.instant()).add({ seconds: ahead })
const cost: Cost = { memory: 64, passes: 1, lanes: 1 }
let stretched = 0
let busy = false
const real = makeStretch()
const stretch: Stretch = async (...asked) => {
  stretched += 1
  return busy ? 'busy' : real(...asked)
}

beforeAll(async () => {
  desk = await serveTestDesk({ now, hashing: { stretch, cost } })
}, 60_000)
afterAll(() => desk.stop())
beforeEach(async () => {
  ahead = 0
  still = null
  await desk.owner.deleteFrom('throttle').execute()
})

const password = 'otter lamp quarry ninety'
const someone = async (): Promise<Somebody & { secret: Buffer; code(): string }> => {
  const one = await desk.somebody(['practitioner'])
  const secret = makeSecret()
  const hash = await hashPassword(password, { stretch: real, cost })
  await desk.owner
    .insertInto('password')
    .values({ person_id: one.person, hash, authenticator: sealSecret(desk.parts.signInKey, secret, one.person) })
    .execute()
  return { ...one, secret, code: () => codeAt(secret, now()) }
}
type Visitor = ReturnType<typeof deskVisitor>
const tryPassword = (visitor: Visitor, email: string, typed = password, more = {}): Promise<Got> =>
  visitor.post('/desk/sign-in/password', { email, password: typed, ...more })
const enterCode = (visitor: Visitor, page: Got, code: string): Promise<Got> => visitor.post('/desk/sign-in/code', { ...page.hidden, code })
/** Not signed in: at an address of the desk they are led to sign in. */
const isOut = async (visitor: Visitor): Promise<boolean> => (await visitor.get('/desk')).to === '/desk/sign-in'

test('a password and a code sign somebody in, with a token that their browser did not have before; signing out ends it on the server', async () => {
  const one = await someone()
  const visitor = deskVisitor(desk.at, one.cookie)
  const page = await tryPassword(visitor, one.email.toUpperCase(), password, { to: '/desk/account' })
  expect([page.status, page.sets.size]).toEqual([200, 0])
  const done = await enterCode(visitor, page, one.code())
  expect([done.status, done.to]).toEqual([303, '/desk/account'])
  const token = visitor.jar.get('waymark-desk')
  expect(token).not.toBe(one.token)
  expect(done.headers.getSetCookie()).toEqual([`waymark-desk=${token}; Path=/desk; HttpOnly; SameSite=Lax`])
  expect(await isOut(deskVisitor(desk.at, one.cookie))).toBe(true)
  expect((await visitor.get('/desk')).status).toBe(200)
  const out = await visitor.post('/desk/sign-out')
  expect([out.to, visitor.jar.size]).toEqual(['/desk/sign-in?why=signed-out', 0])
  expect((await visitor.get(out.to ?? '')).text).toContain('You are signed out')
  expect(await isOut(deskVisitor(desk.at, `waymark-desk=${token}`))).toBe(true)
})

test('an address that nobody has, one without a password and a wrong password are told the same, after the same work', async () => {
  const [one, other] = [await someone(), await desk.somebody(['practitioner'])]
  const nobody = `${'0'.repeat(8)}${one.person.slice(8)}@example.org`
  const said = []
  for (const [email, typed] of [
    [one.email, 'otter lamp quarry eighty'],
    [other.email, password],
    [nobody, password],
  ] as const) {
    stretched = 0
    const { status, text, sets } = await tryPassword(deskVisitor(desk.at), email, typed)
    said.push([status, stretched, sets.size, text.replaceAll(email, '')])
  }
  expect(said[0]?.slice(0, 3)).toEqual([400, 1, 0])
  expect(said[1]).toEqual(said[0])
  expect(said[2]).toEqual(said[0])
})

test('after five failures a try waits, twice as long each time, whoever it is of and whether it is right', async () => {
  const one = await someone()
  still = Temporal.Now.instant()
  for (const email of [one.email, 'nobody@example.org']) {
    ahead = 0
    const visitor = deskVisitor(desk.at)
    const waits: number[] = []
    let looked = 0
    while (waits.length < 8) {
      // Right as soon as it has to wait: that is not told.
      stretched = 0
      const { status, headers, text } = await tryPassword(visitor, email, waits.length > looked - 6 ? 'wrong wrong wrong' : password)
      expect(stretched).toBe(status === 429 ? 0 : 1)
      if (status === 429) {
        expect(text).toContain('Too many attempts have failed')
        waits.push(Number(headers.get('retry-after')))
        ahead += waits.at(-1) ?? 0
      } else looked += 1
    }
    expect([looked, waits]).toEqual([13, [15, 30, 60, 120, 240, 480, 900, 900]])
  }
})

test('of many tries at once no more are looked at than of one after the other', async () => {
  const one = await someone()
  stretched = 0
  const all = await Promise.all(Array.from({ length: 30 }, () => tryPassword(deskVisitor(desk.at), one.email, 'wrong wrong wrong')))
  expect(all.filter(({ status }) => status === 400)).toHaveLength(6)
  expect(stretched).toBe(6)
})

test('somebody’s other ways are not shut by it, nor other people; a network of its own is', async () => {
  const [one, other] = [await someone(), await someone()]
  const codes = await desk.as(one, renewRecoveryCodes, { issuer: null })
  if (!('done' in codes)) throw new Error(codes.fault)
  for (let n = 0; n < 7; n += 1) await tryPassword(deskVisitor(desk.at), one.email, 'wrong wrong wrong')
  expect((await tryPassword(deskVisitor(desk.at), one.email)).status).toBe(429)
  expect((await tryPassword(deskVisitor(desk.at), other.email)).status).toBe(200)
  const visitor = deskVisitor(desk.at)
  const sent = { email: one.email, code: codes.done.codes[0]?.toLowerCase().replaceAll('-', ' ') ?? '' }
  const done = await visitor.post('/desk/sign-in/recovery', sent)
  expect([done.status, done.to]).toEqual([303, '/desk/account'])
  // Once.
  expect((await visitor.post('/desk/sign-in/recovery', sent)).status).toBe(400)
  const network = '192.0.2.7'
  let waits = 0
  for (let n = 0; n < 104; n += 1)
    if ('wait' in (await takeTry(desk.parts, { what: 'password', person: `nobody-${n}@example.org`, network }))) waits += 1
  expect(waits).toBe(3)
  // A proxy of ours says which network it is.
  desk.desk.hops = 1
  const from = (address: string) =>
    deskVisitor(desk.at).post('/desk/sign-in/password', { email: other.email, password }, { 'x-forwarded-for': address })
  expect([(await from(network)).status, (await from('192.0.2.8')).status]).toEqual([429, 200])
  desk.desk.hops = 0
  expect(await takeTry(desk.parts, { what: 'password', person: one.email, network: '192.0.2.8' })).toHaveProperty('wait')
  expect(await takeTry(desk.parts, { what: 'password', person: 'new@example.org', network: '192.0.2.8' })).toHaveProperty('right')
})

test('that the password was right counts once, for five minutes; a code counts once', async () => {
  const one = await someone()
  const visitor = deskVisitor(desk.at)
  const page = await tryPassword(visitor, one.email)
  const wrong = await enterCode(visitor, page, '000000')
  expect([wrong.status, wrong.sets.size]).toEqual([400, 0])
  // The first page again, with the right code: it was sent before.
  const again = await enterCode(visitor, page, one.code())
  expect([again.status, again.sets.size]).toEqual([400, 0])
  expect(again.text).toContain('the page was sent twice')
  const code = one.code()
  expect((await enterCode(visitor, wrong, code)).to).toBe('/desk')
  const next = await tryPassword(deskVisitor(desk.at), one.email)
  expect((await enterCode(deskVisitor(desk.at), next, code)).status).toBe(400)
  const late = await tryPassword(deskVisitor(desk.at), one.email)
  ahead = 301
  const over = await enterCode(deskVisitor(desk.at), late, one.code())
  expect([over.status, over.sets.size]).toEqual([400, 0])
})

test('a code that two send at once signs one of them in', async () => {
  const one = await someone()
  const pages = await Promise.all([1, 2, 3].map(() => tryPassword(deskVisitor(desk.at), one.email)))
  const code = one.code()
  const all = await Promise.all(pages.map((page) => enterCode(deskVisitor(desk.at), page, code)))
  expect(all.map(({ status }) => status).sort()).toEqual([303, 400, 400])
})

test('while too many stretch passwords one is told so, with when to come again, and it does not count', async () => {
  const one = await someone()
  busy = true
  const told = await tryPassword(deskVisitor(desk.at), one.email)
  busy = false
  expect([told.status, told.headers.get('retry-after'), told.sets.size]).toEqual([503, '5', 0])
  expect(told.text).toContain('Too many people are signing in')
  expect(await desk.owner.selectFrom('throttle').select('failures').where('failures', '>', 0).execute()).toEqual([])
})

test('nobody is led away from the desk', async () => {
  const one = await someone()
  for (const to of ['https://example.org/desk', '//example.org', '/desk/../pathway', '/desk\\..\\x', '/desk/sign-in']) {
    expect((await deskVisitor(desk.at).get(`/desk/sign-in?${new URLSearchParams({ to })}`)).text).not.toContain('example.org/desk"')
    ahead += 60
    const page = await tryPassword(deskVisitor(desk.at), one.email, password, { to })
    expect((await enterCode(deskVisitor(desk.at), page, one.code())).to).toBe('/desk')
  }
})

test('a sign-in that lay idle, one that is old and one of somebody who has left lead to signing in', async () => {
  const past = new Date(Date.now() - 1000)
  for (const end of [
    (one: Somebody) => desk.owner.updateTable('sign_in').set({ idle_ends_at: past }).where('id', '=', one.signIn).execute(),
    (one: Somebody) => desk.owner.updateTable('sign_in').set({ ends_at: past }).where('id', '=', one.signIn).execute(),
    (one: Somebody) => desk.owner.updateTable('person').set({ state: 'ended' }).where('id', '=', one.person).execute(),
  ]) {
    const one = await desk.somebody(['practitioner'])
    const visitor = deskVisitor(desk.at, one.cookie)
    expect((await visitor.get('/desk/account')).status).toBe(200)
    await end(one)
    expect((await visitor.get('/desk/account')).to).toBe('/desk/sign-in?to=%2Fdesk%2Faccount')
    expect((await visitor.post('/desk/account/recovery-codes')).to).toBe('/desk/sign-in')
  }
})

test('a new sign-in ends after half an hour without use and after twelve hours', async () => {
  const one = await someone()
  const visitor = deskVisitor(desk.at)
  await enterCode(visitor, await tryPassword(visitor, one.email), one.code())
  const made = await desk.owner
    .selectFrom('sign_in')
    .select(['made_at', 'idle_ends_at', 'ends_at'])
    .where('person_id', '=', one.person)
    .orderBy('made_at', 'desc')
    .executeTakeFirstOrThrow()
  const minutes = (date: Date): number => Math.round((date.getTime() - made.made_at.getTime()) / 60_000)
  expect([minutes(made.idle_ends_at), minutes(made.ends_at)]).toEqual([30, 720])
})

test('an answer of a passkey is taken once; one of a copied passkey not at all', async () => {
  const one = await desk.somebody(['practitioner'])
  const mine = deskVisitor(desk.at, one.cookie)
  const device = authenticator(desk.at)
  const add = async (odd = {}): Promise<Got> => {
    const page = await mine.get('/desk/account/passkeys')
    return mine.post('/desk/account/passkeys', {
      ...page.hidden,
      name: 'Work phone',
      answer: device.register(page.hidden.options ?? '', odd),
    })
  }
  expect((await add()).to).toBe('/desk/account?said=passkey-added')
  expect((await add()).text).toContain('This passkey is already saved')
  const enter = async (odd = {}): Promise<[Got, () => Promise<Got>]> => {
    const visitor = deskVisitor(desk.at)
    const page = await visitor.get('/desk/sign-in')
    const sent = { ...page.hidden, answer: device.signIn(page.hidden.options ?? '', odd) }
    return [await visitor.post('/desk/sign-in', sent), () => deskVisitor(desk.at).post('/desk/sign-in', sent)]
  }
  const [first, replay] = await enter()
  expect([first.status, first.to]).toEqual([303, '/desk'])
  const replayed = await replay()
  expect([replayed.status, replayed.sets.size]).toEqual([400, 0])
  const [copied] = await enter({ counter: 1 })
  expect([copied.status, copied.sets.size]).toEqual([400, 0])
  expect(desk.told.at(-1)).toContain('counter had gone back')
  expect((await enter({ handle: Buffer.from('someone else').toString('base64url') }))[0].status).toBe(400)
})

test('a challenge of a passkey that somebody else was asked is not taken', async () => {
  const [one, other] = [await desk.somebody(['practitioner']), await desk.somebody(['practitioner'])]
  const page = await deskVisitor(desk.at, one.cookie).get('/desk/account/passkeys')
  const answer = authenticator(desk.at).register(page.hidden.options ?? '')
  const sent = await deskVisitor(desk.at, other.cookie).post('/desk/account/passkeys', { ...page.hidden, name: 'Phone', answer })
  expect(sent.status).toBe(400)
  expect(await desk.owner.selectFrom('passkey').select('id').where('person_id', 'in', [one.person, other.person]).execute()).toEqual([])
})
