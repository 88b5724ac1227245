import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyProject } from '../support/copied.ts'

type Files = { files: { state: 'made' | 'from-cache' | 'kept' }[] }
export type Pressed = { ms: number; made: number; files: number }

/**
 * `waymark press` of everything in a copy of the project: with nothing in its cache, again, and after the number of one line
 * has changed. The build is not counted.
 */
export const pressTimes = (): { cold: Pressed; again: Pressed; oneNumber: Pressed } => {
  const work = mkdtempSync(join(tmpdir(), 'waymark-bench-press-'))
  try {
    const command = copyProject(work)
    const run = (args: string[]) =>
      spawnSync(process.execPath, [command, ...args], {
        encoding: 'utf8',
        maxBuffer: 1e8,
        env: { ...process.env, WAYMARK_DATA: join(work, 'data'), WAYMARK_ORIGIN: 'https://waymark.example.org' },
      })
    const press = (): Pressed => {
      run(['--help'])
      const began = performance.now()
      const { status, stdout, stderr } = run(['press', '--json', '--out', join(work, 'out')])
      const ms = performance.now() - began
      if (status !== 0) throw new Error(stderr)
      const { files } = JSON.parse(stdout) as Files
      return { ms, made: files.filter(({ state }) => state === 'made').length, files: files.length }
    }
    const [cold, again] = [press(), press()]
    const services = join(work, 'content/national/services.yaml')
    writeFileSync(services, readFileSync(services, 'utf8').replaceAll('0800 555 111', '0800 555 999').replaceAll('800555111', '800555999'))
    return { cold, again, oneNumber: press() }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
