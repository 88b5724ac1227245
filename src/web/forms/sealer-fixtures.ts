import { randomBytes } from 'node:crypto'
import { makeSealer, type Sealer } from './seal.ts'

/** A sealer with one secret, drawn or given. */
export const testSealer = (bytes: Uint8Array = randomBytes(32), clock = () => Temporal.Now.instant()): Sealer => {
  const secret = { id: '00000001', bytes }
  return makeSealer({ newest: () => secret, withId: (id) => (id === secret.id ? secret : undefined) }, clock)
}
