import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { startDemo } from './screens-desk.ts'

/** A picture of docs/guide: `path` on the demonstration as somebody of this role sees it, or the first link there that `link` finds; and the first that `onward` finds on that page. */
type Picture = {
  name: string
  as?: 'coordinator' | 'spoc' | 'trainer'
  width: 390 | 1280
  height: number
  path: string
  link?: string
  onward?: string
}

const pictures: readonly Picture[] = [
  { name: 'home', width: 1280, height: 960, path: '/desk' },
  { name: 'inbox', width: 1280, height: 900, path: '/desk/concerns' },
  {
    name: 'concern',
    width: 1280,
    height: 1180,
    path: '/desk/concerns/find?town=saxelmere&sector=private-housing&state=open',
    link: 'main a[href^="/desk/concerns/"]:has-text("Saxelmere") >> nth=0',
  },
  { name: 'training', as: 'trainer', width: 1280, height: 900, path: '/desk/events' },
  {
    name: 'training-event',
    as: 'trainer',
    width: 1280,
    height: 1100,
    path: '/desk/events',
    link: 'main a[href^="/desk/events/"]:not([href$="/plan"]) >> nth=0',
  },
  { name: 'trained', as: 'spoc', width: 1280, height: 1000, path: '/desk/register' },
  {
    name: 'erase',
    as: 'spoc',
    width: 1280,
    height: 1000,
    path: '/desk/register',
    link: 'main a[href^="/desk/register/people/"] >> nth=0',
    onward: 'a[href$="/erase"]',
  },
  { name: 'code', width: 390, height: 844, path: '/report/code' },
]

/** Takes the pictures of the guide, from the demonstration: few colours, so that they are small. */
export const shootGuide = async (browser: Browser, root: string, folder: string, say: (line: string) => void): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const demo = await startDemo(root)
  try {
    const page = await browser.newPage()
    for (const { name, as = 'coordinator', width, height, path, link, onward } of pictures) {
      await page.goto(`${demo.at}/desk/demo/${as}`)
      await page.setViewportSize({ width, height })
      await page.goto(`${demo.at}${path}`)
      if (link) await page.locator(link).first().click()
      if (onward) await page.locator(onward).first().click()
      const png = await sharp(await page.screenshot())
        .resize({ width: Math.min(width, 1000) })
        .png({ palette: true, colours: 64, effort: 10 })
        .toBuffer()
      writeFileSync(join(folder, `${name}.png`), png)
      say(`${name}.png ${Math.round(png.length / 1024)} KB`)
    }
    await page.close()
  } finally {
    await demo.stop()
  }
}
