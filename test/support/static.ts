import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { readCode } from '../../src/processes/static-scripts.ts'
import { writeSite } from '../../src/processes/write-site.ts'
import { loadAssets } from '../../src/web/assets/assets.ts'
import { loadShareImages } from '../../src/web/assets/share-images.ts'
import type { Locale } from '../../src/web/context/types.ts'
import { publicSite } from '../../src/web/public/site.ts'
import { madeUp } from './fake-press.ts'
import { type Host, serveFiles } from './file-server.ts'
import { realPack } from './real-pack.ts'
import { worlds } from './views.ts'

/** The site as files, made at an instant. */
export const staticSite = (made: string = worlds.evening.now): Locale => {
  const [pack, instant] = [realPack(), Temporal.Instant.from(made)]
  const files = new Map<string, Uint8Array>()
  const locale = publicSite({
    pack,
    assets: loadAssets(inject('assets'), pack.brand),
    shareImages: loadShareImages(join(inject('assets'), '../cards/hertfordshire')),
    origin: 'https://waymark.example.org',
    accessibility: worlds.evening.accessibility,
    clock: () => instant,
    static: { made: instant, code: readCode(inject('staticScripts')), files },
  })
  for (const entry of locale.site.resources.at(instant)) files.set(entry.file, madeUp(entry))
  return locale
}

export type Built = { locale: Locale; folder: string; plain: Host; host: Host }

/** The folder that a build writes, behind two hosts: one that knows nothing but files, and one that reads what is meant for hosts. */
export const withBuilt = ({ made, copies = true }: { made?: string; copies?: boolean } = {}): (() => Built) => {
  let built: Built | undefined
  const work = mkdtempSync(join(tmpdir(), 'waymark-static-'))
  beforeAll(async () => {
    const [locale, folder] = [staticSite(made), join(work, 'site')]
    await writeSite(locale, folder, { copies })
    built = { locale, folder, plain: await serveFiles(folder, { plain: true }), host: await serveFiles(folder) }
  })
  afterAll(async () => {
    await built?.plain.close()
    await built?.host.close()
    rmSync(work, { recursive: true, force: true })
  })
  return () => {
    if (!built) throw new Error('the site is not built yet')
    return built
  }
}
