import { z } from 'zod'

/** Who signed in, as the organisation's provider says. Only issuer and subject together are the same person for good: an address moves on. */
export type WorkPerson = {
  issuer: string
  subject: string
  email: string
  /** Whether the provider vouches for the address. Entra ID does not say, so it is false there. */
  emailVerified: boolean
  name: string | null
}

const claims = z.object({
  iss: z.string(),
  // At most 255 characters (OpenID Connect Core 1.0, 2).
  sub: z.string().min(1).max(255),
  email: z.string().trim().max(254).pipe(z.email()),
  // A boolean, but some providers write it as text.
  email_verified: z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]).catch(false),
  name: z
    .string()
    .transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim())
    .pipe(z.string().min(1).max(120))
    .nullable()
    .catch(null),
})

/** The person of the claims of an ID token, or null where there is no e-mail address among them. */
export const personOf = (said: object): WorkPerson | null => {
  const { data } = claims.safeParse(said)
  return data ? { issuer: data.iss, subject: data.sub, email: data.email, emailVerified: data.email_verified, name: data.name } : null
}
