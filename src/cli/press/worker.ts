import { kinds } from '../../press/kinds.ts'
import type { Output } from '../../press/output.ts'
import { pressFonts } from './fonts.ts'

let fonts: readonly Buffer[] | undefined

/** Runs in a worker thread (pool.ts): draws one output. */
export default async (output: Output): Promise<Uint8Array> => {
  const kind = kinds.find(({ name }) => name === output.kind)
  if (!kind) throw new Error(`${output.id}: no kind "${output.kind}"`)
  fonts ??= pressFonts()
  const { make } = await kind.maker()
  return make(output, { fonts })
}
