import { generateKeyPairSync } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendParts } from '../../src/commands/attend/parts.ts'
import { longDate } from '../../src/format/when.ts'
import { signCredential } from '../../src/jobs/register/sign.ts'
import { type Ask, openCredential, verifyBadge } from '../support/badge-verifier.ts'
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
const at: Ask = (address) => {
  expect(address.startsWith(`${badgeOrigin}/`), address).toBe(true)
  return fetch(address.replace(badgeOrigin, `http://${site.host}`))
}
type Credential = {
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
    narrative?: string
    identifier: { type: string; hashed: boolean; identityHash: string; identityType: string }[]
    achievement: { id: string; type: string[]; name: string; description: string; criteria: { narrative: string }; version: string }
    encodedList?: string
  }
  credentialStatus: { id: string; type: string; statusPurpose: string; statusListIndex: string; statusListCredential: string }
}

const badgeOf = async (name: string): Promise<{ id: string; jwt: string } & Awaited<ReturnType<typeof verifyBadge<Credential>>>> => {
  const { of } = await certified(desk, attend, trainer, [{ name }])
  const row = of(name)
  return { id: row.id, jwt: row.credential ?? '', ...(await verifyBadge<Credential>(row.credential ?? '', at)) }
}

test('a badge is what Open Badges 3.0 asks for, and other libraries verify it with the key from its address', async () => {
  const { credential } = await badgeOf('Abi Lychgate')
  const { issuer, credentialSubject: subject } = credential
  // B.1: context, type, id, issuer, name, validFrom, credentialSubject are required, in this order of contexts.
  expect(credential['@context']).toEqual([
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ])
  expect(credential.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
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
  const profile = (await (await at(issuer.id)).json()) as { id: string; name: string }
  expect([profile.id, profile.name]).toEqual([issuer.id, issuer.name])
})

test('a badge of the short update says that it is one, and when and with whom the whole course was taken', async () => {
  const whole = await badgeOf('Gus Chandler')
  expect(whole.credential.credentialSubject).not.toHaveProperty('narrative')
  await sql`insert into attendance (id, who, learner_id, organisation_id, sector, tier, version, on_date, way)
    select gen_random_uuid(), l.id, l.id, l.organisation_id, 'business', 'everyone', ${desk.parts.pack.course.taught}, '2030-06-01', 'update'
      from certificate c join learner l on l.id = c.learner_id where c.id = ${whole.id}`.execute(desk.owner)
  await issues(desk)
  const [row] = (
    await sql<{ credential: string }>`select n.credential from certificate c join certificate n on n.id = c.replaced_by
    where c.id = ${whole.id}`.execute(desk.owner)
  ).rows
  const { credentialSubject: subject } = (await verifyBadge<Credential>(row?.credential ?? '', at)).credential
  const { learnt_on } = await desk.owner.selectFrom('certificate').select('learnt_on').where('id', '=', whole.id).executeTakeFirstOrThrow()
  expect(subject.narrative).toBe(
    `Brought up to date on 1 June 2030 by the short update. Took the whole course on ${longDate(Temporal.PlainDate.from(learnt_on))} with Watford Borough Council.`,
  )
  // Another achievement than the whole course, so that neither says of its holder what is so of the other.
  const { achievement } = whole.credential.credentialSubject
  expect(subject.achievement.id).toBe(`${achievement.id}-update`)
  expect(subject.achievement.criteria.narrative).toContain('in a short update')
  expect(subject.achievement.name).not.toBe(achievement.name)
})

test('a verifier refuses a badge that was changed, signed by somebody else, over, not yet begun, or made of words that no standard knows', async () => {
  const { jwt, credential, claims } = await badgeOf('Fen Ropewalk')
  const [head = '', body = '', signature = ''] = jwt.split('.')
  const text = Buffer.from(body, 'base64url').toString()
  const changed = Buffer.from(text.replace('Fen Ropewalk', 'Ben Ropewalk')).toString('base64url')
  await expect(verifyBadge([head, changed, signature].join('.'), at)).rejects.toThrow('token signature is invalid')
  const until = Temporal.Instant.from(credential.validUntil ?? '')
  await verifyBadge(jwt, at, until.subtract({ seconds: 1 }))
  await expect(verifyBadge(jwt, at, until.add({ seconds: 1 }))).rejects.toThrow('expired')
  await expect(verifyBadge(jwt, at, Temporal.Instant.from(credential.validFrom).subtract({ seconds: 1 }))).rejects.toThrow('active')

  // Somebody else's key, first where nobody but they say that it is ours, then, to see what else would be refused, as if it were at our address.
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
  const signer = { id: kid.split('/').at(-1) ?? '', key: other.privateKey, public: { kty: 'RSA', n: '', e: '' } } as const
  const signed = (more: object) => signCredential(signer, badgeOrigin, { ...credential, ...more })
  await expect(verifyBadge(await signed({}), at)).rejects.toThrow('token signature is invalid')
  // Asked for its key twice, for the badge and then for the list.
  let asked = 0
  const fooled: Ask = async (address) =>
    address === kid && asked++ === 0 ? Response.json(other.publicKey.export({ format: 'jwk' })) : at(address)
  expect((await verifyBadge(await signed({}), fooled)).claims).toEqual(claims)
  for (const [more, why] of [
    [{ shoeSize: 44 }, 'Safe mode validation error'],
    [{ type: ['OpenBadgeCredential'] }, '"type" must include `VerifiableCredential`'],
    [{ '@context': [...credential['@context']].reverse() }, 'context'],
    [{ credentialStatus: { ...credential.credentialStatus, type: 'BitstringStatusEntry' } }, 'Safe mode validation error'],
    [{ credentialStatus: { ...credential.credentialStatus, statusPurpose: 'suspension' } }, 'status purpose'],
  ] as const) {
    asked = 0
    await expect(verifyBadge(await signed(more), fooled), why).rejects.toThrow(why)
  }
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
  await verifyBadge(kept.jwt, at)
  await expect(verifyBadge(withdrawn.jwt, at)).rejects.toThrow('it was withdrawn')
  const { credential: list } = await openCredential<Credential>(await (await at(status.statusListCredential)).text(), at)
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
