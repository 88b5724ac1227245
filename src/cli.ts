import { main } from './cli/main.ts'
import { endBySignal } from './processes/end-by-signal.ts'

const code = await main(process.argv.slice(2))
process.exitCode = code
endBySignal(code)
