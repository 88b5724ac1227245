import type { Language } from '../domain/languages/language.ts'

const quote = '\\p{Pi}\\p{Pf}„‚「」『』"'
/** What a message says around `{language}` inside the same quotation marks, with them. */
const phrase = new RegExp(`([${quote}][^${quote}]*)\\{language\\}([^${quote}]*[${quote}])`, 'u')

/**
 * What a caller says to be given an interpreter, as the value of `{language}` in a message. Where readers of one page speak one of
 * several languages, the phrase in quotation marks is said in full for each: “I speak Dari” or “I speak Farsi”. Someone who says
 * "Dari, or Farsi" may get an interpreter they do not understand.
 */
export const namesToSay = (message: string, { english, say = [english] }: Pick<Language, 'english' | 'say'>, locale: string): string => {
  const [, open = '', close = ''] = phrase.exec(message) ?? []
  const names = say.map((name, i) => `${i ? open : ''}${name}${i < say.length - 1 ? close : ''}`)
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
}

/** The language that the interpreter will speak: by its own name in a text in it (`own`), else by its English name. */
export const languageNamed = (
  { name, english, say = [english] }: Pick<Language, 'name' | 'english' | 'say'>,
  own: boolean,
  locale: string,
): string => (own ? name : new Intl.ListFormat(locale, { type: 'disjunction' }).format(say))
