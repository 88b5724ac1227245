import type { KeyFault } from '../../store/keys/fault.ts'
import { command, ofPartnership } from '../command.ts'
import { isFreshSignIn } from '../fresh-sign-in.ts'
import { keyEntry } from './about-key.ts'

/** Lets the file that the server has (WAYMARK_KEY_FILE) open the key too, from the next start on by itself. */
export const addKeyFile = command<Record<string, never>, null, KeyFault | 'not-fresh' | 'key-closed' | 'no-file'>({
  verb: 'add-key-file',
  needs: { action: 'add', object: 'key' },
  about: ofPartnership,
  run: async (work) => {
    const { parts, now } = work
    if (!(await isFreshSignIn(work))) return { fault: 'not-fresh' }
    const { keys } = parts
    if (keys.file === null) return { fault: 'no-file' }
    const opened = keys.opened(now)
    if (!opened) return { fault: 'key-closed' }
    const fault = await opened.addFile(keys.file, now)
    if (fault) return { fault: fault.fault }
    await keys.openByFile(now)
    return { done: null, entry: keyEntry(parts) }
  },
})
