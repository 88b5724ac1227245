import type { IntakeParts, IntakeState } from '../../commands/intake/parts.ts'
import { readIntakeState } from '../../commands/intake/read-state.ts'
import type { Pack } from '../../content/pack.ts'
import { type IntakeNow, intakeNow } from '../../domain/concerns/intake-open.ts'
import { looking } from '../context/looking.ts'

/** How it stands with the desk, asked for in the background: whoever asks for a page never waits for the database. */
export type IntakeWatch = {
  /** As it was a few seconds ago at most; null while the database does not answer. */
  standing(): IntakeState | null
  /** Asks now. */
  look(): Promise<void>
  stop(): void
}

/** In ms: so old may be what a page says of the desk. What is sent is judged by the database itself. */
export const everyMs = 3000

export const watchIntake = (parts: Pick<IntakeParts, 'door'>, ms = everyMs): IntakeWatch => {
  const { last, look, stop } = looking(() => readIntakeState(parts), ms)
  return { standing: last, look, stop }
}

/** What a page of the form is told: is it open, by when a person will have read what is sent now, and how it stands with the desk. */
export type Reports = IntakeNow & { open: boolean; standing: IntakeState | null }

export const reportsNow = (pack: Pack, watch: Pick<IntakeWatch, 'standing'>, now: Temporal.Instant): Reports => {
  const standing = watch.standing()
  const so = intakeNow(pack, standing, now)
  return { ...so, open: so.reasons.length === 0, standing }
}
