import { readFileSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { deserialize } from 'node:v8'
import type { Pack } from '../../content/pack.ts'
import type { TrainingProvider } from '../../domain/training-provider/training-provider.ts'
import { type CatalogueEntry, catalogueOf } from '../catalogue/catalogue.ts'
import { drawnKinds, outputsOf } from '../catalogue/kinds.ts'
import { eventZip, sheetOf } from '../event/event-files.ts'
import { type Fault, PressFault, type ScriptName } from '../shared/kind.ts'
import type { Edition, EventFiles, Output } from '../shared/output.ts'
import { cobrandedZip } from '../training-provider/zip.ts'
import { openCache } from './cache.ts'
import { pressFonts } from './fonts.ts'
import { waitedFor } from './pool.ts'

export { readLogo } from '../training-provider/logo.ts'

/* What workers do (pool.ts). */

// A process of its own, and not a thread: a site is served beside it, and its readers come first.
if (process.send && !process.argv.includes(waitedFor)) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

// Where memory runs out Linux ends a process: this one, and not the site.
if (process.send)
  try {
    writeFileSync('/proc/self/oom_score_adj', '800')
  } catch {}

let fonts: readonly Buffer[] | undefined

/** Seen from the bundle `dist/press/worker.js`: scripts lie beside it (tools/press.ts), so that they are part of its hash. */
const script = (name: ScriptName): string => readFileSync(fileURLToPath(new URL(`script-${name}.js`, import.meta.url)), 'utf8')

/** Draws one output. A fault goes over as data: an error on its way keeps its message alone. */
export const draw = async (output: Output): Promise<Uint8Array | Fault> => {
  const kind = drawnKinds.find(({ name }) => name === output.kind)
  if (!kind) throw new Error(`${output.id}: no kind "${output.kind}"`)
  fonts ??= pressFonts()
  const { make } = await kind.maker()
  try {
    return await make(output, { fonts, script })
  } catch (error) {
    if (error instanceof PressFault) return error.fault
    throw error
  }
}

/** `pack`: the path of the file in which the build keeps it, or the pack itself. `now`: an instant, as text. */
export type ForEdition = { pack: string | Pack; origin: string; now: string; folder: string }

/** The pack of the last task: tasks come one after the other for the same. */
let last: { name: string; pack: Pack; outputs: Map<string, Output> } | undefined

const read = ({ pack, origin, now }: ForEdition): { pack: Pack; edition: Edition; outputs: Map<string, Output> } => {
  const edition = { now: Temporal.Instant.from(now), origin }
  const name = `${typeof pack === 'string' ? pack : ''} ${origin} ${now}`
  if (last?.name !== name || typeof pack !== 'string') {
    const whole = typeof pack === 'string' ? (deserialize(readFileSync(pack)) as Pack) : pack
    last = { name, pack: whole, outputs: new Map(outputsOf(whole, edition).map((output) => [output.id, output])) }
  }
  return { ...last, edition }
}

/** All that there is for a day. */
export const list = (task: ForEdition): CatalogueEntry[] => {
  const { pack, edition } = read(task)
  return catalogueOf(pack, edition, openCache(task.folder).keyOf)
}

/** Draws one and puts it where finished files are kept; where it cannot stand there under that key its bytes are given back. */
export const keep = async (task: ForEdition & { id: string; key: string }): Promise<Uint8Array | null> => {
  const output = read(task).outputs.get(task.id)
  if (!output) throw new Error(`${task.id}: there is no such output`)
  const cache = openCache(task.folder)
  const bytes = await draw(output)
  if (!(bytes instanceof Uint8Array)) throw new Error(bytes.why)
  // Another key: the program was built anew while the site ran.
  if (cache.keyOf(output) !== task.key) return bytes
  try {
    cache.put(task.key, bytes)
    return null
  } catch {
    return bytes
  }
}

/** Draws the course of a training provider, and gives it as one zip. */
export const cobranded = async ({
  pack,
  origin,
  now,
  provider,
}: Omit<ForEdition, 'folder'> & { provider: TrainingProvider }): Promise<Uint8Array> => {
  const whole = typeof pack === 'string' ? (deserialize(readFileSync(pack)) as Pack) : pack
  return cobrandedZip(whole, provider, { origin, now: Temporal.Instant.from(now) }, drawn)
}

const drawn = async (output: Output): Promise<Uint8Array> => {
  const bytes = await draw(output)
  if (bytes instanceof Uint8Array) return bytes
  throw new Error(output.id)
}

type ForEvent = Omit<ForEdition, 'folder'> & { event: EventFiles }
const packOf = ({ pack }: ForEvent): Pack => (typeof pack === 'string' ? (deserialize(readFileSync(pack)) as Pack) : pack)

/** The sheet of a training event. */
export const eventSheet = async (task: ForEvent): Promise<Uint8Array> => {
  const { makeSheet } = await import('../event/draw-sheet.ts')
  fonts ??= pressFonts()
  return makeSheet(sheetOf(packOf(task), task.event), { fonts, script })
}

/** All that a training event is given, as one zip. */
export const eventFiles = async (task: ForEvent): Promise<Uint8Array> => {
  const edition = { origin: task.origin, now: Temporal.Instant.from(task.now), event: task.event }
  return eventZip(packOf(task), edition, { draw: drawn, sheet: eventSheet(task) })
}
