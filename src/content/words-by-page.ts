import { readers } from '../domain/style/readers.ts'
import { type English, englishIn } from './english.ts'
import type { Whole } from './load.ts'
import { type Place, placeOfText, placeOfTextId, rowsAround } from './readers.ts'
import { type Fill, readingsOf } from './readings.ts'
import { refsOf } from './serving.ts'
import type { Path } from './yaml-source.ts'

/** A page, sheet, deck or form with all that it says, in the order of its files; each sentence with where it stands. */
export type PageOfWords = Place & { title: string | null; sentences: { file: string; line: number; text: string }[] }

type Part = { place: Place; file: string; path: Path; text: string; lineAt: (index: number) => number; titled: boolean }

/** Every sentence that somebody is shown, by page; those for victims first. A number or figure is filled in, another value is its name. */
export const wordsByPage = (loaded: Whole, language: string): PageOfWords[] => {
  const { pack } = loaded
  const refs = refsOf(pack.services, pack.figures, pack.partnership.places ?? [], 'en-GB')
  const fill: Fill = (name) => {
    const [kind, id = ''] = name.split(':')
    return (kind === 'phone' || kind === 'figure' ? refs[kind].get(id) : undefined) ?? `{${name}}`
  }
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' })
  const pages = new Map<string, PageOfWords>()
  for (const part of language === 'en' ? englishParts(loaded) : translatedParts(loaded, language)) {
    const key = `${part.place.readers} ${part.place.page}`
    const page = pages.get(key) ?? { ...part.place, title: null, sentences: [] }
    pages.set(key, page)
    for (const { text, lineAt } of readingsOf(part, fill)) {
      if (part.titled) page.title ??= text
      for (const { segment, index } of segments.segment(text)) {
        const line = lineAt(index)
        if (segment.trim()) page.sentences.push({ file: part.file, line, text: segment.trim() })
      }
    }
  }
  return [...pages.values()].sort((a, b) => readers.indexOf(a.readers) - readers.indexOf(b.readers))
}

/** A page's own text comes first, then the words of its interface, then rows of lists. */
const englishParts = ({ files, pack }: Whole): Part[] => {
  const parts = englishIn(files).flatMap((said) => {
    const place = placeOfText(said, pack)
    return place ? [{ ...said, place, titled: isTitle(said, place) }] : []
  })
  const order = (part: (typeof parts)[number]): number => (part.in !== 'yaml' ? 0 : part.path[0] === 'words' ? 1 : 2)
  return parts.sort((a, b) => order(a) - order(b))
}

/** The title of a page: of its Markdown, of the words of its interface, or the name of the row that has a page of its own. */
const isTitle = (said: English, { page }: Place): boolean => {
  const field = said.path.at(-1)
  if (!page.startsWith('/') || (field !== 'title' && field !== 'name')) return false
  return said.path.length === 1 || said.path[0] === 'words' || page.split('/').includes(rowsAround(said).at(-1) ?? '')
}

/** In the order of the files of a language. */
const translatedParts = ({ files, pack }: Whole, language: string): Part[] =>
  files.allYaml
    .filter(({ file }) => file.split('/').slice(1, 3).join('/') === `words/${language}`)
    .flatMap((source) =>
      source.strings().flatMap((text): Part[] => {
        const row: unknown = Reflect.get(Object(Reflect.get(Object(source.data), 'strings')), text.path[1] ?? '')
        const id: unknown = Reflect.get(Object(row), 'id')
        if (text.path.at(-1) !== 'text' || typeof id !== 'string') return []
        const place = placeOfTextId(id, pack)
        if (!place) return []
        const isBlock = /^page\.[a-z-]+\.\d+$/.test(id)
        return [{ ...text, path: isBlock ? [] : ['words'], file: source.file, place, titled: /^page\.[a-z-]+\.title$/.test(id) }]
      }),
    )
