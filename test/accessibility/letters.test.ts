import { describe, expect, test } from 'vitest'
import { everyLanguage } from '../support/every.ts'
import { lacking, lettersOfFont } from '../support/letters.ts'
import { realPack } from '../support/real-pack.ts'
import { startWorlds } from '../support/site.ts'
import { times } from './probes/letters.ts'

/* Every language's words and dates, in the fonts that the stylesheet of its face names: the browser comes to some languages alone (visits.ts). */

const world = startWorlds()

const fontsOfFace = async (face: string): Promise<ReadonlySet<number>[]> => {
  const { assets } = (await world('evening')).locale.site
  const styles = assets.all.find(({ path }) => path === assets.url(face === 'atkinson' ? 'first.css' : `tongues-${face}.css`))
  const named = [...String(styles?.bytes).matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(([, path]) => path)
  const letters: ReadonlySet<number>[] = []
  // One after another: the reader of woff2 has room for one file.
  for (const { path, bytes } of assets.all.filter((asset) => named.includes(asset.path))) letters.push(await lettersOfFont(path, bytes))
  return letters
}

describe('each letter is in a font of its face', () => {
  test.for(realPack().translations.map(({ language, texts }) => ({ language, texts, name: language.english })))(
    '$name',
    async ({ language, texts }) => {
      const fonts = await fontsOfFace(language.face)
      expect(fonts.length).toBeGreaterThan(0)
      expect([...texts].flatMap(([id, { text }]) => lacking(text, fonts).map((letter) => `${id}: ${letter}`))).toEqual([])
      expect(lacking(times(language.locale), fonts)).toEqual([])
    },
  )

  test('one that is in none would be noticed', async () => expect(lacking('a\u{10A60}', await fontsOfFace('noto'))).toEqual(['\u{10A60}']))
  test('every language is among them', () =>
    expect(realPack().translations.length).toBe(new Set(everyLanguage().map(({ language }) => language?.id)).size - 1))
})
