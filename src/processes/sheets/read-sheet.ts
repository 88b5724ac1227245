import { fileURLToPath } from 'node:url'
import type { ReadSheet, Sheet, SheetFault } from '../../domain/register/sheet/sheet.ts'
import { runAlone } from '../alone/run-alone.ts'

/*
 * A file that somebody sent is read by a process of its own (program.ts), which has no key, no way to the database and nothing of the environment,
 * and ends with the file: what takes all its memory, or never ends, does so there. One at a time.
 */

/** In ms: the largest that is taken needs about two seconds of one core (docs/decisions/0059-imports.md). */
const patience = 30_000
/** MB of the heap. 60,000 rows of a spreadsheet fit; what one far cell would take does not. */
const heap = 400
/** Seen from the bundle `dist/cli.js`, where it lies beside (tools/bundle.ts); in a test from here. */
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? 'program.ts' : 'sheet-program.js', import.meta.url))

let last: Promise<unknown> = Promise.resolve()

/** Reads CSV or XLSX. Never throws for the file's sake. */
export const readSheet: ReadSheet = (file, encoding) => {
  const read = last.then(() => run(file, encoding))
  last = read.catch(() => {})
  return read
}

const run: ReadSheet = async (file, encoding) => {
  const { answer, code } = await runAlone({ program, options: [`--max-old-space-size=${heap}`], told: [encoding ?? ''], patience }, file)
  return code === 0 ? (JSON.parse(answer.toString()) as { sheet: Sheet } | { fault: SheetFault }) : { fault: 'broken' }
}
