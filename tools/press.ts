import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import type { ScriptName } from '../src/press/shared/kind.ts'

/**
 * What draws, apart from the command: a worker, with a chunk for each kind. `look` is the hash of all of it and of the versions of
 * the packages, fonts among them: while it is the same, the same data are the same bytes.
 */
export const bundlePress = async (root: string, out: string): Promise<void> => {
  const folder = join(out, 'press')
  await build({
    entryPoints: { worker: join(root, 'src/press/run/worker.ts') },
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    logLevel: 'error',
  })
  for (const [name, code] of Object.entries(await pressScripts(root))) writeFileSync(join(folder, `script-${name}.js`), code)
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  writeFileSync(join(folder, 'look'), hash.digest('hex'))
}

const scripts: Record<ScriptName, string> = { elearning: 'src/press/kinds/elearning/player/player.ts' }

/** The scripts that makers put into packages. Learning systems open them in browsers that are not new. */
export const pressScripts = async (root: string): Promise<Record<ScriptName, string>> => {
  const built = await build({
    entryPoints: Object.fromEntries(Object.entries(scripts).map(([name, path]) => [name, join(root, path)])),
    outdir: root,
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2019'],
    legalComments: 'none',
    logLevel: 'error',
  })
  return Object.fromEntries(built.outputFiles.map(({ path, text }) => [basename(path, '.js'), text])) as Record<ScriptName, string>
}
