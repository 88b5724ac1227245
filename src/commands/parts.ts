import type { Pack } from '../content/pack.ts'
import type { Store } from '../store/store.ts'

/** What commands are given by the process that runs them. */
export type Parts = {
  store: Store
  pack: Pack
  now(): Temporal.Instant
  /** A sentence for whoever runs the server. Nothing that somebody typed. */
  tell(sentence: string): void
}
