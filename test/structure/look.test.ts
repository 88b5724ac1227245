import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build } from '../../tools/build.ts'
import { filesUnder, read } from './source.ts'

/** govuk-frontend's palette of today, read from the package, and the colours that GOV.UK pages had before it. */
const palette = readFileSync(
  join(
    dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
    'dist/govuk/settings/_colours-palette--internal.scss',
  ),
  'utf8',
)
const former = [
  '#1d70b8',
  '#00703c',
  '#d4351c',
  '#ffdd00',
  '#0b0c0c',
  '#f3f2f1',
  '#b1b4b6',
  '#505a5f',
  '#003078',
  '#4c2c92',
  '#5694ca',
  '#2b8cc4',
  '#002d18',
  '#594d00',
]
/** Nobody's own. */
const allowed = new Set(['#000000', '#ffffff'])
const govuk = new Set(
  [...former, ...(palette.match(/#[0-9a-f]{6}\b/gi) ?? []).map((hex) => hex.toLowerCase())].filter((hex) => !allowed.has(hex)),
)

/** `#fd0` is `#ffdd00`: minifiers write it so. */
const long = (hex: string): string => (hex.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex.slice(0, 7)).toLowerCase()

const lookFaults = (text: string): string[] => [
  ...(text.match(/#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3})\b/gi) ?? []).filter((hex) => govuk.has(long(hex))),
  ...(text.match(/GDS Transport|govuk-crest|govuk-logotype-crown|crown copyright/gi) ?? []),
]

beforeAll(() => build(), 60_000)

test('the palette is read', () => {
  expect(govuk.size).toBeGreaterThan(50)
  expect(govuk).toContain('#ca3535')
})

test('the built styles, the drawings and the brand have none of GOV.UK’s colours, type or crown', () => {
  const css = filesUnder('src/web/styles').map(read)
  const built = filesUnder('dist/assets')
    .filter((path) => path.endsWith('.css'))
    .map(read)
  const drawings = filesUnder('content').filter((path) => path.endsWith('.svg') || path.endsWith('brand.yaml'))
  expect(built.join('').length).toBeGreaterThan(50_000)
  expect([...css, ...built, ...drawings.map(read)].flatMap(lookFaults)).toEqual([])
})

test('one of them would be seen', () => {
  for (const css of ['a{color:#1D70B8}', 'a{color:#fd0}', 'a{color:#0b0c0c80}', 'a{font-family:"GDS Transport"}'])
    expect(lookFaults(css)).toHaveLength(1)
  expect(lookFaults('a{color:#174a3e} /* #facade7 */')).toEqual([])
})
