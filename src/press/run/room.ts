import { availableParallelism, totalmem } from 'node:os'

const mega = 1024 * 1024

/** What draws takes at most, measured: 350 MB for a flowchart, 500 after every file of a pack; as much again is left for files that do not exist yet. */
const each = 700 * mega
/** What the site itself and the system beside it take. */
const rest = 300 * mega

/** `alone`: one worker of all at a time, which ends with its file, for what it has taken is seldom given back before. */
export type Room = { most: number; alone: boolean }

/** How many may draw at a time in so much memory. */
export const roomIn = (memory: number, cores: number): Room => ({
  most: Math.max(1, Math.min(cores, Math.floor((memory - rest) / each))),
  alone: memory < rest + each,
})

/** What this machine has, or the container that it is in. */
export const room = (cores = availableParallelism()): Room => roomIn(Math.min(process.constrainedMemory() || Infinity, totalmem()), cores)
