import type { Pack } from '../content/pack.ts'
import { withPlaces } from '../content/places.ts'
import { blockId, pageTexts, type Translations, textsOnGetHelp } from '../content/translations.ts'
import type { Words } from '../content/words.ts'
import { mayPublish } from '../domain/languages/language.ts'
import { blocksOf, type Page } from '../domain/page.ts'
import type { PrintedServiceWords } from '../domain/services/words.ts'

/**
 * A pack whose words are in another language as far as they may be read. `translated`: the ids of those texts; all others are in English.
 * `complete`: those are all that its pages show. `reviewed`: a person has checked each of them.
 */
export type Translated = { pack: Pack; translated: ReadonlySet<string>; complete: boolean; reviewed: boolean }

/** Ids that stand for everything: in English nothing has to be put in the place of something. */
export const everything: Pick<ReadonlySet<string>, 'has'> = { has: () => true }

/**
 * The pack in another language, for one set of texts: what has no translation, or none that may be published, stays English.
 * `drafts`: the sets of which unreviewed texts may be shown.
 */
export const inLanguage = (pack: Pack, translations: Translations, set: string, drafts: readonly string[]): Translated => {
  const of = known.get(pack) ?? new Map<Translations, Map<string, Translated>>()
  known.set(pack, of)
  const ways = of.get(translations) ?? new Map<string, Translated>()
  of.set(translations, ways)
  const key = [set, ...drafts].join(' ')
  const translated = ways.get(key) ?? putInLanguage(pack, translations, set, drafts)
  ways.set(key, translated)
  return translated
}

/** Packs that were put in a language: every page of it, and every sheet, asks for the same one, and reads the same messages. */
const known = new WeakMap<Pack, Map<Translations, Map<string, Translated>>>()

const putInLanguage = (pack: Pack, { language, texts }: Translations, set: string, drafts: readonly string[]): Translated => {
  const own = [...texts].filter(([, text]) => (text.set === 'get-help' || text.set === set) && mayPublish(text.set, text.state, drafts))
  const shown = new Map(own.map(([id, text]) => [id, text.text]))
  const service = (words: PrintedServiceWords): PrintedServiceWords => {
    const fields = Object.keys(words).filter((field) => field !== 'id')
    const said: PrintedServiceWords = Object.assign(
      { ...words },
      ...fields.map((field) => textAs(shown, `services.${words.id}.${field}`, field)),
    )
    // A translation names the service without its places, as the English of the file does.
    const of = words.served && said.name !== words.name ? pack.services.find(({ id }) => id === words.id) : undefined
    return of ? withPlaces(said, of, pack.partnership.places ?? [], language.locale) : said
  }
  const page = (of: Page): Page =>
    Object.assign(
      {
        ...of,
        body: blocksOf(of.body)
          .map((block, n) => shown.get(blockId(of.id, n)) ?? block)
          .join('\n\n'),
      },
      ...(['title', 'history_title', 'description', 'lead'] as const).map((field) => textAs(shown, `page.${of.id}.${field}`, field)),
    )
  const words: Words = { language: language.id, messages: { ...pack.words.messages, ...Object.fromEntries(shown) } }
  return {
    translated: new Set(shown.keys()),
    complete: [...textsOf(pack, set)].every((id) => shown.has(id)),
    reviewed: own.every(([, { state }]) => state === 'reviewed'),
    pack: {
      ...pack,
      words,
      serviceWords: new Map([...pack.serviceWords].map(([id, of]) => [id, service(of)])),
      pages: new Map([...pack.pages].map(([id, of]) => [id, page(of)])),
    },
  }
}

const textAs = (texts: ReadonlyMap<string, string>, id: string, field: string): Record<string, string> => {
  const text = texts.get(id)
  return text === undefined ? {} : { [field]: text }
}

/** The ids of the English texts that pages of a set show: those of "get help", or those of the page itself. */
const textsOf = (pack: Pack, set: string): readonly string[] => {
  const page = set === 'get-help' ? undefined : pack.pages.get(set)
  return page ? pageTexts(page).map(([id]) => id) : textsOnGetHelp(pack)
}
