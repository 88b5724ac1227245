import { withOwner } from './attach.ts'
import type { Connect } from './embedded/cluster.ts'

/** What is of a person alone, and of no use once nobody may know of them. Who was on call when, and what was checked, stays under their id. */
const theirs = [
  'passkey',
  'password',
  'recovery_code',
  'work_account',
  'sign_in',
  'invitation',
  'receipt',
  'import_draft',
  'leave',
] as const

export type Erasing = 'erased' | 'unknown' | 'not-ended'

/**
 * Takes away who somebody was, once their access has ended: name, address, telephone, and all by which they signed in. Their id stays, for the
 * audit and the rota name it: with nothing behind it, it says of nobody who they were, and the chain is whole (UK GDPR, Article 17).
 */
export const erasePerson = (connect: Connect, person: string): Promise<Erasing> =>
  withOwner(connect, async (client) => {
    await client.query('begin')
    const { rows } = await client.query<{ state: string }>('select state from person where id = $1 for update', [person])
    const [found] = rows
    if (found?.state !== 'ended') return found ? 'not-ended' : 'unknown'
    for (const table of theirs) await client.query(`delete from ${table} where person_id = $1`, [person])
    await client.query(
      "update profile set name = 'Erased', email = 'erased-' || person_id || '@invalid', phone = null, version = version + 1 where person_id = $1",
      [person],
    )
    // Last: the chain's lock is held until the end.
    await client.query("select audit_append(null, 'erase-person', 'person', $1::text, $1::uuid)", [person])
    await client.query('commit')
    return 'erased'
  })
