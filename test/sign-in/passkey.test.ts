import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { askToRegister, askToSignIn, checkRegistration, checkSignIn, type Passkey } from '../../src/commands/sign-in/methods/passkey.ts'
import { type Algorithm, authenticator, type Odd } from '../support/authenticator.ts'

const at = { id: 'desk.example.org', origin: 'https://desk.example.org' }
const person = { handle: 'b7c9d2e1', email: 'sam@example.org', name: 'Sam Example' }

const registered = async (device: ReturnType<typeof authenticator>, odd: Odd = {}) => {
  const { options, challenge } = await askToRegister(at, 'The partnership', person, [])
  return checkRegistration(device.register(options, odd), { at, challenge, handle: person.handle })
}
const passkeyOf = async (device: ReturnType<typeof authenticator>): Promise<Passkey> => {
  const made = await registered(device)
  if ('fault' in made) throw new Error(made.fault)
  return made
}
const signedIn = async (device: ReturnType<typeof authenticator>, kept: Passkey, odd: Odd = {}) => {
  const { options, challenge } = await askToSignIn(at)
  return checkSignIn(device.signIn(options, odd), { at, challenge }, async (id) => (id === kept.id ? kept : null))
}

test('asks for a passkey that names its person, with a check of the person, and no maker’s statement', async () => {
  const asked = JSON.parse((await askToRegister(at, 'The partnership', person, ['AAAA'])).options)
  expect(asked).toMatchObject({
    rp: { id: 'desk.example.org', name: 'The partnership' },
    user: { id: Buffer.from(person.handle).toString('base64url'), name: 'sam@example.org', displayName: 'Sam Example' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [{ id: 'AAAA', type: 'public-key' }],
    pubKeyCredParams: [{ alg: -8 }, { alg: -7 }, { alg: -257 }],
  })
  const [one, other] = await Promise.all([askToSignIn(at), askToSignIn(at)])
  expect(JSON.parse(one.options)).toEqual({
    rpId: 'desk.example.org',
    challenge: one.challenge,
    timeout: 300_000,
    userVerification: 'required',
  })
  expect(one.challenge).not.toBe(other.challenge)
})

test.each<Algorithm>(['ES256', 'EdDSA', 'RS256'])('registers and signs in with %s', async (algorithm) => {
  const device = authenticator(at.origin, algorithm)
  const kept = await passkeyOf(device)
  expect(kept).toMatchObject({ counter: 0, handle: person.handle })
  // As a database gives it back: a part of a larger buffer.
  const stored = { ...kept, publicKey: Buffer.from(kept.publicKey) }
  const once = await signedIn(device, stored)
  expect(once).toEqual({ ...stored, counter: 1 })
  expect(await signedIn(device, once as Passkey)).toEqual({ ...stored, counter: 2 })
})

test.each<[string, Odd, string]>([
  ['another challenge', { challenge: 'AAAA' }, 'challenge'],
  ['another origin', { origin: 'https://desk.example.org.evil.example' }, 'origin'],
  ['a page inside another', { crossOrigin: true }, 'origin'],
  ['an answer of the other ceremony', { type: 'payment.get' }, 'malformed'],
  ['another name', { rp: 'example.org' }, 'malformed'],
  ['a person who was not checked', { verified: false }, 'not-verified'],
])('neither registers nor signs in: %s', async (_, odd, fault) => {
  const device = authenticator(at.origin)
  expect(await registered(device, odd)).toEqual({ fault })
  const kept = await passkeyOf(device)
  expect(await signedIn(device, kept, odd)).toEqual({ fault })
})

test('makes no passkey of another id than the device made', async () => {
  expect(await registered(authenticator(at.origin), { id: 'AAAA' })).toEqual({ fault: 'malformed' })
})

describe('signing in', () => {
  test.each<[string, Odd, string]>([
    ['a passkey that nobody has', { id: 'AAAA' }, 'unknown'],
    ['another person’s handle', { handle: 'AAAA' }, 'unknown'],
  ])('refuses %s', async (_, odd, fault) => {
    const device = authenticator(at.origin)
    expect(await signedIn(device, await passkeyOf(device), odd)).toEqual({ fault })
  })

  test('sees a copied passkey by its counter, and lets one that does not count in', async () => {
    const device = authenticator(at.origin)
    const kept = await passkeyOf(device)
    expect(await signedIn(device, { ...kept, counter: 7 }, { counter: 6 })).toEqual({ fault: 'counter' })
    expect(await signedIn(device, { ...kept, counter: 7 }, { counter: 7 })).toEqual({ fault: 'counter' })
    expect(await signedIn(device, { ...kept, counter: 7 }, { counter: 0 })).toEqual({ fault: 'counter' })
    expect(await signedIn(device, { ...kept, counter: 7 }, { counter: 8 })).toMatchObject({ counter: 8 })
    expect(await signedIn(device, kept, { counter: 0 })).toMatchObject({ counter: 0 })
  })

  test('raises no alarm of a copy for one who cannot sign', async () => {
    const [device, stranger] = [authenticator(at.origin), authenticator(at.origin)]
    const kept = await passkeyOf(device)
    const forged = { id: kept.id, handle: Buffer.from(person.handle).toString('base64url'), counter: 1 }
    expect(await signedIn(stranger, { ...kept, counter: 7 }, forged)).toEqual({ fault: 'malformed' })
  })

  test('says when the passkeys cannot be looked up', async () => {
    const device = authenticator(at.origin)
    await passkeyOf(device)
    const { options, challenge } = await askToSignIn(at)
    const down = async (): Promise<Passkey | null> => {
      throw new Error('the database is down')
    }
    await expect(checkSignIn(device.signIn(options), { at, challenge }, down)).rejects.toThrow('the database is down')
  })
})

test('reads no statement of a device’s maker, and asks no address that stands in it', async () => {
  const { fetch } = globalThis
  onTestFinished(() => {
    globalThis.fetch = fetch
  })
  let asked = 0
  globalThis.fetch = async () => {
    asked += 1
    throw new Error('asked')
  }
  for (const fmt of ['packed', 'android-key', 'apple', 'tpm', 'anything']) {
    const made = await registered(authenticator(at.origin), { statement: { fmt, attStmt: new Map([['x5c', [Uint8Array.of(1)]]]) } })
    expect(made).toMatchObject({ handle: person.handle })
  }
  expect(asked).toBe(0)
})

describe('whatever is sent is answered with a value', () => {
  const codes = ['malformed', 'challenge', 'origin', 'not-verified', 'unknown', 'counter']
  const tried = async (answer: string, challenge: string, kept: Passkey | null): Promise<void> => {
    for (const said of [
      await checkRegistration(answer, { at, challenge, handle: person.handle }),
      await checkSignIn(answer, { at, challenge }, async () => kept),
    ]) {
      expect(codes).toContain('fault' in said ? said.fault : 'let in')
    }
  }

  test('text, and JSON of any shape', async () => {
    const kept = await passkeyOf(authenticator(at.origin))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), (answer) => tried(answer, 'AAAA', kept)),
      { numRuns: 200 },
    )
    await tried(`{"id":"${'A'.repeat(100_000)}"}`, 'AAAA', kept)
    await tried('['.repeat(60_000), 'AAAA', kept)
  })

  test('a right answer with one thing changed', async () => {
    // A signature of ES256 can be written in more ways than one, and all of them are right.
    const device = authenticator(at.origin, 'EdDSA')
    const register = await askToRegister(at, 'The partnership', person, [])
    const made = device.register(register.options)
    const kept = await checkRegistration(made, { at, challenge: register.challenge, handle: person.handle })
    if ('fault' in kept) throw new Error(kept.fault)
    const ask = await askToSignIn(at)
    const used = device.signIn(ask.options)

    const place = fc.constantFrom('clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle', 'id', 'rawId')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(made, used),
        place,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (answer, name, where, change) => {
          const whole: { response: Record<string, string> } & Record<string, unknown> = JSON.parse(answer)
          const owner: Record<string, unknown> = name in whole ? whole : whole.response
          const bytes = Buffer.from(String(owner[name] ?? ''), 'base64url')
          if (!bytes.length) return
          const index = where % bytes.length
          bytes[index] = (bytes[index] ?? 0) ^ change
          owner[name] = bytes.toString('base64url')
          const isRegistration = answer === made
          const challenge = isRegistration ? register.challenge : ask.challenge
          const said = isRegistration
            ? await checkRegistration(JSON.stringify(whole), { at, challenge, handle: person.handle })
            : await checkSignIn(JSON.stringify(whole), { at, challenge }, async (id) => (id === kept.id ? kept : null))
          // Nothing signs what a new passkey says of itself, but for its browser's own words: a changed key is a passkey of no use.
          if (isRegistration) expect('fault' in said ? codes : [kept.handle]).toContain('fault' in said ? said.fault : said.handle)
          else expect(codes).toContain('fault' in said ? said.fault : 'let in')
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a passkey whose whole inside is noise', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all).toString('base64url'))
    const clientDataJSON = Buffer.from(JSON.stringify({ type: 'webauthn.create', challenge: 'AAAA', origin: at.origin })).toString(
      'base64url',
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (attestationObject) => {
        const answer = JSON.stringify({ id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: { clientDataJSON, attestationObject } })
        expect(await checkRegistration(answer, { at, challenge: 'AAAA', handle: person.handle })).toEqual({ fault: 'malformed' })
      }),
      { numRuns: 200 },
    )
  })
})
