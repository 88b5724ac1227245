import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unaudited } from '../../src/store/policies/policies.ts'
import { asSignedIn, type Db, writeEntry } from '../../src/store/store.ts'
import { openTestDesk, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

/** What is wrong with how tables are kept: each has row security, rights by a policy or none at all, and an entry for each change. */
const faults = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ name: string; secured: boolean; policies: number; audited: boolean; granted: boolean }>`
    select c.relname as name, c.relrowsecurity as secured,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
      exists (select from pg_trigger where tgrelid = c.oid and tgname = 'audited' and tgdeferrable and tgenabled = 'O') as audited,
      exists (select from information_schema.column_privileges p where p.table_name = c.relname and p.table_schema = 'public' and p.grantee like 'waymark\\_%' and p.grantee <> 'waymark_owner') as granted
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'kysely\\_%'`.execute(
    db,
  )
  return rows.flatMap(({ name, secured, policies, audited, granted }) => [
    ...(secured ? [] : [`${name} has no row security`]),
    ...(granted && !policies ? [`${name} has rights and no policy`] : []),
    ...(audited || unaudited[name] !== undefined ? [] : [`${name} may change without an entry`]),
  ])
}

test('every table answers by row, and none changes unseen', async () => {
  expect(await faults(desk.owner)).toEqual([])
})

test('a new table without a policy, or without an entry for its changes, is seen', async () => {
  await sql`create table forgotten (a int)`.execute(desk.owner)
  await sql`grant select on forgotten to waymark_desk`.execute(desk.owner)
  expect(await faults(desk.owner)).toEqual([
    'forgotten has no row security',
    'forgotten has rights and no policy',
    'forgotten may change without an entry',
  ])
  await sql`drop table forgotten`.execute(desk.owner)
})

test('a function that acts for its owner looks nowhere but where it should, and only those may call it who are named', async () => {
  const { rows } = await sql<{ name: string }>`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and not coalesce('search_path=public, pg_temp' = any(proconfig), false)`.execute(desk.owner)
  expect(rows).toEqual([])
  const open = await sql<{ name: string }>`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege('public', oid, 'execute')`.execute(
    desk.owner,
  )
  expect(open.rows).toEqual([])
})

test('what is changed without an entry of the same transaction is undone', async () => {
  const administrator = await desk.somebody(['administrator'])
  const change = (audited: boolean) =>
    asSignedIn(desk.parts.store, administrator.signIn, async (tx) => {
      await tx.updateTable('profile').set({ name: 'Changed' }).where('person_id', '=', administrator.person).execute()
      if (audited) await writeEntry(tx, { verb: 'change-profile', object: 'profile', id: administrator.person })
    })
  await change(true)
  await expect(change(false)).rejects.toMatchObject({ code: 'WM001' })
  const signIn = {
    token_hash: Buffer.alloc(32),
    person_id: administrator.person,
    method: 'passkey',
    device: '',
    idle_ends_at: new Date(),
    ends_at: new Date(),
  } as const
  await expect(desk.parts.store.app.insertInto('sign_in').values(signIn).execute()).rejects.toMatchObject({ code: 'WM001' })
})
