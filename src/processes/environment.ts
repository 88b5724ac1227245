import { z } from 'zod'
import { mailAllOrNone, mailShape } from './mail-settings.ts'
import { allOrNone, workAccountShape } from './work-account-settings.ts'

const port = z.coerce
  .number('a number from 0 to 65535')
  .int('a whole number')
  .min(0, 'a number from 0 to 65535')
  .max(65535, 'a number from 0 to 65535')

/** How many proxies in front add to X-Forwarded-For. */
const hops = 'how many proxies are in front, from 0 to 10'

/** A path, or an origin by https. */
const isDesk = (text: string): boolean =>
  text.startsWith('/') ||
  text.startsWith('./') ||
  (URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text)

const shape = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  WAYMARK_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'an address such as https://waymark.example.org' })
    .refine(
      (text) => !URL.canParse(text) || new URL(text).origin === text.replace(/\/$/, ''),
      'an address without a path, such as https://waymark.example.org',
    )
    .optional(),
  WAYMARK_TRUST_PROXY: z.coerce.number(hops).int(hops).min(0, hops).max(10, hops).default(0),
  WAYMARK_PACK: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'the name of a folder in content/, such as hertfordshire')
    .refine((name) => name !== 'national', 'the name of a local pack, such as hertfordshire (`national` is part of every pack)')
    .default('hertfordshire'),
  WAYMARK_DATA: z.string().min(1).default('./data'),
  /** A server of PostgreSQL; without it one runs under the desk, in WAYMARK_DATA. It is read where the database is opened (store/connect-url.ts). */
  DATABASE_URL: z.string().min(1).optional(),
  /** Where the desk is: a socket of this host, or its own address on another. */
  WAYMARK_DESK: z
    .string()
    .refine(isDesk, 'the path of a socket, such as /run/waymark/desk.sock, or the address of the desk, such as https://desk.example.org')
    .optional(),
  /** A file that opens the partnership's key without a passphrase. */
  WAYMARK_KEY_FILE: z.string().min(1).optional(),
  ...mailShape,
  WAYMARK_PREMAKE: z
    .enum(['on', 'off', '1', '0'], 'on or off')
    .default('on')
    .transform((text) => text === 'on' || text === '1'),
  ...workAccountShape,
})
const environment = shape.superRefine(allOrNone).superRefine(mailAllOrNone)
export const settingNames: readonly string[] = Object.keys(shape.shape)
export type Environment = z.infer<typeof environment>

/** Hold a password, which is not printed. */
const secret = new Set(['SMTP_URL', 'DATABASE_URL', 'OIDC_CLIENT_SECRET'])

/** Reads the settings once. A wrong value is named with what to write; an empty one counts as absent. */
export const readEnvironment = (env: NodeJS.ProcessEnv): { settings: Environment } | { faults: string[] } => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given)
  if (result.success) return { settings: result.data }
  return {
    faults: result.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const value = given[name] ?? ''
      return `${issue.path.join('.')}=${value && secret.has(name) ? '…' : value}: write ${issue.message}.`
    }),
  }
}
