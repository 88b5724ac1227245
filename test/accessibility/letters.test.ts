import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { clock, dayAndMonth, longDate } from '../../src/format/when.ts'
import { pagesOf } from '../../src/web/public/pages-of.ts'
import { phone, useBrowser } from '../support/browser.ts'
import { fontsOf, lacking, lettersOfFont, shownText, strangeFonts } from '../support/letters.ts'
import { realPack } from '../support/server.ts'
import { startWorlds } from '../support/site.ts'
import { allViews, type View } from '../support/views.ts'
import { visit } from '../support/visit.ts'

/* No tofu: each letter of each language is in a font that its page is sent, and the browser drew it with that. */

const browser = useBrowser()
const world = startWorlds()
const views = allViews().filter((view) => view.language ?? view.name === '/get-help')
let page: Page
let devtools: CDPSession
beforeAll(async () => {
  page = await browser.open(phone)
  devtools = await page.context().newCDPSession(page)
})

/** Goes to a page; gives the fonts that it was sent. */
const open = async (view: View): Promise<ReadonlySet<number>[]> => {
  const { url, locale } = await world(view.world)
  await visit(page, url, view.steps)
  const letters: ReadonlySet<number>[] = []
  // One after another: the reader of woff2 has room for one file.
  for (const path of await fontsOf(page)) {
    const asset = locale.site.assets.all.find((a) => a.path === path)
    if (!asset) throw new Error(`${path} is no file of the site`)
    letters.push(await lettersOfFont(path, asset.bytes))
  }
  return letters
}

/** Every day and hour that a language's own form of dates may bring, which stand in no file of the pack. */
const times = (locale: string): string =>
  Array.from({ length: 366 }, (_, n) => {
    const day = Temporal.PlainDate.from('2028-01-01').add({ days: n })
    return `${dayAndMonth(day, locale)} ${longDate(day, locale)} ${clock({ hour: n % 24, minute: n % 60 }, locale)}`
  }).join(' ')

describe('each letter is in a font that the page is sent', () => {
  test.for(views)('$name', async (view, { expect }) => {
    const fonts = await open(view)
    expect(fonts.length).toBeGreaterThan(0)
    expect(lacking(await shownText(page), fonts), 'on the page').toEqual([])
    expect(await strangeFonts(page, devtools), 'drawn in another font').toEqual([])
    const translations = realPack().translations.find(({ language }) => language.id === view.language?.id)
    for (const [id, { text }] of translations?.texts ?? []) expect(lacking(text, fonts), id).toEqual([])
    expect(lacking(times(view.language?.locale ?? 'en-GB'), fonts), 'in dates').toEqual([])
  })

  test('a letter that no font has would be noticed, and one that only the machine has', async () => {
    const fonts = await open({ name: '/get-help', world: 'evening', steps: [{ get: '/get-help' }], status: 200 })
    await page.evaluate(() => document.querySelector('h1')?.append(' ☃ ብ'))
    expect(lacking(await shownText(page), fonts)).toEqual(['☃', 'ብ'])
    await page.evaluate(() => {
      const [h1] = document.querySelectorAll<HTMLElement>('h1')
      if (h1) h1.style.setProperty('font-family', 'sans-serif')
    })
    expect((await strangeFonts(page, devtools)).join()).toContain('<h1')
  })
})

test('every page in another language is looked at in every check', async () => {
  const languages = realPack().translations.map(({ language }) => language.id)
  const seen = allViews().flatMap(({ steps: [step], language }) => (language && step && 'get' in step ? [step.get] : []))
  for (const name of ['evening', 'demo'] as const) {
    const { locale } = await world(name)
    const translated = [...pagesOf(locale).keys()].filter((path) => languages.includes(path.split('/')[1] ?? ''))
    expect(translated.length).toBeGreaterThanOrEqual(languages.length)
    expect(translated.filter((path) => !seen.includes(path))).toEqual([])
  }
})
