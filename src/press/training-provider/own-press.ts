import type { Logo, LogoFault, TrainingProvider } from '../../domain/training-provider/organisation.ts'
import type { Edition } from '../shared/output.ts'

/** Makes what carries an organisation's own entries. Nothing of it is written anywhere. `signal`: whoever asked has gone; it then rejects. */
export type CobrandedPress = {
  /** Draws a logo anew, or says why not. */
  readLogo(file: Uint8Array, signal: AbortSignal): Promise<{ logo: Logo } | { fault: LogoFault }>
  /** All files of its course in one zip. Rejects where one cannot be made. */
  make(organisation: TrainingProvider, edition: Omit<Edition, 'organisation'>, signal: AbortSignal): Promise<Uint8Array>
}
