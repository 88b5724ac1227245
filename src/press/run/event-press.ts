import pLimit from 'p-limit'
import type { Pack } from '../../content/pack.ts'
import type { EventFiles } from '../shared/output.ts'
import { builtFileOf } from './built-pack.ts'
import { openWorkers } from './pool.ts'

/** Makes what one training event is given. Nothing of it is kept. */
export type EventPress = {
  /** Its attendance sheet, as a PDF. */
  sheet(pack: Pack, event: EventFiles, at: MadeAt): Promise<Uint8Array>
  /** Slides and guide of its tier with its code, and the sheet, as a zip. */
  files(pack: Pack, event: EventFiles, at: MadeAt): Promise<Uint8Array>
}

/** `origin`: of the public site, to which codes lead. */
export type MadeAt = { now: Temporal.Instant; origin: string }

/** Beside a desk: one after the other, in a process of its own that ends when it has nothing to do. */
export const openEventPress = (): EventPress & { close(): Promise<void> } => {
  const workers = openWorkers('waited-for')
  const inTurn = pLimit(1)
  const run =
    (name: string) =>
    (pack: Pack, event: EventFiles, { now, origin }: MadeAt) =>
      inTurn(() => workers.run<Uint8Array>(name, { pack: builtFileOf(pack) ?? pack, event, origin, now: now.toString() }))
  return { sheet: run('eventSheet'), files: run('eventFiles'), close: workers.close }
}
