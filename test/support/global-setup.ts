import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { build } from '../../tools/build.ts'
import { chromiumArguments, findChromium } from '../../tools/chromium.ts'
import { writeStatement } from './record.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of this run listens. */
    browser: string
    /** The built assets as this run found them: another build meanwhile does not change them under a test. */
    assets: string
    /** The built scripts of pages that are written as files. */
    staticScripts: string
    /** What tests note for the accessibility statement, one file each. */
    notes: string
  }
}

/** Builds the assets, unpacks and starts one browser for all tests of the site, and stops it. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  // A fresh clone unpacks its browser meanwhile.
  const [, server] = await Promise.all([build(), launch()])
  const work = mkdtempSync(join(tmpdir(), 'waymark-test-'))
  const [assets, staticScripts, notes] = [join(work, 'assets'), join(work, 'static'), join(work, 'notes')]
  cpSync(fileURLToPath(new URL('../../dist/static', import.meta.url)), staticScripts, { recursive: true })
  cpSync(fileURLToPath(new URL('../../dist/assets', import.meta.url)), assets, { recursive: true })
  mkdirSync(notes)
  provide('browser', server.wsEndpoint())
  provide('assets', assets)
  provide('staticScripts', staticScripts)
  provide('notes', notes)
  return async () => {
    await server.close()
    if (process.env.WAYMARK_ALL) writeStatement(notes)
    rmSync(work, { recursive: true, force: true })
  }
}

const launch = async (): Promise<BrowserServer> => {
  const { path, env } = await findChromium()
  return chromium.launchServer({ executablePath: path, args: [...chromiumArguments], env: { ...process.env, ...env } })
}
