import { afterAll, describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import type { Collection, Origin } from './collection.ts'
import { everyFourth, testPack } from './fixtures.ts'
import type { ListPart, References } from './lists/descriptor.ts'
import { flowParts } from './lists/flows.ts'
import { lists } from './lists/index.ts'
import { courseReferences, partReferences } from './lists/training.ts'
import { lineLists, partnership } from './lists/values.ts'
import type { Whole } from './load.ts'
import { textsAt } from './named.ts'
import { courseFile, isPartFile } from './training.ts'
import type { Path, YamlSource } from './yaml-source.ts'

/*
 * What a descriptor says that a list refers to is looked up: each reference of each list, broken once in a copy of the real pack, is found at its
 * file and line. A list that is added is tested by its descriptor alone.
 */

const pack = testPack()
afterAll(() => pack.remove())
const whole = pack.load() as Whole

/** A place of a file that names something. */
type Named = { source: YamlSource; path: Path }
/** A reference of a descriptor, and every place of the pack that has it. */
type Referred = { from: string; places: Named[] }

type AnyLists = Readonly<Record<string, Collection<{ id: string }>>>

/** Places whose own text names something: a head may lend a row its value. */
const inRows = (from: string, descriptors: Readonly<Record<string, ListPart>>, all: readonly AnyLists[]): Referred[] =>
  Object.entries(descriptors).flatMap(([name, { references = {} }]) =>
    Object.keys(references).map((pattern) => ({
      from: `${from} ${name}: ${pattern}`,
      places: all.flatMap(({ [name]: list }) => (list?.rows ?? []).flatMap((row) => inRow(row, list?.origins(row.id) ?? [], pattern))),
    })),
  )

const inRow = (row: { id: string }, origins: readonly Origin[], pattern: string): Named[] =>
  textsAt(row, pattern).flatMap(({ path, name }) => {
    const origin = origins.findLast(({ source, path: at }) => valueAt(source.data, [...at, ...path]) === name)
    return origin ? [{ source: origin.source, path: [...origin.path, ...path] }] : []
  })

const inFiles = (from: string, references: References, files: readonly string[]): Referred[] =>
  Object.keys(references).map((pattern) => ({
    from: `${from}: ${pattern}`,
    places: files.flatMap((file) =>
      whole.files.yaml(file).sources.flatMap((source) => textsAt(source.data, pattern).map(({ path }) => ({ source, path }))),
    ),
  }))

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value && typeof value === 'object' ? Reflect.get(value, key) : undefined), data)

const referred: Referred[] = [
  ...inRows('list', lists, [whole.lists as unknown as AnyLists]),
  ...inRows(
    'flow',
    flowParts,
    whole.lists.flows.map(({ parts }) => parts as unknown as AnyLists),
  ),
  ...inFiles(lineLists.file, lineLists.references ?? {}, [lineLists.file]),
  ...inFiles(partnership.file, partnership.references ?? {}, [partnership.file]),
  ...inFiles('course', courseReferences, [courseFile]),
  ...inFiles('part', partReferences, whole.files.names.filter(isPartFile)),
]

/** The file with another name at that place, and nothing else changed. */
const renamed = ({ source: { file }, path }: Named, name: string): string => {
  const text = pack.read(file)
  const range = (parseDocument(text).getIn(path, true) as { range?: [number, number, number] } | undefined)?.range
  if (!range) throw new Error(`${file} has nothing at ${path.join('.')}`)
  return text.slice(0, range[0]) + name + text.slice(range[1])
}

const nowhere = 'leads-nowhere-at-all'
describe('a reference that leads nowhere is found at its file and line', () => {
  test('every reference of a descriptor stands somewhere in the pack, but for what only some partnerships have', () => {
    expect(referred.length).toBeGreaterThan(70)
    expect(referred.flatMap(({ from, places }) => (places.length ? [] : [from]))).toEqual([
      'partnership.yaml: languages',
      'partnership.yaml: adopted.organisation',
      'partnership.yaml: coordinator.phone_service',
      'partnership.yaml: data_protection.controllers.partners',
      // A table of kinds: the national course shows them as tiles.
      'part: slides.*.kinds',
    ])
  })

  const last = referred.flatMap(({ from, places }) => places.slice(-1).map((place) => [from, place] as const))
  test.each(everyFourth(last))('%s', (_from, place) => {
    const { source, path } = place
    const { pack: broken, findings } = pack.load([{ file: source.file, text: renamed(place, nowhere) }])
    expect(broken).toBeNull()
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        rule: 'reference',
        file: source.file,
        line: source.line(path),
        found: expect.stringContaining(nowhere),
      }),
    )
  })
})
