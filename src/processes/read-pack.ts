import type { Pack } from '../content/pack.ts'
import { builtPack } from '../press/run/built-pack.ts'
import { contentFolder } from './paths.ts'
import { printFindings } from './print.ts'

/** The pack of a name, as the build kept it or read anew; null where it is not there or has faults, which are then told. */
export const packNamed = async (id: string): Promise<Pack | null> => builtPack(id) ?? (await readPack(id))

const readPack = async (id: string): Promise<Pack | null> => {
  // Not loaded at a start that does not need it, for it brings the YAML reader along.
  const { loadPack } = await import('../content/load.ts')
  const { pack, findings } = loadPack(contentFolder, id)
  if (pack) return pack
  printFindings(findings, console.error)
  console.error(`The pack "${id}" cannot be served until this is mended. \`npx waymark check\` says more.`)
  return null
}
