import { execFile } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** A Chromium that starts on this machine, with what must stand in its environment. */
export type Chromium = { path: string; env: Record<string, string> }

/** Our own arguments: those of the package hold --disable-web-security and --single-process. No name but this machine's resolves. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium that npm brought, unpacked once per version; one of the system only where that one cannot run. Nothing is downloaded. */
export const findChromium = async (): Promise<Chromium> => {
  const folder = await unpacked()
  const path = join(folder, 'chromium')
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  const candidates: Chromium[] = [
    { path, env },
    // The package's own copies of the libraries that a bare machine lacks.
    { path, env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } },
    ...system.filter((file) => existsSync(file)).map((file) => ({ path: file, env: {} })),
  ]
  const faults: string[] = []
  for (const candidate of candidates) {
    try {
      await promisify(execFile)(candidate.path, ['--no-sandbox', '--version'], {
        env: { ...process.env, ...candidate.env },
        timeout: 20_000,
      })
      return candidate
    } catch (error) {
      faults.push(`${candidate.path}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(`No Chromium starts on this machine.\n${faults.join('\n')}`)
}

/**
 * The folder that holds the unpacked browser. The package unpacks into one shared temporary folder and takes whatever
 * lies there, so it is given a folder of its own, which is renamed into place when it is whole.
 */
const unpacked = async (): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as { version: string }
  const name = `chromium-${version}`
  const there = caches.map((cache) => join(cache, name)).find((folder) => existsSync(folder))
  if (there) return there
  const cache = writableCache()
  const work = mkdtempSync(join(cache, 'unpacking-'))
  try {
    const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath()`
    // As on its Lambda: then its libraries are unpacked too.
    const env = { ...process.env, TMPDIR: work, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env })
    // Its fonts only, so that a page is as wide here as anywhere.
    const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    writeFileSync(join(work, 'fonts.conf'), `${head}<fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n`)
    chmodSync(join(work, 'chromium'), 0o755)
    chmodSync(work, 0o755)
    renameSync(work, join(cache, name))
  } catch (error) {
    // Another run may have been first.
    if (!existsSync(join(cache, name))) throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return join(cache, name)
}

/** Beside the installed packages; where that folder is another user's, a private one in the temporary folder. */
const caches: readonly string[] = [
  fileURLToPath(new URL('../node_modules/.cache', import.meta.url)),
  join(tmpdir(), `waymark-${process.getuid?.() ?? 'own'}`),
]

const writableCache = (): string => {
  for (const cache of caches) {
    try {
      mkdirSync(cache, { recursive: true, mode: cache === caches[0] ? 0o755 : 0o700 })
      accessSync(cache, constants.W_OK)
      return cache
    } catch {
      // The next one.
    }
  }
  throw new Error(`None of these folders can be written to: ${caches.join(', ')}`)
}
