import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What an authenticator of a test does otherwise than a good one. */
export type Odd = Partial<{
  origin: string
  challenge: string
  rp: string
  type: string
  crossOrigin: boolean
  verified: boolean
  counter: number
  handle: string
  id: string
  statement: { fmt: string; attStmt: Map<string, unknown> }
}>
export type Algorithm = 'ES256' | 'EdDSA' | 'RS256'
type Asked = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } }

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

/**
 * An authenticator without a device, for what no browser would send: it makes one passkey and signs with it (Web Authentication Level 3,
 * 6.1 to 6.5). The browser's own virtual one is in test/journeys/passkey.test.ts.
 */
export const authenticator = (origin: string, algorithm: Algorithm = 'ES256') => {
  const { privateKey, publicKey } = keys(algorithm)
  const id = randomBytes(32)
  let handle = ''
  let counter = 0

  const clientData = (type: string, asked: Asked, odd: Odd): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: odd.type ?? type,
        challenge: odd.challenge ?? asked.challenge,
        origin: odd.origin ?? origin,
        crossOrigin: odd.crossOrigin ?? false,
      }),
    )
  const data = (rp: string, odd: Odd, made: Uint8Array = Buffer.alloc(0)): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(odd.counter ?? counter)
    const flags = 1 | ((odd.verified ?? true) ? 4 : 0) | (made.length ? 64 : 0)
    return Buffer.concat([sha256(odd.rp ?? rp), Buffer.of(flags), count, made])
  }
  const answer = (response: Record<string, string>, odd: Odd): string => {
    const said = odd.id ?? base64url(id)
    return JSON.stringify({ id: said, rawId: said, type: 'public-key', response })
  }

  return {
    register: (options: string, odd: Odd = {}): string => {
      const asked: Asked = JSON.parse(options)
      handle = asked.user?.id ?? ''
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const made = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(coseKey(algorithm, publicKey))])
      const { fmt, attStmt } = odd.statement ?? { fmt: 'none', attStmt: new Map() }
      const object = new Map<string, unknown>([
        ['fmt', fmt],
        ['attStmt', attStmt],
        ['authData', Uint8Array.from(data(asked.rp?.id ?? '', odd, made))],
      ])
      return answer(
        {
          clientDataJSON: base64url(clientData('webauthn.create', asked, odd)),
          attestationObject: base64url(isoCBOR.encode(object as Parameters<typeof isoCBOR.encode>[0])),
        },
        odd,
      )
    },
    signIn: (options: string, odd: Odd = {}): string => {
      const asked: Asked = JSON.parse(options)
      counter += 1
      const authenticatorData = data(asked.rpId ?? '', odd)
      const said = clientData('webauthn.get', asked, odd)
      const signed = Buffer.concat([authenticatorData, sha256(said)])
      return answer(
        {
          clientDataJSON: base64url(said),
          authenticatorData: base64url(authenticatorData),
          signature: base64url(sign(algorithm === 'EdDSA' ? null : 'sha256', signed, privateKey)),
          userHandle: odd.handle ?? handle,
        },
        odd,
      )
    },
  }
}

const keys = (algorithm: Algorithm): { privateKey: KeyObject; publicKey: KeyObject } =>
  algorithm === 'ES256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : algorithm === 'EdDSA'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A public key as COSE writes it (RFC 9053). */
const coseKey = (algorithm: Algorithm, key: KeyObject): Map<number, number | Uint8Array> => {
  const jwk = key.export({ format: 'jwk' })
  const part = (name: 'x' | 'y' | 'n' | 'e'): Uint8Array => Uint8Array.from(Buffer.from(jwk[name] ?? '', 'base64url'))
  if (algorithm === 'ES256')
    return new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, part('x')],
      [-3, part('y')],
    ])
  if (algorithm === 'EdDSA')
    return new Map<number, number | Uint8Array>([
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, part('x')],
    ])
  return new Map<number, number | Uint8Array>([
    [1, 3],
    [3, -257],
    [-1, part('n')],
    [-2, part('e')],
  ])
}
