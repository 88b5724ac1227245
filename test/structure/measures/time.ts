import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Seconds that `npm test` takes in a fresh clone of what is committed in a checkout. It throws where a test fails. */
export const timeTests = (root: string): number => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-structure-'))
  const clone = join(folder, 'clone')
  const run = (command: string, args: readonly string[], cwd?: string) =>
    execFileSync(command, args, { cwd, env: plainEnvironment(), stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  try {
    run('git', ['clone', '--quiet', '--no-hardlinks', root, clone])
    run('npm', ['ci'], clone)
    const start = performance.now()
    run('npm', ['test'], clone)
    return Math.round((performance.now() - start) / 1000)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The environment without what `npm run` put into it of this checkout: the clone has a Node and tools of its own. */
const plainEnvironment = (): NodeJS.ProcessEnv => {
  const own = /^(?:npm_(?:package|lifecycle|command|execpath|node_execpath)|INIT_CWD|NODE$)/
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name))), PATH: path.join(delimiter) }
}
