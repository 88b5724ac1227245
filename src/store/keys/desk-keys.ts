import { type Fault, isFault } from './fault.ts'
import { fileHolder } from './holder.ts'
import { type Keyring, openKeyring } from './keyring.ts'
import type { OpenedKeys, Parts } from './opened-keys.ts'

/** Hours for which a typed passphrase keeps the key open. */
export const openHours = 12

/** A holder who has the key open. `signIn`: it closes when that ends; null for the file, which opens it for as long as the process runs. */
export type Opening = { holder: string; signIn: string | null; since: Temporal.Instant; until: Temporal.Instant | null }
/** Someone who may become a holder now, because one who has the key open said so. */
export type Offer = { to: string; by: string }

/** The partnership's keys in one process: opened ones are in its memory and nowhere else. */
export type DeskKeys = {
  ring: Keyring
  /** WAYMARK_KEY_FILE, where it is set; `fileFault`: why it does not open the key. */
  file: string | null
  fileFault(): Fault | null
  /** Opens the key by the file, or makes one where there is none. `made`: the new one's id. */
  openByFile(now: Temporal.Instant): Promise<{ made: string | null } | null>
  openings(now: Temporal.Instant): readonly Opening[]
  /** Null: closed. */
  opened(now: Temporal.Instant): OpenedKeys | null
  keep(keys: OpenedKeys, by: { holder: string; signIn: string }, now: Temporal.Instant): void
  close(which: (opening: Opening) => boolean): void
  /** Offers last as long as the key is open without a break, in this process. */
  offers(now: Temporal.Instant): readonly Offer[]
  offer(one: Offer): void
  withdraw(to: string): void
}

export const deskKeys = (folder: string, file: string | null = null, parts: Parts = {}): DeskKeys => {
  const ring = openKeyring(folder, parts)
  let open: { opening: Opening; keys: OpenedKeys }[] = []
  let offered: Offer[] = []
  let fileFault: Fault | null = null

  const close = (which: (opening: Opening) => boolean): void => {
    for (const { opening, keys } of open) if (which(opening)) keys.close()
    open = open.filter(({ opening }) => !which(opening))
    if (!open.length) offered = []
  }
  const closeOld = (now: Temporal.Instant): void => {
    close(({ until }) => until !== null && Temporal.Instant.compare(until, now) <= 0)
  }
  const keep = (keys: OpenedKeys, opening: Opening): void => {
    // The same holder again: the later one counts. It is added first, so that offers stay.
    const before = open.filter((one) => one.opening.holder === opening.holder)
    open = [...open.filter((one) => !before.includes(one)), { opening, keys }]
    for (const one of before) one.keys.close()
  }
  return {
    ring,
    file,
    fileFault: () => fileFault,
    openByFile: async (now) => {
      if (file === null) return null
      const state = ring.state()
      const none = isFault(state) && state.fault === 'no-key'
      const keys = none ? await ring.makeWithFile(file, now) : await ring.openWithFile(file)
      fileFault = isFault(keys) ? keys : null
      if (isFault(keys)) return null
      keep(keys, { holder: fileHolder, signIn: null, since: now, until: null })
      const made = ring.receivingKey()
      return { made: none && !isFault(made) ? made.id : null }
    },
    openings: (now) => {
      closeOld(now)
      return open.map(({ opening }) => opening)
    },
    opened: (now) => {
      closeOld(now)
      return open.at(-1)?.keys ?? null
    },
    keep: (keys, by, now) => keep(keys, { ...by, since: now, until: now.add({ hours: openHours }) }),
    close,
    offers: (now) => {
      closeOld(now)
      return offered
    },
    offer: (one) => {
      offered = [...offered.filter(({ to }) => to !== one.to), one]
    },
    withdraw: (to) => {
      offered = offered.filter((one) => one.to !== to)
    },
  }
}
