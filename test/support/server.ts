import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Pack } from '../../src/content/pack.ts'
import type { CobrandedPress } from '../../src/press/run/cobranded-press.ts'
import { createSiteServer } from '../../src/processes/site-server.ts'
import { loadAssets } from '../../src/web/assets/assets.ts'
import { loadShareImages } from '../../src/web/assets/share-images.ts'
import type { AccessibilityResult, Locale } from '../../src/web/context/types.ts'
import { testSealer } from '../../src/web/forms/sealer-fixtures.ts'
import { publicSite } from '../../src/web/public/site.ts'
import { fakePress } from './fake-press.ts'
import { adopted, realPack } from './real-pack.ts'

export type Served = { url: string; locale: Locale; close(): Promise<void> }

export type ServeOptions = {
  /** The folder of the built assets. */
  assets: string
  /** The instant at which the site's clock stands; without it the clock runs. */
  now?: string | undefined
  /** Makes another pack out of the real one. */
  pack?: ((pack: Pack) => Pack) | undefined
  /** As if the partnership had taken the pack as its own. */
  adopted?: boolean | undefined
  accessibility?: AccessibilityResult | null | undefined
  /** As `npm run demo` shows it: drafts too. */
  demo?: boolean | undefined
  /** Makes a training provider's own course; without it none is made. */
  cobrandedPress?: CobrandedPress | undefined
}

/** Serves the real pack on a free port of this machine, in this process. */
export const serveSite = async ({
  assets,
  now,
  pack: change,
  adopted: own,
  accessibility,
  demo = false,
  cobrandedPress,
}: ServeOptions): Promise<Served> => {
  const plain = realPack()
  const owned = own ? adopted(plain) : plain
  const pack = change ? change(owned) : owned
  const instant = now === undefined ? null : Temporal.Instant.from(now)
  const locale = publicSite({
    pack,
    assets: loadAssets(assets, pack.brand),
    shareImages: loadShareImages(join(assets, '../cards/hertfordshire')),
    origin: 'https://waymark.example.org',
    press: fakePress(pack),
    accessibility: accessibility ?? null,
    demonstration: demo,
    ...(instant ? { clock: () => instant } : {}),
  })
  const server = createSiteServer({ locale, sealer: testSealer(), cobrandedPress: cobrandedPress ?? null })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  // A worker may end while a site is served.
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    locale,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
