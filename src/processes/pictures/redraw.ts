import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Redraw } from '../../domain/concerns/picture.ts'

/*
 * A picture that a stranger sent is opened by a process of its own (program.ts), which has no key, no way to the database and nothing
 * of the environment, and ends with the picture: what goes wrong in the library that reads it goes wrong there. One at a time.
 */

/** How the program says why it made nothing. */
export const exitCodes = { huge: 3 } as const

/** In ms: the worst picture that is taken needs about one and a half seconds of one core (docs/decisions/0048). */
const patience = 15_000
/** Seen from the bundle `dist/cli.js`, where it lies beside (tools/bundle.ts); in a test from here. */
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? 'program.ts' : 'picture-program.js', import.meta.url))

let last: Promise<unknown> = Promise.resolve()

/** Draws a JPEG, PNG or WebP anew as a JPEG of which nothing is left but what can be seen. Never throws for the file's sake. */
export const redraw: Redraw = (file, to) => {
  const drawn = last.then(() => draw(file, to))
  last = drawn.catch(() => {})
  return drawn
}

const draw: Redraw = (file, { side, bytes }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, String(side), String(bytes)], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: patience,
      killSignal: 'SIGKILL',
    })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    // It may end before it has read all: that is said by how it ends.
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0 && parts.length) resolve({ jpeg: Buffer.concat(parts) })
      else resolve({ fault: code === exitCodes.huge ? 'huge' : 'broken' })
    })
    child.stdin.end(file)
  })
