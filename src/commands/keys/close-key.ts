import { command } from '../command.ts'
import { aboutKey, keyEntry } from './about-key.ts'

/** Closes the key in this process, whoever opened it. What the file opens stays open: it would be open again at the next start. */
export const closeKey = command<Record<string, never>, null>({
  verb: 'close-key',
  needs: { action: 'change', object: 'key' },
  about: aboutKey,
  run: async ({ parts }) => {
    parts.keys.close(({ signIn }) => signIn !== null)
    return { done: null, entry: keyEntry(parts) }
  },
})
