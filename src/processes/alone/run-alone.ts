import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'

/** How a program of ours is run beside this process: the options of Node before it, what it is told, and for how long at most, in ms. */
export type Alone = { program: string; options?: readonly string[]; told?: readonly string[]; patience: number }

/**
 * Runs a program of ours by itself: it has nothing of the environment, no key and no way to the database, is given `input`, and ends with its
 * answer. What takes all its memory, or never ends, does so there. `code`: how it ended; null: it was killed. Throws where it cannot be started.
 */
export const runAlone = async (
  { program, options = [], told = [], patience }: Alone,
  input: string | Uint8Array,
): Promise<{ answer: Buffer; code: number | null }> => {
  const child = spawn(process.execPath, [...options, program, ...told], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: patience,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  // It may end before it has read all: that is said by how it ends.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [answer, code] = await Promise.all([buffer(child.stdout), ended])
  return { answer, code }
}
