import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { chromium } from 'playwright-core'
import type * as Shoot from '../test/support/shoot.ts'
import { build } from './build.ts'
import { chromiumArguments, findChromium } from './chromium.ts'
import { shootDesk } from './screens-desk.ts'
import { shootGuide } from './screens-guide.ts'

const [folder, only] = process.argv.slice(2)
if (!folder || (only !== undefined && only !== 'desk' && only !== 'guide')) {
  console.error('Usage: node tools/screens.ts FOLDER [desk|guide]')
  process.exit(2)
}

const root = fileURLToPath(new URL('..', import.meta.url))
await build()

// Node does not run TSX, so what takes the pictures is bundled first. The file lies as deep as its source: it finds content/ by that.
const file = join(root, `node_modules/.cache/shoot.${process.pid}.mjs`)
await bundle({
  entryPoints: [join(root, 'test/support/shoot.ts')],
  outfile: file,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  logLevel: 'error',
})
const { path, env } = await findChromium()
const browser = await chromium.launch({ executablePath: path, args: [...chromiumArguments], env: { ...process.env, ...env } })
try {
  const { shoot } = (await import(pathToFileURL(file).href)) as typeof Shoot
  if (only === undefined) await shoot(browser, join(root, 'dist/assets'), resolve(folder), console.log)
  if (only === 'guide') await shootGuide(browser, root, resolve(folder), console.log)
  else await shootDesk(browser, root, resolve(folder), console.log)
} finally {
  rmSync(file)
  await browser.close()
}
