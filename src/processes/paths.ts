import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentAt } from './place.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
/** Seen from the bundle `dist/cli.js`, or from this file where a test runs it. */
const root = join(here, basename(here) === 'processes' ? '../..' : '..')
const built = (name: string): string => join(root, 'dist', name)

export const accessibilityFile = join(root, 'docs/accessibility.json')
export const contentFolder = contentAt(root, process.env)
export const stampFile = built('stamp')
export const staticScriptFolder = built('static')
export const assetFolder = built('assets')
export const versionFile = built('version.json')
/** What starts another process of this program. */
export const program = join(root, 'bin/waymark.cjs')
export const shareImageFolder = built('share-images')
