import type { Locale } from '../../context/types.ts'
import { safetyHeaders } from '../../http/headers.ts'
import { json } from '../../http/json.ts'
import type { Route } from '../../http/router.ts'

/** What the program can say of itself to whoever runs it. */
export type Operations = {
  /** What it needs to answer, by name: is it there? */
  needs(): Readonly<Record<string, boolean>> | Promise<Readonly<Record<string, boolean>>>
  version: string
  /** The commit that it was built from, where that is known. */
  commit: string | null
}

/** For how many days `security.txt` may be relied on. RFC 9116 2.5.5 recommends less than a year. */
const daysToRely = 180

export const operationsRoutes = (locale: Locale, { needs, version, commit }: Operations, origin: string | undefined): Route[] => [
  { path: '/healthz', open: () => plain('ok') },
  {
    path: '/readyz',
    open: async () => {
      const state = await needs()
      return Object.values(state).every((there) => there) ? plain('ok') : json({ ready: false, ...state }, 503)
    },
  },
  { path: '/version', open: () => json({ version, pack: locale.pack.id, commit, node: process.versions.node }) },
  ...securityRoute(locale, origin),
]

/** RFC 9116. Whom to tell of a weakness is for the pack to say: without it there is no such address. */
const securityRoute = ({ pack, site }: Locale, origin: string | undefined): Route[] => {
  const contact = pack.partnership.security_contact
  if (contact === undefined) return []
  const path = '/.well-known/security.txt'
  const lines = (): string[] => [
    `Contact: ${contact}`,
    `Expires: ${site
      .clock()
      .add({ hours: 24 * daysToRely })
      .round({ smallestUnit: 'second', roundingMode: 'floor' })}`,
    'Preferred-Languages: en',
    ...(origin === undefined ? [] : [`Canonical: ${origin}${path}`]),
  ]
  return [
    {
      path,
      open: () =>
        plain(
          lines()
            .map((line) => `${line}\n`)
            .join(''),
        ),
    },
  ]
}

const plain = (text: string): Response =>
  new Response(text, { headers: { ...safetyHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
