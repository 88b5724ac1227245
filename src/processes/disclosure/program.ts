import { json } from 'node:stream/consumers'
import type { Axes, Cell, Released } from '../../domain/register/disclosure/cube.ts'
import { protect } from '../../domain/register/disclosure/protect.ts'
import type { Answered } from './protect-figures.ts'
import { openSolver } from './solver.ts'

/* A program of its own (protect-figures.ts): cells come in, and what may be released goes out. */

const { cells, axes, earlier } = (await json(process.stdin)) as { cells: Cell[]; axes: Axes; earlier: Released[] }
const { figures, hidden } = await protect(cells, axes, earlier, await openSolver())
const answered: Answered = { figures, hidden: [...hidden] }
process.stdout.write(JSON.stringify(answered))
