import { createPublicKey } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { createDecoder, createVerifier } from 'fast-jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { openTestIntake, type TestIntake } from '../support/concerns.ts'
import { openTestDesk, type Somebody, type TestDesk } from '../support/desk.ts'
import { adopted, realPack } from '../support/real-pack.ts'
import { badgeOrigin, certified, issues, openTestAttend } from '../support/register.ts'
import { type ReportSite, serveReports } from '../support/report-site.ts'

let desk: TestDesk
let attend: AttendParts & { close(): Promise<void> }
let intake: TestIntake
let site: ReportSite
let trainer: Somebody
beforeAll(async () => {
  desk = await openTestDesk({ pack: adopted(realPack()) })
  attend = openTestAttend(desk)
  intake = openTestIntake(desk)
  site = await serveReports(intake, { served: { origin: badgeOrigin } })
  trainer = await desk.somebody(['trainer'], { partner: 'watford' })
})
afterAll(async () => {
  await site.stop()
  await intake.close()
  await attend.close()
  await desk.close()
})

/** As a verifier asks for it: the site under test stands in for its address. */
const at = (address: string): Promise<Response> => {
  expect(address.startsWith(`${badgeOrigin}/`), address).toBe(true)
  return fetch(address.replace(badgeOrigin, `http://${site.host}`))
}
/** Another library than the one that signs, with the key from the address that the signature names. Throws where it is not so. */
const verified = async (jwt: string): Promise<Record<string, never> & Credential> => {
  const { header } = createDecoder({ complete: true })(jwt) as { header: { alg: string; kid: string; typ: string } }
  expect(Object.keys(header).sort()).toEqual(['alg', 'kid', 'typ'])
  expect(header.alg).toBe('RS256')
  const answer = await at(header.kid)
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
  const key = createPublicKey({ key: (await answer.json()) as Record<string, string>, format: 'jwk' }).export({
    type: 'spki',
    format: 'pem',
  })
  return createVerifier({ key, algorithms: ['RS256'] })(jwt)
}
type Credential = {
  iss: string
  jti: string
  sub: string
  nbf: number
  exp?: number
  id: string
  type: string[]
  name: string
  '@context': string[]
  issuer: { id: string; type: string[]; name: string }
  validFrom: string
  validUntil?: string
  credentialSubject: {
    id: string
    type: string[]
    identifier: { type: string; hashed: boolean; identityHash: string; identityType: string }[]
    achievement: { id: string; type: string[]; name: string; description: string; criteria: { narrative: string }; version: string }
    encodedList?: string
  }
  credentialStatus: { id: string; type: string; statusPurpose: string; statusListIndex: string; statusListCredential: string }
}

const badgeOf = async (name: string): Promise<{ id: string; jwt: string; credential: Credential }> => {
  const { of } = await certified(desk, attend, trainer, [{ name }])
  const row = of(name)
  return { id: row.id, jwt: row.credential ?? '', credential: await verified(row.credential ?? '') }
}

test('a badge is what Open Badges 3.0 asks for, and another library verifies it with the key from its address', async () => {
  const { jwt, credential } = await badgeOf('Abi Lychgate')
  const { issuer, credentialSubject: subject } = credential
  // B.1: context, type, id, issuer, name, validFrom, credentialSubject are required, in this order of contexts.
  expect(credential['@context']).toEqual([
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ])
  expect(credential.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential'])
  expect(credential.validFrom).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  // B.1.1 to B.1.4: achievement with id, type, criteria, name, description; the subject; the issuer's profile.
  expect(subject.type).toEqual(['AchievementSubject'])
  expect(subject.achievement).toMatchObject({
    ...{
      type: ['Achievement'],
      name: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
      criteria: { narrative: expect.stringMatching(/\S/) },
    },
    version: desk.parts.pack.course.taught,
  })
  expect(URL.canParse(subject.achievement.id)).toBe(true)
  expect(issuer).toMatchObject({ type: ['Profile'], name: desk.parts.pack.partnership.name })
  // B.1.7, IdentityObject. No email anywhere: the subject is a number drawn for it.
  expect(subject.identifier).toEqual([{ type: 'IdentityObject', hashed: false, identityHash: 'Abi Lychgate', identityType: 'name' }])
  expect(subject.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
  expect(JSON.stringify(credential)).not.toMatch(/\w@\w|mailto/)
  // 8.2.4.1: what the claims say is what the credential says.
  expect([credential.iss, credential.jti, credential.sub]).toEqual([issuer.id, credential.id, subject.id])
  expect(credential.nbf * 1000).toBe(Temporal.Instant.from(credential.validFrom).epochMilliseconds)
  expect((credential.exp ?? 0) * 1000).toBe(Temporal.Instant.from(credential.validUntil ?? '').epochMilliseconds)
  const profile = (await (await at(issuer.id)).json()) as { id: string; name: string }
  expect([profile.id, profile.name]).toEqual([issuer.id, issuer.name])
  // A changed letter, and a key of somebody else's.
  const [head = '', body = '', signature = ''] = jwt.split('.')
  const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('Abi Lychgate', 'Ben Lychgate')).toString('base64url')
  await expect(verified([head, forged, signature].join('.'))).rejects.toThrow()
})

test('all keys are at one address, under the names that signatures use; a key that is none is not found', async () => {
  await badgeOf('Ben Packhorse')
  const answer = await at(`${badgeOrigin}/training/keys`)
  const { keys } = (await answer.json()) as { keys: Record<string, string>[] }
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
  expect(keys.map(({ kid = '' }) => kid.startsWith(`${badgeOrigin}/training/keys/`))).toEqual([true])
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  expect((await at(`${badgeOrigin}/training/keys/${'x'.repeat(43)}`)).status).toBe(404)
  expect((await at(`${badgeOrigin}/training/status/99`)).status).toBe(404)
})

test('a badge that was withdrawn is on the public list, and no other; the list says nothing of anyone', async () => {
  const [kept, withdrawn] = [await badgeOf('Cass Ford'), await badgeOf('Dee Stile')]
  await desk.owner
    .updateTable('certificate')
    .set({ withdrawn_at: new Date(), withdrawn_because: 'mistake' })
    .where('id', '=', withdrawn.id)
    .execute()
  await issues(desk)
  const { credentialStatus: status } = withdrawn.credential
  expect(status).toMatchObject({ type: 'BitstringStatusListEntry', statusPurpose: 'revocation' })
  const answer = await at(status.statusListCredential)
  const list = await verified(await answer.text())
  expect(list.id).toBe(status.statusListCredential)
  expect(list.type).toEqual(['VerifiableCredential', 'BitstringStatusListCredential'])
  const encoded = list.credentialSubject.encodedList ?? ''
  expect(encoded[0]).toBe('u')
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'))
  expect(bits.length).toBe(16_384)
  const bitOf = (place: number): number => ((bits[place >> 3] ?? 0) >> (7 - (place % 8))) & 1
  const places = [...Array(131_072).keys()].filter((place) => bitOf(place) === 1)
  expect(places).toEqual([Number(status.statusListIndex)])
  expect(bitOf(Number(kept.credential.credentialStatus.statusListIndex))).toBe(0)
  expect(JSON.stringify(list)).not.toMatch(/Dee|Stile/)
})
