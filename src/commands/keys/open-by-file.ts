import { type Db, writeEntryFor } from '../../store/store.ts'
import type { Parts } from '../parts.ts'
import { keyEntry } from './about-key.ts'
import { keepReceiving, receivingOf, tellOfOther } from './receiving.ts'

const why: Readonly<Record<string, string>> = {
  'readable-by-others': 'Others can read it. Let only the user of the desk read it (chmod 600).',
  unreadable: 'It is not there, or the user of the desk cannot read it.',
  damaged: 'It must hold exactly 32 random bytes, as `openssl rand -out FILE 32` writes them.',
  'no-holder': 'It does not open this key yet. A coordinator who has the key open can let it, on the page of the key.',
}

/**
 * At a start, with nobody signed in, so by the owner of the tables: the file of WAYMARK_KEY_FILE opens the key, or makes the first one. Where it
 * cannot, the desk goes on with the key closed.
 */
export const openByFile = async (parts: Parts, owner: Db): Promise<void> => {
  const { keys, now, tell } = parts
  const opened = await keys.openByFile(now())
  const fault = keys.fileFault()
  if (fault)
    tell(`WAYMARK_KEY_FILE does not open the key. ${why[fault.fault] ?? `The keys cannot be used (${fault.code ?? fault.fault}).`}`)
  if (!opened) return
  const { made } = opened
  await owner.transaction().execute(async (tx) => {
    const receiving = await receivingOf(tx, parts)
    if (receiving === 'other') tellOfOther(parts)
    if (receiving === 'none') await keepReceiving(tx, parts)
    await writeEntryFor(tx, null, { verb: made === null ? 'open-key' : 'make-key', ...keyEntry(parts) })
  })
}
