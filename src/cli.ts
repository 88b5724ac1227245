import { flushCompileCache } from 'node:module'
import { main } from './cli/main.ts'

const code = await main(process.argv.slice(2))
process.exitCode = code
// Ended by a signal, in its own time: so it ends by that signal, as whoever supervises it expects (systemd takes it as a clean end; a shell says 143 for SIGTERM).
if (code > 128)
  process.on('exit', () => {
    flushCompileCache()
    process.kill(process.pid, code - 128)
  })
