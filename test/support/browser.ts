import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'

/** A window in which a page is looked at. */
export type Look = {
  name: string
  viewport: { width: number; height: number }
  forcedColours?: boolean
  /** Dark pages asked for. */
  dark?: boolean
  /** The reader's own size of text in the browser's settings, in px; 16 where nobody has set it. */
  text?: number
  /** Without script the server's pages are all there is. */
  script?: boolean
}

export const phone: Look = { name: '390 px', viewport: { width: 390, height: 844 } }
export const desktop: Look = { name: '1280 px', viewport: { width: 1280, height: 1024 } }
/** 1280 x 1024 at 400 % (WCAG 2.2, 1.4.10). */
export const zoomed: Look = { name: '320 x 256 px', viewport: { width: 320, height: 256 } }
export const forcedColours: Look = { name: 'forced colours', viewport: { width: 1280, height: 1024 }, forcedColours: true }

export const dark: Look = { name: 'dark, 390 px', viewport: phone.viewport, dark: true }

const large = (width: number, height: number, percent: number): Look => ({
  name: `text at ${percent} %, ${width} px`,
  viewport: { width, height },
  text: Math.round((16 * percent) / 100),
})
/** Phones with their browser's bars, and large text. The first two are the hardest of the narrow layout and of the ordinary one. */
export const largeTexts: readonly Look[] = [
  large(360, 640, 200),
  large(360, 640, 130),
  large(360, 640, 150),
  ...[130, 150, 200].map((percent) => large(390, 664, percent)),
]

/** Connects a test file to the run's browser. */
export const useBrowser = (): { open(look: Look): Promise<Page>; context(look: Look): Promise<BrowserContext> } => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'))
  })
  afterAll(() => browser?.close())
  const context = async ({ viewport, forcedColours: forced, script = true }: Look): Promise<BrowserContext> => {
    if (!browser) throw new Error('the browser is not connected yet')
    const made = await browser.newContext({
      viewport,
      javaScriptEnabled: script,
      forcedColors: forced ? 'active' : 'none',
      reducedMotion: 'reduce',
    })
    made.setDefaultTimeout(10_000)
    return made
  }
  return { context, open: async (look) => (await context(look)).newPage() }
}

/** Puts the page in another window without asking for it again, and its beginning in sight. */
export const turnTo = async (page: Page, { viewport, forcedColours: forced, dark: night, text = 16 }: Look): Promise<void> => {
  const seen = page.viewportSize()
  if (seen?.width !== viewport.width || seen.height !== viewport.height) await page.setViewportSize(viewport)
  const media = { forcedColors: forced ? 'active' : 'none', colorScheme: night ? 'dark' : 'light' } as const
  if (JSON.stringify(media) !== asked.get(page)) await page.emulateMedia(media)
  asked.set(page, JSON.stringify(media))
  await setText(page, text)
  await page.evaluate(() => window.scrollTo(0, 0))
}

/** The colours that a page has been asked for: asking again costs as much as a look. */
const asked = new WeakMap<Page, string>()

const texts = new WeakMap<Page, { devtools: CDPSession; size: number }>()

/** The size of text in the browser's settings, which `em` in a media query follows too. */
const setText = async (page: Page, size: number): Promise<void> => {
  const own = texts.get(page) ?? (size === 16 ? null : { devtools: await page.context().newCDPSession(page), size: 16 })
  if (!own || own.size === size) return
  await own.devtools.send('Page.setFontSizes', { fontSizes: { standard: size } })
  texts.set(page, { ...own, size })
}
