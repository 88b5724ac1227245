import { fileURLToPath } from 'node:url'
import { contentAt } from './place.ts'

/** Seen from the bundle `dist/cli.js`. */
export const accessibilityFile = fileURLToPath(new URL('../docs/accessibility.json', import.meta.url))
export const contentFolder = contentAt(fileURLToPath(new URL('..', import.meta.url)), process.env)
export const stampFile = fileURLToPath(new URL('stamp', import.meta.url))
export const staticScriptFolder = fileURLToPath(new URL('static', import.meta.url))
export const assetFolder = fileURLToPath(new URL('assets', import.meta.url))
export const versionFile = fileURLToPath(new URL('version.json', import.meta.url))
export const shareImageFolder = fileURLToPath(new URL('share-images', import.meta.url))
