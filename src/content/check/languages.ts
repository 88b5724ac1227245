import { setOf, textSets, translationSchema } from '../../domain/languages/language.ts'
import { collect } from '../collection.ts'
import type { Whole } from '../load.ts'
import { englishTexts } from '../translations.ts'

/** How far a language has come. */
export type LanguageState = {
  id: string
  english: string
  /** How many texts are in each state. */
  reviewed: number
  drafted: number
  /** Texts whose English has changed since they were made, and where each stands. */
  needsReview: { id: string; file: string; line: number }[]
  /** Ids of the English texts that a page in this language would show as they are. */
  untranslated: string[]
}

/** What the languages of a pack have and lack, in the order of languages.yaml. */
export const languageStates = ({ pack, files }: Whole): LanguageState[] => {
  const english = [...englishTexts(pack.words, [...pack.serviceWords.values()], pack.pages).keys()]
  const somewhere = new Set(pack.translations.flatMap(({ texts }) => [...texts.keys()]))
  const wanted = english.filter((id) => somewhere.has(id) || alwaysShown(id, pack.getHelp))
  return pack.translations.map(({ language, texts }) => {
    const begun = new Set(['get-help', ...[...texts.values()].map(({ set }) => set)])
    const places = new Map(
      textSets.flatMap((set) => {
        const strings = collect(files.yaml(`words/${language.id}/${set}.yaml`), 'strings', translationSchema, [])
        return strings.rows.flatMap((row): [string, { file: string; line: number }][] => {
          const origin = strings.origins(row.id).at(-1)
          return origin ? [[row.id, { file: origin.source.file, line: origin.source.line(origin.path) }]] : []
        })
      }),
    )
    const inState = (state: string) => [...texts].filter(([, text]) => text.state === state).map(([id]) => id)
    return {
      id: language.id,
      english: language.english,
      reviewed: inState('reviewed').length,
      drafted: inState('drafted').length,
      needsReview: inState('needs-review').map((id) => ({ id, ...(places.get(id) ?? { file: '', line: 1 }) })),
      untranslated: wanted.filter((id) => begun.has(setOf(id)) && !texts.has(id)),
    }
  })
}

/** Is a text on "get help" in whatever language? Of the words around every page only some are: those that one language has. */
const alwaysShown = (id: string, getHelp: readonly string[]): boolean => {
  const [group = '', of = ''] = id.split('.')
  return (
    ['get-help', 'service', 'draft'].includes(group) || (group === 'services' && getHelp.includes(of)) || id.startsWith('page.get-help.')
  )
}
