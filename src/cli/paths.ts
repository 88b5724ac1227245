import { fileURLToPath } from 'node:url'

/** The installed project's root, seen from the bundle `dist/cli.js`. */
export const root = fileURLToPath(new URL('..', import.meta.url))
export const contentFolder = fileURLToPath(new URL('../content', import.meta.url))
export const assetFolder = fileURLToPath(new URL('assets', import.meta.url))
