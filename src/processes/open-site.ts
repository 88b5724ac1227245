import type { Server } from 'node:http'
import { join } from 'node:path'
import type { Pack } from '../content/pack.ts'
import { builtFileOf } from '../press/run/built-pack.ts'
import { openCobrandedPress } from '../press/run/cobranded-press.ts'
import { openSitePress } from '../press/run/site-press.ts'
import { loadAssets } from '../web/assets/assets.ts'
import { loadShareImages } from '../web/assets/share-images.ts'
import type { Locale } from '../web/context/types.ts'
import type { Sealer } from '../web/forms/seal.ts'
import type { Log } from '../web/http/log.ts'
import { reportsNow } from '../web/intake/watch.ts'
import { publicSite } from '../web/public/site.ts'
import { readAccessibility } from './accessibility.ts'
import type { Environment } from './environment.ts'
import { accessibilityFile, assetFolder, shareImageFolder } from './paths.ts'
import { createSiteServer, type Running } from './site-server.ts'

/** Whoever waits for a file when the site is replaced may wait for as long as one takes, in ms (press/run/pool.ts: 120 s). */
const grace = 150_000

/** A pack as a site: all that is made of it. Throws where a page or a flow of it cannot be made. */
export type OpenSite = {
  locale: Locale
  server: Server
  /** Ends what draws, now. */
  close(): void
  /** Ends it when those who wait for it have what they wait for. */
  retire(): void
}

type Tools = {
  settings: Environment
  origin: string
  demo: boolean
  clock: () => Temporal.Instant
  sealer: Sealer
  running: Running & { log: Log }
}

export const openSite = (pack: Pack, { settings, origin, demo, clock, sealer, running }: Tools): OpenSite => {
  const { intake, released } = running
  const press = openSitePress(pack, join(settings.WAYMARK_DATA, 'press'))
  const cobrandedPress = openCobrandedPress(pack)
  // Pictures show titles as the build read them: other content has none, until it is built.
  const built = builtFileOf(pack) !== null
  if (!built)
    running.log.info(
      {},
      'The content is newer than the build, so Waymark read it again. Link previews will not show a picture until you run `npm run build`.',
    )
  const locale = publicSite({
    pack,
    assets: loadAssets(assetFolder, pack.brand),
    ...(built && { shareImages: loadShareImages(join(shareImageFolder, pack.id)) }),
    origin,
    press,
    demonstration: demo,
    clock,
    accessibility: readAccessibility(accessibilityFile),
    register: Boolean(intake),
    ...(intake && { reportsOpen: () => reportsNow(pack, intake.watch, clock()).open }),
    ...(released && { released: released.last }),
  })
  const close = (): void => {
    void press.close()
    void cobrandedPress.close()
  }
  const retire = (): void => void setTimeout(close, grace).unref()
  return {
    locale,
    server: createSiteServer({ locale, sealer, cobrandedPress }, running),
    close,
    retire,
  }
}
