import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { clock, dayAndMonth, longDate } from '../../../src/format/when.ts'
import type { Locale } from '../../../src/web/context/types.ts'
import { phone } from '../../support/browser.ts'
import { everyLanguage } from '../../support/every.ts'
import { fontsOf, lacking, lettersOfFont, shownText, strangeFonts } from '../../support/letters.ts'
import { realPack } from '../../support/real-pack.ts'
import { startWorlds } from '../../support/site.ts'
import { among, type Probe } from './probe.ts'

const world = startWorlds()

/** The letters of each font that the page was sent. */
export const lettersSent = async (page: Page, { site }: Locale): Promise<ReadonlySet<number>[]> => {
  const letters: ReadonlySet<number>[] = []
  // One after another: the reader of woff2 has room for one file.
  for (const path of await fontsOf(page)) {
    const asset = site.assets.all.find((a) => a.path === path)
    if (!asset) throw new Error(`${path} is no file of the site`)
    letters.push(await lettersOfFont(path, asset.bytes))
  }
  return letters
}

/** Every day and hour that a language's own form of dates may bring, which stand in no file of the pack. */
export const times = (locale: string): string =>
  Array.from({ length: 366 }, (_, n) => {
    const day = Temporal.PlainDate.from('2028-01-01').add({ days: n })
    return `${dayAndMonth(day, locale)} ${longDate(day, locale)} ${clock({ hour: n % 24, minute: n % 60 }, locale)}`
  }).join(' ')

export const letters: Probe = {
  name: 'each letter is in a font that the page is sent',
  asks: among(everyLanguage()),
  looks: () => [phone],
  look: async ({ page, view }) => {
    const fonts = await lettersSent(page, (await world(view.world)).locale)
    expect(fonts.length).toBeGreaterThan(0)
    const among = (where: string, text: string) => lacking(text, fonts).map((letter) => `${where}: ${letter}`)
    const translations = realPack().translations.find(({ language }) => language.id === view.language?.id)
    return [
      ...among('on the page', await shownText(page)),
      ...(await strangeFonts(page)).map((words) => `drawn in another font: ${words}`),
      ...[...(translations?.texts ?? [])].flatMap(([id, { text }]) => among(id, text)),
      ...among('in dates', times(view.language?.locale ?? 'en-GB')),
    ]
  },
}
