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
import { folderOnce } from './lock.ts'
import { realPack } from './real-pack.ts'
import { worlds } from './views.ts'

const known = new Map<string, Locale>()

/** The site as files, made at an instant: once in each worker. */
export const staticSite = (made: string = worlds.evening.now): Locale => {
  const locale = known.get(made) ?? makeSite(made)
  known.set(made, locale)
  return locale
}

const makeSite = (made: string): Locale => {
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

/**
 * The folder that a build writes, one for all workers of a run, behind two hosts: one that knows nothing but files, and one that reads what is
 * meant for hosts. It has no compressed copies: with `copies` that host makes those of what it is asked for, as the build does of all
 * (test/static/command.all.test.ts), or half of the time of a build would go there.
 */
export const withBuilt = ({ made = worlds.evening.now, copies = false }: { made?: string; copies?: boolean } = {}): (() => Built) => {
  let built: Built | undefined
  beforeAll(async () => {
    const locale = staticSite(made)
    // Beside what this run has built, and gone with it.
    const folder = join(inject('assets'), '..', `site-${made.replace(/\W/g, '-')}`)
    await folderOnce(folder, (work) => writeSite(locale, work, { copies: false }))
    built = { locale, folder, plain: await serveFiles(folder, { plain: true }), host: await serveFiles(folder, { copies }) }
  })
  afterAll(async () => {
    await built?.plain.close()
    await built?.host.close()
  })
  return () => {
    if (!built) throw new Error('the site is not built yet')
    return built
  }
}
