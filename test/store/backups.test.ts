import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { bringPartners } from '../../src/processes/bring-partners.ts'
import { backUp, putBack } from '../../src/store/backups.ts'
import { connectOf } from '../../src/store/connect-url.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Connect } from '../../src/store/embedded/cluster.ts'
import { migrate } from '../../src/store/migrate.ts'
import { tablesOf } from '../../src/store/store.ts'
import { freshDatabase } from '../support/database.ts'
import { openTestDesk } from '../support/desk.ts'
import { realPack } from '../support/real-pack.ts'

const all = async (connect: Connect): Promise<Record<string, unknown[]>> => {
  const client = new pg.Client(connect)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1",
  )
  const found: Record<string, unknown[]> = {}
  for (const { name } of rows) found[name] = (await client.query(`select t::text from ${name} t order by 1`)).rows
  await client.end()
  return found
}

test('what a desk keeps comes back into a new one whole: people, rights to come and the chain of the audit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-backups-'))
  const file = join(folder, 'desk.waymark')
  const desk = await openTestDesk()
  for (const roles of [['administrator'], ['coordinator', 'practitioner'], []] as const) await desk.somebody(roles)
  await desk.owner
    .selectNoFrom(({ fn, val }) => fn('audit_append', [val(null), val('be-tried'), val('backup'), val('1'), val(null)]).as('line'))
    .execute()
  const connect = connectOf(desk.url)
  await backUp(connect, file)
  const before = await all(connect)
  expect(before.person?.length).toBeGreaterThan(2)
  expect(before.audit?.length).toBeGreaterThan(0)

  const fresh = await freshDatabase()
  const database = await openDatabase({ folder: fresh.folder, url: fresh.url, tell: () => {} })
  await migrate(tablesOf(database.owner), database.passwordOf)
  // As a first start fills it in. A file that is refused takes none of it away.
  await bringPartners(tablesOf(database.owner), realPack())
  const filled = await all(fresh.connect)
  const cut = join(folder, 'cut.waymark')
  writeFileSync(cut, readFileSync(file).subarray(0, -20))
  await expect(putBack(fresh.connect, cut)).rejects.toMatchObject({ code: 'cut' })
  expect(await all(fresh.connect)).toEqual(filled)
  await putBack(fresh.connect, file)
  expect(await all(fresh.connect)).toEqual(before)
  await database.close()
  await Promise.all([fresh.drop(), desk.close()])
  rmSync(folder, { recursive: true, force: true })
})
