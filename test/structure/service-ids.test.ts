import { expect, test } from 'vitest'
import { shippedPack } from '../../src/content/fixtures.ts'
import { filesUnder, isForTests, lineOf, literal, parse, quasis, read } from './source.ts'

const loaded = shippedPack('hertfordshire')
const flows = new Set(loaded.pack?.flows.keys())
/** A flow may be called as a service is: code names the form that it asks with. */
const services = new Set([...(loaded.lists?.services.ids ?? [])].filter((id) => !flows.has(id)))

/** Ids of services that stand in code: alone in a text, or as one word of a template, such as `services.beacon.name`. */
const idsIn = (path: string, code: string): string[] =>
  parse(path, code).flatMap((node) => {
    const texts = node.type === 'TemplateLiteral' ? quasis(node) : [literal(node) ?? '']
    const ids = texts.flatMap((text) => (/\s/.test(text) ? [] : text.split(/[^a-z0-9-]+/).filter((word) => services.has(word))))
    return ids.map((id) => `${path}:${lineOf(code, node)} ${id}`)
  })

test('code asks for a service by its role, never by the id that a pack gives it', () => {
  const files = filesUnder('src').filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !isForTests(path))
  expect(services.size).toBeGreaterThan(20)
  // The stand-in for a county, by which the national files are checked alone (content/national.ts), is content.
  expect(files.flatMap((path) => (path === 'src/content/national.ts' ? [] : idsIn(path, read(path))))).toEqual([])
})

test('an id in code is seen, however it is written', () => {
  const code = `const a = services.get('childline')\nconst b = \`services.beacon.\${c}\`\n// childline\nconst d = 'Ask childline.'\n`
  expect(idsIn('a.ts', code)).toEqual(['a.ts:1 childline', 'a.ts:2 beacon'])
})
