import { mkdirSync } from 'node:fs'
import type { Pack } from '../content/pack.ts'
import { makeSealer, type Sealer } from '../web/forms/seal.ts'
import type { Log } from '../web/http/log.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { openLog } from './log.ts'
import { packNamed } from './read-pack.ts'
import { type KeptSecrets, openSecrets } from './secrets/secrets.ts'
import { SecretsFault } from './secrets/secrets-file.ts'
import { type ClockStep, watchedClock } from './watched-clock.ts'

/** What every process that serves begins with. */
export type Begun = {
  settings: Environment
  pack: Pack
  /** What is made of a pack that is read: of a demonstration's alone another one. */
  shown: (pack: Pack) => Pack
  log: Log
  clock: () => Temporal.Instant
  /** When the clock was last set since the start. */
  clockStep: () => ClockStep | null
  secrets: KeptSecrets
  sealer: Sealer
  /** The site's own origin, where whoever runs it has said it. */
  ownOrigin: string | undefined
  /** As browsers know it, said or not. */
  origin: string
}

/** Reads the settings and the pack, and opens what is shared among processes. A number: the code to end with, once the reason has been told. */
export const begin = async (env: NodeJS.ProcessEnv, shown: Begun['shown'] = (pack) => pack): Promise<Begun | number> => {
  const environment = readEnvironment(env)
  if ('faults' in environment) {
    for (const fault of environment.faults) console.error(fault)
    return 2
  }
  const { settings } = environment
  const pack = await packNamed(settings.WAYMARK_PACK)
  if (!pack) return 1
  const log = openLog()
  let lastStep: ClockStep | null = null
  const clock = watchedClock(
    () => Temporal.Now.instant(),
    () => performance.now(),
    (sentence, step) => {
      lastStep = step
      log.warn({}, sentence)
    },
  )
  // Made by us: PostgreSQL, which never runs as root, must be able to go through it to its own files. Each file has a mode of its own.
  mkdirSync(settings.WAYMARK_DATA, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const secrets = await openSecrets(settings.WAYMARK_DATA, { clock, tell: (line) => log.warn({}, line) }).catch((error: unknown) => {
    if (!(error instanceof SecretsFault)) throw error
    console.error(error.message)
    return null
  })
  if (!secrets) return 1
  const ownOrigin = settings.WAYMARK_ORIGIN?.replace(/\/$/, '')
  // Node would write the message down, which may hold what somebody typed.
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'Waymark failed and is stopping.')
    process.exit(1)
  })
  return {
    settings,
    pack: shown(pack),
    shown,
    log,
    clock,
    clockStep: () => lastStep,
    secrets,
    sealer: makeSealer(secrets, clock),
    ownOrigin,
    origin: ownOrigin ?? `http://localhost:${settings.PORT}`,
  }
}
