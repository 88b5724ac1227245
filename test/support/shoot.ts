import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serveSite } from './server.ts'
import { allViews, type View, worlds } from './views.ts'
import { visit } from './visit.ts'

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
]

/** Pages whose other faces are worth a look: mirrored, in forced colours, at 400 % zoom, on paper. */
const faces = new Set(['/', '/get-help', '/signs/check, no signs', '/signs/check, answer, urgent and about a child', '/sectors/car-wash'])

const fileName = ({ name }: View): string =>
  name
    .replace(/^\//, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/-$/, '') || 'home'

/** Takes pictures of every template in every state into a folder, for people to look at. */
export const shoot = async (browser: Browser, assets: string, folder: string, say: (line: string) => void): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  for (const view of allViews()) {
    const served = await serveSite({ ...worlds[view.world], assets })
    const page = await browser.newPage({ viewport: sizes[0] ?? null })
    const picture = (kind: string, fullPage = true) => page.screenshot({ path: join(folder, `${fileName(view)}-${kind}.png`), fullPage })
    await visit(page, served.url, view.steps)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await picture(String(size.width))
    }
    if (faces.has(view.name)) {
      writeFileSync(join(folder, `${fileName(view)}.pdf`), await page.pdf({ preferCSSPageSize: true }))
      await page.emulateMedia({ forcedColors: 'active' })
      await picture('forced-colours')
      await page.emulateMedia({ forcedColors: 'none' })
      await page.setViewportSize({ width: 320, height: 256 })
      await picture('400-percent', false)
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
      for (const size of sizes) {
        await page.setViewportSize(size)
        await picture(`rtl-${size.width}`)
      }
    }
    await page.close()
    await served.close()
    say(fileName(view))
  }
}
