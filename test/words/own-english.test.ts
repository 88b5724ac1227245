import { describe, expect, test } from 'vitest'
import { lookThrough } from '../../src/content/check/look-through.ts'
import { around, plainReadings } from '../../src/content/check/style.ts'
import { shippedPack } from '../../src/content/fixtures.ts'
import { filesUnder, isForTests, lineOf, literal, type Node, parse, quasis, read } from '../structure/source.ts'

/* Guides and messages keep to the style list, as the pack does (docs/reference/check.md#style; for the pack: src/content/check/style.test.ts). */

const { lists } = shippedPack('hertfordshire')
if (!lists) throw new Error('The pack cannot be read.')
const patterns = lists.style.rows

type Said = { file: string; line: number; text: string }

/** What patterns for staff find. Words set as code are names of things. */
const hitsIn = (texts: readonly Said[]): string[] => {
  const looked = texts.map((said) => ({ ...said, text: said.text.replace(/`[^`]*`/g, '0'), readers: 'staff' as const }))
  const { hits } = lookThrough(patterns, looked, 5000)
  return looked.flatMap((one) =>
    hits(one).map(({ id, from, to }) => `${one.file}:${one.line} "${one.text.slice(from, to)}" (${id}): ${around(one.text, from, to)}`),
  )
}

const guideTexts = (file: string, text = read(file)): Said[] =>
  plainReadings({ path: [], text, lineAt: (index) => text.slice(0, index).split('\n').length }).map((reading) => ({
    file,
    line: reading.lineAt(0),
    text: reading.text,
  }))

/** Sentences in code: at least three words, with a digit for each value that is filled in. Lines of `name: value` are a file, not a sentence. */
const textsInCode = (file: string, code = read(file)): Said[] =>
  parse(file, code).flatMap((node: Node): Said[] => {
    const text = node.type === 'TemplateLiteral' ? quasis(node).join('0') : literal(node)
    return text !== null && /^\s*[\p{L}"`0]/u.test(text) && text.trim().split(/\s+/).length > 2 && !/\n[a-z_]+: /.test(text)
      ? [{ file, line: lineOf(code, node), text }]
      : []
  })

describe('what the style list advises against is not', () => {
  test('in the guides', () => {
    const guides = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...filesUnder('docs/guide').filter((file) => file.endsWith('.md'))]
    expect(hitsIn(guides.flatMap((file) => guideTexts(file)))).toEqual([])
  })

  test('in what commands and checks say', () => {
    const files = ['src/cli', 'src/processes', 'src/content', 'src/domain', 'src/press', 'src/web/http']
      .flatMap(filesUnder)
      .filter((file) => file.endsWith('.ts') && !isForTests(file))
    expect(hitsIn(files.flatMap((file) => textsInCode(file)))).toEqual([])
  })

  test('and would be found there', () => {
    expect(hitsIn(guideTexts('a.md', '# A\n\nRing `us` now,\nor ask `whom` you like.'))).toEqual([
      'a.md:3 "Ring" (ring-verb): Ring 0 now, or ask 0 you like.',
    ])
    expect(hitsIn(textsInCode('a.ts', "x('the whom')\nconst y = `Ask $" + '{z} whom you told`'))).toEqual([
      'a.ts:2 "whom" (whom): Ask 0 whom you told',
    ])
  })
})
