import type { Language } from '../domain/languages/language.ts'

/**
 * What a caller says to be given an interpreter, as the value of `{language}` in a message. Where readers of one page speak one of
 * several languages, each name is in quotation marks of its own, those that the message has around `{language}`: “Dari” or “Farsi”. Somebody
 * who says "Dari, or Farsi" may get an interpreter whom they do not understand.
 */
export const namesToSay = (message: string, { english, say = [english] }: Pick<Language, 'english' | 'say'>, locale: string): string => {
  const [, open = '', close = ''] = /([\p{Pi}\p{Pf}\p{Ps}"]?)\{language\}([\p{Pi}\p{Pf}\p{Pe}"]?)/u.exec(message) ?? []
  const names = say.map((name, i) => `${i ? open : ''}${name}${i < say.length - 1 ? close : ''}`)
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
}
