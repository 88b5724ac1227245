import { textSets, translationSchema } from '../../domain/languages/language.ts'
import { collect } from '../collection.ts'
import type { Whole } from '../load.ts'
import { wantedTexts } from '../translate/review-texts.ts'

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
export const languageStates = (loaded: Whole): LanguageState[] =>
  loaded.languages.map(({ language, texts }) => {
    const places = new Map(
      textSets.flatMap((set) => {
        const strings = collect(loaded.files.yaml(`words/${language.id}/${set}.yaml`), 'strings', translationSchema, [])
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
      untranslated: [...wantedTexts(loaded, language.id)].filter((id) => !texts.has(id)),
    }
  })
