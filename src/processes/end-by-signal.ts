import { flushCompileCache } from 'node:module'

/**
 * For a command that a signal ended in its own time, with 128 and its number as the code: it then ends by that signal, as whoever
 * supervises it expects (systemd takes that as a clean end; a shell says 143 for SIGTERM).
 */
export const endBySignal = (code: number): void => {
  if (code <= 128) return
  process.on('exit', () => {
    // A process that a signal ends writes it no more.
    flushCompileCache()
    // A handler that is still there would take the signal for itself.
    for (const signal of ['SIGTERM', 'SIGINT']) process.removeAllListeners(signal)
    process.kill(process.pid, code - 128)
  })
}
