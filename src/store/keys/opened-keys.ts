import { stampOf } from '../files/private-file.ts'
import type { Replacing } from '../files/replace-file.ts'
import { openWith, type PrivateKey } from '../pairs/private-key.ts'
import { readEnvelope } from '../seal/envelope.ts'
import type { About } from '../seal/suite.ts'
import { blank, changeRing, type OpenHolder, openRing } from './change-ring.ts'
import { added, destroyed, destroyedBefore, removed, rotated } from './changes.ts'
import { type Fault, isFault } from './fault.ts'
import { holderOfFile, newHolder, type Stretching } from './holder.ts'
import { readRing } from './ring.ts'

/** The keys while a holder has them open, in the memory of this process. */
export type OpenedKeys = {
  /** `no-key`: it was sealed to a key that is not here, or not any more. `damaged`: it was changed, or is about something else. */
  open(sealed: Uint8Array, about: About): Promise<{ content: Uint8Array } | Fault>
  addHolder(id: string, passphrase: string, now: Temporal.Instant): Promise<Fault | null>
  /** A file with 32 random bytes, as one more holder. */
  addFile(file: string, now: Temporal.Instant): Promise<Fault | null>
  /** And makes a new key. From the day after `destroyAfter` on the one before may be destroyed. */
  removeHolder(id: string, now: Temporal.Instant, destroyAfter: Temporal.PlainDate | null): Promise<Fault | null>
  /** A new key to seal to. The one before opens what it received, until it is destroyed. */
  rotate(now: Temporal.Instant, destroyAfter: Temporal.PlainDate | null): Promise<Fault | null>
  /** What was sealed to it, in backups too, opens no more, for anyone. */
  destroy(keyId: string): Promise<Fault | null>
  /** Those whose day has passed. */
  destroyDue(today: Temporal.PlainDate): Promise<Fault | null>
  /** Forgets all keys. */
  close(): void
}

export type Parts = Stretching & Replacing

export const openedKeys = async (file: string, holder: OpenHolder, parts: Parts): Promise<OpenedKeys | Fault> => {
  let known: ReadonlyMap<string, PrivateKey> = new Map()
  let stamp: string | null = null
  let closed = false

  const refresh = async (): Promise<Fault | null> => {
    const ring = readRing(file)
    if (isFault(ring)) return ring
    const opened = await openRing(ring, holder)
    if (isFault(opened)) return opened
    known = new Map(opened.map(({ key }) => [key.public.id, key]))
    stamp = ring.stamp
    blank(opened)
    return null
  }
  const isCurrent = (): boolean => {
    try {
      return stampOf(file) === stamp
    } catch {
      return false
    }
  }
  /** Another process may have changed the file: a holder who was removed, or a key that was destroyed, opens nothing from then on. */
  const keepUp = async (): Promise<Fault | null> => {
    if (closed) return { fault: 'no-key' }
    const fault = isCurrent() ? null : await refresh()
    if (fault) [known, stamp] = [new Map(), null]
    return fault
  }
  const change = async (make: Parameters<typeof changeRing>[2]): Promise<Fault | null> =>
    closed ? { fault: 'no-key' } : changeRing(file, holder, make, parts)

  const fault = await refresh()
  if (fault) return fault
  return {
    open: async (sealed, about) => {
      const fault = await keepUp()
      if (fault) return fault
      const envelope = readEnvelope(sealed)
      if (!envelope) return { fault: 'damaged' }
      const key = known.get(envelope.keyId)
      if (!key) return { fault: 'no-key' }
      const content = await openWith(key, envelope, about)
      return content ? { content } : { fault: 'damaged' }
    },
    addHolder: async (id, passphrase, now) => {
      const one = await newHolder(id, passphrase, now, parts)
      return isFault(one) ? one : change((ring) => added(ring, one))
    },
    addFile: async (path, now) => {
      const one = await holderOfFile(path, now)
      return isFault(one) ? one : change((ring) => added(ring, one))
    },
    removeHolder: (id, now, destroyAfter) => change((ring) => removed(ring, id, now, destroyAfter)),
    rotate: (now, destroyAfter) => change((ring) => rotated(ring, now, destroyAfter)),
    destroy: (keyId) => change((ring) => destroyed(ring, keyId)),
    destroyDue: (today) => change((ring) => destroyedBefore(ring, today)),
    close: () => {
      closed = true
      known = new Map()
    },
  }
}
