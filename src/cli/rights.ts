import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { loadPack } from '../content/load.ts'
import { rightsPlaces } from '../content/rights.ts'
import { rightsDocument } from '../content/rights-document.ts'
import { visible } from '../content/visible.ts'
import { contentFolder } from '../processes/paths.ts'
import { printFindings } from '../processes/print.ts'

/** Writes what a lawyer and a practitioner are to sign. Exit code 0; 2 where the pack is not there or has faults. */
export const rights = ({ pack: id, out }: { pack: string; out?: string }): number => {
  if (!/^[a-z0-9-]+$/.test(id)) {
    console.error(`--pack ${visible(id)}: write the name of a folder in content/, such as hertfordshire.`)
    return 2
  }
  const loaded = loadPack(contentFolder, id)
  if (!loaded.pack) {
    printFindings(loaded.findings, console.error)
    return 2
  }
  const text = rightsDocument(loaded)
  if (!out) console.log(text)
  else {
    mkdirSync(dirname(out), { recursive: true })
    writeFileSync(out, text)
    console.error(`${out}: ${rightsPlaces(loaded).flatMap(({ sentences }) => sentences).length} sentences.`)
  }
  return 0
}
