import { sql } from 'kysely'
import type { Work } from './command.ts'

/** For so many minutes a sign-in proves who someone is, where more than a page is at stake (OWASP ASVS 5.0, 7.5.1 and 7.5.3). */
export const freshMinutes = 15

/** Did they sign in just now? Whoever finds a browser open in the afternoon must not change who holds the key. */
export const isFreshSignIn = async ({ tx, now }: Pick<Work, 'tx' | 'now'>): Promise<boolean> => {
  const { rows } = await sql<{ made_at: Date }>`
    select made_at from sign_in where proved and id = nullif(current_setting('waymark.sign_in', true), '')::uuid`.execute(tx)
  const made = rows[0]?.made_at.getTime()
  return made !== undefined && now.epochMilliseconds - made <= freshMinutes * 60_000
}
