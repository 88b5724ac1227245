import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * What draws, apart from the command: a worker, with a chunk for each kind. `look` is the hash of all of it and of the versions of
 * the packages, fonts among them: while it is the same, the same data are the same bytes.
 */
export const bundlePress = async (root: string, out: string): Promise<void> => {
  const folder = join(out, 'press')
  await build({
    entryPoints: { worker: join(root, 'src/cli/press/worker.ts') },
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    logLevel: 'error',
  })
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)))
  writeFileSync(join(folder, 'look'), hash.digest('hex'))
}
