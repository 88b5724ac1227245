import type { Logo, LogoFault, Organisation } from '../../domain/organisation/organisation.ts'
import type { Edition } from '../output.ts'

/** Makes what carries an organisation's own entries. Nothing of it is written anywhere. */
export type OwnPress = {
  /** Draws a logo anew, or says why not. */
  readLogo(file: Uint8Array): Promise<{ logo: Logo } | { fault: LogoFault }>
  /** All files of its course in one zip. Rejects where one cannot be made. */
  make(organisation: Organisation, edition: Omit<Edition, 'organisation'>): Promise<Uint8Array>
}
