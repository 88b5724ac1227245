import { randomBytes } from 'node:crypto'
import { generateURI, ScureBase32Plugin, verifySync } from 'otplib'
import { decrypt, encrypt } from '../../../store/crypto/box.ts'

/** Time-based codes (RFC 6238) as every authenticator app makes them: SHA-1, six digits, 30 seconds. */
const period = 30
/** 160 bits: RFC 4226 section 4, R6. */
const secretLength = 20

const base32 = new ScureBase32Plugin()

export const makeSecret = (): Buffer => randomBytes(secretLength)

/** For the QR code that an app scans. `issuer` and `account` are what the app shows; a colon would part them. */
export const otpauthAddress = (secret: Uint8Array, { issuer, account }: { issuer: string; account: string }): string =>
  generateURI({ issuer: issuer.replaceAll(':', ''), label: account.replaceAll(':', ''), secret: base32.encode(secret) })

/** For who cannot scan it: 32 letters and digits, in groups of four. */
export const secretToType = (secret: Uint8Array): string => (base32.encode(secret).match(/.{4}/g) ?? []).join(' ')

/**
 * The step of a code that is right, to be kept as `lastStep`; null for one that is wrong, or of a step that was used: RFC 6238 section
 * 5.2 lets a code pass once. One step before and one after the current pass too, for clocks of phones are a little off and people type
 * slowly. Two who send one code at once are told apart by whoever keeps the step: it must be greater than the one kept.
 */
export const stepOfCode = (secret: Uint8Array, typed: string, now: Temporal.Instant, lastStep: number | null): number | null => {
  const token = typed.length > 20 ? '' : typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(now.epochMilliseconds / 1000)
  // otplib throws where no step is left, as when the clock was set back.
  if (lastStep !== null && lastStep > Math.floor(epoch / period)) return null
  const verdict = verifySync({
    secret,
    token,
    epoch,
    period,
    epochTolerance: period,
    ...(lastStep === null ? {} : { afterTimeStep: lastStep }),
  })
  return verdict.valid && 'timeStep' in verdict ? verdict.timeStep : null
}

const about = (person: string): string[] => ['authenticator', person]

/** As the database keeps it: AES-256-GCM under the key of the desk (src/store/keys/sign-in-key.ts), bound to the person. */
export const sealSecret = (key: Uint8Array, secret: Uint8Array, person: string): Buffer => encrypt(key, secret, about(person))

/** Null for what was changed, or is another person's. */
export const openSecret = (key: Uint8Array, box: Uint8Array, person: string): Buffer | null => {
  const secret = decrypt(key, box, about(person))
  return secret?.length === secretLength ? secret : null
}
