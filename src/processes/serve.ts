import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { type Begun, begin } from './begin.ts'
import { filledOn, isDemo, takeFolder, toFill } from './demo/folder.ts'
import { withEarlierReleases } from './demo/register/earlier-releases.ts'
import { demoSettings, isOfCounty } from './demo/settings.ts'
import { serveDesk, socketOf } from './desk.ts'
import { type DeskChild, startDesk } from './desk-child.ts'
import { settingNames } from './environment.ts'
import { serveSite } from './site.ts'
import type { Desk } from './site-server.ts'

/** `reset`: a demonstration is emptied and filled anew. */
export type Serving = { demo: boolean; reset?: boolean | undefined; only?: 'site' | 'desk' | undefined }

/** Serves the public pages, and the desk in a process of its own beside them; or one of the two. Resolves to the code to end with. */
export const serve = async (given: NodeJS.ProcessEnv, { demo, reset = false, only }: Serving): Promise<number> => {
  const county = demo && isOfCounty(given)
  const prepared = county ? forDemo(given, reset) : reset ? { fault: resetAlone } : { env: given }
  if ('fault' in prepared) {
    console.error(prepared.fault)
    return 2
  }
  const { env } = prepared
  const begun = await begin(env, county ? demoPack(env.WAYMARK_DATA ?? '') : undefined)
  if (typeof begun === 'number') return begun
  const { settings, log } = begun
  if (!county && isDemo(settings.WAYMARK_DATA)) {
    console.error(`${settings.WAYMARK_DATA} holds a demonstration. Set WAYMARK_DATA to another folder.`)
    return 2
  }
  // Drafts of another pack are shown without a desk: whoever is on that is real.
  if (demo && !county) return serveSite(begun, { demo })
  if (only === 'desk') {
    // Started by a site that is gone: nobody would lead anyone here.
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
    process.channel?.unref()
    return serveDesk(begun, { demo: county })
  }
  // One that is on a host of its own is started there.
  if (only === 'site' || settings.WAYMARK_DESK?.startsWith('https:')) return serveSite(begun, { demo, desk: deskAt(settings.WAYMARK_DESK) })
  const socket = socketOf(settings.WAYMARK_DESK) ?? placeOfSocket(settings.WAYMARK_DATA, settings.DATABASE_URL)
  let desk: DeskChild | undefined
  const startAt = (port: number): void => {
    desk ??= startDesk({
      env: { ...env, PORT: String(port) },
      args: ['serve', '--only', 'desk', ...(demo ? ['--demo'] : [])],
      socket,
      tell: (line) => log.warn({}, line),
    })
  }
  // Both at once, one on each core; where PORT is 0 the system chooses one, and the desk must name it in its links.
  if (settings.PORT !== 0) startAt(settings.PORT)
  if (!process.stdout.isTTY) process.on('SIGHUP', () => desk?.reload())
  return serveSite(begun, {
    demo,
    desk: { socket },
    deskReady: async () => (await desk?.ready()) ?? false,
    started: startAt,
    stop: () => desk?.stop(),
  })
}

const resetAlone = '--reset empties the desk of the made-up county. Write it with --demo, and without WAYMARK_PACK.'

/** What stands in a demonstration is counted back from the day on which it was filled, or is about to be. */
const demoPack =
  (data: string): Begun['shown'] =>
  (pack) =>
    withEarlierReleases(pack, Temporal.PlainDate.from(filledOn(data) ?? Temporal.Now.plainDateISO(pack.partnership.timezone)))

const forDemo = (given: NodeJS.ProcessEnv, reset: boolean): ReturnType<typeof demoSettings> => {
  const prepared = demoSettings(given, settingNames)
  if ('fault' in prepared) return prepared
  const { WAYMARK_DATA: data } = prepared.env
  const fault = takeFolder(data)
  if (fault === null && reset) toFill(data)
  return fault === null ? prepared : { fault }
}

/** A desk that somebody else started. */
const deskAt = (named: string | undefined): Desk | undefined => {
  const socket = socketOf(named)
  return socket !== null ? { socket } : named !== undefined ? { origin: named } : undefined
}

/**
 * With a database under one desk, every instance of a host leads to that one. With a server's each has a desk of its own.
 */
const placeOfSocket = (data: string, url: string | undefined): string => {
  const place = resolve(join(data, url === undefined ? 'desk.sock' : `desk-${process.pid}.sock`))
  if (place.length <= longest) return place
  const folder = join(tmpdir(), `waymark-${userInfo().uid}-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, basename(place))
}

/** A socket's path is no longer than this on any system (sun_path: 104 bytes on macOS, 108 on Linux). */
const longest = 100
