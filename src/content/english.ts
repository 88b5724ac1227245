import type { PackFiles } from './files.ts'
import type { MarkdownSource } from './markdown-source.ts'
import type { Text, YamlSource } from './yaml-source.ts'

/**
 * A text of a pack's English files. `name`: its file within a layer. In `yaml`, or in the `head` or `body` of a Markdown page; a body is one
 * text. Left out is what is no text: ids, and what a fact rests on.
 */
export type English = Text & { file: string; name: string } & (
    | { in: 'yaml'; source: YamlSource }
    | { in: 'head' | 'body'; source: MarkdownSource }
  )

/**
 * Every one of them, whatever its field is called, so that a new field cannot hide one. Who reads only some says which not. Imported news is
 * somebody else's text and is left out.
 */
export const englishIn = (files: PackFiles): English[] => [
  ...files.allYaml.filter(({ file }) => isEnglish(file)).flatMap(englishOf),
  ...files.markdown('pages').flatMap(({ source }): English[] => {
    const { file, head, body, bodyLine, lineAt } = source
    const place = { file, name: nameOf(file), source }
    return [
      ...head
        .strings()
        .filter(({ path }) => shownInHead.has(String(path[0])))
        .map((text): English => ({ ...text, ...place, in: 'head' })),
      { path: [], text: body, line: bodyLine, lineAt, ...place, in: 'body' },
    ]
  }),
]

const englishOf = (source: YamlSource): English[] =>
  source.strings().flatMap((text): English[] => {
    const field = text.path.findLast((key) => typeof key === 'string')
    const rests = text.path[0] !== 'words' && restsFields.has(String(field))
    if (rests || text.path.includes('also') || isId(text.text)) return []
    return [{ ...text, file: source.file, name: nameOf(source.file), in: 'yaml', source }]
  })

const nameOf = (file: string): string => file.replace(/^[^/]*\//, '')
const isEnglish = (file: string): boolean => !/^[^/]*\/words\/(?!en\/)/.test(file)
/** An id or a list of words joined by hyphens is no sentence. */
const isId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

/* `also` holds words by which an option is found (domain/flow/words.ts): nobody is shown them. */

/** Fields that say what a text rests on, and when it was looked at. */
const restsFields = new Set(['source', 'source_date', 'sources', 'checked', 'review', 'owner', 'owner_default', 'sure'])
const shownInHead = new Set(['title', 'history_title', 'description', 'lead'])
