import { fileURLToPath } from 'node:url'
import type { Redraw } from '../../domain/pictures/picture.ts'
import { runAlone } from '../alone/run-alone.ts'

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

const draw: Redraw = async (file, { side, bytes }) => {
  const { answer, code } = await runAlone({ program, told: [String(side), String(bytes)], patience }, file)
  if (code === 0 && answer.length) return { jpeg: answer }
  return { fault: code === exitCodes.huge ? 'huge' : 'broken' }
}
