import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWith, privateKey } from '../pairs/private-key.ts'
import { mostSealed, overhead, readEnvelope } from '../seal/envelope.ts'
import { seal } from '../seal/seal.ts'
import { type About, aboutBytes, keyLength, publicKey } from '../seal/suite.ts'

const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const concern: About = { kind: 'concern', id: '0196f1' }
const sealed = async (content: Uint8Array, to = own.public, about = concern): Promise<Uint8Array> => {
  const bytes = await seal(content, to, about)
  if (bytes === 'too-large') throw new Error(bytes)
  return bytes
}
const own = await privateKey(randomBytes(32))

/** HPKE's base mode, opened by RFC 9180 sections 4 and 5.1 with Node's own parts and none of the library. */
const openByHand = (aead: { id: number; cipher: 'aes-128-gcm' | 'aes-256-gcm'; keyLength: number }) => {
  const extract = (salt: Uint8Array, suite: Buffer, label: string, ikm: Uint8Array): Buffer =>
    createHmac('sha256', salt.length ? salt : Buffer.alloc(32))
      .update(Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm]))
      .digest()
  const expand = (prk: Buffer, suite: Buffer, label: string, info: Uint8Array, length: number): Buffer => {
    const head = Buffer.concat([Buffer.from([0, length]), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info])
    return createHmac('sha256', prk)
      .update(Buffer.concat([head, Buffer.from([1])]))
      .digest()
      .subarray(0, length)
  }
  return (secret: Buffer, own: Uint8Array, enc: Uint8Array, info: Uint8Array, about: Uint8Array, ciphertext: Uint8Array): Buffer => {
    const [kem, suite] = [Buffer.from('KEM\0\x20'), Buffer.from(`HPKE\0\x20\0\x01\0${String.fromCharCode(aead.id)}`)]
    const theirs = createPublicKey({ key: Buffer.concat([hex('302a300506032b656e032100'), enc]), format: 'der', type: 'spki' })
    const mine = createPrivateKey({ key: Buffer.concat([hex('302e020100300506032b656e04220420'), secret]), format: 'der', type: 'pkcs8' })
    const shared = diffieHellman({ privateKey: mine, publicKey: theirs })
    const none = Buffer.alloc(0)
    const agreed = expand(extract(none, kem, 'eae_prk', shared), kem, 'shared_secret', Buffer.concat([enc, own]), 32)
    const context = Buffer.concat([Buffer.from([0]), extract(none, suite, 'psk_id_hash', none), extract(none, suite, 'info_hash', info)])
    const prk = extract(agreed, suite, 'secret', none)
    const decipher = createDecipheriv(
      aead.cipher,
      expand(prk, suite, 'key', context, aead.keyLength),
      expand(prk, suite, 'base_nonce', context, 12),
    )
    decipher.setAAD(about)
    decipher.setAuthTag(ciphertext.subarray(-16))
    return Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()])
  }
}

test('the key pair of a seed, and what opens by hand, are those of RFC 9180, A.1 and A.1.1', async () => {
  const [pkR, skR] = [
    '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
    '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  ]
  const pair = await privateKey(hex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037'))
  expect(Buffer.from(pair.public.bytes).toString('hex')).toBe(pkR)
  const opened = openByHand({ id: 1, cipher: 'aes-128-gcm', keyLength: 16 })(
    hex(skR),
    hex(pkR),
    hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
    hex('4f6465206f6e2061204772656369616e2055726e'),
    hex('436f756e742d30'),
    hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a'),
  )
  expect(opened.toString()).toBe('Beauty is truth, truth beauty')
})

test('what we seal opens by hand: whoever has the private key needs no library of ours', async () => {
  const skR = hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8')
  const to = publicKey(hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'))
  const envelope = readEnvelope(await sealed(Buffer.from('He is locked in.'), to))
  if (!envelope) throw new Error('no envelope')
  const { enc, head, ciphertext } = envelope
  const open = openByHand({ id: 2, cipher: 'aes-256-gcm', keyLength: 32 })
  expect(open(skR, to.bytes, enc, head, aboutBytes(concern), ciphertext).toString()).toBe('He is locked in.')
})

test('whatever is sealed opens as what it is about, and as nothing else', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.record({ kind: fc.string(), id: fc.string() }),
      fc.record({ kind: fc.string(), id: fc.string() }),
      async (content, about, other) => {
        const bytes = await sealed(content, own.public, about)
        expect(bytes.length).toBe(content.length + overhead)
        expect(await openWith(own, bytes, about)).toEqual(content)
        if (about.kind !== other.kind || about.id !== other.id) expect(await openWith(own, bytes, other)).toBe(null)
      },
    ),
    { numRuns: 50 },
  ))

test('kind and id are told apart wherever the one ends', async () => {
  const bytes = await sealed(Buffer.from('x'), own.public, { kind: 'concern', id: '12' })
  expect(await openWith(own, bytes, { kind: 'concern1', id: '2' })).toBe(null)
  expect(await openWith(own, bytes, { kind: 'concern', id: '1' })).toBe(null)
})

test('with any byte changed, added or taken away it is refused, and another key does not open it', async () => {
  const bytes = await sealed(Buffer.from('He is locked in.'))
  for (let i = 0; i < bytes.length; i++) {
    for (const bit of [1, 128]) {
      const changed = Uint8Array.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ bit
      expect(await openWith(own, changed, concern), `byte ${i}`).toBe(null)
    }
  }
  for (const other of [bytes.subarray(1), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)]), new Uint8Array(0)])
    expect(await openWith(own, other, concern)).toBe(null)
  const stranger = await privateKey(randomBytes(32))
  expect(await openWith(stranger, bytes, concern)).toBe(null)
  expect(await openWith({ ...stranger, public: own.public }, bytes, concern)).toBe(null)
})

test('of a small Buffer its own bytes are sealed, not the pool that it lies in', async () => {
  const small = Buffer.from('twelve bytes')
  expect(small.buffer.byteLength).toBeGreaterThan(small.length)
  const bytes = await sealed(small)
  expect(bytes.length).toBe(small.length + overhead)
  // Read out of a larger one, as a database gives it.
  const within = Buffer.concat([randomBytes(7), bytes, randomBytes(7)]).subarray(7, 7 + bytes.length)
  expect(await openWith(own, within, concern)).toEqual(new Uint8Array(small))
})

test('1 MB is sealed and opened, and more is told to be too large', async () => {
  const most = Buffer.alloc(mostSealed, 'x')
  expect((await openWith(own, await sealed(most), concern))?.length).toBe(mostSealed)
  expect(await seal(Buffer.alloc(mostSealed + 1), own.public, concern)).toBe('too-large')
  expect(readEnvelope(Buffer.alloc(overhead + mostSealed + 1, 1))).toBe(null)
})

test('nothing is sealed to what is no key, or to one that would give a secret that everyone knows', async () => {
  for (const bytes of [randomBytes(keyLength - 1), randomBytes(keyLength + 1), Buffer.alloc(keyLength)])
    await expect(seal(Buffer.from('x'), publicKey(bytes), concern)).rejects.toThrow()
})

test('the same sealed twice looks like two things', async () => {
  const [one, other] = [await sealed(Buffer.from('x')), await sealed(Buffer.from('x'))]
  expect(Buffer.from(one).subarray(9).equals(Buffer.from(other).subarray(9))).toBe(false)
})
