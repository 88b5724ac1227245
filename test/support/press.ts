import { fileURLToPath } from 'node:url'
import { drawnKinds } from '../../src/press/catalogue/kinds.ts'
import { pressFonts } from '../../src/press/run/fonts.ts'
import type { Output } from '../../src/press/shared/output.ts'
import { pressScripts } from '../../tools/press.ts'
import { once } from './drawn-once.ts'

const fonts = pressFonts()
let scripts: ReturnType<typeof pressScripts> | undefined

/** Draws in this thread what a worker would draw, whoever drew it before. */
export const drawnAnew = async (output: Output): Promise<Uint8Array> => {
  const kind = drawnKinds.find(({ name }) => name === output.kind)
  if (!kind) throw new Error(`no kind ${output.kind}`)
  scripts ??= pressScripts(fileURLToPath(new URL('../..', import.meta.url)))
  const built = await scripts
  return (await kind.maker()).make(output, { fonts, script: (name) => built[name] })
}

/** The same, drawn once for all tests. */
export const drawn = (output: Output): Promise<Uint8Array> => once(output, drawnAnew)
