import { fileURLToPath } from 'node:url'
import type { Hidden, Protected, Protector } from '../../domain/register/disclosure/protect.ts'
import { runAlone } from '../alone/run-alone.ts'

/*
 * Figures are protected in a program of its own (program.ts): the solver takes seconds of one core and tens of megabytes, and the desk goes on
 * meanwhile. It has nothing of the environment and no way to the database.
 */

/** In ms. Three years of a county take some two seconds (docs/decisions/0057-released-figures.md). */
const patience = 120_000
/** Seen from the bundle `dist/cli.js`, where it lies beside (tools/bundle.ts); in a test from here. */
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? 'program.ts' : 'disclosure-program.js', import.meta.url))

export type Answered = { figures: Protected['figures']; hidden: readonly [string, Hidden][] }

/** What was asked for last: whoever looks at figures and then releases them asks twice for the same. */
let last: { asked: string; made: Promise<Protected> } | null = null

export const protectFigures: Protector = (cells, axes, earlier) => {
  const asked = JSON.stringify({ cells, axes, earlier })
  if (last?.asked !== asked) {
    const made = run(asked)
    const mine = { asked, made }
    last = mine
    // What went wrong is tried anew.
    made.catch(() => {
      if (last === mine) last = null
    })
  }
  return last.made
}

const run = async (asked: string): Promise<Protected> => {
  const { answer, code } = await runAlone({ program, patience }, asked)
  // Nothing of what it was given: figures of a few people could be in it.
  if (code !== 0) throw new Error('figures could not be protected')
  const { figures, hidden } = JSON.parse(answer.toString()) as Answered
  return { figures, hidden: new Map(hidden) }
}
