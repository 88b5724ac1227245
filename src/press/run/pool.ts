import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import pLimit from 'p-limit'
import type { Tinypool } from 'tinypool'
import { room } from './room.ts'

/** Seen from the bundle `dist/cli.js`. The worker lies apart, so that its hash says what draws (tools/press.ts). */
const worker = fileURLToPath(new URL('press/worker.js', import.meta.url))

/**
 * `threads`: somebody waits for the command, so threads of this process work, one for each core. `processes`: a site is served beside
 * it, so processes of their own work, which give way, give their memory back, and cannot take the site down with them. `waited-for`: such a
 * process does not give way, for somebody waits for it who cannot come back for what it has made.
 */
export type Manner = 'threads' | 'processes' | 'waited-for'
/** Tells a process that it is waited for (worker.ts). */
export const waitedFor = '--waited-for'

/** Where memory is small: one process of all pools at a time. */
const inTurn = pLimit(1)

/** Work of a process that is not done within this many ms, waiting included, is given up. */
const patience = 120_000

/** Workers, who are there while there is work. `name`: what worker.ts exports. */
export type Workers = {
  /** `signal`: nobody wants it any more. A process that is at work on it ends. */
  run<T>(name: string, task: unknown, signal?: AbortSignal): Promise<T>
  close(): Promise<void>
}

export const openWorkers = (manner: Manner): Workers => {
  let opening: Promise<Tinypool> | undefined
  const { most, alone } = manner === 'threads' ? { ...room(), alone: false } : room(Math.max(1, availableParallelism() - 1))
  const open = async (): Promise<Tinypool> => {
    const { Tinypool } = await import('tinypool')
    const pool = new Tinypool({
      ...(manner === 'threads'
        ? { runtime: 'worker_threads', maxThreads: most }
        : {
            runtime: 'child_process',
            serialization: 'advanced',
            maxThreads: most,
            isolateWorkers: alone,
            argv: manner === 'waited-for' ? [waitedFor] : [],
          }),
      filename: worker,
      minThreads: 0,
      // What draws takes memory: a quiet site gives it back.
      idleTimeout: 10_000,
    })
    // A worker that ends while it has no work harms nobody; a signal to the group ends it with the site.
    pool.on('error', () => {})
    return pool
  }
  return {
    run: async <T>(name: string, task: unknown, signal?: AbortSignal) => {
      opening ??= open()
      const pool = await opening
      try {
        if (manner === 'threads') return await pool.run(task, { name })
        const given = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])])
        const work = (): Promise<T> => pool.run(task, { name, signal: given })
        return await (alone ? inTurn(work) : work())
      } catch (error) {
        // From another process a fault comes as plain data.
        throw error instanceof Error ? error : errorOf(error)
      }
    },
    close: async () => {
      await (await opening)?.destroy()
    },
  }
}

/** With its class and where it was thrown, for the log. */
const errorOf = (fault: unknown): Error => {
  if (!fault || typeof fault !== 'object' || !('message' in fault)) return new Error(String(fault))
  const { message, name, stack, code } = fault as { message: unknown; name?: unknown; stack?: unknown; code?: unknown }
  const given = { name, stack, code }
  return Object.assign(
    new Error(String(message)),
    Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string')),
  )
}
