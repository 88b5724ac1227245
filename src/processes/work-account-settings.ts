import { z } from 'zod'
import { mayBePlain, type WorkAccountSettings } from '../commands/sign-in/methods/work-account-provider.ts'

/** Entra ID's addresses for people of any organisation in the world: there the e-mail address is whatever its administrator wrote. */
const anyOrganisation = /^\/(?:common|organizations|consumers)\//

const issuer = z
  .url({ protocol: /^https?$/, error: 'the https address of your identity provider, such as https://id.example.org' })
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || mayBePlain(url), 'an address that starts with https:, such as https://id.example.org')
  .refine((url) => !url.search && !url.hash && !url.username, 'an address without `?`, `#` or a name, such as https://id.example.org')
  .refine(
    (url) => url.host !== 'login.microsoftonline.com' || !anyOrganisation.test(`${url.pathname}/`),
    'the address of your own organisation, with its tenant id, such as https://login.microsoftonline.com/TENANT-ID/v2.0',
  )

export const workAccountShape = {
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().trim().min(1).max(60, 'up to 60 characters').optional(),
}
type Given = z.infer<z.ZodObject<typeof workAccountShape>>

const needed = {
  OIDC_ISSUER: 'the address of your identity provider, or none of the OIDC settings',
  OIDC_CLIENT_ID: 'the client id from your identity provider, or none of the OIDC settings',
  OIDC_CLIENT_SECRET: 'the client secret from your identity provider, or none of the OIDC settings',
} as const

/** All of them or none: a part of them would be a button that leads nowhere. */
export const allOrNone = (given: Given, context: z.RefinementCtx): void => {
  if (!Object.keys(workAccountShape).some((name) => given[name as keyof Given])) return
  for (const [name, message] of Object.entries(needed))
    if (!given[name as keyof typeof needed]) context.addIssue({ code: 'custom', path: [name], message })
}

/** The provider that the environment names, or null where people sign in without one. */
export const workAccountSettings = ({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME }: Given): WorkAccountSettings | null =>
  OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
    ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, name: OIDC_NAME ?? null }
    : null
