import { readFileSync } from 'node:fs'
import type { Finding } from '../content/finding.ts'
import type { Pack } from '../content/pack.ts'
import { builtPack } from '../press/run/built-pack.ts'
import { type Fingerprint, filesUnder, isSame } from './fingerprint.ts'
import { contentFolder, stampFile } from './paths.ts'
import { printFindings } from './print.ts'

/** The pack of a name, as the build kept it while content is the same, else read anew; null where it is not there or has faults, which are then told. */
export const packNamed = async (id: string, tell: typeof tellFaults = tellFaults): Promise<Pack | null> =>
  (isOfBuild() ? builtPack(id) : null) ?? (await readPack(id, tell))

/** What the build was made of, as it wrote it down (tools/fingerprint.ts). */
export const buildStamp = (): { code: Fingerprint; content: Fingerprint } | null => {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return null
  }
}

const isOfBuild = (): boolean => {
  const stamp = buildStamp()
  return stamp !== null && isSame(stamp.content, contentFolder, filesUnder(contentFolder))
}

const readPack = async (id: string, tell: typeof tellFaults): Promise<Pack | null> => {
  // Not loaded at a start that does not need it, for it brings the YAML reader along.
  const { loadPack } = await import('../content/load.ts')
  const { pack, findings } = loadPack(contentFolder, id)
  if (!pack) tell(id, findings)
  return pack
}

const tellFaults = (id: string, findings: readonly Finding[]): void => {
  printFindings(findings, console.error)
  console.error(`Waymark cannot serve the pack "${id}" until you have fixed this. Run \`npx waymark check\` for more detail.`)
}
