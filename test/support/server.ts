import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPack } from '../../src/content/load.ts'
import type { Pack } from '../../src/content/pack.ts'
import { paletteOf } from '../../src/domain/brand/palette.ts'
import type { CobrandedPress } from '../../src/press/run/cobranded-press.ts'
import { createSiteServer } from '../../src/processes/site-server.ts'
import { loadAssets } from '../../src/web/assets/assets.ts'
import { loadShareImages } from '../../src/web/assets/share-images.ts'
import type { AccessibilityResult, Locale } from '../../src/web/context/types.ts'
import { testSealer } from '../../src/web/forms/sealer-fixtures.ts'
import { publicSite } from '../../src/web/public/site.ts'
import { fakePress } from './fake-press.ts'

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

let real: Pack | undefined

/** The pack in this clone, read once in each process. */
export const realPack = (): Pack => {
  if (real) return real
  const { pack, findings } = loadPack(fileURLToPath(new URL('../../content', import.meta.url)), 'hertfordshire')
  if (!pack) throw new Error(`the shipped pack has faults: ${JSON.stringify(findings.slice(0, 3))}`)
  real = pack
  return pack
}

/** Serves the real pack on a free port of this machine, in this process. */
export const serveSite = async ({
  assets,
  now,
  pack: change,
  adopted,
  accessibility,
  demo = false,
  cobrandedPress,
}: ServeOptions): Promise<Served> => {
  const plain = realPack()
  const owned = adopted
    ? {
        ...plain,
        partnership: {
          ...plain.partnership,
          adopted: { role: 'Chair of the test', organisation: 'hertfordshire-county-council', date: '2026-11-24' },
        },
      }
    : plain
  const pack = change ? change(owned) : owned
  const instant = now === undefined ? null : Temporal.Instant.from(now)
  const locale = publicSite({
    pack,
    assets: loadAssets(assets, paletteOf(pack.brand)),
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
