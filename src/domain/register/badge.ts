/*
 * A certificate as an Open Badge 3.0 (1EdTech, OpenBadgeCredential, appendix B.1) and the public list of what was withdrawn (W3C Bitstring Status List
 * 1.0), before they are signed. Addresses are below the origin of the site.
 */

export const badgeAddresses = {
  issuer: '/training/issuer',
  /** All keys (JWKS); below it each alone, as a JWK. */
  keys: '/training/keys',
  status: '/training/status',
} as const

export const issuerAddress = (origin: string): string => `${origin}${badgeAddresses.issuer}`
/** What a signature names as its key: an address that answers with it. */
export const keyAddress = (origin: string, key: string): string => `${origin}${badgeAddresses.keys}/${key}`
export const statusAddress = (origin: string, list: number): string => `${origin}${badgeAddresses.status}/${list}`

const contexts = {
  credentials: 'https://www.w3.org/ns/credentials/v2',
  badges: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
} as const

export type Issuer = { origin: string; name: string }

const profile = ({ origin, name }: Issuer) => ({ id: issuerAddress(origin), type: ['Profile'], name, url: origin })

/** Who signs, as their address answers. */
export const issuerProfile = (issuer: Issuer) => ({ '@context': [contexts.credentials, contexts.badges], ...profile(issuer) })

export type Badge = {
  /** UUID of the certificate. */
  id: string
  /** A UUID drawn for this badge alone: it is no email, and leads to nobody. */
  subject: string
  holder: string
  /** What is so of this holder alone; null: nothing that the achievement does not say. */
  narrative: string | null
  /** `update`: the short update alone, which is another achievement than the whole course. */
  achievement: { tier: string; version: string; update: boolean; name: string; description: string; criteria: string }
  /** The language of its words. */
  language: string
  issued: Temporal.Instant
  /** From this instant on it has ended; null: it does not. */
  until: Temporal.Instant | null
  status: { list: number; place: number }
}

const moment = (at: Temporal.Instant): string => at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString()

export const openBadge = (issuer: Issuer, badge: Badge) => {
  const { origin } = issuer
  const { tier, version, update, name, description, criteria } = badge.achievement
  const list = statusAddress(origin, badge.status.list)
  return {
    '@context': [contexts.credentials, contexts.badges],
    id: `urn:uuid:${badge.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: profile(issuer),
    validFrom: moment(badge.issued),
    ...(badge.until ? { validUntil: moment(badge.until) } : {}),
    credentialSubject: {
      id: `urn:uuid:${badge.subject}`,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: badge.holder, identityType: 'name' }],
      ...(badge.narrative === null ? {} : { narrative: badge.narrative }),
      achievement: {
        id: `${origin}/training#${tier}-${version}${update ? '-update' : ''}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        ...{ name, description, version, inLanguage: badge.language },
        criteria: { narrative: criteria },
      },
    },
    credentialStatus: {
      id: `${list}#${badge.status.place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(badge.status.place),
      statusListCredential: list,
    },
  }
}

/** Bits of a list: what the standard asks for at least, so that one place says little (Bitstring Status List 1.0, 6.1). */
export const statusPlaces = 131_072

/** The list, bit 0 first and the highest of its byte. */
export const statusBits = (withdrawn: readonly number[]): Uint8Array => {
  const bits = new Uint8Array(statusPlaces / 8)
  for (const place of withdrawn) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7))
  return bits
}

/** `encoded`: the bits, compressed (gzip) and written in base64url with a "u" before it. */
export const statusCredential = (issuer: Issuer, list: number, encoded: string, made: Temporal.Instant) => {
  const id = statusAddress(issuer.origin, list)
  return {
    '@context': [contexts.credentials],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerAddress(issuer.origin),
    validFrom: moment(made),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: encoded },
  }
}
