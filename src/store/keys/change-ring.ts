import { codeOf } from '../files/private-file.ts'
import { type Replacing, replaceFile } from '../files/replace-file.ts'
import type { PrivateKey } from '../pairs/private-key.ts'
import { type Fault, isFault } from './fault.ts'
import { type OpenedKey, openReceiving } from './receiving.ts'
import { formatRing, type Ring, readRing, type SignedRing } from './ring.ts'

/** A holder whose key pair is open. */
export type OpenHolder = { id: string; me: PrivateKey }
/** A ring, and its keys in the same order. */
export type Changed = Ring & { opened: readonly OpenedKey[] }

/** Seeds are in memory only while the file is read or changed. */
export const blank = (opened: readonly OpenedKey[]): void => {
  for (const { seed } of opened) seed.fill(0)
}

export const openRing = async (ring: SignedRing, { id, me }: OpenHolder): Promise<OpenedKey[] | Fault> => {
  const own = ring.holders.find((one) => one.id === id)
  // One who was removed and added again has another key pair.
  if (!own?.public.equals(me.public.bytes)) return { fault: 'no-holder' }
  return (await openReceiving(ring, me, id)) ?? { fault: 'damaged' }
}

/** Replaces the file, under its lock, with what `change` makes of what it says then. A fault, or null, leaves it. */
export const replaceRing = async (file: string, change: () => Promise<Changed | Fault | null>, how: Replacing): Promise<Fault | null> => {
  let fault: Fault | null = null
  const under = async (): Promise<string | null> => {
    const made = await change()
    fault = made && isFault(made) ? made : null
    if (!made || isFault(made)) return null
    const text = formatRing(
      made,
      made.opened.map(({ seed }) => seed),
    )
    blank(made.opened)
    // Never what could not be read again.
    if (text === null) fault = { fault: 'too-many' }
    return text
  }
  try {
    await replaceFile(file, under, how)
  } catch (error) {
    return { fault: 'unwritable', code: codeOf(error) }
  }
  return fault
}

/** The same for one of its holders. */
export const changeRing = (
  file: string,
  holder: OpenHolder,
  change: (ring: Changed) => Promise<Changed | Fault | null> | Changed | Fault | null,
  how: Replacing,
): Promise<Fault | null> =>
  replaceRing(
    file,
    async () => {
      const ring = readRing(file)
      if (isFault(ring)) return ring
      const opened = await openRing(ring, holder)
      if (isFault(opened)) return opened
      const made = await change({ holders: ring.holders, keys: ring.keys, opened })
      if (!made || isFault(made)) blank(opened)
      return made
    },
    how,
  )
