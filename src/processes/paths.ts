import { fileURLToPath } from 'node:url'

/** Seen from the bundle `dist/cli.js`. */
export const accessibilityFile = fileURLToPath(new URL('../docs/accessibility.json', import.meta.url))
export const contentFolder = fileURLToPath(new URL('../content', import.meta.url))
export const staticScriptFolder = fileURLToPath(new URL('static', import.meta.url))
export const assetFolder = fileURLToPath(new URL('assets', import.meta.url))
export const shareImageFolder = fileURLToPath(new URL('share-images', import.meta.url))
