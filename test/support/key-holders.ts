import { sql } from 'kysely'
import { addKeyHolder } from '../../src/commands/keys/add-key-holder.ts'
import { allowKeyHolder } from '../../src/commands/keys/allow-key-holder.ts'
import { makeKey } from '../../src/commands/keys/make-key.ts'
import type { Db } from '../../src/store/store.ts'
import type { Somebody, TestDesk } from './desk.ts'

export const phrases = {
  first: 'otter lamp velvet orbit cinema gravel',
  second: 'quiet harbour spoon nine anvil meadow',
  wrong: 'copper window seven ladder turnip cloud',
}

/** A key with two holders, open by the first. */
export const keyOfTwo = async (desk: TestDesk): Promise<{ anna: Somebody; ben: Somebody }> => {
  const [anna, ben] = [
    await desk.somebody(['coordinator'], { name: 'Anna Weir' }),
    await desk.somebody(['coordinator'], { name: 'Ben Lock' }),
  ]
  const outcomes = [
    await desk.as(anna, makeKey, { passphrase: phrases.first }),
    await desk.as(anna, allowKeyHolder, { person: ben.person }),
    await desk.as(ben, addKeyHolder, { passphrase: phrases.second }),
  ]
  if (outcomes.some((outcome) => 'fault' in outcome)) throw new Error(JSON.stringify(outcomes))
  return { anna, ben }
}

/** Every row of every table as text: what a copy of the database tells. */
export const dumpOf = async (owner: Db): Promise<string> => {
  const { rows } = await sql<{
    name: string
  }>`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`.execute(owner)
  const texts = await Promise.all(
    rows.map(async ({ name }) =>
      (await sql<{ it: string }>`select t::text as it from ${sql.table(name)} t`.execute(owner)).rows.map(({ it }) => it),
    ),
  )
  return texts.flat().join('\n')
}

/** Where a secret is in a text, as it is or as bytes are written. */
export const tellsOf = (text: string, secret: string | Buffer): string[] => {
  const bytes = Buffer.from(secret)
  const ways = {
    plain: bytes.toString('latin1'),
    hex: bytes.toString('hex'),
    base64: bytes.toString('base64').replace(/=+$/, ''),
    url: bytes.toString('base64url'),
  }
  return Object.entries(ways).flatMap(([way, written]) => (text.includes(written) ? [way] : []))
}
