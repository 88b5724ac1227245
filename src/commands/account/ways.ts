import { sql } from 'kysely'
import type { Work } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'

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

/**
 * Is this sign-in young enough? Whoever has no way to sign in yet, and came by a link, cannot sign in again: they have nothing that somebody
 * at their machine could take over.
 */
export const isFresh = async (work: Work, issuer: string | null): Promise<boolean> => {
  if (await isFreshSignIn(work)) return true
  return countOf(await waysOf(work, issuer)) === 0
}

/** Changes of how one person signs in wait for one another: of two that remove the last two ways, one is refused. */
export const inTurn = async ({ tx, viewer: { person } }: Work): Promise<void> => {
  await sql`select pg_advisory_xact_lock(8, hashtext(${person}))`.execute(tx)
}
