import type { Pack } from '../../content/pack.ts'
import type { IntakeStanding } from '../../domain/concerns/intake-open.ts'
import type { Redraw } from '../../domain/pictures/picture.ts'
import type { Door } from '../../store/intake/door.ts'
import type { PublicKey } from '../../store/seal/suite.ts'

/** What commands of the public are given by the site: nothing that opens what it seals. */
export type IntakeParts = {
  /** The way to the database; null while there is none. */
  door(): Door | null
  /** A secret that lies outside the database: without it, no hash of it can be tried for a code. */
  pepper: Uint8Array
  pack(): Pack
  now(): Temporal.Instant
  /** Draws a picture anew, in a process of its own (processes/pictures). */
  redraw: Redraw
}

/** Whether reports are taken in, as the desk has it (migrations/0008-concerns.ts, intake_state), with the key to seal them to. */
export type IntakeState = IntakeStanding & { key: PublicKey | null }
