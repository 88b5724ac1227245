import { sql } from 'kysely'
import type { Work } from '../command.ts'

/** How someone can sign in the next time. A recovery code is none: it opens once. */
export type Ways = { passkeys: number; password: boolean; workAccount: boolean }

/** `issuer`: of the provider that is set up now, with or without a slash at its end; an account at another opens nothing. */
export const waysOf = async ({ tx, viewer: { person } }: Work, issuer: string | null): Promise<Ways> => {
  const { rows } = await sql<{ passkeys: number; password: boolean; work: boolean }>`
    select (select count(*)::int from passkey where person_id = ${person}) as passkeys,
      exists (select from password where person_id = ${person}) as password,
      exists (select from work_account where person_id = ${person} and rtrim(issuer, '/') = rtrim(${issuer}::text, '/')) as work`.execute(
    tx,
  )
  const [row] = rows
  return { passkeys: row?.passkeys ?? 0, password: row?.password ?? false, workAccount: row?.work ?? false }
}

export const countOf = ({ passkeys, password, workAccount }: Ways): number => passkeys + Number(password) + Number(workAccount)

/** A sign-in proves who someone is for so many minutes, where how they sign in is to be changed (OWASP ASVS 5.0, 7.5.1 and 7.5.3). */
export const freshMinutes = 15

/**
 * Is this sign-in young enough? Whoever has no way to sign in yet, and came by a link, cannot sign in again: they have nothing that somebody
 * at their machine could take over.
 */
export const isFresh = async (work: Work, issuer: string | null): Promise<boolean> => {
  const { rows } = await sql<{ made_at: Date }>`
    select made_at from sign_in where proved and id = nullif(current_setting('waymark.sign_in', true), '')::uuid`.execute(work.tx)
  const made = rows[0]?.made_at.getTime()
  if (made !== undefined && work.now.epochMilliseconds - made <= freshMinutes * 60_000) return true
  return countOf(await waysOf(work, issuer)) === 0
}

/** Changes of how one person signs in wait for one another: of two that remove the last two ways, one is refused. */
export const inTurn = async ({ tx, viewer: { person } }: Work): Promise<void> => {
  await sql`select pg_advisory_xact_lock(8, hashtext(${person}))`.execute(tx)
}
