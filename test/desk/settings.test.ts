import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '../../src/commands/settings/read-settings.ts'
import { roles } from '../../src/domain/access/roles.ts'
import { lastBackup, noteBackup } from '../../src/processes/backup-log.ts'
import { readEnvironment } from '../../src/processes/environment.ts'
import { installationOf } from '../../src/processes/installation.ts'
import { type ServedDesk, type Somebody, serveTestDesk } from '../support/desk.ts'
import { keyOfTwo } from '../support/key-holders.ts'

let desk: ServedDesk
const folder = mkdtempSync(join(tmpdir(), 'waymark-settings-'))
beforeAll(async () => {
  desk = await serveTestDesk()
})
afterAll(async () => {
  await desk.stop()
  rmSync(folder, { recursive: true })
})

const today = Temporal.PlainDate.from('2027-03-01')
const page = async (who: Somebody): Promise<{ status: number; html: string }> => {
  const answer = await fetch(`${desk.at}/desk/settings`, { headers: { cookie: who.cookie } })
  return { status: answer.status, html: await answer.text() }
}

test('coordinators and administrators see it, and nobody else', async () => {
  const statuses = await Promise.all(roles.map(async (role) => [role, (await page(await desk.somebody([role]))).status] as const))
  expect(Object.fromEntries(statuses)).toEqual({
    practitioner: 403,
    spoc: 403,
    trainer: 403,
    analyst: 403,
    coordinator: 200,
    administrator: 200,
  })
})

test('somebody with two roles is marked', async () => {
  const { anna } = await keyOfTwo(desk)
  const both = await desk.somebody(['administrator', 'coordinator'], { name: 'Dee Sluice' })
  await desk.somebody(['practitioner'], { name: 'Nobody of ours' })
  const settings = await desk.as(anna, readSettings, { today })
  if ('fault' in settings) throw new Error(settings.fault)
  expect(settings.done.people.find(({ id }) => id === both.person)?.roles).toEqual(['administrator', 'coordinator'])
  expect(settings.done.people.map(({ name }) => name)).not.toContain('Nobody of ours')
  const { html } = await page(both)
  expect(html).toMatch(/Dee Sluice<\/b> <span class="tag due">Two roles/)
})

test('the head of the audit is that of last midnight: it stands still while something is reported', async () => {
  const administrator = await desk.somebody(['administrator'])
  const head = async () => {
    const settings = await desk.as(administrator, readSettings, { today })
    return 'done' in settings && settings.done.head
  }
  const midnight = desk.parts.now().toZonedDateTimeISO('Europe/London').startOfDay()
  const hashes = () => desk.owner.selectFrom('audit').select(['seq', 'hash', 'at']).orderBy('seq').execute()
  const goes = async (seq: number | string, at: Temporal.ZonedDateTime) =>
    desk.owner
      .updateTable('audit')
      .set({ at: new Date(at.epochMilliseconds) })
      .where('seq', '<=', String(seq))
      .execute()
  await goes((await hashes()).at(-1)?.seq ?? 0, midnight)
  expect(await head()).toBe(null)
  expect((await page(administrator)).html).toContain('It has no entries from before today')
  const [first, second] = await hashes()
  await goes(second?.seq ?? 0, midnight.subtract({ milliseconds: 1 }))
  const shown = { seq: Number(second?.seq), hash: second?.hash.toString('hex') }
  expect(first && (await head())).toEqual(shown)
  await sql`select audit_append(null, 'raise-concern', 'concern', 'x', null)`.execute(desk.owner)
  expect(await head()).toEqual(shown)
  const { html } = await page(administrator)
  expect(html).toContain(`${shown.seq} ${shown.hash}`)
  for (const { hash } of (await hashes()).slice(2)) expect(html).not.toContain(hash.toString('hex'))
  // Neither by asking the database with the rights of the desk.
  await expect(sql`select * from audit_head()`.execute(desk.parts.store.desk)).rejects.toMatchObject({ code: '42501' })
})

test('what the environment keeps secret is not on it', async () => {
  const read = readEnvironment({
    DATABASE_URL: 'postgres://someone:secret-1@db.example.org/waymark',
    SMTP_URL: 'smtps://mailer:secret-2@mail.example.org',
    SMTP_FROM: 'desk@example.org',
    OIDC_ISSUER: 'https://id.example.org/tenant',
    OIDC_CLIENT_ID: 'client',
    OIDC_CLIENT_SECRET: 'secret-3',
    WAYMARK_KEY_FILE: '/run/secret-4',
    WAYMARK_DATA: folder,
  })
  if (!('settings' in read)) throw new Error(read.faults.join())
  desk.desk.installation = installationOf(read.settings, 'https://waymark.example.org', { version: '1.2.3', commit: null })
  const { html } = await page(await desk.somebody(['administrator']))
  for (const said of ['desk@example.org', 'id.example.org', 'database server of your IT team', '1.2.3', 'None was made on this server'])
    expect(html).toContain(said)
  expect(html).not.toMatch(/secret-\d|db\.example|mail\.example|someone:/)
})

test('a backup leaves a line that says when, not where', async () => {
  const data = join(folder, 'made-by-it')
  expect(lastBackup(data)).toBeNull()
  noteBackup(data, Temporal.Instant.from('2027-02-01T03:00:00Z'), { rows: 2, tables: 1 })
  noteBackup(data, Temporal.Instant.from('2027-02-28T03:00:00Z'), { rows: 12, tables: 3 })
  expect(lastBackup(data)?.toString()).toBe('2027-02-28T03:00:00Z')
  desk.desk.installation = { ...desk.desk.installation, lastBackup: () => lastBackup(data) }
  const { html } = await page(await desk.somebody(['coordinator']))
  expect(html).toContain('28 February 2027 at 3am')
})
