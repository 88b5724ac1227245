import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file a script; a page loads those whose letters it shows (styles/tongues-noto.scss …). */
const faces: readonly { name: string; file: string; features?: string[] }[] = [
  { name: 'atkinson', file: 'atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2' },
  { name: 'noto', file: 'noto-sans/files/noto-sans-latin-wght-normal.woff2' },
  { name: 'noto-ext', file: 'noto-sans/files/noto-sans-latin-ext-wght-normal.woff2' },
  { name: 'noto-vietnamese', file: 'noto-sans/files/noto-sans-vietnamese-wght-normal.woff2' },
  { name: 'noto-cyrillic', file: 'noto-sans/files/noto-sans-cyrillic-wght-normal.woff2' },
  { name: 'arabic', file: 'noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2' },
  {
    name: 'ethiopic',
    file: 'noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-wght-normal.woff2',
    // Without kerning: its table is half the file, and Ethiopic letters are spaced by their own widths.
    features: ['ccmp', 'locl', 'mark', 'mkmk'],
  },
]

/** Cuts the fonts down to the letters that the content uses, with the printable ASCII always among them. */
export const subsetFonts = async (root: string, content: string, out: string): Promise<void> => {
  const letters = lettersOf(content)
  const from = (name: string) => join(root, 'node_modules/@fontsource-variable', name)
  for (const { name, file, features } of faces)
    await cut(root, from(file), letters, { min: 400, max: 700, default: 400 }, join(out, `${name}.woff2`), features)
  await cut(
    root,
    from('noto-sans/files/noto-sans-latin-wght-normal.woff2'),
    '0123456789 +',
    { min: 700, max: 700, default: 700 },
    join(out, 'digits.woff2'),
  )
}

type Axis = { min: number; max: number; default: number }

/** Subsetting takes a second, so its result is kept beside the installed packages, by the hash of what went in. */
const cut = async (root: string, file: string, letters: string, wght: Axis, out: string, features?: string[]): Promise<void> => {
  const font = readFileSync(file)
  const cache = join(root, 'node_modules/.cache/waymark-fonts')
  const kept = join(
    cache,
    `${createHash('sha256')
      .update(font)
      .update(letters)
      .update(JSON.stringify([wght, features]))
      .digest('hex')
      .slice(0, 24)}.woff2`,
  )
  if (!existsSync(kept)) {
    const { default: subsetFont } = await import('subset-font')
    const axis = wght.min === wght.max ? wght.default : wght
    mkdirSync(cache, { recursive: true })
    writeFileSync(
      kept,
      await subsetFont(font, letters, {
        targetFormat: 'woff2',
        variationAxes: { wght: axis },
        ...(features ? { keepFeatures: features } : {}),
      }),
    )
  }
  writeFileSync(out, readFileSync(kept))
}

/** Its words are looked for, never shown: their letters are none of a page's. */
const unseen = 'search.yaml'

const lettersOf = (folder: string): string => {
  const letters = new Set(Array.from({ length: 95 }, (_, i) => String.fromCodePoint(32 + i)))
  for (const letter of '\u00a0–—‘’“”…·') letters.add(letter)
  for (const letter of dateWords(folder)) letters.add(letter)
  const read = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) read(inner)
      else if (/\.(yaml|md)$/.test(entry.name) && entry.name !== unseen)
        for (const letter of readFileSync(inner, 'utf8')) letters.add(letter)
    }
  }
  read(folder)
  return [...letters]
    .filter((l) => l >= ' ')
    .sort()
    .join('')
}

/** Names of days and months stand in no file: each language's own form of dates brings them. */
const dateWords = (folder: string): string => {
  const locales = readFileSync(join(folder, 'national/languages.yaml'), 'utf8').matchAll(/locale: ([\w-]+)/g)
  return [...locales]
    .flatMap(([, locale]) => {
      const form = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      return Array.from({ length: 12 * 7 }, (_, n) => form.format(Date.UTC(2026, n % 12, 1 + (n % 7))))
    })
    .join('')
}
