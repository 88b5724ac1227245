import { expect, test } from 'vitest'
import { PressFault } from '../../src/press/shared/kind.ts'
import { outputsOfPack } from '../support/outputs.ts'
import { boxFaults, type PaintedPage, paintedOf } from '../support/pdf-painted.ts'
import { drawn } from '../support/press.ts'
import { realPack } from '../support/real-pack.ts'

/* One text after the other of each look is made far too long: either all of it still stands in its place, or the press refuses the sheet. */

const outputs = outputsOfPack(realPack())
const looks = [
  'leaflet-hotel',
  'leaflet-get-help-en',
  'leaflet-get-help-ar',
  'card-en',
  'poster-places-a4',
  'flowchart-child',
  'booklet-nrm-explained',
  'handbook-everyone',
  'guide-everyone',
]
const more = ' and so many people who are here, or somewhere else'.repeat(5)

/** Where sentences stand in the data, one of each kind: list entries are of one kind. */
const placesOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] => {
  if (typeof value === 'string') return /^[^<].*[a-z]{3,} [a-z]/.test(value) && !/^https?:/.test(value) ? [path] : []
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name]))
}
const kindOf = (path: readonly string[]): string => path.map((name) => (/^\d+$/.test(name) ? '#' : name)).join('.')

const longerAt = (value: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) return `${value}${more}`
  if (Array.isArray(value)) return value.map((inner, i) => (String(i) === name ? longerAt(inner, rest) : inner))
  return { ...(value as object), [name]: longerAt((value as Record<string, unknown>)[name], rest) }
}

const outsideOf = (pages: readonly PaintedPage[]): string[] =>
  pages.flatMap(({ painted, width, height }) =>
    painted.flatMap((one) =>
      one.kind === 'text' && (one.left < 5 || one.bottom < 5 || one.right > width - 5 || one.top > height - 5)
        ? [`"${one.text}" leaves the page`]
        : [],
    ),
  )

test.each(looks)('%s', async (id) => {
  const output = outputs.find((one) => one.id === id)
  if (!output) throw new Error(`no ${id}`)
  const places = new Map(placesOf(output.data).map((path) => [kindOf(path), path]))
  expect(places.size).toBeGreaterThan(4)
  const faults: string[] = []
  for (const [kind, path] of places)
    try {
      const pages = await paintedOf(await drawn({ ...output, data: longerAt(output.data, path) }))
      faults.push(...[...boxFaults(pages), ...outsideOf(pages)].map((fault) => `${kind}: ${fault}`))
    } catch (error) {
      // A fault of the press tells the text; an error of any other kind is its own.
      if (!(error instanceof PressFault) || !error.fault.about) throw error
    }
  expect(faults).toEqual([])
})
