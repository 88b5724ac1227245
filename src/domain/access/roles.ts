/**
 * What someone may be to a partnership. A practitioner, a SPOC (single point of contact) and a trainer are that at one partner; a
 * coordinator, an analyst (figures only) and an administrator (people and settings, no content) are it for the whole partnership.
 */
export const roles = ['practitioner', 'spoc', 'trainer', 'coordinator', 'analyst', 'administrator'] as const
export type Role = (typeof roles)[number]

const ofPartner: readonly Role[] = ['practitioner', 'spoc', 'trainer']
export const isOfPartner = (role: Role): boolean => ofPartner.includes(role)

/** A role that a person holds; `partner` is the partner that they work for. */
export type Grant = { role: Role; partner: string }

/** Who asks: a person who is signed in, with the roles that they hold now. */
export type Viewer = { person: string; partner: string; grants: readonly Grant[] }

export const holds = ({ grants }: Viewer, role: Role): boolean => grants.some((grant) => grant.role === role)
