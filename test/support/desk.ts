import { createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from '../../src/commands/command.ts'
import { perform } from '../../src/commands/command.ts'
import type { Job, Parts } from '../../src/commands/parts.ts'
import type { Hashing } from '../../src/commands/sign-in/methods/password.ts'
import { workAccounts } from '../../src/commands/sign-in/methods/work-account.ts'
import type { WorkAccountSettings } from '../../src/commands/sign-in/methods/work-account-provider.ts'
import { makeToken } from '../../src/commands/token.ts'
import type { Pack } from '../../src/content/pack.ts'
import type { Role } from '../../src/domain/access/roles.ts'
import { messagesIn } from '../../src/format/messages.ts'
import { bringPartners } from '../../src/processes/bring-partners.ts'
import { tryAs } from '../../src/processes/demo/try-as.ts'
import { createDeskServer } from '../../src/processes/desk-server.ts'
import { protectFigures } from '../../src/processes/disclosure/protect-figures.ts'
import { redraw } from '../../src/processes/pictures/redraw.ts'
import { readPackFile } from '../../src/processes/read-pack-file.ts'
import { readSheet } from '../../src/processes/sheets/read-sheet.ts'
import { makeStretch } from '../../src/store/crypto/argon2.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { erasedLearnersIn } from '../../src/store/files/erased-list.ts'
import { dataKeys } from '../../src/store/keys/data-keys.ts'
import { deskKeys } from '../../src/store/keys/desk-keys.ts'
import type { Parts as KeyParts } from '../../src/store/keys/opened-keys.ts'
import { migrate } from '../../src/store/migrate.ts'
import { type Db, tablesOf } from '../../src/store/store.ts'
import { loadAssets } from '../../src/web/assets/assets.ts'
import { siteInEnglish } from '../../src/web/context/locale.ts'
import type { Desk } from '../../src/web/desk/context/page.ts'
import { demoPage } from '../../src/web/desk/pages/demo/demo.tsx'
import { testSealer } from '../../src/web/forms/sealer-fixtures.ts'
import type { Log } from '../../src/web/http/log.ts'
import { build } from '../../tools/build.ts'
import { freshDatabase } from './database.ts'
import { freePort } from './free-port.ts'
import { drawnAnew } from './press.ts'
import { realPack } from './real-pack.ts'

/** Somebody of a partnership under test, who is signed in. */
export type Somebody = { person: string; name: string; email: string; signIn: string; token: string; cookie: string }

/** Commands over a database of their own, without a server. */
export type TestDesk = {
  parts: Parts
  /** As the role of jobs. */
  jobsRole: Db
  /** The tables' owner, for what a test must see or set whoever may. */
  owner: Db
  url: string
  database: Database
  /** Jobs that commands have queued, in order. */
  jobs: Job[]
  told: string[]
  /** As WAYMARK_DATA: the keys are in it. */
  data: string
  /** Makes somebody who holds these roles, active and signed in. */
  somebody(roles: readonly Role[], more?: { partner?: string; name?: string }): Promise<Somebody>
  /** Runs a command as them. */
  as<Input, Value, Fault extends string>(
    who: Pick<Somebody, 'signIn'>,
    command: Command<Input, Value, Fault>,
    input: Input,
    key?: string,
  ): ReturnType<typeof perform<Input, Value, Fault>>
  close(): Promise<void>
}

export const testPartners = ['hertfordshire-county-council', 'watford', 'stevenage'] as const

/** `keyFile`: WAYMARK_KEY_FILE. `keyParts`: how passphrases are stretched, for a test that counts. */
export type TestDeskOptions = {
  now?: () => Temporal.Instant
  hashing?: Hashing
  keyFile?: string | null
  keyParts?: KeyParts
  pack?: Pack
}

/** The least that there is, where neither strength nor a power cut is the point. */
export const cheapKeys: KeyParts = { cost: { memory: 8, passes: 1, lanes: 1 }, write: (handle, text) => handle.writeFile(text) }

/** A desk's commands over a fresh database. `now`: moved by a test; the database has a clock of its own. */
export const openTestDesk = async ({
  now = () => Temporal.Now.instant(),
  hashing = {},
  keyFile = null,
  keyParts = {},
  pack = realPack(),
}: TestDeskOptions = {}): Promise<TestDesk> => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-test-keys-'))
  const fresh = await freshDatabase(`desk of ${pack.id}`, async ({ url, folder }) => {
    const database = await openDatabase({ folder, url, tell: () => {} })
    const owner = tablesOf(database.owner)
    await migrate(owner, database.passwordOf)
    await bringPartners(owner, pack)
    await database.close()
  })
  const database = await openDatabase({ folder: fresh.folder, url: fresh.url, tell: () => {} })
  const owner = tablesOf(database.owner)
  const jobs: Job[] = []
  const told: string[] = []
  const parts: Parts = {
    store: { desk: tablesOf(database.poolOf('waymark_desk')), app: tablesOf(database.poolOf('waymark_app')) },
    pack,
    now,
    readPackFile,
    queue: async (_, job) => void jobs.push(job),
    keyed: (purpose, text) =>
      createHmac('sha256', 'tests')
        .update(JSON.stringify([purpose, text]))
        .digest(),
    pepper: Buffer.alloc(32, 3),
    mails: true,
    health: () => ({ clockStep: null, databaseLost: null }),
    signInKey: Buffer.alloc(32, 7),
    hashing: { stretch: makeStretch(), ...hashing },
    keys: deskKeys(join(folder, 'keys'), keyFile, { ...cheapKeys, ...keyParts }),
    dataKeys: dataKeys(join(folder, 'keys', 'concerns'), cheapKeys),
    erasedLearners: erasedLearnersIn(join(folder, 'keys')),
    redraw,
    protect: protectFigures,
    readSheet,
    tell: (sentence) => void told.push(sentence),
  }
  return {
    parts,
    jobsRole: tablesOf(database.poolOf('waymark_jobs')),
    owner,
    url: fresh.url,
    database,
    jobs,
    told,
    data: folder,
    somebody: (roles, more = {}) => makeSomebody(owner, roles, more),
    as: (who, command, input, key) => perform(parts, who.signIn, command, input, key),
    close: async () => {
      await database.close()
      await fresh.drop()
      rmSync(folder, { recursive: true })
    },
  }
}

