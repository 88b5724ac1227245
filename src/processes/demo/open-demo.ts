import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { IntakeParts } from '../../commands/intake/parts.ts'
import type { Parts } from '../../commands/parts.ts'
import type { Db } from '../../store/store.ts'
import type { Log } from '../../web/http/log.ts'
import { fill } from './fill.ts'
import { codeOf, filled, filledOn } from './folder.ts'
import { keepRead } from './keep-read.ts'
import { tryAs } from './try-as.ts'

/** Empties a demonstration that is to be filled anew, or of which the filling was broken off: its database, and its keys, whose holders are gone. */
export const readyToFill = async (owner: Db, data: string): Promise<void> => {
  if (filledOn(data) !== null) return
  await empty(owner)
  rmSync(join(data, 'keys'), { recursive: true, force: true })
}

/** Takes away every schema of ours, with all that is in them. */
const empty = async (owner: Db): Promise<void> => {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`.execute(owner)
  for (const { name } of rows) await sql`drop schema ${sql.ref(name)} cascade`.execute(owner)
  await sql`create schema public`.execute(owner)
}

type Demo = {
  parts: Parts
  owner: Db
  /** What the site has, by which reports come. */
  openDoor(): Promise<Pick<IntakeParts, 'door' | 'pepper'> & { close(): Promise<void> }>
  firstLink: string | null
  data: string
  log: Log
}

export type OpenDemo = {
  /** The way in for whoever tries it. */
  tryAs: ReturnType<typeof tryAs>
  /** Of one report, for whoever wants to see what a reporter sees. */
  code: readonly string[] | null
  close(): void
}

/** Fills a demonstration that is empty, and keeps its inbox read. */
export const openDemo = async ({ parts, owner, openDoor, firstLink, data, log }: Demo): Promise<OpenDemo> => {
  const day = filledOn(data)
  if (day !== null) log.info({}, `The made-up data was filled in on ${day}. To start again from today: npm run demo -- --reset`)
  else if (firstLink !== null) {
    const { area } = parts.pack.partnership
    const since = performance.now()
    log.info({}, `Filling the desk of ${area} with made-up people and two hundred made-up concerns. This takes a few seconds.`)
    const door = await openDoor()
    const intake = { ...door, pack: () => parts.pack, now: parts.now, redraw: parts.redraw }
    const code = await fill({ parts, owner, intake, firstLink }).finally(door.close)
    filled(data, parts.now().toZonedDateTimeISO(parts.pack.partnership.timezone).toPlainDate(), code)
    log.info({}, `Filled in ${((performance.now() - since) / 1000).toFixed(1)} s.`)
  }
  const { close } = await keepRead(parts)
  return { tryAs: tryAs(parts), code: codeOf(data), close }
}
