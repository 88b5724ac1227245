import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Fault, PressFault, type ScriptName } from '../../press/kind.ts'
import { kinds } from '../../press/kinds.ts'
import type { Output } from '../../press/output.ts'
import { pressFonts } from './fonts.ts'

export { readLogo } from '../../press/organisation/logo.ts'

let fonts: readonly Buffer[] | undefined

/** Seen from the bundle `dist/press/worker.js`: scripts lie beside it (tools/press.ts), so that they are part of its hash. */
const script = (name: ScriptName): string => readFileSync(fileURLToPath(new URL(`script-${name}.js`, import.meta.url)), 'utf8')

/** Runs in a worker thread (pool.ts): draws one output. A fault goes over as data: an error on its way between threads keeps its message alone. */
export default async (output: Output): Promise<Uint8Array | Fault> => {
  const kind = kinds.find(({ name }) => name === output.kind)
  if (!kind) throw new Error(`${output.id}: no kind "${output.kind}"`)
  fonts ??= pressFonts()
  const { make } = await kind.maker()
  try {
    return await make(output, { fonts, script })
  } catch (error) {
    if (error instanceof PressFault) return error.fault
    throw error
  }
}