const makeSomebody = async (
  owner: Db,
  roles: readonly Role[],
  { partner = testPartners[0], name = `Somebody ${randomUUID().slice(0, 6)}` }: { partner?: string; name?: string },
): Promise<Somebody> => {
  const { id: person } = await owner
    .insertInto('person')
    .values({ partner_id: partner, state: 'active' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const email = `${person}@example.org`
  await owner.insertInto('profile').values({ person_id: person, partner_id: partner, name, email, phone: null }).execute()
  if (roles.length)
    await owner
      .insertInto('role_grant')
      .values(roles.map((role) => ({ person_id: person, partner_id: partner, role, granted_by: null })))
      .execute()
  const { token, hash } = makeToken()
  const later = new Date(Date.now() + 3_600_000)
  const { id: signIn } = await owner
    .insertInto('sign_in')
    .values({ token_hash: hash, person_id: person, method: 'passkey', device: 'Test', idle_ends_at: later, ends_at: later })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { person, name, email, signIn, token, cookie: `waymark-desk=${token}` }
}

export type ServedDesk = TestDesk & { desk: Desk; at: string; server: Server; stop(): Promise<void> }

let built: Promise<unknown> | undefined

/** The same with its server, on http://localhost:PORT (passkeys need a name). */
export const serveTestDesk = async (
  options: TestDeskOptions & {
    log?: Log
    provider?: WorkAccountSettings
    hops?: number
    /** As one of the made-up county, which has a way in for anybody. */
    demo?: boolean
  } = {},
): Promise<ServedDesk> => {
  built ??= build()
  await built
  const test = await openTestDesk(options)
  const { pack } = test.parts
  const assets = loadAssets(fileURLToPath(new URL('../../dist/assets', import.meta.url)), pack.brand)
  // The port is known only once it listens, and the desk must know where it is.
  const desk: Desk = {
    locale: siteInEnglish({ pack, pages: [], assets, origin: 'http://localhost', clock: test.parts.now }),
    t: messagesIn(pack.deskWords),
    parts: test.parts,
    sealer: testSealer(),
    origin: 'http://localhost',
    madeUp: options.demo ?? false,
    hops: options.hops ?? 0,
    workAccounts: options.provider
      ? { name: options.provider.name, issuer: options.provider.issuer.href, accounts: workAccounts(options.provider) }
      : null,
    installation: {
      version: 'test',
      commit: null,
      database: 'own',
      mail: null,
      workAccount: null,
      site: 'https://waymark.example.org',
      lastBackup: () => null,
      keyCopies: () => [],
    },
    draw: drawnAnew,
    tryAs: options.demo ? { code: null } : null,
    eventPress: null,
  }
  const free = await freePort()
  desk.origin = `http://localhost:${free}`
  const server = createDeskServer(
    desk,
    { ...(options.log ? { log: options.log } : {}), operations: { needs: () => ({}), version: 'test', commit: null } },
    options.demo ? [demoPage(tryAs(test.parts))] : [],
  )
  await new Promise<void>((resolve) => server.listen(free, 'localhost', resolve))
  return {
    ...test,
    desk,
    at: desk.origin,
    server,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await test.close()
    },
  }
}
