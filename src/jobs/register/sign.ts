import { SignJWT } from 'jose'
import { keyAddress } from '../../domain/register/badge.ts'
import type { CertificateKey } from '../../store/keys/certificate-key.ts'

type Credential = {
  id: string
  issuer: string | { id: string }
  validFrom: string
  validUntil?: string
  credentialSubject: { id: string }
}

const seconds = (at: string): number => Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000)

/** Signs a credential as VC-JWT (Open Badges 3.0, 8.2.4): what the claims of a JWT say is what the credential says. */
export const signCredential = (key: CertificateKey, origin: string, credential: Credential): Promise<string> => {
  const { id, issuer, validFrom, validUntil, credentialSubject } = credential
  const unsigned = new SignJWT({ ...credential })
    .setProtectedHeader({ alg: 'RS256', kid: keyAddress(origin, key.id), typ: 'JWT' })
    .setIssuer(typeof issuer === 'string' ? issuer : issuer.id)
    .setJti(id)
    .setSubject(credentialSubject.id)
    .setNotBefore(seconds(validFrom))
  return (validUntil === undefined ? unsigned : unsigned.setExpirationTime(seconds(validUntil))).sign(key.key)
}
