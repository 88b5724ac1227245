import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { shippedPack } from './fixtures.ts'
import type { Pack } from './pack.ts'
import type { Path } from './yaml-source.ts'

/*
 * National words are read in every county: they name no place, partner or service of one. What a fact rests on may name any body: that is
 * evidence and no word to a reader.
 */

const content = fileURLToPath(new URL('../../content', import.meta.url))
const packs = readdirSync(content).filter((name) => name !== 'national')
const [loaded] = packs.map((id) => shippedPack(id))
if (!loaded?.pack) throw new Error('the shipped pack does not load')
const { files } = loaded

/** Names that a reader takes for those of one county. Bodies that the national files know for themselves are of every county. */
const localNames = ({ partnership: p, partners, services, firstResponders }: Pack, local: ReadonlySet<string>): string[] => {
  const national = [
    ...firstResponders.map(({ name }) => name),
    ...services.filter(({ id }) => !local.has(id)).flatMap(({ name, answered_by }) => [name, answered_by]),
  ].join('\n')
  const own = partners.filter(({ kind, name }) => kind !== 'national' && !national.includes(name.replace(/^The /, '')))
  return [
    ...[p.area, p.name, p.short, p.social?.handle, ...(p.police_unit ?? []).map(({ name }) => name)],
    ...own.flatMap(({ name, short }) => [name, short]),
    ...services.filter(({ id }) => local.has(id)).map(({ name }) => name.replace(/ \(.*/, '')),
  ].flatMap((name) => (name ? [name] : []))
}

/** Fields and lists that say what something rests on. */
const evidence = new Set<unknown>(['source', 'sources', 'seen_at', 'evidence'])
const isEvidence = (path: Path): boolean => path.some((key) => evidence.has(key))

type Said = { file: string; line: number; text: string }

const nationalTexts: Said[] = [
  ...files.allYaml.flatMap(({ file, strings }) =>
    strings().flatMap(({ path, text, line }) => (isEvidence(path) ? [] : [{ file, line, text }])),
  ),
  ...files.allMarkdown.flatMap(({ file, head, body }) => [
    ...head.strings().flatMap(({ path, text, line }) => (isEvidence(path) ? [] : [{ file, line, text }])),
    { file, line: 1, text: body },
  ]),
].filter(({ file }) => file.startsWith('national/'))

const naming = (names: readonly string[], texts: readonly Said[]): string[] => {
  const any = new RegExp(`(?<![\\p{L}\\d])(?:${names.map((name) => RegExp.escape(name)).join('|')})(?![\\p{L}\\d])`, 'u')
  return texts.flatMap(({ file, line, text }) => {
    const found = any.exec(text)
    return found ? [`${file}:${line} ${found[0]}`] : []
  })
}

const listed = (id: string): ReadonlySet<string> =>
  new Set(
    files
      .yaml('services.yaml')
      .sources.filter(({ file }) => file.startsWith(`${id}/`))
      .flatMap(({ data }) => (data as { services: { id: string; name?: string }[] }).services)
      .flatMap(({ id, name }) => (name ? [id] : [])),
  )

test.for(packs)('national words name nothing of %s', (id) => {
  const { pack } = shippedPack(id)
  if (!pack) throw new Error(`${id} does not load`)
  const names = localNames(pack, listed(id))
  expect(names.length).toBeGreaterThan(20)
  expect(naming(names, nationalTexts)).toEqual([])
  for (const name of names) expect(naming(names, [{ file: 'x', line: 1, text: `Ask ${name}, if you can.` }]), name).toHaveLength(1)
})
