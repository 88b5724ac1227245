import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Families that the press prints in: @expo-google-fonts/<family>/<weight>/…ttf. */
const families = ['atkinson-hyperlegible-next', 'noto-sans', 'noto-sans-arabic', 'noto-sans-ethiopic'] as const
const weights = ['400Regular', '700Bold'] as const

/** The font files, regular and bold of each family. */
export const pressFonts = (): Buffer[] => {
  const { resolve } = createRequire(import.meta.url)
  return families.flatMap((family) => {
    const folder = dirname(resolve(`@expo-google-fonts/${family}/package.json`))
    return weights.map((weight) => {
      const place = join(folder, weight)
      return readFileSync(join(place, readdirSync(place).find((file) => file.endsWith('.ttf')) ?? ''))
    })
  })
}
