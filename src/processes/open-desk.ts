import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { finishErasing } from '../commands/erasing/erase.ts'
import { sweepKeys } from '../commands/key-life/sweep-keys.ts'
import { closeEnded } from '../commands/keys/close-ended.ts'
import { openByFile } from '../commands/keys/open-by-file.ts'
import type { Parts } from '../commands/parts.ts'
import { finishErasingLearners } from '../commands/register/leaving/erase-due.ts'
import { workAccounts } from '../commands/sign-in/methods/work-account.ts'
import type { Pack } from '../content/pack.ts'
import { messagesIn } from '../format/messages.ts'
import { openEventPress } from '../press/run/event-press.ts'
import { openRenderer } from '../press/run/renderer.ts'
import type { Output } from '../press/shared/output.ts'
import { openDatabase } from '../store/database.ts'
import { StoreFault } from '../store/embedded/fault.ts'
import { secretIn } from '../store/embedded/secret-file.ts'
import { erasedLearnersIn } from '../store/files/erased-list.ts'
import { type CertificateKey, openCertificateKey } from '../store/keys/certificate-key.ts'
import { dataKeys } from '../store/keys/data-keys.ts'
import { deskKeys } from '../store/keys/desk-keys.ts'
import { type Fault, isFault } from '../store/keys/fault.ts'
import { openSignInKey } from '../store/keys/sign-in-key.ts'
import { migrate } from '../store/migrate.ts'
import { tablesOf } from '../store/store.ts'
import { loadAssets } from '../web/assets/assets.ts'
import { siteInEnglish } from '../web/context/locale.ts'
import type { Desk } from '../web/desk/context/page.ts'
import { demoPage } from '../web/desk/pages/demo/demo.tsx'
import type { Sealer } from '../web/forms/seal.ts'
import type { Log } from '../web/http/log.ts'
import { bringPartners } from './bring-partners.ts'
import { watchConcerns } from './concern-watch.ts'
import { openDemo, readyToFill } from './demo/open-demo.ts'
import { deskOperationsOf } from './desk-operations.ts'
import { createDeskServer } from './desk-server.ts'
import { protectFigures } from './disclosure/protect-figures.ts'
import type { Environment } from './environment.ts'
import { makeFirstLink } from './first-link.ts'
import { installationOf } from './installation.ts'
import { pepperOf, siteDoor, writeDoor } from './intake-door.ts'
import { minding, openJobsQueue, workOf } from './jobs.ts'
import { operationsOf } from './operations.ts'
import { assetFolder } from './paths.ts'
import { redraw } from './pictures/redraw.ts'
import { readPackFile } from './read-pack-file.ts'
import { readSheet } from './sheets/read-sheet.ts'
import type { ClockStep } from './watched-clock.ts'
import { workAccountSettings } from './work-account-settings.ts'

export type OpenDesk = {
  server: Server
  /** The token of the link for the first administrator; null where there is one. */
  firstLink: string | null
  /** Serves another reading of the pack, from the next page on. Words of mails stay until the next start. */
  use(pack: Pack): void
  /** Begins to do jobs, once the server listens. */
  begin(): Promise<void>
  tryAs: Desk['tryAs']
  close(): Promise<void>
}

type Tools = {
  settings: Environment
  origin: string
  demo: boolean
  clock: () => Temporal.Instant
  clockStep: () => ClockStep | null
  sealer: Sealer
  log: Log
  /** How many proxies in front are ours, the site among them. */
  hops: number
}

/** In ms. */
const sweepMs = 60_000
const keySweepMs = 10 * 60_000
/** Without the error, in which there could be a path or a row. */
const notSwept = 'Reports could not be sealed under their own keys. The desk will try again in ten minutes.'

