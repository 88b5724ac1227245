/// <reference path="./subset-font.d.ts" />
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentAt, contentFault } from '../src/processes/place.ts'
import { isFresh, stampNow } from './fingerprint.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** Bundles the command and the press, compiles styles and script, subsets the fonts, reads the packs, draws the share images. False where all of it was fresh. */
export const build = async (): Promise<boolean> => {
  if (isFresh()) return false
  const stamp = stampNow()
  const content = contentAt(root, process.env)
  const { bundleCommand, bundleScript, bundleStaticScripts } = await import('./bundle.ts')
  const { bundlePress } = await import('./press.ts')
  const { compileStyles } = await import('./styles.ts')
  const { subsetFonts } = await import('./fonts.ts')
  const { keepPacks } = await import('./packs.ts')
  const { keepVersion } = await import('./version.ts')
  const { keepShareImages } = await import('./share-images.ts')
  const work = join(root, `dist.${process.pid}`)
  const assets = join(work, 'assets')
  clearLeftovers()
  mkdirSync(assets, { recursive: true })
  try {
    keepVersion(root, work)
    keepPacks(content, join(work, 'packs'))
    await Promise.all([
      bundleCommand(root, work),
      bundleScript(root, assets),
      bundleStaticScripts(root, join(work, 'static')),
      bundlePress(root, work),
      subsetFonts(root, content, assets),
      compileStyles(root, assets),
      keepShareImages(root, work),
    ])
    writeFileSync(join(work, 'stamp'), JSON.stringify(stamp))
    // Of builds that run together the first one's stays: whoever has begun to read it is not disturbed.
    if (!isFresh()) replace(work, dist)
    return true
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Takes away what builds left behind that were killed. */
const clearLeftovers = (): void => {
  for (const name of readdirSync(root)) {
    const pid = /^dist\.(\d+)(?:\.old)?$/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(root, name), { recursive: true, force: true })
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Puts the finished folder in its place, even where another build does so at the same moment. */
const replace = (work: string, place: string): void => {
  const old = `${work}.old`
  for (let tries = 0; ; tries += 1) {
    try {
      renameSync(place, old)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    rmSync(old, { recursive: true, force: true })
    try {
      renameSync(work, place)
      return
    } catch (error) {
      if (tries > 20 || !['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

if (import.meta.main) {
  const fault = contentFault(process.env)
  if (fault) {
    console.error(fault)
    process.exit(2)
  }
  const built = await build()
  // A start builds silently: what it prints may be for a machine.
  if (process.argv.includes('--tell')) console.log(built ? `Built: ${dist}` : `Nothing to build: ${dist} is up to date.`)
}
