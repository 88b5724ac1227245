import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** Bytes from which keys are derived. `id`: 8 hexadecimal digits. */
export type Secret = { id: string; bytes: Uint8Array }

/** The secrets of a site: the newest seals, older ones open until nothing that they sealed can be current any more. */
export type Secrets = {
  newest(): Secret
  /** Undefined where there is none of that id, or not any more. */
  withId(id: string): Secret | undefined
}

/** A site has a handful of secrets at one time; whoever has so many keys has many that are retired. */
const mostKept = 200

/**
 * A key of its own for each purpose, by HKDF with SHA-256 (RFC 5869; the purpose is the `info`): what was sealed for one says nothing to
 * another. Derived once for each secret, for that takes as long as sealing does.
 */
export const derivedKeys = (): ((secret: Secret, purpose: string) => KeyObject) => {
  const derived = new Map<string, KeyObject>()
  return ({ id, bytes }, purpose) => {
    const name = `${id} ${purpose}`
    const known = derived.get(name)
    if (known) return known
    const key = createSecretKey(new Uint8Array(hkdfSync('sha256', bytes, '', purpose, 32)))
    if (derived.size >= mostKept) derived.clear()
    derived.set(name, key)
    return key
  }
}