/** The desk over its database, which is made and brought up to date first. Throws a StoreFault where somebody must put something right. */
export const openDesk = async (pack: Pack, { settings, origin, demo, clock, clockStep, sealer, log, hops }: Tools): Promise<OpenDesk> => {
  const tell = (sentence: string): void => log.warn({}, sentence)
  const database = await openDatabase({ folder: join(settings.WAYMARK_DATA, 'store'), url: settings.DATABASE_URL, tell })
  let closeQueue = async (): Promise<void> => {}
  try {
    const owner = tablesOf(database.owner)
    if (demo) await readyToFill(owner, settings.WAYMARK_DATA)
    await migrate(owner, database.passwordOf)
    await bringPartners(owner, pack)
    await writeDoor(settings.WAYMARK_DATA, database)
    const firstLink = await makeFirstLink(owner, clock())
    const keys = join(settings.WAYMARK_DATA, 'keys')
    mkdirSync(keys, { recursive: true, mode: 0o700 })
    const secret = await secretIn(join(keys, 'desk'))
    const signInKey = await signInKeyIn(keys)
    const certificateKey = await certificateKeyIn(keys, tell)
    const provider = workAccountSettings(settings)
    const pool = (role: string) => tablesOf(database.poolOf(role))
    const t = messagesIn(pack.deskWords)
    let databaseLost: Temporal.Instant | null = null
    database.onDown(() => {
      databaseLost = clock()
    })
    const queue = await openJobsQueue(database, pack, log)
    closeQueue = queue.close
    const parts: Parts = {
      store: { desk: pool('waymark_desk'), app: pool('waymark_app') },
      pack,
      now: clock,
      readPackFile,
      // Without a mail server none could go out: pages say so, and no job fails for it.
      queue: async (tx, job) => {
        if (job.name !== 'mail' || settings.SMTP_URL !== undefined) await queue.send(tx, job)
      },
      keyed: (purpose, text) =>
        createHmac('sha256', secret)
          .update(JSON.stringify([purpose, text]))
          .digest(),
      pepper: await pepperOf(settings.WAYMARK_DATA),
      mails: settings.SMTP_URL !== undefined,
      health: () => ({ clockStep: clockStep(), databaseLost }),
      signInKey,
      hashing: {},
      keys: deskKeys(keys, settings.WAYMARK_KEY_FILE ?? null),
      dataKeys: dataKeys(join(keys, 'concerns')),
      erasedLearners: erasedLearnersIn(keys),
      redraw,
      protect: protectFigures,
      readSheet,
      tell,
    }
    // Before anybody is served: an old backup, or an old copy of the keys, may have brought back what was erased.
    await finishErasing({ db: owner, dataKeys: parts.dataKeys })
    await finishErasingLearners({ db: owner, erasedLearners: parts.erasedLearners })
    await openByFile(parts, owner)
    const localeOf = (served: Pack) =>
      siteInEnglish({ pack: served, pages: [], assets: loadAssets(assetFolder, served.brand), origin, clock })
    const data = settings.WAYMARK_DATA
    const made = demo ? await openDemo({ parts, owner, openDoor: () => siteDoor(data), firstLink, data, log }) : null
    const usual = operationsOf(data, () => performance.now())
    const operations = deskOperationsOf({ usual, data, owner: database.owner, queue })
    const installation = installationOf(settings, settings.WAYMARK_ORIGIN ?? origin, usual)
    const renderer = openRenderer(join(data, 'press'), 'waited-for')
    const draw = async (output: Output): Promise<Uint8Array> => (await renderer.make(output)).bytes
    const eventPress = openEventPress()
    const desk: Desk = {
      locale: localeOf(pack),
      t,
      parts,
      sealer,
      origin,
      installation,
      draw,
      hops,
      workAccounts: provider && { name: provider.name, issuer: provider.issuer.href, accounts: workAccounts(provider) },
      madeUp: demo || pack.partnership.made_up === true,
      tryAs: made && { code: made.code },
      eventPress,
    }
    const server = createDeskServer(desk, { log, operations, gate: { hops } }, made ? [demoPage(made.tryAs)] : [])
    // Whoever signed out, or left, leaves no key behind in our memory, whether or not anyone looks at a page.
    const sweep = setInterval(() => closeEnded(parts).catch(() => {}), sweepMs).unref()
    let watch: ReturnType<typeof watchConcerns> | undefined
    const keySweep = setInterval(() => sweepKeys({ db: queue.db, parts }).catch(() => tell(notSwept)), keySweepMs).unref()
    return {
      server,
      firstLink: demo ? null : firstLink,
      tryAs: desk.tryAs,
      use: (next) => {
        parts.pack = next
        desk.locale = localeOf(next)
        desk.t = messagesIn(next.deskWords)
        bringPartners(owner, next).catch(() =>
          tell('The partners of the new content could not be written down. They will be at the next start.'),
        )
      },
      begin: () => {
        const connect = { ...database.connect, user: 'waymark_jobs', password: database.passwordOf('waymark_jobs') }
        watch = watchConcerns({ connect, work: minding({ queue, settings, parts }), tell })
        return queue.begin(
          workOf({
            queue,
            settings,
            parts,
            t,
            origin,
            site: settings.WAYMARK_ORIGIN?.replace(/\/$/, ''),
            certificateKey,
            draw,
            tellHead: (line) => log.info({}, line),
          }),
        )
      },
      close: async () => {
        clearInterval(sweep)
        made?.close()
        await watch?.close()
        await eventPress.close()
        clearInterval(keySweep)
        parts.keys.close(() => true)
        await closeQueue()
        await renderer.close()
        await database.close()
      },
    }
  } catch (error) {
    await closeQueue()
    await database.close()
    throw error
  }
}

/** Without it nobody who uses an authenticator app could sign in, and each would have to set it up anew: somebody should know why. */
const signInKeyIn = async (folder: string): Promise<Buffer> => {
  const key = await openSignInKey(folder)
  if (!isFault(key)) return key
  throw new StoreFault('secret', unusable('The key of signing in', join(folder, 'sign-in'), key))
}

/** Without it certificates are made all the same, and no badge is signed: no reason to keep a desk from starting. */
const certificateKeyIn = async (folder: string, tell: (sentence: string) => void): Promise<CertificateKey | null> => {
  const key = await openCertificateKey(folder)
  if (!isFault(key)) return key
  tell(unusable('The key that badges are signed with', join(folder, 'certificates'), key))
  return null
}

const unusable = (what: string, file: string, { fault, code }: Fault): string =>
  `${what}, ${file}, cannot be used: ${fault}${code ? ` (${code})` : ''}. Put back the file from where the keys are copied to, readable by this user alone.`
