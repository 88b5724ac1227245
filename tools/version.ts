import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `/version` says of the program: its version, and the commit that it is built from. */
export const keepVersion = (root: string, out: string): void => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  writeFileSync(join(out, 'version.json'), JSON.stringify({ version, commit: commitOf(root) }))
}

/** With `-dirty` where something is not committed; null without git, or where the tree is no repository of its own. */
const commitOf = (root: string): string | null => {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(root)) return null
    return git('describe', '--always', '--dirty', '--abbrev=40', '--exclude=*')
  } catch {
    return null
  }
}
