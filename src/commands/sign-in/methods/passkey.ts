import type { RelyingParty } from './passkey-address.ts'
import { clientDataFault, readAnswer, registration, signIn } from './passkey-answer.ts'

/** One passkey of a person, as it is kept. Nothing in it is secret. */
export type Passkey = {
  /** The credential's id, in base64url. */
  id: string
  publicKey: Uint8Array
  /** How often it was used, as it says itself. Passkeys that live on several devices stay at 0. */
  counter: number
  /** The person's handle, which the passkey gives back: opaque, never a name or an e-mail address (Web Authentication Level 3, 14.6.1). */
  handle: string
}

/**
 * What a page asks of a browser. `options` goes into the page as it is. `challenge` has to be kept on the server, with what it was given
 * for (registering, and by whom; or signing in) and until when, and struck off BEFORE the answer to it is checked, right or wrong: one
 * that is accepted twice lets a recorded answer in again.
 */
export type PasskeyRequest = { options: string; challenge: string }

export type PasskeyFault =
  /** Nothing that a browser would send; or a signature that is wrong. */
  | 'malformed'
  | 'challenge'
  | 'origin'
  /** The device did not ask for its PIN, finger or face. */
  | 'not-verified'
  /** No such passkey, or one of somebody else. */
  | 'unknown'
  /** The counter stands still or went back: the passkey was copied (Web Authentication Level 3, 6.1.1). */
  | 'counter'

export type Faulty = { fault: PasskeyFault }

/** How long a browser waits for a person, in ms (Web Authentication Level 3, 15.1: 5 to 10 minutes with user verification). */
const patience = 300_000

/**
 * EdDSA, ES256 and RS256 by their numbers at IANA (COSE Algorithms), in the order of preference. Written out: the library's own list asks
 * Node for algorithms that it warns about.
 */
const algorithms = [-8, -7, -257]

/** Loaded at first use: with what it reads certificates with it takes 30 MB, which a desk where nobody has a passkey need not hold. */
const library = () => import('@simplewebauthn/server')
const helpers = () => import('@simplewebauthn/server/helpers')

/** Asks for a new passkey of a person. `existing`: ids of those the person has, which a device that holds one will not double. */
export const askToRegister = async (
  at: RelyingParty,
  site: string,
  person: { handle: string; email: string; name: string },
  existing: readonly string[],
): Promise<PasskeyRequest> =>
  request(
    await (await library()).generateRegistrationOptions({
      rpName: site,
      rpID: at.id,
      userID: Uint8Array.from(Buffer.from(person.handle)),
      userName: person.email,
      userDisplayName: person.name,
      timeout: patience,
      attestationType: 'none',
      excludeCredentials: existing.map((id) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    }),
  )

/** Asks for any passkey of this site. It names nobody's, so that nobody learns from it who has an account. */
export const askToSignIn = async (at: RelyingParty): Promise<PasskeyRequest> =>
  request(await (await library()).generateAuthenticationOptions({ rpID: at.id, timeout: patience, userVerification: 'required' }))

const request = (options: { challenge: string }): PasskeyRequest => ({ options: JSON.stringify(options), challenge: options.challenge })

/** What a browser sent after `askToRegister`: the passkey to keep. `handle` is that of the person who was asked. */
export const checkRegistration = async (
  answer: string,
  expected: { at: RelyingParty; challenge: string; handle: string },
): Promise<Passkey | Faulty> => {
  const response = readAnswer(registration, answer)
  if (!response) return { fault: 'malformed' }
  const fault = clientDataFault(response.response.clientDataJSON, { type: 'webauthn.create', ...expected, origin: expected.at.origin })
  if (fault) return { fault }
  try {
    const { registrationInfo: made } = await (await library()).verifyRegistrationResponse({
      response: {
        ...response,
        response: { ...response.response, attestationObject: await withoutStatement(response.response.attestationObject) },
        clientExtensionResults: {},
      },
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.at.origin,
      expectedRPID: expected.at.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    })
    if (made?.credential.id !== response.id) return { fault: 'malformed' }
    if (!made.userVerified) return { fault: 'not-verified' }
    const { id, publicKey, counter } = made.credential
    return { id, publicKey, counter, handle: expected.handle }
  } catch {
    return { fault: 'malformed' }
  }
}

/**
 * The answer to `none` without what a device says of its maker. A device may send a statement that nobody asked for, and its
 * certificates name addresses from which the library would load lists of revoked ones.
 */
const withoutStatement = async (encoded: string): Promise<string> => {
  const { decodeAttestationObject, isoCBOR } = await helpers()
  const authData = decodeAttestationObject(Uint8Array.from(Buffer.from(encoded, 'base64url'))).get('authData')
  const bare = new Map<string, string | Uint8Array | Map<string, string>>([
    ['fmt', 'none'],
    ['attStmt', new Map<string, string>()],
    ['authData', authData],
  ])
  return Buffer.from(isoCBOR.encode(bare)).toString('base64url')
}

/**
 * What a browser sent after `askToSignIn`: the passkey used, found by its id, with its counter as it now stands. The change of the counter
 * must be kept only while the stored one is still lower or both are 0: of two at once, one is a copy.
 */
export const checkSignIn = async (
  answer: string,
  expected: { at: RelyingParty; challenge: string },
  find: (id: string) => Promise<Passkey | null>,
): Promise<Passkey | Faulty> => {
  const response = readAnswer(signIn, answer)
  if (!response) return { fault: 'malformed' }
  const fault = clientDataFault(response.response.clientDataJSON, { type: 'webauthn.get', ...expected, origin: expected.at.origin })
  if (fault) return { fault }
  const passkey = await find(response.id)
  if (!passkey || Buffer.from(response.response.userHandle, 'base64url').toString() !== passkey.handle) return { fault: 'unknown' }
  try {
    const { verified, authenticationInfo: used } = await (await library()).verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.at.origin,
      expectedRPID: expected.at.id,
      // Looked at below, once the signature is known to be right: else anybody could raise the alarm of a copied passkey.
      credential: { id: passkey.id, publicKey: Uint8Array.from(passkey.publicKey), counter: 0 },
      requireUserVerification: false,
    })
    if (!verified) return { fault: 'malformed' }
    if (!used.userVerified) return { fault: 'not-verified' }
    const counts = used.newCounter > 0 || passkey.counter > 0
    if (counts && used.newCounter <= passkey.counter) return { fault: 'counter' }
    return { ...passkey, counter: used.newCounter }
  } catch {
    return { fault: 'malformed' }
  }
}
