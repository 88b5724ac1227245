import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleTool } from './bundle.ts'

/**
 * Draws the share images of all packs that the build keeps (`tools/draw-share-images.ts`). In a process of its own: pages are TSX, which Node does not
 * run, and neither Typst nor the painter may stay in whoever builds.
 */
export const keepShareImages = async (root: string, out: string): Promise<void> => {
  const bundle = join(out, 'draw-share-images.js')
  await bundleTool(join(root, 'tools/draw-share-images.ts'), bundle)
  await promisify(execFile)(process.execPath, [bundle])
  rmSync(bundle)
}
