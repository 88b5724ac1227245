/** The organisation's identity provider (OpenID Connect), as the environment names it. `name` is for the button. */
export type WorkAccountSettings = { issuer: URL; clientId: string; clientSecret: string; name: string | null }

/** Plain http is for a provider on this machine alone. */
export const mayBePlain = ({ hostname }: URL): boolean => /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
