import type { Pack } from '../../../content/pack.ts'
import type { Translations } from '../../../content/translations.ts'
import { mayPublish } from '../../../domain/languages/language.ts'
import { addressIn, picturesPath } from '../../context/addresses.ts'
import type { SearchDocument } from './document.ts'

/** "Get help" in a language, found by that language's own words. */
export const languageDocument =
  (pack: Pack) =>
  ({ language, texts }: Translations): SearchDocument => {
    const shown = [...texts].filter(([, text]) => text.set === 'get-help' && mayPublish(text.set, text.state, []))
    return {
      href: addressIn(language, '/get-help'),
      group: 'languages',
      title: language.name,
      summary: shown.find(([id]) => id === 'page.get-help.title')?.[1].text ?? '',
      body: shown.map(([, { text }]) => text).join('\n'),
      words: pack.search.languages.find((row) => row.id === language.id)?.words ?? [],
      weight: 1,
      language: { tag: language.id, direction: language.direction },
    }
  }

/** "Get help" in pictures: found by its own words, after the page in full. */
export const picturesDocument =
  ({ words, pages }: Pack) =>
  (translations: Translations | null): SearchDocument => {
    const said = (id: string, english: string) => {
      const own = translations?.texts.get(id)
      return own && mayPublish(own.set, own.state, []) ? own.text : english
    }
    const language = translations?.language
    return {
      href: addressIn(language ?? null, picturesPath),
      group: language ? 'languages' : 'ring',
      title: [language?.name ?? pages.get('get-help')?.title, said('get-help.pictures', words.messages['get-help.pictures'])].join(': '),
      summary: '',
      body: '',
      words: [],
      weight: 0.5,
      ...(language ? { language: { tag: language.id, direction: language.direction } } : {}),
    }
  }
